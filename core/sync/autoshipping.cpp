#include "core/sync/autoshipping.h"

#include "core/base/deliver.h"
#include "core/outbox/autobooking.h"

namespace supercargo {
namespace {

constexpr std::chrono::seconds kRest{30}; ///< a database that fails is not asked again at once

Result<std::vector<ShippingRule>> automaticRules(Connection& c)
{
  SC_TRY_ASSIGN(rules, shippingRules(c));
  std::erase_if(rules, [](const ShippingRule& rule) { return !rule.isActive(); });
  return rules;
}

Result<int> bookAllWaiting(Connection& c, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(orders, ordersToBook(c));
  return bookAutomatically(c, orders, now, changes);
}

} // namespace

AutoShipping::AutoShipping(Database& database, Timing timing) : m_database(database), m_timing(std::move(timing))
{
  connect(&database, &Database::changed, this, [this](const ChangeSet& changes) {
    if (changes.settings)
      readRules();
    if (m_rules.empty() || (changes.orders.isEmpty() && !changes.weights))
      return;
    m_waiting.unite(changes.orders);
    m_allWait |= changes.weights; // whose parcel was too heavy or of no known weight
    book();
  });
  readRules();
}

void AutoShipping::bookWaiting(Database& database, Instant now)
{
  database.write([now](Connection& c, ChangeSet& changes) -> Result<int> { return bookAllWaiting(c, now, changes); });
}

void AutoShipping::readRules()
{
  deliver(m_database.read(automaticRules), this, [this](Result<std::vector<ShippingRule>> rules) {
    if (!rules || *rules == m_rules)
      return;
    m_rules = std::move(*rules);
    m_allWait = !m_rules.empty();
    book();
  });
}

void AutoShipping::book()
{
  if (m_isBooking || (m_waiting.isEmpty() && !m_allWait))
    return;
  m_isBooking = true;
  const bool all = std::exchange(m_allWait, false);
  std::vector<OrderId> orders;
  for (const qint64 id : std::exchange(m_waiting, {}))
    orders.emplace_back(id);
  std::ranges::sort(orders); // oldest first: who ordered first is sent first
  const auto booked = m_database.write(
      [orders = std::move(orders), all, now = m_timing.now()](Connection& c, ChangeSet& changes) -> Result<int> {
        return all ? bookAllWaiting(c, now, changes) : bookAutomatically(c, orders, now, changes);
      });
  deliver(booked, this, [this](const Result<int>& done) {
    m_isBooking = false;
    if (done)
      return book();
    m_allWait = true; // whatever it was that could not be booked
    m_timing.after(kRest, this, [this] { book(); });
  });
}

} // namespace supercargo
