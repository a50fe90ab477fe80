#include "core/labels/bins.h"

#include "core/store/orders.h"

#include <QHash>

#include <algorithm>

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
  for (const OrderId id : orders) {
    SC_TRY_ASSIGN(order, orderDetails(c, id));
    SC_TRY_ASSIGN(packed, c.number(QStringLiteral("SELECT COUNT(*) FROM packings WHERE order_id = ?"), {id}));
    if (!order || !isToBePicked(*order) || packed > 0)
      continue;
    ++facts.orders;
    for (const LineSnapshot& line : order->lines) {
      const qint64 open = line.quantity - line.shippedQuantity;
      if (open <= 0)
        continue;
      // Goods without a SKU are told apart by what they are called.
      const QString key = line.sku.isEmpty() ? u'\n' + line.title + u'\n' + line.options : line.sku;
      if (!places.contains(key)) {
        places.insert(key, facts.lines.size());
        facts.lines.push_back({bins.value(line.sku), line.sku, line.title, line.options, 0, {}});
      }
      PickLine& pick = facts.lines[places.value(key)];
      pick.quantity += open;
      pick.orders.append(QStringLiteral("%1 ×%2").arg(order->row.number).arg(open));
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
