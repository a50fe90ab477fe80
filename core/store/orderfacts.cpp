#include "core/store/orderfacts.h"

#include "core/db/ids.h"

namespace supercargo {

namespace {

// The live feed is a window on now: history that arrives late is no news.
constexpr auto kNewsAge = std::chrono::hours(24);
constexpr size_t kNewsPerWrite = 40;
constexpr qint64 kFeedLength = 1000;

bool hasLeft(OrderStatus status)
{
  return status == OrderStatus::Shipped || status == OrderStatus::Delivered || status == OrderStatus::Completed;
}

Result<void> writeFeed(Connection& c, const Origin& origin, const std::vector<const NewEvent*>& news)
{
  if (news.empty())
    return {};
  SC_TRY_ASSIGN(first, nextIds(c, QStringLiteral("feed"), qint64(news.size())));
  std::vector<SqlValue> values;
  for (const NewEvent* event : news)
    values.insert(values.end(), {SqlValue(first++), SqlValue(event->order), SqlValue(event->at), SqlValue(event->kind),
                                 SqlValue(event->text), SqlValue(origin.call)});
  SC_TRY(c.insertMany(QStringLiteral("INSERT INTO feed (id, order_id, at, kind, text, call_id) VALUES"), 6, values));
  SC_TRY(c.run(QStringLiteral("DELETE FROM feed WHERE id <= ?"), {first - kFeedLength}));
  return {};
}

} // namespace

Result<OrderFacts> orderFacts(Connection& c, OrderId order, const QString& rawStatus)
{
  OrderFacts facts;
  SC_TRY(c.each(QStringLiteral("SELECT status FROM payments WHERE order_id = ?"), {order}, [&](const Row& row) {
    const auto status = gatewayPaymentStatusNamed(row.text(0)).value_or(GatewayPaymentStatus::Unknown);
    facts.paidAtGateway |= status == GatewayPaymentStatus::Paid || status == GatewayPaymentStatus::PartiallyRefunded;
    facts.refundedAtGateway |= status == GatewayPaymentStatus::Refunded;
  }));
  SC_TRY(c.each(QStringLiteral("SELECT status FROM shipments WHERE order_id = ? UNION ALL SELECT s.status FROM "
                               "shipment_orders o JOIN shipments s ON s.id = o.shipment_id WHERE o.order_id = ?"),
                {order, order}, [&](const Row& row) {
                  const auto status = parcelStatusNamed(row.text(0)).value_or(ParcelStatus::Unknown);
                  facts.parcels += status != ParcelStatus::Cancelled;
                  facts.delivered += status == ParcelStatus::Delivered;
                  facts.moving += status == ParcelStatus::PickedUp || status == ParcelStatus::InTransit ||
                                  status == ParcelStatus::OutForDelivery || status == ParcelStatus::ReadyForPickup ||
                                  status == ParcelStatus::DeliveryFailed;
                }));
  SC_TRY(c.each(QStringLiteral("SELECT (SELECT COUNT(*) FROM order_approvals WHERE order_id = ? AND raw_status = ?), "
                               "(SELECT COUNT(DISTINCT l.part) FROM parcel_plan_orders o JOIN parcel_plan_lines l ON "
                               "l.plan_id = o.plan_id WHERE o.order_id = ?)"),
                {order, rawStatus, order}, [&](const Row& row) {
                  facts.approved = row.integer(0) > 0;
                  facts.parts = row.integer(1);
                }));
  return facts;
}

OrderStatus effectiveStatus(OrderStatus told, const OrderFacts& facts)
{
  if (facts.approved && (told == OrderStatus::OnHold || told == OrderStatus::Unknown))
    told = OrderStatus::ToShip;
  if (!isOpen(told) || told == OrderStatus::Unknown || told == OrderStatus::Draft)
    return told;
  if (facts.refundedAtGateway)
    return OrderStatus::Refunded;
  if ((told == OrderStatus::AwaitingPayment || told == OrderStatus::DepositPaid) && facts.paidAtGateway)
    told = OrderStatus::ToShip;
  const bool waits = told == OrderStatus::ToShip || told == OrderStatus::PartShipped || told == OrderStatus::Shipped;
  if (waits && facts.parcels > 0) {
    const bool allLeft = facts.moving + facts.delivered >= facts.parts;
    if (facts.parts > 0 && allLeft && told == OrderStatus::PartShipped)
      told = OrderStatus::Shipped;
    if (facts.delivered == facts.parcels && allLeft && told != OrderStatus::PartShipped)
      return OrderStatus::Delivered;
    if (facts.moving + facts.delivered > 0 && told == OrderStatus::ToShip)
      return allLeft ? OrderStatus::Shipped : OrderStatus::PartShipped;
  }
  return told;
}

LineClaim lineClaim(OrderStatus status, const LineSnapshot& line, bool goodsReturned, LineClaim before)
{
  if (goodsReturned)
    return {};
  if (holdsStock(status)) {
    const qint64 shipped = std::clamp<qint64>(line.shippedQuantity, 0, line.quantity);
    const qint64 taken = std::max(before.taken, shipped);
    return {std::max<qint64>(0, line.quantity - taken), taken};
  }
  if (hasLeft(status))
    return {0, line.quantity};
  return {0, before.taken}; // cancelled or refunded: what has left is gone until somebody brings it back
}

FlowStage StoredOrder::stage() const
{
  if (gone)
    return FlowStage::Closed;
  const bool open = aftersale == AftersaleStatus::Requested || aftersale == AftersaleStatus::AwaitReturn ||
                    aftersale == AftersaleStatus::AwaitMerchantReceipt || aftersale == AftersaleStatus::Refunding;
  return flowStage(status, open);
}

RollupShare StoredOrder::share() const
{
  RollupShare share;
  share.account = account;
  share.stage = flowStageName(stage());
  share.status = statusName(status);
  share.currency = currency.code();
  share.slot = toMs(placedAt) / kSlotMs;
  share.cancelled = status == OrderStatus::Cancelled ? 1 : 0;
  share.units = units;
  share.placedMinor = totalMinor;
  share.paidMinor = paidMinor;
  share.refundedMinor = refundedMinor;
  return share;
}

QString storedOrderColumns()
{
  return QStringLiteral(
      "id, account_id, external_id, status, payment, aftersale, raw_status, currency, total_minor, paid_minor,"
      " refunded_minor, units, event_count, content_hash, placed_at, updated_at, gone_at, fulfilment");
}

StoredOrder storedOrder(const Row& row)
{
  StoredOrder o;
  o.id = row.id<OrderId>(0);
  o.account = row.id<AccountId>(1);
  o.externalId = row.text(2);
  o.status = orderStatusNamed(row.text(3)).value_or(OrderStatus::Unknown);
  o.payment = paymentStatusNamed(row.text(4)).value_or(PaymentStatus::Unknown);
  o.aftersale = aftersaleStatusNamed(row.text(5)).value_or(AftersaleStatus::Unknown);
  o.rawStatus = row.text(6);
  o.currency = Currency::of(row.text(7)).value_or(Currency());
  o.totalMinor = row.integer(8);
  o.paidMinor = row.integer(9);
  o.refundedMinor = row.integer(10);
  o.units = row.integer(11);
  o.eventCount = row.integer(12);
  o.contentHash = row.integer(13);
  o.placedAt = row.instant(14);
  o.updatedAt = row.instant(15);
  o.gone = !row.isNull(16);
  o.fulfilment = fulfilmentStatusNamed(row.text(17)).value_or(FulfilmentStatus::Unknown);
  return o;
}

Result<std::optional<StoredOrder>> findStoredOrder(Connection& c, OrderId id)
{
  return c.row(QStringLiteral("SELECT %1 FROM orders WHERE id = ?").arg(storedOrderColumns()), {id}, storedOrder);
}

Result<std::optional<OrderId>> orderOfReference(Connection& c, const QString& reference)
{
  SC_TRY_ASSIGN(orders, c.rows(QStringLiteral("SELECT order_id FROM order_details WHERE payment_reference = ? "
                                              "AND payment_reference <> '' LIMIT 2"),
                               {reference}, [](const Row& row) { return row.id<OrderId>(0); }));
  return orders.size() == 1 ? std::optional(orders.front()) : std::nullopt;
}

std::optional<Instant> nextCheck(OrderStatus status, Instant placedAt, const Origin& origin)
{
  if (!isOpen(status) || status == OrderStatus::Draft)
    return std::nullopt;
  const auto age = origin.now - placedAt;
  const std::chrono::milliseconds wait = age < std::chrono::hours(2)        ? std::chrono::minutes(2)
                                         : age < std::chrono::hours(24)     ? std::chrono::minutes(15)
                                         : age < std::chrono::hours(24 * 7) ? std::chrono::minutes(60)
                                                                            : std::chrono::minutes(6 * 60);
  return origin.now + wait / origin.pace;
}

Result<void> writeEvents(Connection& c, const Origin& origin, const std::vector<NewEvent>& events)
{
  std::vector<SqlValue> values;
  values.reserve(events.size() * 6);
  std::vector<const NewEvent*> news;
  for (const NewEvent& event : events) {
    values.insert(values.end(), {SqlValue(event.order), SqlValue(event.seq), SqlValue(event.at), SqlValue(event.kind),
                                 SqlValue(event.text), SqlValue(origin.call)});
    if (event.at > origin.now - kNewsAge && news.size() < kNewsPerWrite && event.kind != QLatin1String("reserved"))
      news.push_back(&event);
  }
  SC_TRY(c.insertMany(QStringLiteral("INSERT INTO order_events (order_id, seq, at, kind, text, call_id) VALUES"), 6,
                      values));
  return writeFeed(c, origin, news);
}

Result<void> writeState(Connection& c, const Origin& origin, const StoredOrder& before, const StoredOrder& after,
                        RollupBatch& rollups, ChangeSet& changes)
{
  rollups.remove(before.share());
  rollups.add(after.share());
  changes.orders.insert(after.id.value());
  SC_TRY(c.run(
      QStringLiteral(
          "UPDATE orders SET status = ?, payment = ?, aftersale = ?, stage = ?, paid_minor = ?, refunded_minor = ?,"
          " event_count = ?, next_check_at = ? WHERE id = ?"),
      {statusName(after.status), statusName(after.payment), statusName(after.aftersale), flowStageName(after.stage()),
       after.paidMinor, after.refundedMinor, after.eventCount,
       after.gone ? std::nullopt : nextCheck(after.status, after.placedAt, origin), after.id}));
  return {};
}

Result<void> settleClaims(Connection& c, const Origin& origin, const StoredOrder& order, bool goodsReturned,
                          ChangeSet& changes, std::vector<NewEvent>* events)
{
  struct Line {
    qint64 position;
    LineSnapshot told;
    LineClaim claim;
  };
  SC_TRY_ASSIGN(
      lines, c.rows(QStringLiteral("SELECT position, sku, quantity, shipped_quantity, reserved, taken FROM order_lines"
                                   " WHERE order_id = ? ORDER BY position"),
                    {order.id}, [](const Row& row) {
                      Line line{row.integer(0), {}, {row.integer(4), row.integer(5)}};
                      line.told.sku = row.text(1);
                      line.told.quantity = row.integer(2);
                      line.told.shippedQuantity = row.integer(3);
                      return line;
                    }));
  std::vector<ClaimChange> claims;
  qint64 reserved = 0;
  for (const Line& line : lines) {
    const OrderStatus status = order.gone ? OrderStatus::Cancelled : order.status;
    const LineClaim wanted = lineClaim(status, line.told, goodsReturned, line.claim);
    if (wanted == line.claim)
      continue;
    SC_TRY(c.run(QStringLiteral("UPDATE order_lines SET reserved = ?, taken = ? WHERE order_id = ? AND position = ?"),
                 {wanted.reserved, wanted.taken, order.id, line.position}));
    claims.push_back({order.id, line.told.sku, wanted.reserved - line.claim.reserved, wanted.taken - line.claim.taken});
    reserved += wanted.reserved - line.claim.reserved;
  }
  SC_TRY(applyClaims(c, origin, claims, changes));
  if (events && reserved != 0)
    events->push_back({order.id, 0, origin.now, reserved > 0 ? QStringLiteral("reserved") : QStringLiteral("released"),
                       QString::number(std::abs(reserved))});
  return {};
}

} // namespace supercargo
