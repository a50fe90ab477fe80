#include "core/labels/packing.h"

#include "core/domain/courier.h"
#include "core/labels/parcelcontents.h"
#include "core/store/orderflow.h"

#include <algorithm>
#include <numeric>

namespace supercargo {
namespace {

QString normalised(const QString& code)
{
  return code.trimmed().toUpper();
}

Result<std::vector<OrderId>> ordersScanned(Connection& c, const QString& scanned)
{
  const auto id = [](const Row& row) { return row.id<OrderId>(0); };
  SC_TRY_ASSIGN(
      numbered,
      c.rows(QStringLiteral("SELECT id FROM orders WHERE number = ? AND gone_at IS NULL ORDER BY id DESC LIMIT 3"),
             {scanned}, id));
  if (!numbered.empty())
    return numbered;
  SC_TRY_ASSIGN(sent,
                c.rows(QStringLiteral("SELECT order_id FROM shipments WHERE number IN (?, ?) AND order_id IS NOT NULL"),
                       {scanned, normalisedNumber(scanned)}, id));
  if (!sent.empty())
    return sent;
  bool isNumber = false;
  const qint64 own = scanned.toLongLong(&isNumber);
  if (!isNumber)
    return std::vector<OrderId>();
  return c.rows(QStringLiteral("SELECT id FROM orders WHERE id = ? AND gone_at IS NULL"), {own}, id);
}

/// What a scanner may read from the goods of a line.
Result<QStringList> codesOf(Connection& c, AccountId account, const LineSnapshot& line)
{
  QStringList codes{line.sku};
  SC_TRY(c.each(QStringLiteral("SELECT barcode, sku FROM variants WHERE (account_id = ? AND external_id = ?) "
                               "OR (sku = ? AND sku <> '')"),
                {account, line.variantExternalId.isEmpty() ? QStringLiteral("\n") : line.variantExternalId, line.sku},
                [&](const Row& row) { codes << row.text(0) << row.text(1); }));
  codes.removeAll(QString());
  for (QString& code : codes)
    code = normalised(code);
  codes.removeDuplicates();
  return codes;
}

Result<void> checkMayBePacked(const OrderDetails& order)
{
  const OrderStatus status = order.row.status;
  const bool mayBePacked = status == OrderStatus::ToShip || status == OrderStatus::PartShipped ||
                           (status == OrderStatus::Shipped && !order.shipments.empty());
  if (!mayBePacked)
    return fail(ErrorKind::Rejected, QStringLiteral("the order is \"%1\" and not to be packed").arg(statusName(status)),
                order.row.number);
  return {};
}

/// Those with this number that are split: only they have slips of parts.
Result<std::vector<OrderId>> splitOrders(Connection& c, const QString& number)
{
  return c.rows(QStringLiteral("SELECT o.id FROM orders o JOIN parcel_plan_orders m ON m.order_id = o.id JOIN "
                               "parcel_plans p ON p.id = m.plan_id WHERE o.number = ? AND o.gone_at IS NULL AND "
                               "p.kind = ? ORDER BY o.id"),
                {number, planKindName(PlanKind::Split)}, [](const Row& row) { return row.id<OrderId>(0); });
}

struct Scanned {
  std::vector<OrderId> orders;
  int part = 0; ///< the one whose slip it was; 0: that was not said
};

/// A number that could be either, an order's own and a part's slip, finds both: nobody guesses between them.
Result<Scanned> whatIsScanned(Connection& c, const QString& text)
{
  Scanned found;
  SC_TRY_ASSIGN(orders, ordersScanned(c, text));
  found.orders = std::move(orders);
  if (const auto named = partOfCode(text)) {
    SC_TRY_ASSIGN(split, splitOrders(c, named->orderNumber));
    if (!split.empty())
      found.part = named->part;
    found.orders.insert(found.orders.end(), split.begin(), split.end());
  }
  return found;
}

/// The parcel whose slip or waybill was scanned, else the next that is not packed; nullptr: there is no such part.
const ParcelContents* parcelToPack(const std::vector<ParcelContents>& parcels, const QString& scanned, int part)
{
  if (part > 0) {
    const auto named = std::ranges::find(parcels, part, &ParcelContents::part);
    return named == parcels.end() ? nullptr : &*named;
  }
  if (const ParcelContents* labelled = parcelWith(parcels, scanned))
    return labelled;
  const auto open = std::ranges::find_if(parcels, [](const ParcelContents& parcel) { return !parcel.packedAt; });
  return open == parcels.end() ? &parcels.back() : &*open;
}

PackingOrder boxOf(const ParcelContents& parcel, OrderId opened)
{
  PackingOrder box;
  for (const OrderDetails& order : parcel.orders) {
    box.orders.push_back(order.row.id);
    if (order.row.id != opened) {
      box.further << order.row.number;
      continue;
    }
    box.id = opened;
    box.number = order.row.number;
    box.status = order.row.status;
  }
  if (const OrderShipment* booked = parcel.shipment()) {
    box.shipment = booked->id;
    box.courier = booked->courier;
    box.waybill = booked->number;
  }
  box.packedAt = parcel.packedAt;
  box.plan = parcel.plan;
  box.part = parcel.part;
  box.parts = parcel.parts;
  return box;
}

qint64 unitsOf(const PackingOrder& box, OrderId order)
{
  return std::accumulate(box.lines.begin(), box.lines.end(), qint64(0), [order](qint64 sum, const PackingLine& line) {
    return line.order == order ? sum + line.packed : sum;
  });
}

/// False: it was packed before.
Result<bool> addPacking(Connection& c, OrderId order, qint64 units, const QString& actor, Instant now)
{
  SC_TRY_ASSIGN(added, c.run(QStringLiteral("INSERT INTO packings (order_id, packed_at, actor, units) "
                                            "VALUES (?, ?, ?, ?) ON CONFLICT (order_id) DO NOTHING"),
                             {order, now, actor, units}));
  return added > 0;
}

Result<void> notePart(Connection& c, const PackingOrder& box, const QString& actor, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(stands, c.number(QStringLiteral("SELECT COUNT(*) FROM parcel_plans WHERE id = ?"), {*box.plan}));
  SC_TRY_ASSIGN(added, c.run(QStringLiteral("INSERT INTO parcel_plan_packings (plan_id, part, packed_at, actor, units) "
                                            "VALUES (?, ?, ?, ?, ?) ON CONFLICT (plan_id, part) DO NOTHING"),
                             {*box.plan, qint64(box.part), now, actor, unitsOf(box, box.id)}));
  if (stands == 0 || added == 0)
    return fail(ErrorKind::Conflict, QStringLiteral("the part was packed before, or the split was undone"), box.number);
  SC_TRY_ASSIGN(packed,
                c.number(QStringLiteral("SELECT COUNT(*) FROM parcel_plan_packings WHERE plan_id = ?"), {*box.plan}));
  if (packed >= box.parts) {
    SC_TRY_ASSIGN(
        units, c.number(QStringLiteral("SELECT CAST(SUM(units) AS BIGINT) FROM parcel_plan_packings WHERE plan_id = ?"),
                        {*box.plan}));
    SC_TRY(addPacking(c, box.id, units, actor, now));
  }
  return noteOrderStep(c, Origin{AccountId(), std::nullopt, now}, box.id, QStringLiteral("packed"),
                       QStringLiteral("%1, parcel %2 of %3").arg(actor).arg(box.part).arg(box.parts), changes);
}

} // namespace

ScanOutcome scanPiece(PackingOrder& order, const QString& code)
{
  const QString wanted = normalised(code);
  if (wanted.isEmpty())
    return {ScanVerdict::Empty, std::nullopt, isComplete(order)};
  std::optional<size_t> full;
  for (size_t i = 0; i < order.lines.size(); ++i) {
    PackingLine& line = order.lines[i];
    if (!line.codes.contains(wanted))
      continue;
    if (!line.isComplete()) {
      ++line.packed;
      return {ScanVerdict::Accepted, i, isComplete(order)};
    }
    full = i;
  }
  return {full ? ScanVerdict::Surplus : ScanVerdict::Wrong, full, isComplete(order)};
}

bool isComplete(const PackingOrder& order)
{
  return std::ranges::all_of(order.lines, &PackingLine::isComplete);
}

bool takeBack(PackingOrder& order, size_t line)
{
  if (line >= order.lines.size() || order.lines[line].packed == 0)
    return false;
  --order.lines[line].packed;
  return true;
}

Result<PackingOrder> packingOrder(Connection& c, const QString& scanned)
{
  const QString text = scanned.trimmed();
  SC_TRY_ASSIGN(found, whatIsScanned(c, text));
  if (found.orders.empty())
    return fail(ErrorKind::NotFound, QStringLiteral("no order and no waybill has this number"), text);
  if (found.orders.size() > 1)
    return fail(ErrorKind::Conflict, QStringLiteral("several orders have this number: scan the waybill"), text);
  SC_TRY_ASSIGN(parcels, parcelsOf(c, found.orders.front()));
  const ParcelContents* wanted = parcelToPack(parcels, text, found.part);
  if (!wanted)
    return fail(ErrorKind::NotFound, QStringLiteral("the order is not split into that many parcels"), text);
  const ParcelContents& parcel = *wanted;
  for (const OrderDetails& order : parcel.orders)
    SC_TRY(checkMayBePacked(order));
  PackingOrder box = boxOf(parcel, found.orders.front());
  for (const PackedPiece& piece : parcel.pieces) {
    const OrderDetails& order = parcel.orders[piece.order];
    const LineSnapshot& line = order.lines[piece.line];
    // The shop counts pieces as shipped once it knows the waybill, which may be before they are packed.
    const bool isRest = parcel.part == 0 && order.row.status == OrderStatus::PartShipped;
    const qint64 open = isRest ? piece.quantity - line.shippedQuantity : piece.quantity;
    if (open <= 0)
      continue;
    SC_TRY_ASSIGN(codes, codesOf(c, order.row.account, line));
    box.lines.push_back({line.sku, line.title, line.options, codes, open, 0, order.row.id});
  }
  if (box.lines.empty())
    return fail(ErrorKind::Rejected, QStringLiteral("nothing of this order is left to be packed"), box.number);
  return box;
}

Result<void> notePacked(Connection& c, const PackingOrder& box, const QString& actor, Instant now, ChangeSet& changes)
{
  if (box.lines.empty() || !isComplete(box))
    return fail(ErrorKind::Invalid, QStringLiteral("not everything is in the box"), box.number);
  if (box.part > 0)
    return notePart(c, box, actor, now, changes);
  bool isNew = false;
  for (const OrderId order : box.orders) {
    SC_TRY_ASSIGN(added, addPacking(c, order, unitsOf(box, order), actor, now));
    isNew |= added;
    if (added)
      SC_TRY(noteOrderStep(c, Origin{AccountId(), std::nullopt, now}, order, QStringLiteral("packed"), actor, changes));
  }
  if (!isNew)
    return fail(ErrorKind::Conflict, QStringLiteral("the order was packed before"), box.number);
  return {};
}

Result<std::optional<Instant>> packedAt(Connection& c, OrderId order)
{
  return c.row(QStringLiteral("SELECT packed_at FROM packings WHERE order_id = ?"), {order},
               [](const Row& row) { return row.instant(0); });
}

} // namespace supercargo
