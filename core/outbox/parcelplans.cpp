#include "core/outbox/parcelplans.h"

#include "core/db/ids.h"
#include "core/outbox/knownorder.h"
#include "core/outbox/plannedparts.h"
#include "core/store/orderflow.h"

#include <algorithm>

namespace supercargo {
namespace {

Result<bool> hasLiveBooking(Connection& c, OrderId order)
{
  SC_TRY_ASSIGN(live,
                c.number(QStringLiteral("SELECT COUNT(*) FROM outbox a WHERE a.order_id = ? AND %1").arg(liveBooking()),
                         {order}));
  return live > 0;
}

/// A refused booking could be sent again later and would then carry what is no longer together.
Result<void> dropFailedBookings(Connection& c, OrderId order, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(entries, outboxEntries(c, {{ActionState::Failed}, {}, order}, 1000));
  for (const OutboxEntry& entry : entries)
    if (std::holds_alternative<BookParcel>(entry.action.what))
      SC_TRY(cancelAction(c, entry.id, now, changes));
  return {};
}

Result<void> note(Connection& c, const OrderDetails& order, const QString& kind, const QString& text, Instant now,
                  ChangeSet& changes)
{
  return noteOrderStep(c, {order.row.account, std::nullopt, now}, order.row.id, kind, text, changes);
}

std::vector<OrderId> eachOnce(const std::vector<OrderId>& orders)
{
  std::vector<OrderId> list;
  for (const OrderId id : orders)
    if (!std::ranges::count(list, id))
      list.push_back(id);
  return list;
}

Result<std::vector<OrderDetails>> allOf(Connection& c, const std::vector<OrderId>& orders)
{
  std::vector<OrderDetails> list;
  for (const OrderId id : eachOnce(orders)) {
    SC_TRY_ASSIGN(order, orderThatIs(c, id));
    list.push_back(std::move(order));
  }
  return list;
}

Result<std::vector<MergeFinding>> findingsOf(Connection& c, const std::vector<OrderDetails>& orders)
{
  std::vector<MergeFacts> facts;
  for (const OrderDetails& order : orders) {
    SC_TRY_ASSIGN(plan, parcelPlanOf(c, order.row.id));
    SC_TRY_ASSIGN(booked, hasLiveBooking(c, order.row.id));
    facts.push_back(mergeFacts(order));
    facts.back().planned = plan.has_value();
    facts.back().booked |= booked;
  }
  return mergeFindings(facts);
}

Result<void> needReason(const QString& reason)
{
  return reason.trimmed().isEmpty() ? Result<void>(fail(ErrorKind::Invalid, QStringLiteral("say why")))
                                    : Result<void>();
}

Result<qint64> addPlan(Connection& c, PlanKind kind, const std::vector<OrderDetails>& orders, const QString& reason,
                       const QString& actor, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("parcel_plans")));
  SC_TRY(c.run(QStringLiteral("INSERT INTO parcel_plans (id, kind, reason, actor, created_at) VALUES (?, ?, ?, ?, ?)"),
               {id, planKindName(kind), reason.trimmed(), actor, now}));
  for (size_t i = 0; i < orders.size(); ++i) {
    SC_TRY(dropFailedBookings(c, orders[i].row.id, now, changes));
    SC_TRY(c.run(QStringLiteral("INSERT INTO parcel_plan_orders (order_id, plan_id, position) VALUES (?, ?, ?)"),
                 {orders[i].row.id, id, qint64(i)}));
  }
  return id;
}

Result<PlanAnswer> answerOf(Connection& c, OrderId order, bool alreadySo)
{
  SC_TRY_ASSIGN(plan, parcelPlanOf(c, order));
  if (!plan)
    return fail(ErrorKind::Database, QStringLiteral("the plan was not kept"));
  return PlanAnswer{std::move(*plan), alreadySo};
}

bool isSameGroup(std::vector<OrderId> a, std::vector<OrderId> b)
{
  std::ranges::sort(a);
  std::ranges::sort(b);
  return a == b;
}

/// Whatever the order of the parcels and of the lines in them.
bool isSameSplit(const ParcelPlan& plan, std::vector<ParcelPieces> wanted)
{
  const auto less = [](const ParcelPieces& a, const ParcelPieces& b) {
    return std::ranges::lexicographical_compare(
        a, b, {}, [](const ParcelPiece& piece) { return std::pair(piece.line, piece.quantity); },
        [](const ParcelPiece& piece) { return std::pair(piece.line, piece.quantity); });
  };
  std::vector<ParcelPieces> kept;
  for (const PlannedParcel& parcel : plan.parcels)
    kept.push_back(sortedPieces(parcel.pieces));
  for (ParcelPieces& pieces : wanted)
    pieces = sortedPieces(std::move(pieces));
  std::ranges::sort(kept, less);
  std::ranges::sort(wanted, less);
  return kept == wanted;
}

} // namespace

QString planKindName(PlanKind kind)
{
  return kind == PlanKind::Merge ? QStringLiteral("merge") : QStringLiteral("split");
}

bool ParcelPlan::isBooked() const
{
  return std::ranges::any_of(parcels, &PlannedParcel::booked);
}

Result<std::vector<MergeFinding>> mergeObstacles(Connection& c, const std::vector<OrderId>& ids)
{
  SC_TRY_ASSIGN(orders, allOf(c, ids));
  return findingsOf(c, orders);
}

Result<PlanAnswer> mergeOrders(Connection& c, const std::vector<OrderId>& ids, const QString& reason,
                               const QString& actor, Instant now, ChangeSet& changes)
{
  SC_TRY(needReason(reason));
  SC_TRY_ASSIGN(orders, allOf(c, ids));
  if (orders.size() < 2)
    return fail(ErrorKind::Invalid, QStringLiteral("name two orders or more"));
  SC_TRY_ASSIGN(before, parcelPlanOf(c, orders.front().row.id));
  if (before && before->kind == PlanKind::Merge && isSameGroup(before->orders, eachOnce(ids)))
    return PlanAnswer{std::move(*before), true};
  SC_TRY_ASSIGN(findings, findingsOf(c, orders));
  if (!findings.empty())
    return fail(ErrorKind::Rejected, mergeRefusal(findings), findings.front().number);
  SC_TRY(addPlan(c, PlanKind::Merge, orders, reason, actor, now, changes));
  for (const OrderDetails& order : orders) {
    QStringList others;
    for (const OrderDetails& other : orders)
      if (other.row.id != order.row.id)
        others << other.row.number;
    SC_TRY(note(c, order, QStringLiteral("merged"),
                QStringLiteral("with %1: %2").arg(others.join(QStringLiteral(", ")), reason.trimmed()), now, changes));
  }
  return answerOf(c, orders.front().row.id, false);
}

Result<PlanAnswer> splitOrder(Connection& c, OrderId id, const std::vector<ParcelPieces>& parcels,
                              const QString& reason, const QString& actor, Instant now, ChangeSet& changes)
{
  SC_TRY(needReason(reason));
  SC_TRY_ASSIGN(order, orderThatIs(c, id));
  const QString number = order.row.number;
  if (const auto fault = splitFault(quantitiesOf(order), parcels))
    return fail(ErrorKind::Invalid, splitFaultText(*fault), number);
  SC_TRY_ASSIGN(before, parcelPlanOf(c, id));
  if (before && before->kind == PlanKind::Split && isSameSplit(*before, parcels))
    return PlanAnswer{std::move(*before), true};
  if (before)
    return fail(ErrorKind::Conflict,
                QStringLiteral("the order is %1 already: undo that first")
                    .arg(before->kind == PlanKind::Merge ? QStringLiteral("merged with others")
                                                         : QStringLiteral("split otherwise")),
                number);
  const MergeFacts facts = mergeFacts(order);
  if (!facts.waits)
    return fail(ErrorKind::Rejected,
                QStringLiteral("the order is \"%1\" and not waiting to be shipped as a whole")
                    .arg(statusName(order.row.status)),
                number);
  SC_TRY_ASSIGN(live, hasLiveBooking(c, id));
  if (facts.booked || live)
    return fail(ErrorKind::Conflict, QStringLiteral("a parcel is booked already: cancel it first"), number);
  std::vector<OrderDetails> alone;
  alone.push_back(std::move(order));
  SC_TRY_ASSIGN(plan, addPlan(c, PlanKind::Split, alone, reason, actor, now, changes));
  const QStringList keys = lineKeys(alone.front());
  for (size_t i = 0; i < parcels.size(); ++i)
    for (const ParcelPiece& piece : sortedPieces(parcels[i]))
      SC_TRY(c.run(QStringLiteral("INSERT INTO parcel_plan_lines (plan_id, part, line, quantity) VALUES (?, ?, ?, ?)"),
                   {plan, qint64(i + 1), keys[piece.line], piece.quantity}));
  SC_TRY(note(c, alone.front(), QStringLiteral("split"),
              QStringLiteral("into %1 parcels: %2").arg(parcels.size()).arg(reason.trimmed()), now, changes));
  return answerOf(c, id, false);
}

Result<std::optional<ParcelPlan>> undoParcelPlan(Connection& c, OrderId id, const QString& reason, const QString& actor,
                                                 Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(plan, parcelPlanOf(c, id));
  if (!plan) {
    SC_TRY(orderThatIs(c, id));
    return std::nullopt;
  }
  if (plan->isBooked())
    return fail(ErrorKind::Conflict, QStringLiteral("a parcel is booked already: cancel it first"),
                plan->numbers.front());
  for (const char* table : {"parcel_plan_orders", "parcel_plan_lines", "parcel_plan_bookings", "parcel_plan_packings"})
    SC_TRY(c.run(QStringLiteral("DELETE FROM %1 WHERE plan_id = ?").arg(QLatin1String(table)), {plan->id}));
  SC_TRY(c.run(QStringLiteral("DELETE FROM parcel_plans WHERE id = ?"), {plan->id}));
  const QString kind = plan->kind == PlanKind::Merge ? QStringLiteral("unmerged") : QStringLiteral("unsplit");
  for (const OrderId member : plan->orders) {
    SC_TRY(dropFailedBookings(c, member, now, changes));
    SC_TRY_ASSIGN(order, orderThatIs(c, member));
    SC_TRY(note(c, order, kind, reason.trimmed().isEmpty() ? actor : reason.trimmed(), now, changes));
  }
  return plan;
}

} // namespace supercargo
