#include "core/labels/packing.h"

#include "core/domain/courier.h"
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

void takeParcel(PackingOrder& packing, const OrderDetails& order)
{
  for (const OrderShipment& parcel : order.shipments)
    if (parcel.status != ParcelStatus::Cancelled) {
      packing.shipment = parcel.id;
      packing.courier = parcel.courier;
      packing.waybill = parcel.number;
    }
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
  SC_TRY_ASSIGN(found, ordersScanned(c, text));
  if (found.empty())
    return fail(ErrorKind::NotFound, QStringLiteral("no order and no waybill has this number"), text);
  if (found.size() > 1)
    return fail(ErrorKind::Conflict, QStringLiteral("several orders have this number: scan the waybill"), text);
  SC_TRY_ASSIGN(order, orderDetails(c, found.front()));
  if (!order)
    return fail(ErrorKind::NotFound, QStringLiteral("no such order"), text);
  const OrderStatus status = order->row.status;
  const bool mayBePacked = status == OrderStatus::ToShip || status == OrderStatus::PartShipped ||
                           (status == OrderStatus::Shipped && !order->shipments.empty());
  if (!mayBePacked)
    return fail(ErrorKind::Rejected, QStringLiteral("the order is \"%1\" and not to be packed").arg(statusName(status)),
                order->row.number);
  PackingOrder packing{order->row.id, order->row.number, status, {}, {}, {}, {}, {}};
  takeParcel(packing, *order);
  SC_TRY_ASSIGN(before, packedAt(c, packing.id));
  packing.packedAt = before;
  for (const LineSnapshot& line : order->lines) {
    // The shop counts pieces as shipped once it knows the waybill, which may be before they are packed.
    const qint64 open = status == OrderStatus::PartShipped ? line.quantity - line.shippedQuantity : line.quantity;
    if (open <= 0)
      continue;
    SC_TRY_ASSIGN(codes, codesOf(c, order->row.account, line));
    packing.lines.push_back({line.sku, line.title, line.options, codes, open, 0});
  }
  if (packing.lines.empty())
    return fail(ErrorKind::Rejected, QStringLiteral("nothing of this order is left to be packed"), order->row.number);
  return packing;
}

Result<void> notePacked(Connection& c, const PackingOrder& order, const QString& actor, Instant now, ChangeSet& changes)
{
  if (order.lines.empty() || !isComplete(order))
    return fail(ErrorKind::Invalid, QStringLiteral("not everything is in the box"), order.number);
  const qint64 units = std::accumulate(order.lines.begin(), order.lines.end(), qint64(0),
                                       [](qint64 sum, const PackingLine& line) { return sum + line.packed; });
  SC_TRY_ASSIGN(added, c.run(QStringLiteral("INSERT INTO packings (order_id, packed_at, actor, units) "
                                            "VALUES (?, ?, ?, ?) ON CONFLICT (order_id) DO NOTHING"),
                             {order.id, now, actor, units}));
  if (added == 0)
    return fail(ErrorKind::Conflict, QStringLiteral("the order was packed before"), order.number);
  return noteOrderStep(c, Origin{AccountId(), std::nullopt, now}, order.id, QStringLiteral("packed"), actor, changes);
}

Result<std::optional<Instant>> packedAt(Connection& c, OrderId order)
{
  return c.row(QStringLiteral("SELECT packed_at FROM packings WHERE order_id = ?"), {order},
               [](const Row& row) { return row.instant(0); });
}

} // namespace supercargo
