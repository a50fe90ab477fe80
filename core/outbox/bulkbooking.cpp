#include "core/outbox/bulkbooking.h"

#include "core/outbox/accountcontext.h"
#include "core/store/orders.h"

namespace supercargo {
namespace {

/// nullopt: no rule matches.
std::optional<Booking> bookingOf(const ShippingPlan& plan, const BulkChoice& choice)
{
  std::optional<Booking> booking = choice.booking ? choice.booking : plan.booking;
  if (!booking)
    return std::nullopt;
  if (choice.size)
    booking->size = choice.size;
  if (!choice.booking)
    return booking; // the plan knows of the weight
  booking->weightGrams = choice.weightGrams.value_or(booking->weightGrams);
  if (booking->weightGrams == 0)
    booking->weightGrams = plan.weightGrams.value_or(0);
  return booking;
}

/// A parcel without a door is not booked by hand only to fail on its way out.
Result<std::optional<BookingObstacle>> addressObstacle(Connection& c, const OrderDetails& order)
{
  const auto recipient = recipientOf(order);
  if (!recipient)
    return BookingObstacle{BookingFault::AddressIncomplete, recipient.error()};
  if (!isMasked(*recipient))
    return std::nullopt;
  SC_TRY_ASSIGN(shop, accountRow(c, order.row.account));
  const Provider* provider = shop ? findProvider(shop->provider) : nullptr;
  if (provider && provider->functions.askRecipient)
    return std::nullopt;
  const RecipientSource source{order.row.account, order.row.externalId, order.row.number};
  return BookingObstacle{BookingFault::AddressMasked,
                         cannotReveal(source, provider ? provider->declaration.name.en : QString())};
}

/// What the courier wants to know of a parcel, and nobody has said: it shows when its call is made up, before anything
/// is sent. Of a masked recipient nobody knows until the shop has told.
std::optional<BookingObstacle> courierObstacle(const AccountRow& courier, const BookingDraft& draft)
{
  const Provider* provider = findProvider(courier.provider);
  const auto recipient = recipientOf(draft.order);
  if (!provider || !provider->functions.buildAction || !recipient || isMasked(*recipient))
    return std::nullopt;
  BookParcel parcel = draft.parcel;
  parcel.recipient = *recipient;
  const auto call = provider->functions.buildAction(accountContext(*provider, courier), {parcel.orderNumber, parcel});
  if (call)
    return std::nullopt;
  return BookingObstacle{BookingFault::ParcelLacks, call.error()};
}

/// An order as it would be booked. Telling it beforehand and doing it both begin here, so they cannot differ.
struct Look {
  BulkBooking one;
  std::optional<BookingDraft> draft; ///< unless it is refused
};

Look refused(Look look, BookingFault fault, Error error)
{
  look.one.refusal = BookingObstacle{fault, std::move(error)};
  return look;
}

/// What the courier is to carry, and what stands against it.
Result<Look> draftFor(Connection& c, Look look, const Booking& booking, const QSet<OrderId>& taken)
{
  look.one.service = booking.service;
  SC_TRY_ASSIGN(courier, accountRow(c, booking.account));
  if (!courier)
    return refused(
        std::move(look), BookingFault::NoCourier,
        {ErrorKind::NotFound, QStringLiteral("no such courier's account"), QString::number(booking.account.value())});
  look.one.courier = courier->name;
  auto draft = draftBooking(c, look.one.order, booking, taken);
  if (!draft && isOfDatabase(draft.error().kind))
    return fail(draft.error());
  if (!draft)
    return refused(std::move(look), BookingFault::Other, draft.error());
  look.one.head = draft->order.row.id;
  look.one.status = draft->order.row.status;
  look.one.refusal = draft->obstacle;
  if (!look.one.refusal) {
    SC_TRY_ASSIGN(address, addressObstacle(c, draft->order));
    look.one.refusal = std::move(address);
  }
  if (!look.one.refusal)
    look.one.refusal = courierObstacle(*courier, *draft);
  if (!look.one.refusal)
    look.draft = std::move(*draft);
  return look;
}

Result<Look> lookAt(Connection& c, OrderId order, const BulkChoice& choice, const QSet<OrderId>& taken)
{
  Look look;
  look.one.order = order;
  look.one.number = QString::number(order.value());
  SC_TRY_ASSIGN(row, orderRow(c, order));
  if (!row)
    return refused(std::move(look), BookingFault::NoOrder,
                   {ErrorKind::NotFound, QStringLiteral("no such order"), look.one.number});
  look.one.number = row->number;
  look.one.status = row->status;
  const auto plan = planShipment(c, order, choice.weightGrams);
  if (!plan && isOfDatabase(plan.error().kind))
    return fail(plan.error());
  if (!plan)
    return refused(std::move(look), BookingFault::Other, plan.error());
  look.one.collect = plan->collect; // told even when the courier refuses to take it
  const auto booking = bookingOf(*plan, choice);
  look.one.weightGrams = booking ? booking->weightGrams : plan->weightGrams.value_or(0);
  if (!booking)
    return refused(std::move(look), BookingFault::NoRule,
                   {ErrorKind::NotFound, QStringLiteral("no shipping rule matches this order"), row->number});
  if (!choice.booking)
    look.one.rule = plan->rule;
  return draftFor(c, std::move(look), *booking, taken);
}

Result<BulkBooking> bookOne(Connection& c, OrderId order, const BulkChoice& choice, const QString& actor, Instant now,
                            ChangeSet& changes)
{
  SC_TRY_ASSIGN(look, lookAt(c, order, choice, {}));
  if (!look.draft)
    return look.one;
  const auto asked = c.transaction([&] { return bookDraft(c, *look.draft, actor, now, changes); });
  if (!asked && isOfDatabase(asked.error().kind))
    return fail(asked.error());
  if (asked)
    look.one.action = *asked;
  else
    look.one.refusal = BookingObstacle{BookingFault::Other, asked.error()};
  return look.one;
}

} // namespace

Result<std::vector<BulkBooking>> previewBookings(Connection& c, const std::vector<OrderId>& orders,
                                                 const BulkChoice& choice, const std::vector<BulkBooking>& before)
{
  QSet<OrderId> taken;
  for (const BulkBooking& one : before)
    if (one.isToBook())
      taken.insert(one.head);
  std::vector<BulkBooking> all;
  for (const OrderId order : orders) {
    SC_TRY_ASSIGN(look, lookAt(c, order, choice, taken));
    look.one.foretold = true;
    if (taken.contains(look.one.head))
      look.one.collect.reset(); // the parcel that comes before brings it all
    if (look.draft)
      taken.insert(look.one.head);
    all.push_back(std::move(look.one));
  }
  return all;
}

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
    if (!done && isOfDatabase(done.error().kind))
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
    if (one.foretold)
      continue;
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
