#include "core/sync/autoshipping.h"

#include "core/base/deliver.h"
#include "core/outbox/autobooking.h"
#include "core/store/accounts.h"

#include <algorithm>

namespace supercargo {
namespace {

constexpr std::chrono::seconds kRest{30}; ///< a database that fails is not asked again at once

Result<AutoShipping::Ground> groundNow(Connection& c)
{
  AutoShipping::Ground ground;
  SC_TRY_ASSIGN(rules, shippingRules(c));
  std::erase_if(rules, [](const ShippingRule& rule) { return !rule.isActive(); });
  ground.rules = std::move(rules);
  for (const ShippingRule& rule : ground.rules) {
    SC_TRY_ASSIGN(courier, accountRow(c, rule.account));
    if (courier)
      ground.fields.insert(courier->id, courier->fields);
  }
  return ground;
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
    const auto isCarrier = [this](qint64 account) { return m_ground.fields.contains(AccountId(account)); };
    if (changes.settings || std::ranges::any_of(changes.accounts, isCarrier))
      readGround();
    if (m_ground.rules.empty() || (changes.orders.isEmpty() && !changes.weights))
      return;
    m_waiting.unite(changes.orders);
    m_allWait |= changes.weights; // whose parcel was too heavy or of no known weight
    book();
  });
  readGround();
}

void AutoShipping::bookWaiting(Database& database, Instant now)
{
  database.write([now](Connection& c, ChangeSet& changes) -> Result<int> { return bookAllWaiting(c, now, changes); });
}

void AutoShipping::readGround()
{
  deliver(m_database.read(groundNow), this, [this](Result<Ground> ground) {
    if (!ground || *ground == m_ground)
      return;
    m_ground = std::move(*ground);
    m_allWait = !m_ground.rules.empty();
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
