#include "core/store/keptlines.h"

#include "core/db/lookup.h"
#include "core/store/orderhash.h"
#include "core/store/orderpage.h"
#include "core/store/ordertext.h"

namespace supercargo {
namespace {

using Lines = std::vector<LineSnapshot>;

/// Their order's currency is not known here, and nobody asks lines for theirs.
Result<QHash<QString, Lines>> keptLines(Connection& c, AccountId account, std::vector<QString> orders)
{
  std::ranges::sort(orders); // an order found in two pieces would have its lines twice
  orders.erase(std::unique(orders.begin(), orders.end()), orders.end());
  const QString sql = QStringLiteral("SELECT order_external_id, sku, title, options, quantity, unit_minor, total_minor "
                                     "FROM kept_lines WHERE account_id = ? AND order_external_id IN (%1) "
                                     "ORDER BY order_external_id, position");
  QHash<QString, Lines> kept;
  SC_TRY(inPieces(orders, {account}, [&](const QString& marks, const std::vector<SqlValue>& values) {
    return c.each(sql.arg(marks), values, [&](const Row& row) {
      Lines& lines = kept[row.text(0)];
      LineSnapshot line;
      line.externalId = QString::number(lines.size() + 1);
      line.sku = line.productExternalId = line.variantExternalId = row.text(1);
      line.title = row.text(2);
      line.options = row.text(3);
      line.quantity = row.integer(4);
      line.unitPrice = Money(row.integer(5), Currency());
      line.total = Money(row.integer(6), Currency());
      lines.push_back(line);
    });
  }));
  return kept;
}

Result<void> keep(Connection& c, AccountId account, const OrderLines& told)
{
  SC_TRY(c.run(QStringLiteral("DELETE FROM kept_lines WHERE account_id = ? AND order_external_id = ?"),
               {account, told.order}));
  std::vector<SqlValue> values;
  qint64 position = 0;
  for (const LineSnapshot& line : told.lines)
    values.insert(values.end(), {SqlValue(account), SqlValue(told.order), SqlValue(position++), SqlValue(line.sku),
                                 SqlValue(line.title), SqlValue(line.options), SqlValue(line.quantity),
                                 SqlValue(line.unitPrice.minor()), SqlValue(line.total.minor())});
  SC_TRY(c.insertMany(QStringLiteral("INSERT INTO kept_lines (account_id, order_external_id, position, sku, title, "
                                     "options, quantity, unit_minor, total_minor) VALUES"),
                      9, values));
  return {};
}

/// 0: none.
qint64 hashOf(const Lines& lines)
{
  if (lines.empty())
    return 0;
  OrderSnapshot alone;
  alone.lines = lines;
  return contentHash(alone);
}

} // namespace

// An order with kept lines has the fingerprint of what it told itself XOR that of its lines. So each of the two can be
// told again, or change, without the other. (An erased buyer's order has that of both together: it may count as changed
// once more.)

Result<LinesDone> upsertOrderLines(Connection& c, const Origin& origin, const std::vector<OrderLines>& told,
                                   ChangeSet& changes)
{
  return c.transaction([&]() -> Result<LinesDone> {
    std::vector<QString> ids;
    for (const OrderLines& order : told)
      ids.push_back(order.order);
    SC_TRY_ASSIGN(kept, keptLines(c, origin.account, std::move(ids)));
    std::vector<OrderPage::LinesChange> lines;
    for (const OrderLines& order : told) {
      const Lines before = kept.value(order.order);
      lines.push_back({hashOf(before) ^ hashOf(order.lines), before.empty()});
      if (lines.back().hash != 0)
        SC_TRY(keep(c, origin.account, order));
    }
    return OrderPage(c, origin, changes).writeLines(told, lines);
  });
}

Result<void> joinKeptLines(Connection& c, AccountId account, PreparedOrders& page)
{
  std::vector<QString> ids;
  for (const OrderSnapshot& order : page.orders)
    ids.push_back(order.externalId);
  SC_TRY_ASSIGN(kept, keptLines(c, account, std::move(ids)));
  for (size_t i = 0; i < page.orders.size(); ++i) {
    OrderSnapshot& order = page.orders[i];
    const auto lines = kept.constFind(order.externalId);
    if (lines == kept.constEnd())
      continue;
    order.lines = *lines;
    markLinesShipped(order);
    page.hashes[i] ^= hashOf(*lines);
    page.words[i] = searchWords(order);
  }
  return {};
}

} // namespace supercargo
