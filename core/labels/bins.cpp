#include "core/labels/bins.h"

#include "core/labels/packing.h"
#include "core/labels/parcelcontents.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>

namespace supercargo {
namespace {

using BinsBySku = QHash<QString, QString>;

Result<BinsBySku> binsBySku(Connection& c, const QString& warehouse)
{
  SC_TRY_ASSIGN(rows, binRows(c, warehouse));
  BinsBySku bins;
  for (const BinRow& row : rows) // in walking order: the first one stays
    if (!bins.contains(row.sku))
      bins.insert(row.sku, row.bin);
  return bins;
}

/// What its parcels still need: goods of merged orders are fetched together, those of parts that are packed are not. A
/// split that no longer fits its order keeps nobody from fetching the goods.
Result<std::vector<ParcelContents>> parcelsToPick(Connection& c, OrderId order)
{
  auto parcels = parcelsOf(c, order);
  if (parcels)
    std::erase_if(*parcels, [](const ParcelContents& parcel) { return parcel.packedAt.has_value(); });
  else if (parcels.error().kind == ErrorKind::NotFound)
    return std::vector<ParcelContents>();
  if (parcels || parcels.error().kind != ErrorKind::Invalid)
    return parcels;
  SC_TRY_ASSIGN(whole, wholeOrder(c, order));
  return std::vector{std::move(whole)};
}

bool isToBePicked(const OrderDetails& order)
{
  return (order.row.status == OrderStatus::ToShip || order.row.status == OrderStatus::PartShipped) && !order.row.gone;
}

} // namespace

Result<void> setBin(Connection& c, const BinRow& row, ChangeSet& changes)
{
  const QString sku = row.sku.trimmed(), bin = row.bin.trimmed();
  if (sku.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("a bin belongs to a SKU"));
  changes.stock = true;
  if (bin.isEmpty()) {
    SC_TRY(c.run(QStringLiteral("DELETE FROM bins WHERE sku = ? AND warehouse = ?"), {sku, row.warehouse}));
    return {};
  }
  SC_TRY(c.run(QStringLiteral("INSERT INTO bins (sku, warehouse, bin) VALUES (?, ?, ?) "
                              "ON CONFLICT (sku, warehouse) DO UPDATE SET bin = excluded.bin"),
               {sku, row.warehouse, bin}));
  return {};
}

Result<std::vector<BinRow>> binRows(Connection& c, const QString& warehouse)
{
  const auto make = [](const Row& row) { return BinRow{row.text(0), row.text(1), row.text(2)}; };
  auto rows = warehouse.isEmpty()
                  ? c.rows(QStringLiteral("SELECT sku, warehouse, bin FROM bins ORDER BY sku, warehouse"), {}, make)
                  : c.rows(QStringLiteral("SELECT sku, warehouse, bin FROM bins WHERE warehouse = ? ORDER BY sku"),
                           {warehouse}, make);
  if (rows)
    std::stable_sort(rows->begin(), rows->end(),
                     [](const BinRow& a, const BinRow& b) { return binBefore(a.bin, b.bin); });
  return rows;
}

bool binBefore(QStringView a, QStringView b)
{
  if (a.isEmpty() != b.isEmpty())
    return b.isEmpty();
  qsizetype i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (a[i].isDigit() && b[j].isDigit()) {
      const auto number = [](QStringView text, qsizetype& at) {
        quint64 value = 0;
        for (; at < text.size() && text[at].isDigit(); ++at)
          value = value * 10 + quint64(text[at].digitValue());
        return value;
      };
      const quint64 left = number(a, i), right = number(b, j);
      if (left != right)
        return left < right;
    } else {
      const QChar left = a[i++].toUpper(), right = b[j++].toUpper();
      if (left != right)
        return left < right;
    }
  }
  return a.size() - i < b.size() - j;
}

Result<PickListFacts> picksFor(Connection& c, const std::vector<OrderId>& orders, const QString& warehouse)
{
  SC_TRY_ASSIGN(bins, binsBySku(c, warehouse));
  PickListFacts facts;
  facts.warehouse = warehouse;
  QHash<QString, size_t> places;
  const auto add = [&](const LineSnapshot& line, qint64 quantity, const QString& orderNumber) {
    // Goods without a SKU are told apart by what they are called.
    const QString key = line.sku.isEmpty() ? u'\n' + line.title + u'\n' + line.options : line.sku;
    if (!places.contains(key)) {
      places.insert(key, facts.lines.size());
      facts.lines.push_back({bins.value(line.sku), line.sku, line.title, line.options, 0, {}});
    }
    PickLine& pick = facts.lines[places.value(key)];
    pick.quantity += quantity;
    pick.orders.append(QStringLiteral("%1 ×%2").arg(orderNumber).arg(quantity));
  };
  QSet<OrderId> seen;
  for (const OrderId id : orders) {
    SC_TRY_ASSIGN(parcels, parcelsToPick(c, id));
    std::map<std::pair<size_t, size_t>, qint64> needed; // by order and line
    for (const ParcelContents& parcel : parcels)
      for (const PackedPiece& piece : parcel.pieces)
        needed[{piece.order, piece.line}] += piece.quantity;
    const std::vector<OrderDetails> together =
        parcels.empty() ? std::vector<OrderDetails>() : std::move(parcels.front().orders);
    for (size_t i = 0; i < together.size(); ++i) {
      const OrderDetails& order = together[i];
      SC_TRY_ASSIGN(packed, packedAt(c, order.row.id));
      if (seen.contains(order.row.id) || !isToBePicked(order) || packed)
        continue;
      seen.insert(order.row.id);
      ++facts.orders;
      for (size_t line = 0; line < order.lines.size(); ++line) {
        const LineSnapshot& goods = order.lines[line];
        const qint64 open = std::min(needed[{i, line}], goods.quantity - goods.shippedQuantity);
        if (open > 0)
          add(goods, open, order.row.number);
      }
    }
  }
  std::stable_sort(facts.lines.begin(), facts.lines.end(), [](const PickLine& a, const PickLine& b) {
    if (binBefore(a.bin, b.bin) || binBefore(b.bin, a.bin))
      return binBefore(a.bin, b.bin);
    return a.sku < b.sku;
  });
  return facts;
}

} // namespace supercargo
