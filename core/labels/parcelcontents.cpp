#include "core/labels/parcelcontents.h"

#include "core/domain/courier.h"
#include "core/labels/packing.h"
#include "core/outbox/knownorder.h"
#include "core/outbox/plannedparts.h"

#include <algorithm>

namespace supercargo {
namespace {

constexpr int kMostActions = 1000;
const QString kPartMark = QStringLiteral("//");

Result<void> addOrder(Connection& c, OrderId id, ParcelContents& parcel)
{
  SC_TRY_ASSIGN(order, orderThatIs(c, id));
  for (size_t i = 0; i < order.lines.size(); ++i)
    parcel.pieces.push_back({parcel.orders.size(), i, order.lines[i].quantity});
  SC_TRY_ASSIGN(packed, packedAt(c, id));
  const bool isFirst = parcel.orders.empty();
  if (!packed || (!isFirst && !parcel.packedAt))
    parcel.packedAt.reset(); // one that is missing keeps the box open
  else
    parcel.packedAt = isFirst ? *packed : std::max(*packed, *parcel.packedAt);
  parcel.orders.push_back(std::move(order));
  return {};
}

/// Also those of bookings that were cancelled: their parcels say so themselves.
Result<void> readWaybills(Connection& c, const ParcelPlan& plan, std::vector<ParcelContents>& parcels)
{
  SC_TRY_ASSIGN(entries, outboxEntries(c, {{ActionState::Done}, {}, plan.orders.front()}, kMostActions));
  return c.each(QStringLiteral("SELECT action_id, part FROM parcel_plan_bookings WHERE plan_id = ?"), {plan.id},
                [&](const Row& row) {
                  const auto entry = std::ranges::find(entries, row.id<ActionId>(0), &OutboxEntry::id);
                  const auto parcel = std::ranges::find(parcels, int(row.integer(1)), &ParcelContents::part);
                  if (entry != entries.end() && parcel != parcels.end())
                    parcel->waybills << entry->outcome.number << entry->outcome.childNumbers;
                });
}

Result<std::vector<ParcelContents>> partsOf(Connection& c, const ParcelPlan& plan)
{
  SC_TRY_ASSIGN(whole, wholeOrder(c, plan.orders.front()));
  std::vector<ParcelPieces> pieces;
  for (const PlannedParcel& parcel : plan.parcels)
    pieces.push_back(parcel.pieces);
  if (splitFault(quantitiesOf(whole.orders.front()), pieces))
    return fail(ErrorKind::Invalid, QStringLiteral("the order's lines have changed since it was split: undo the split"),
                plan.numbers.front());
  std::vector<ParcelContents> parcels;
  for (const PlannedParcel& planned : plan.parcels) {
    ParcelContents part;
    part.plan = plan.id;
    part.part = planned.part;
    part.parts = int(plan.parcels.size());
    part.orders = whole.orders;
    for (const ParcelPiece& piece : planned.pieces)
      part.pieces.push_back({0, size_t(piece.line), piece.quantity});
    SC_TRY_ASSIGN(packed,
                  c.row(QStringLiteral("SELECT packed_at FROM parcel_plan_packings WHERE plan_id = ? AND part = ?"),
                        {plan.id, qint64(planned.part)}, [](const Row& row) { return row.instant(0); }));
    part.packedAt = packed;
    parcels.push_back(std::move(part));
  }
  SC_TRY(readWaybills(c, plan, parcels));
  return parcels;
}

} // namespace

const OrderShipment* ParcelContents::shipment() const
{
  const OrderShipment* newest = nullptr;
  for (const OrderShipment& one : orders.front().shipments)
    if (one.status != ParcelStatus::Cancelled && (part == 0 || waybills.contains(one.number)))
      newest = &one;
  return newest;
}

Result<ParcelContents> wholeOrder(Connection& c, OrderId order)
{
  ParcelContents parcel;
  SC_TRY(addOrder(c, order, parcel));
  return parcel;
}

Result<std::vector<ParcelContents>> parcelsOf(Connection& c, OrderId order)
{
  SC_TRY_ASSIGN(plan, parcelPlanOf(c, order));
  if (plan && plan->kind == PlanKind::Split)
    return partsOf(c, *plan);
  std::vector<ParcelContents> parcels(1);
  if (!plan)
    SC_TRY(addOrder(c, order, parcels.front()));
  else
    for (const OrderId member : plan->orders)
      SC_TRY(addOrder(c, member, parcels.front()));
  return parcels;
}

const ParcelContents* parcelWith(const std::vector<ParcelContents>& parcels, const QString& waybill)
{
  for (const ParcelContents& parcel : parcels)
    if (parcel.part == 0 || parcel.waybills.contains(waybill) || parcel.waybills.contains(normalisedNumber(waybill)))
      return &parcel;
  return nullptr;
}

QString parcelSubject(const QString& orderNumber, int part)
{
  return part == 0 ? orderNumber : QStringLiteral("%1-%2").arg(orderNumber).arg(part);
}

int partOfSubject(const QString& subject, const QString& orderNumber)
{
  return subject.startsWith(orderNumber + u'-') ? subject.mid(orderNumber.size() + 1).toInt() : 0;
}

QString parcelCode(const QString& orderNumber, int part)
{
  return part == 0 ? orderNumber : orderNumber + kPartMark + QString::number(part);
}

std::optional<PartCode> partOfCode(const QString& code)
{
  const qsizetype mark = code.lastIndexOf(kPartMark);
  const PartCode named{code.left(mark), mark > 0 ? code.mid(mark + kPartMark.size()).toInt() : 0};
  return named.part > 0 ? std::optional(named) : std::nullopt;
}

} // namespace supercargo
