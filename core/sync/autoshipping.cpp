#include "core/sync/autoshipping.h"

#include "core/base/deliver.h"
#include "core/outbox/shipping.h"

namespace supercargo {

AutoShipping::AutoShipping(Database& database, Timing timing) : m_database(database), m_timing(std::move(timing))
{
  connect(&database, &Database::changed, this, [this](const ChangeSet& changes) {
    if (changes.settings)
      readRules();
    if (!m_hasRules || changes.orders.isEmpty())
      return;
    m_waiting.unite(changes.orders);
    book();
  });
  readRules();
}

void AutoShipping::readRules()
{
  deliver(m_database.read([](Connection& c) { return shippingRules(c); }), this,
          [this](const Result<std::vector<ShippingRule>>& rules) {
            m_hasRules = rules && std::ranges::any_of(
                                      *rules, [](const ShippingRule& rule) { return rule.enabled && rule.automatic; });
          });
}

void AutoShipping::book()
{
  if (m_isBooking || m_waiting.isEmpty())
    return;
  m_isBooking = true;
  std::vector<OrderId> orders;
  for (const qint64 id : std::exchange(m_waiting, {}))
    orders.emplace_back(id);
  std::ranges::sort(orders); // oldest first: who ordered first is sent first
  const auto booked =
      m_database.write([orders = std::move(orders), now = m_timing.now()](Connection& c, ChangeSet& changes) {
        return bookAutomatically(c, orders, now, changes);
      });
  deliver(booked, this, [this](const Result<int>&) {
    m_isBooking = false;
    book();
  });
}

} // namespace supercargo
