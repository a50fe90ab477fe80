// How plans are read, and what of them is booked and told to the shops.
#include "core/outbox/knownorder.h"
#include "core/outbox/plannedparts.h"
#include "core/rules/shippingrules.h"

#include <algorithm>
#include <limits>

namespace supercargo {
namespace {

Result<std::optional<ParcelPlan>> planRow(Connection& c, OrderId order)
{
  return c.row(QStringLiteral("SELECT p.id, p.kind, p.reason, p.actor, p.created_at FROM parcel_plan_orders o JOIN "
                              "parcel_plans p ON p.id = o.plan_id WHERE o.order_id = ?"),
               {order}, [](const Row& row) {
                 ParcelPlan plan;
                 plan.id = row.id<ParcelPlanId>(0);
                 plan.kind = row.text(1) == QLatin1String("split") ? PlanKind::Split : PlanKind::Merge;
                 plan.reason = row.text(2);
                 plan.actor = row.text(3);
                 plan.createdAt = row.instant(4);
                 return plan;
               });
}

Result<void> readOrders(Connection& c, ParcelPlan& plan)
{
  return c.each(QStringLiteral("SELECT o.id, o.number FROM parcel_plan_orders p JOIN orders o ON o.id = p.order_id "
                               "WHERE p.plan_id = ? ORDER BY p.position"),
                {plan.id}, [&](const Row& row) {
                  plan.orders.push_back(row.id<OrderId>(0));
                  plan.numbers << row.text(1);
                });
}

QStringList keysOf(const QStringList& externalIds)
{
  QStringList keys;
  for (qsizetype i = 0; i < externalIds.size(); ++i)
    keys << (externalIds[i].isEmpty() || externalIds.count(externalIds[i]) > 1 ? QStringLiteral("#%1").arg(i)
                                                                               : externalIds[i]);
  return keys;
}

/// A piece of a line that is no longer there gets the place -1, so that the split is seen not to fit any more.
Result<void> readPieces(Connection& c, ParcelPlan& plan)
{
  SC_TRY_ASSIGN(ids, c.rows(QStringLiteral("SELECT external_id FROM order_lines WHERE order_id = ? ORDER BY position"),
                            {plan.orders.front()}, [](const Row& row) { return row.text(0); }));
  const QStringList keys = keysOf(QStringList(ids.begin(), ids.end()));
  SC_TRY(c.each(QStringLiteral("SELECT part, line, quantity FROM parcel_plan_lines WHERE plan_id = ? ORDER BY part"),
                {plan.id}, [&](const Row& row) {
                  const int part = int(row.integer(0));
                  if (plan.parcels.empty() || plan.parcels.back().part != part)
                    plan.parcels.push_back({part, {}, false});
                  plan.parcels.back().pieces.push_back({keys.indexOf(row.text(1)), row.integer(2)});
                }));
  for (PlannedParcel& parcel : plan.parcels)
    std::ranges::sort(parcel.pieces, {}, &ParcelPiece::line);
  return {};
}

Result<void> readBookings(Connection& c, ParcelPlan& plan)
{
  return c.each(QStringLiteral("SELECT b.part FROM parcel_plan_bookings b JOIN outbox a ON a.id = b.action_id WHERE "
                               "b.plan_id = ? AND %1")
                    .arg(liveBooking()),
                {plan.id}, [&](const Row& row) {
                  for (PlannedParcel& parcel : plan.parcels)
                    parcel.booked |= parcel.part == row.integer(0);
                });
}

void addPieces(ParcelLoad& load, const OrderDetails& order, const LineSnapshot& line, qint64 quantity)
{
  ParcelItem item{line.title, quantity, line.sku};
  if (line.quantity > 0) {
    const qint64 each = line.total.minor() / line.quantity, rest = line.total.minor() % line.quantity;
    item.value = Money(each * quantity + rest * quantity / line.quantity, line.total.currency());
  }
  load.items.push_back(std::move(item));
  load.goods.push_back({order.row.id, order.row.account, line.sku, quantity});
}

void addLines(ParcelLoad& load, const OrderDetails& order)
{
  for (const LineSnapshot& line : order.lines)
    addPieces(load, order, line, line.quantity);
}

Result<ParcelLoad> mergedLoad(Connection& c, const ParcelPlan& plan)
{
  ParcelLoad load{plan.id, 0, {}, {}};
  std::vector<MergeFacts> facts;
  for (const OrderId id : plan.orders) {
    SC_TRY_ASSIGN(order, orderThatIs(c, id));
    facts.push_back(mergeFacts(order));
    facts.back().booked = false; // by the caller, for the head
    addLines(load, order);
  }
  // Buyers cancel and move: what was the same recipient need not be any more.
  if (const auto findings = mergeFindings(facts); !findings.empty())
    return fail(ErrorKind::Rejected, mergeRefusal(findings) + QStringLiteral("; undo the merge"),
                findings.front().number);
  return load;
}

Result<ParcelLoad> nextPart(const ParcelPlan& plan, const OrderDetails& order)
{
  std::vector<ParcelPieces> parcels;
  for (const PlannedParcel& parcel : plan.parcels)
    parcels.push_back(parcel.pieces);
  if (splitFault(quantitiesOf(order), parcels))
    return fail(ErrorKind::Conflict,
                QStringLiteral("the order's lines have changed since it was split: undo the split"), order.row.number);
  const auto open = std::ranges::find(plan.parcels, false, &PlannedParcel::booked);
  if (open == plan.parcels.end())
    return fail(ErrorKind::Conflict, QStringLiteral("all parcels of this order are booked already"), order.row.number);
  ParcelLoad load{plan.id, open->part, {}, {}};
  for (const ParcelPiece& piece : open->pieces)
    addPieces(load, order, order.lines[size_t(piece.line)], piece.quantity);
  return load;
}

struct Booked {
  ParcelPlanId plan;
  int part = 0;
};

Result<std::optional<Booked>> bookedPart(Connection& c, ActionId booking)
{
  return c.row(QStringLiteral("SELECT plan_id, part FROM parcel_plan_bookings WHERE action_id = ?"), {booking},
               [](const Row& row) {
                 return Booked{row.id<ParcelPlanId>(0), int(row.integer(1))};
               });
}

/// Parts whose courier has said yes.
Result<bool> allAnswered(Connection& c, const ParcelPlan& plan)
{
  SC_TRY_ASSIGN(answered,
                c.number(QStringLiteral("SELECT COUNT(DISTINCT b.part) FROM parcel_plan_bookings b JOIN outbox a ON "
                                        "a.id = b.action_id WHERE b.plan_id = ? AND a.state IN ('done', 'pending') AND "
                                        "%1")
                             .arg(liveBooking()),
                         {plan.id}));
  return answered >= qint64(plan.parcels.size());
}

} // namespace

MergeFacts mergeFacts(const OrderDetails& order)
{
  const OrderRow& row = order.row;
  MergeFacts facts;
  facts.order = row.id;
  facts.number = row.number;
  const bool hasLeft = std::ranges::any_of(order.lines, [](const LineSnapshot& l) { return l.shippedQuantity > 0; });
  facts.waits = row.status == OrderStatus::ToShip && row.stage == FlowStage::ToShip && !row.gone && !hasLeft;
  facts.cashOnDelivery = row.payment == PaymentStatus::Cod || isCashOnDelivery(order.paymentMethod);
  facts.paid =
      row.payment == PaymentStatus::Paid || row.payment == PaymentStatus::PartiallyRefunded || facts.cashOnDelivery;
  facts.booked = std::ranges::any_of(
      order.shipments, [](const OrderShipment& parcel) { return parcel.status != ParcelStatus::Cancelled; });
  facts.currency = row.total.currency();
  facts.recipient = order.shipTo;
  if (facts.recipient.phone.isEmpty())
    facts.recipient.phone = order.customerPhone;
  return facts;
}

QString mergeRefusal(const std::vector<MergeFinding>& findings)
{
  QStringList parts;
  QString number;
  for (const MergeFinding& finding : findings) {
    const QString name = mergeObstacleName(finding.obstacle);
    if (parts.isEmpty() || finding.number != number)
      parts << (finding.number.isEmpty() ? name : finding.number + QStringLiteral(": ") + name);
    else
      parts.last() += QStringLiteral(", ") + name;
    number = finding.number;
  }
  return QStringLiteral("the orders cannot share a parcel: ") + parts.join(QStringLiteral("; "));
}

std::vector<qint64> quantitiesOf(const OrderDetails& order)
{
  std::vector<qint64> quantities;
  for (const LineSnapshot& line : order.lines)
    quantities.push_back(line.quantity);
  return quantities;
}

QStringList lineKeys(const OrderDetails& order)
{
  QStringList ids;
  for (const LineSnapshot& line : order.lines)
    ids << line.externalId;
  return keysOf(ids);
}

QString liveBooking()
{
  return QStringLiteral("a.kind = 'book_parcel' AND a.state NOT IN ('failed', 'cancelled') AND NOT EXISTS (SELECT 1 "
                        "FROM outbox x WHERE x.order_id = a.order_id AND x.compensates = a.id AND x.state = 'done')");
}

Result<std::optional<ParcelPlan>> parcelPlanOf(Connection& c, OrderId order)
{
  SC_TRY_ASSIGN(plan, planRow(c, order));
  if (!plan)
    return std::nullopt;
  SC_TRY(readOrders(c, *plan));
  if (plan->kind == PlanKind::Split)
    SC_TRY(readPieces(c, *plan));
  else
    plan->parcels.push_back({0, {}, false});
  SC_TRY(readBookings(c, *plan));
  return plan;
}

Result<OrderId> bookedWith(Connection& c, OrderId order)
{
  SC_TRY_ASSIGN(head, c.row(QStringLiteral("SELECT h.order_id FROM parcel_plan_orders o JOIN parcel_plan_orders h ON "
                                           "h.plan_id = o.plan_id AND h.position = 0 WHERE o.order_id = ?"),
                            {order}, [](const Row& row) { return row.id<OrderId>(0); }));
  return head.value_or(order);
}

Result<qint64> ordersTogether(Connection& c, OrderId order)
{
  SC_TRY_ASSIGN(count, c.number(QStringLiteral("SELECT COUNT(*) FROM parcel_plan_orders o JOIN parcel_plan_orders m ON "
                                               "m.plan_id = o.plan_id WHERE o.order_id = ?"),
                                {order}));
  return std::max<qint64>(1, count);
}

Result<ParcelLoad> nextLoad(Connection& c, const OrderDetails& order)
{
  SC_TRY_ASSIGN(plan, parcelPlanOf(c, order.row.id));
  if (plan)
    return plan->kind == PlanKind::Merge ? mergedLoad(c, *plan) : nextPart(*plan, order);
  return wholeLoad(order);
}

ParcelLoad wholeLoad(const OrderDetails& order)
{
  ParcelLoad load;
  addLines(load, order);
  return load;
}

Result<void> weighItems(Connection& c, ParcelLoad& load)
{
  for (size_t i = 0; i < load.items.size(); ++i) {
    SC_TRY_ASSIGN(grams, soldWeight(c, {load.goods[i]}));
    if (grams && *grams <= std::numeric_limits<int>::max())
      load.items[i].grams = int(*grams);
  }
  return {};
}

Result<std::optional<qint64>> nextLoadWeight(Connection& c, const OrderDetails& order)
{
  const auto load = nextLoad(c, order);
  if (!load && (load.error().kind == ErrorKind::Conflict || load.error().kind == ErrorKind::Rejected))
    return std::nullopt;
  if (!load)
    return fail(load.error());
  return soldWeight(c, load->goods);
}

Result<void> noteLoadBooked(Connection& c, const ParcelLoad& load, ActionId booking)
{
  if (load.plan)
    SC_TRY(c.run(QStringLiteral("INSERT INTO parcel_plan_bookings (action_id, plan_id, part) VALUES (?, ?, ?) ON "
                                "CONFLICT (action_id) DO NOTHING"),
                 {booking, *load.plan, load.part}));
  return {};
}

Result<std::vector<LoadShare>> loadShares(Connection& c, const OutboxEntry& booking)
{
  if (!booking.order)
    return std::vector<LoadShare>();
  const std::vector<LoadShare> alone{{*booking.order, {}, false, true}};
  SC_TRY_ASSIGN(booked, bookedPart(c, booking.id));
  if (!booked)
    return alone;
  SC_TRY_ASSIGN(plan, parcelPlanOf(c, *booking.order));
  if (!plan || plan->id != booked->plan)
    return alone;
  std::vector<LoadShare> shares;
  if (plan->kind == PlanKind::Merge) {
    for (const OrderId order : plan->orders)
      shares.push_back({order, {}, false, true});
    return shares;
  }
  SC_TRY_ASSIGN(last, allAnswered(c, *plan));
  LoadShare share{*booking.order, {}, true, last};
  SC_TRY(c.each(QStringLiteral("SELECT line, quantity FROM parcel_plan_lines WHERE plan_id = ? AND part = ? ORDER BY "
                               "line"),
                {plan->id, booked->part},
                [&](const Row& row) { share.lines.emplace_back(row.text(0), row.integer(1)); }));
  // Lines that their shop gave no id cannot be named to it.
  if (std::ranges::any_of(share.lines, [](const auto& line) { return line.first.startsWith(u'#'); }))
    share.lines.clear();
  shares.push_back(std::move(share));
  return shares;
}

Result<void> shareShipment(Connection& c, const std::vector<LoadShare>& shares, const QString& number)
{
  for (const LoadShare& share : shares)
    SC_TRY(c.run(QStringLiteral("INSERT INTO shipment_orders (order_id, shipment_id) SELECT CAST(? AS BIGINT), s.id "
                                "FROM shipments s WHERE s.number = ? AND s.order_id <> ? ON CONFLICT (order_id, "
                                "shipment_id) DO NOTHING"),
                 {share.order, number, share.order}));
  return {};
}

Result<std::vector<OrderId>> sharersOf(Connection& c, const QString& number)
{
  return c.rows(
      QStringLiteral("SELECT o.order_id FROM shipments s JOIN shipment_orders o ON o.shipment_id = s.id WHERE "
                     "s.number = ? ORDER BY o.order_id"),
      {number}, [](const Row& row) { return row.id<OrderId>(0); });
}

} // namespace supercargo
