#include "core/outbox/followups.h"

#include "core/db/ids.h"
#include "core/domain/courier.h"
#include "core/outbox/actionjson.h"
#include "core/outbox/parcelplans.h"
#include "core/providers/provider.h"
#include "core/store/accounts.h"
#include "core/store/orderflow.h"
#include "core/store/parcels.h"

namespace supercargo {
namespace {

struct Following {
  Connection& c;
  const Origin& origin;
  const OutboxEntry& entry;
  const ActionOutcome& outcome;
  ChangeSet& changes;

  Result<void> step(const QString& kind, const QString& text) const
  {
    return entry.order ? noteOrderStep(c, origin, *entry.order, kind, text, changes) : Result<void>();
  }
  /// The shop's own view of the order has changed: it is read again at once.
  Result<void> readOrderAgain() const
  {
    if (entry.order)
      SC_TRY(c.run(QStringLiteral("UPDATE orders SET next_check_at = ? WHERE id = ? AND gone_at IS NULL"),
                   {origin.now, *entry.order}));
    return {};
  }
};

Result<std::optional<qint64>> shipmentNumbered(Connection& c, const QString& number)
{
  return c.row(QStringLiteral("SELECT id FROM shipments WHERE number = ?"), {number},
               [](const Row& row) { return row.integer(0); });
}

Result<void> keepLabel(const Following& f, const QString& number)
{
  if (f.outcome.label.isEmpty() && f.outcome.labelUrl.isEmpty())
    return {};
  SC_TRY_ASSIGN(shipment, shipmentNumbered(f.c, number));
  if (!shipment)
    return {};
  SC_TRY_ASSIGN(count, f.c.number(QStringLiteral("SELECT COUNT(*) FROM labels WHERE shipment_id = ?"), {*shipment}));
  SC_TRY(f.c.run(QStringLiteral("INSERT INTO labels (shipment_id, position, format, url, data, created_at) "
                                "VALUES (?, ?, ?, ?, ?, ?)"),
                 {*shipment, count, f.outcome.labelFormat, f.outcome.labelUrl, f.outcome.label, f.origin.now}));
  f.changes.shipments = true;
  return {};
}

/// The courier's code of a booking: its service says it ("yto:standard"), else a courier's own account is that
/// courier, else the number tells.
QString courierOfBooking(const QString& provider, const BookParcel& parcel, const QString& number)
{
  const QString company = parcel.service.section(u':', 0, 0);
  if (const Courier* named = findCourier(company.toLower()))
    return named->code;
  // An aggregator may bear the name of a courier, and mostly books others: its declaration says so.
  const Provider* booked = findProvider(provider);
  if (findCourier(provider) && !(booked && booked->declaration.extra.value(QLatin1String("books_others")).toBool()))
    return provider;
  const auto candidates = courierCandidates(number);
  return candidates.empty() ? provider : candidates.front().courier->code;
}

/// The last digits of the receiver's telephone, else of the sender's: couriers take either.
Result<QString> tailOfParcel(const Following& f, const BookParcel& parcel)
{
  SC_TRY_ASSIGN(details, orderDetails(f.c, f.entry.order.value_or(OrderId())));
  const QString phone =
      details ? (details->shipTo.phone.isEmpty() ? details->customerPhone : details->shipTo.phone) : QString();
  const QString tail = phoneTail(phone);
  return tail.isEmpty() ? phoneTail(parcel.sender.phone) : tail;
}

Result<void> addShipment(const Following& f, const QString& courier, const QString& number, const BookParcel& parcel)
{
  f.changes.shipments = true;
  const qint64 grams = parcel.weightGrams;
  SC_TRY_ASSIGN(tail, tailOfParcel(f, parcel));
  SC_TRY_ASSIGN(known, shipmentNumbered(f.c, number));
  if (known) {
    SC_TRY(
        f.c.run(QStringLiteral("UPDATE shipments SET account_id = ?, order_id = COALESCE(order_id, ?), booked_grams "
                               "= ?, phone_tail = CASE WHEN phone_tail = '' THEN ? ELSE phone_tail END WHERE id = ?"),
                {f.entry.account, f.entry.order, grams, tail, *known}));
    return {};
  }
  SC_TRY_ASSIGN(id, nextIds(f.c, QStringLiteral("shipments")));
  SC_TRY(f.c.run(QStringLiteral("INSERT INTO shipments (id, order_id, account_id, courier, number, status, reason, "
                                "raw_status, place, phone_tail, event_count, content_hash, created_at, next_check_at, "
                                "booked_grams) VALUES (?, ?, ?, ?, ?, ?, '', '', '', ?, 0, 0, ?, ?, ?)"),
                 {id, f.entry.order, f.entry.account, courier, number, statusName(ParcelStatus::Pending), tail,
                  f.origin.now, f.origin.now, grams}));
  return {};
}

/// The number goes back to the shop that the order came from, if that can be told. Of a split order with the lines in
/// this parcel; a shop that ships orders only as a whole is told with the last of its parcels.
Result<void> tellShop(const Following& f, const LoadShare& share, const QString& courier, const QString& number)
{
  SC_TRY_ASSIGN(order, orderRow(f.c, share.order));
  if (!order)
    return {};
  SC_TRY_ASSIGN(shop, accountRow(f.c, order->account));
  const Provider* provider = shop ? findProvider(shop->provider) : nullptr;
  if (!provider || !provider->declaration.can(u"orders.ship"))
    return {};
  const bool byLines = !share.lines.empty() && provider->declaration.can(u"orders.ship_parts");
  if (share.isPart && !byLines && !share.isLast)
    return {};
  const Courier* known = findCourier(courier);
  NewAction ship;
  ship.account = order->account;
  ship.action = {QStringLiteral("ship:%1:%2").arg(order->id.value()).arg(number),
                 MarkShipped{order->externalId, courier, known ? known->zh : courier, number,
                             byLines ? share.lines : decltype(share.lines)()}};
  ship.order = order->id;
  ship.actor = f.entry.actor;
  const auto asked = enqueueAction(f.c, ship, f.origin.now, f.changes);
  // Told already, in other words: by hand, while nobody knew how the booking had ended. That is no reason to lose it.
  if (!asked && asked.error().kind != ErrorKind::Conflict)
    return fail(asked.error());
  return {};
}

Result<void> follow(const Following& f, const BookParcel& parcel)
{
  if (f.outcome.number.isEmpty())
    return {};
  SC_TRY_ASSIGN(account, accountRow(f.c, f.entry.account));
  const QString courier = courierOfBooking(account ? account->provider : QString(), parcel, f.outcome.number);
  SC_TRY(addShipment(f, courier, f.outcome.number, parcel));
  SC_TRY(keepLabel(f, f.outcome.number));
  SC_TRY_ASSIGN(shares, loadShares(f.c, f.entry));
  SC_TRY(shareShipment(f.c, shares, f.outcome.number));
  for (const LoadShare& share : shares) {
    SC_TRY(noteOrderStep(f.c, f.origin, share.order, QStringLiteral("booked"), courier + u' ' + f.outcome.number,
                         f.changes));
    SC_TRY(tellShop(f, share, courier, f.outcome.number));
  }
  return {};
}

/// The shop need not hear any more of a parcel that will not come.
Result<void> withdrawNumber(const Following& f, OrderId order, const QString& number)
{
  f.changes.outbox = true;
  SC_TRY(f.c.run(QStringLiteral("UPDATE outbox SET state = 'cancelled', next_try_at = NULL, changed_at = ?, error = "
                                "'the booking was cancelled' WHERE order_id = ? AND idempotency_key = ? AND kind = "
                                "'mark_shipped' AND state IN ('waiting', 'failed')"),
                 {f.origin.now, order, QStringLiteral("ship:%1:%2").arg(order.value()).arg(number)}));
  return {};
}

Result<void> follow(const Following& f, const CancelParcel& parcel)
{
  if (f.entry.order)
    SC_TRY(withdrawNumber(f, *f.entry.order, parcel.number));
  f.changes.shipments = true;
  SC_TRY(f.c.run(QStringLiteral("UPDATE shipments SET status = ?, next_check_at = NULL WHERE number = ?"),
                 {statusName(ParcelStatus::Cancelled), parcel.number}));
  SC_TRY_ASSIGN(others, sharersOf(f.c, parcel.number));
  for (const OrderId other : others) {
    SC_TRY(withdrawNumber(f, other, parcel.number));
    SC_TRY(noteOrderStep(f.c, f.origin, other, QStringLiteral("booking_cancelled"), parcel.number, f.changes));
  }
  return f.step(QStringLiteral("booking_cancelled"), parcel.number);
}

Result<void> follow(const Following& f, const FetchLabel& label)
{
  return keepLabel(f, label.number);
}

Result<void> follow(const Following& f, const MarkShipped& shipped)
{
  SC_TRY(f.step(QStringLiteral("told_shop"), shipped.courierCode + u' ' + shipped.number));
  return f.readOrderAgain();
}

Result<void> follow(const Following& f, const AddOrderNote&)
{
  SC_TRY(f.step(QStringLiteral("noted"), {}));
  return f.readOrderAgain();
}

Result<void> follow(const Following& f, const CloseOrder& close)
{
  SC_TRY(f.step(QStringLiteral("close_asked"), close.reason));
  return f.readOrderAgain();
}

Result<void> follow(const Following& f, const RefundPayment& refund)
{
  SC_TRY(f.step(QStringLiteral("refund_asked"), refund.amount.withCode()));
  return f.readOrderAgain();
}

Result<void> follow(const Following& f, const VoidPayment& payment)
{
  SC_TRY(f.step(QStringLiteral("void_asked"), payment.amount.withCode()));
  return f.readOrderAgain();
}

Result<void> follow(const Following& f, const ClosePayment& payment)
{
  return f.step(QStringLiteral("payment_closed"), payment.orderNumber);
}

Result<void> follow(const Following&, const SetStock&)
{
  return {};
}

Result<void> follow(const Following&, const QuoteRates&)
{
  return {};
}

} // namespace

Result<void> applyRefusal(Connection& c, const OutboxEntry& entry, Instant now, ChangeSet& changes)
{
  const auto* refused = std::get_if<MarkShipped>(&entry.action.what);
  if (!refused || !entry.order)
    return {};
  SC_TRY_ASSIGN(told, outboxEntries(c, {{ActionState::Done}, {}, entry.order}, 1000));
  for (const OutboxEntry& earlier : told) {
    const auto* shipped = std::get_if<MarkShipped>(&earlier.action.what);
    if (!shipped || shipped->number == refused->number)
      continue;
    SC_TRY_ASSIGN(dead, c.number(QStringLiteral("SELECT COUNT(*) FROM shipments WHERE number = ? AND status = ?"),
                                 {shipped->number, statusName(ParcelStatus::Cancelled)}));
    if (dead > 0)
      return noteOrderStep(c, {entry.account, std::nullopt, now}, *entry.order, QStringLiteral("correct_number"),
                           QStringLiteral("%1 → %2 %3").arg(shipped->number, refused->courierName, refused->number),
                           changes);
  }
  return {};
}

Result<void> applyOutcome(Connection& c, const Origin& origin, const OutboxEntry& entry, const ActionOutcome& outcome,
                          ChangeSet& changes)
{
  const Following following{c, origin, entry, outcome, changes};
  return std::visit([&](const auto& action) { return follow(following, action); }, entry.action.what);
}

} // namespace supercargo
