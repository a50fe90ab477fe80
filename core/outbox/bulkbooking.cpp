#include "core/outbox/bulkbooking.h"

#include "core/store/orders.h"

namespace supercargo {
namespace {

/// The database itself is at fault, not this order.
bool endsAll(const Error& error)
{
  return error.kind == ErrorKind::Database || error.kind == ErrorKind::DiskFull;
}

Result<Booking> bookingOf(const Result<ShippingPlan>& plan, const BulkChoice& choice, QString& rule)
{
  if (choice.booking) {
    Booking booking = *choice.booking;
    booking.weightGrams = choice.weightGrams.value_or(booking.weightGrams);
    if (booking.weightGrams == 0 && plan)
      booking.weightGrams = plan->weightGrams.value_or(0);
    return booking;
  }
  if (!plan)
    return fail(plan.error());
  if (!plan->booking)
    return fail(ErrorKind::NotFound, QStringLiteral("no shipping rule matches this order"));
  rule = plan->rule;
  return *plan->booking;
}

Result<BulkBooking> bookOne(Connection& c, OrderId order, const BulkChoice& choice, const QString& actor, Instant now,
                            ChangeSet& changes)
{
  BulkBooking one{.order = order, .number = QString::number(order.value()), .action = {}, .refusal = {}};
  SC_TRY_ASSIGN(row, orderRow(c, order));
  if (row)
    one.number = row->number;
  const auto plan = planShipment(c, order, choice.weightGrams);
  if (plan)
    one.collect = plan->collect; // told even when the courier refuses to take it
  const auto asked = c.transaction([&]() -> Result<ActionId> {
    SC_TRY_ASSIGN(booking, bookingOf(plan, choice, one.rule));
    one.weightGrams = booking.weightGrams;
    return bookShipment(c, order, booking, actor, now, changes);
  });
  if (!asked && endsAll(asked.error()))
    return fail(asked.error());
  if (asked)
    one.action = *asked;
  else
    one.refusal = asked.error();
  return one;
}

} // namespace

Result<std::vector<BulkBooking>> bookOrders(Connection& c, const std::vector<OrderId>& orders, const BulkChoice& choice,
                                            const QString& actor, Instant now, ChangeSet& changes)
{
  std::vector<BulkBooking> all;
  for (const OrderId order : orders) {
    SC_TRY_ASSIGN(one, bookOne(c, order, choice, actor, now, changes));
    all.push_back(std::move(one));
  }
  return all;
}

Result<std::vector<BulkBooking>> bookingStates(Connection& c, std::vector<BulkBooking> bookings)
{
  for (BulkBooking& one : bookings) {
    if (!one.action)
      continue;
    SC_TRY_ASSIGN(entry, outboxEntry(c, *one.action));
    if (!entry)
      continue;
    if (const auto* parcel = std::get_if<BookParcel>(&entry->action.what)) {
      one.collect = parcel->collect;
      one.weightGrams = parcel->weightGrams;
    }
    one.state = entry->state;
    one.waybill = entry->outcome.number;
    one.error = entry->error.isEmpty() && entry->state == ActionState::Failed ? entry->outcome.message : entry->error;
    one.nextTryAt = entry->nextTryAt;
    if (one.waybill.isEmpty())
      continue;
    SC_TRY_ASSIGN(shipment, c.row(QStringLiteral("SELECT id FROM shipments WHERE number = ?"), {one.waybill},
                                  [](const Row& row) { return row.id<ShipmentId>(0); }));
    one.shipment = shipment;
  }
  return bookings;
}

Result<int> cancelBookings(Connection& c, const std::vector<BulkBooking>& bookings, Instant now, ChangeSet& changes)
{
  int cancelled = 0;
  for (const BulkBooking& one : bookings) {
    if (!one.action)
      continue;
    const auto done = c.transaction([&] { return cancelAction(c, *one.action, now, changes); });
    if (!done && endsAll(done.error()))
      return fail(done.error());
    cancelled += done ? 1 : 0; // one that is out already, or over, stays as it is
  }
  return cancelled;
}

Result<std::vector<BulkBooking>> retryBookings(Connection& c, std::vector<BulkBooking> bookings,
                                               const BulkChoice& choice, const QString& actor, Instant now,
                                               ChangeSet& changes)
{
  SC_TRY_ASSIGN(known, bookingStates(c, std::move(bookings)));
  for (BulkBooking& one : known) {
    if (!one.action || one.state == ActionState::Cancelled) {
      SC_TRY_ASSIGN(again, bookOne(c, one.order, choice, actor, now, changes));
      one = std::move(again);
    } else if (one.state == ActionState::Failed) {
      SC_TRY(retryAction(c, *one.action, now, changes));
      one.state = ActionState::Waiting;
      one.error.clear();
    }
  }
  return known;
}

} // namespace supercargo
