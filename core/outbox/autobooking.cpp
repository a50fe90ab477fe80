#include "core/outbox/autobooking.h"

#include "core/outbox/bulkbooking.h"
#include "core/outbox/waitingorders.h"
#include "core/store/orderflow.h"

#include <algorithm>

namespace supercargo {
namespace {

Result<bool> isToBook(Connection& c, OrderId id)
{
  SC_TRY_ASSIGN(count,
                c.number(QStringLiteral("SELECT COUNT(*) FROM orders o WHERE o.id = ? AND %1").arg(isWaiting()), {id}));
  return count > 0;
}

/// Told once: the same order is looked at whenever something of it changes. Older steps do not name the fault.
Result<void> noteNotBooked(Connection& c, OrderId id, const QString& rule, const BookingObstacle& obstacle, Instant now,
                           ChangeSet& changes)
{
  const QString& detail = obstacle.error.detail;
  const QString why = QStringLiteral("%1 (%2): %3").arg(rule, bookingFaultName(obstacle.fault), detail);
  SC_TRY_ASSIGN(told, c.number(QStringLiteral("SELECT COUNT(*) FROM order_events WHERE order_id = ? AND kind = "
                                              "'not_booked' AND text IN (?, ?)"),
                               {id, why, QStringLiteral("%1: %2").arg(rule, detail)}));
  SC_TRY_ASSIGN(row, orderRow(c, id));
  if (told > 0 || !row)
    return {};
  return noteOrderStep(c, {row->account, std::nullopt, now}, id, QStringLiteral("not_booked"), why, changes);
}

Result<bool> bookOne(Connection& c, OrderId id, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(isMeant, isToBook(c, id));
  if (!isMeant)
    return false;
  SC_TRY_ASSIGN(plan, planShipment(c, id));
  if (!plan.booking || !plan.automatic)
    return false;
  SC_TRY_ASSIGN(booked, bookOrders(c, {id}, {}, QStringLiteral("rule: ") + plan.rule, now, changes));
  const BulkBooking& one = booked.front();
  if (one.refusal)
    SC_TRY(noteNotBooked(c, id, plan.rule, *one.refusal, now, changes));
  return one.action.has_value();
}

} // namespace

Result<int> bookAutomatically(Connection& c, const std::vector<OrderId>& orders, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(rules, shippingRules(c));
  if (std::ranges::none_of(rules, &ShippingRule::isActive))
    return 0;
  int booked = 0;
  for (const OrderId id : orders) {
    SC_TRY_ASSIGN(done, bookOne(c, id, now, changes));
    booked += done ? 1 : 0;
  }
  return booked;
}

Result<std::vector<OrderId>> ordersToBook(Connection& c)
{
  SC_TRY_ASSIGN(rules, shippingRules(c));
  std::erase_if(rules, [](const ShippingRule& rule) { return !rule.isActive(); });
  if (rules.empty())
    return std::vector<OrderId>();
  // No time comes before every time: one rule without is enough to look at all.
  return waitingOrders(c, std::ranges::min(rules, {}, &ShippingRule::bookSince).bookSince);
}

} // namespace supercargo
