#include "core/store/orderflow.h"

#include "core/store/orderfacts.h"

namespace supercargo {
namespace {

/// Writes what changed between two states of an order together with the events that explain it.
Result<void> move(Connection& c, const Origin& origin, const StoredOrder& before, StoredOrder after,
                  std::vector<NewEvent> events, bool goodsReturned, ChangeSet& changes)
{
  if (after.status != before.status || goodsReturned)
    SC_TRY(settleClaims(c, origin, after, goodsReturned, changes, &events));
  for (NewEvent& event : events)
    event.seq = after.eventCount++;
  RollupBatch rollups;
  SC_TRY(writeState(c, origin, before, after, rollups, changes));
  SC_TRY(writeEvents(c, origin, events));
  return rollups.write(c);
}

Result<bool> isNoted(Connection& c, OrderId order, const QString& kind, const QString& text)
{
  SC_TRY_ASSIGN(
      count, c.number(QStringLiteral("SELECT COUNT(*) FROM order_events WHERE order_id = ? AND kind = ? AND text = ?"),
                      {order, kind, text}));
  return count > 0;
}

QString eventKind(ParcelStatus status)
{
  switch (status) {
  case ParcelStatus::Delivered:
    return QStringLiteral("delivered");
  case ParcelStatus::Returned:
    return QStringLiteral("returned");
  default:
    return QStringLiteral("parcel");
  }
}

} // namespace

Result<void> noteOrderPaid(Connection& c, const Origin& origin, OrderId order, Money amount, Instant paidAt,
                           ChangeSet& changes)
{
  SC_TRY_ASSIGN(found, findStoredOrder(c, order));
  if (!found)
    return {};
  SC_TRY_ASSIGN(facts, orderFacts(c, order, found->rawStatus));
  StoredOrder after = *found;
  after.status = effectiveStatus(found->status, facts);
  const bool wasUnpaid = after.payment == PaymentStatus::Unpaid || after.payment == PaymentStatus::Unknown ||
                         after.payment == PaymentStatus::Authorized;
  if (wasUnpaid)
    after.payment = PaymentStatus::Paid;
  if (after.paidMinor == 0 && amount.currency() == after.currency)
    after.paidMinor = amount.minor();
  const QString kind = QStringLiteral("paid"), sum = amount.withCode();
  const QString text = QStringLiteral("gateway: %1").arg(sum);
  SC_TRY_ASSIGN(told, isNoted(c, order, kind, text));
  SC_TRY_ASSIGN(toldByShop, isNoted(c, order, kind, sum)); // the same fact needs no second row
  const bool noted = told || toldByShop;
  if (noted && after.status == found->status && !wasUnpaid)
    return {};
  std::vector<NewEvent> events;
  if (!noted)
    events.push_back({order, 0, paidAt, kind, text});
  return move(c, origin, *found, std::move(after), std::move(events), false, changes);
}

Result<void> noteOrderRefunded(Connection& c, const Origin& origin, OrderId order, const QString& refundId,
                               Money amount, Instant at, ChangeSet& changes)
{
  SC_TRY_ASSIGN(found, findStoredOrder(c, order));
  if (!found)
    return {};
  const QString text = QStringLiteral("gateway: %1, refund %2").arg(amount.withCode(), refundId);
  SC_TRY_ASSIGN(noted, isNoted(c, order, QStringLiteral("refunded"), text));
  if (noted)
    return {};
  SC_TRY_ASSIGN(facts, orderFacts(c, order, found->rawStatus));
  StoredOrder after = *found;
  after.status = effectiveStatus(found->status, facts);
  if (amount.currency() == after.currency && after.refundedMinor < after.paidMinor) {
    // The shop may have told of the same refund already; the gateway's sum counts only what goes beyond it.
    SC_TRY_ASSIGN(
        sum, c.number(QStringLiteral("SELECT CAST(COALESCE(SUM(r.amount_minor), 0) AS BIGINT) FROM payment_refunds r"
                                     " JOIN payments p ON p.id = r.payment_id WHERE p.order_id = ?"),
                      {order}));
    after.refundedMinor = std::max(after.refundedMinor, std::min(sum, after.paidMinor));
  }
  after.payment = after.refundedMinor >= after.paidMinor && after.paidMinor > 0 ? PaymentStatus::Refunded
                                                                                : PaymentStatus::PartiallyRefunded;
  return move(c, origin, *found, std::move(after), {{order, 0, at, QStringLiteral("refunded"), text}}, false, changes);
}

Result<void> noteOrderParcel(Connection& c, const Origin& origin, OrderId order, const TrackingSnapshot& parcel,
                             ParcelStatus before, ChangeSet& changes)
{
  if (parcel.status == before)
    return {};
  SC_TRY_ASSIGN(found, findStoredOrder(c, order));
  if (!found)
    return {};
  SC_TRY_ASSIGN(facts, orderFacts(c, order, found->rawStatus));
  StoredOrder after = *found;
  after.status = effectiveStatus(found->status, facts);
  const TrackingEvent* newest = nullptr;
  for (const TrackingEvent& event : parcel.events)
    if (!newest && event.status == parcel.status)
      newest = &event;
  const Instant at = newest && newest->at ? *newest->at : origin.now;
  const QString text = QStringLiteral("%1 %2%3").arg(
      parcel.number, statusName(parcel.status),
      newest && !newest->text.isEmpty() ? QStringLiteral(": ") + newest->text : QString());
  return move(c, origin, *found, std::move(after), {{order, 0, at, eventKind(parcel.status), text}},
              parcel.status == ParcelStatus::Returned, changes);
}

Result<void> noteSharedParcel(Connection& c, const Origin& origin, ShipmentId shipment, const TrackingSnapshot& parcel,
                              ParcelStatus before, ChangeSet& changes)
{
  SC_TRY_ASSIGN(others, c.rows(QStringLiteral("SELECT order_id FROM shipment_orders WHERE shipment_id = ? ORDER BY "
                                              "order_id"),
                               {shipment}, [](const Row& row) { return row.id<OrderId>(0); }));
  for (const OrderId order : others)
    SC_TRY(noteOrderParcel(c, origin, order, parcel, before, changes));
  return {};
}

Result<bool> approveOrder(Connection& c, OrderId order, const QString& reason, const QString& actor, Instant now,
                          ChangeSet& changes)
{
  SC_TRY_ASSIGN(found, findStoredOrder(c, order));
  if (!found)
    return fail(ErrorKind::NotFound, QStringLiteral("no such order"), QString::number(order.value()));
  if (found->stage() == FlowStage::ToShip)
    return false;
  if (found->stage() != FlowStage::ToReview)
    return fail(ErrorKind::Rejected,
                QStringLiteral("the order is \"%1\": there is nothing to approve").arg(statusName(found->status)),
                QString::number(order.value()));
  SC_TRY(c.run(QStringLiteral("INSERT INTO order_approvals (order_id, raw_status, reason, actor, approved_at) VALUES "
                              "(?, ?, ?, ?, ?) ON CONFLICT (order_id) DO UPDATE SET raw_status = excluded.raw_status, "
                              "reason = excluded.reason, actor = excluded.actor, approved_at = excluded.approved_at"),
               {order, found->rawStatus, reason.trimmed(), actor, now}));
  SC_TRY_ASSIGN(facts, orderFacts(c, order, found->rawStatus));
  StoredOrder after = *found;
  after.status = effectiveStatus(found->status, facts);
  SC_TRY(move(c, {found->account, std::nullopt, now}, *found, std::move(after),
              {{order, 0, now, QStringLiteral("approved"), reason.trimmed()}}, false, changes));
  return true;
}

Result<void> noteOrderStep(Connection& c, const Origin& origin, OrderId order, const QString& kind, const QString& text,
                           ChangeSet& changes)
{
  SC_TRY_ASSIGN(stored, findStoredOrder(c, order));
  if (!stored)
    return fail(ErrorKind::NotFound, QStringLiteral("no such order"), QString::number(order.value()));
  SC_TRY(writeEvents(c, origin, {{order, stored->eventCount, origin.now, kind, text}}));
  SC_TRY(c.run(QStringLiteral("UPDATE orders SET event_count = event_count + 1 WHERE id = ?"), {order}));
  changes.orders.insert(order.value());
  return {};
}

} // namespace supercargo
