#include "core/store/ledger.h"

#include "core/db/ids.h"
#include "core/store/orderid.h"

namespace supercargo {
namespace {

QString guardText(StockGuard guard)
{
  switch (guard) {
  case StockGuard::Told:
    return {};
  case StockGuard::OnHand:
    return QStringLiteral(" AND (on_hand + ? >= 0 OR ? >= 0)");
  case StockGuard::Available:
    return QStringLiteral(" AND (on_hand - reserved - blocked + ? >= 0 OR ? >= 0)");
  }
  Q_UNREACHABLE();
}

/// True when the balance was there and the guard let it through.
Result<bool> moveBalance(Connection& c, const Movement& m, StockGuard guard)
{
  // Orders of a shop may oversell; what else happens only lowers what is oversold, unless a shop says so.
  static const QString kBalance = QStringLiteral(
      "UPDATE stock SET on_hand = on_hand + ?, reserved = reserved + ?, blocked = blocked + ?, incoming = incoming + ?,"
      " in_transfer = in_transfer + ?, known = CASE WHEN ? > 0 THEN 1 ELSE known END,"
      " oversold = CASE WHEN on_hand - reserved - blocked + ? >= 0 THEN 0"
      " WHEN ? > 0 OR known = 0 OR oversold > -(on_hand - reserved - blocked + ?) THEN -(on_hand - reserved - blocked "
      "+ ?)"
      " ELSE oversold END"
      " WHERE sku = ? AND warehouse = ? AND blocked + ? >= 0 AND incoming + ? >= 0 AND in_transfer + ? >= 0");
  const qint64 net = m.onHand - m.reserved - m.blocked;
  std::vector<SqlValue> values{m.onHand,     m.reserved,
                               m.blocked,    m.incoming,
                               m.inTransfer, m.onHand != 0 || m.kind == QLatin1String("opening"),
                               net,          guard == StockGuard::Told,
                               net,          net,
                               m.sku,        m.warehouse,
                               m.blocked,    m.incoming,
                               m.inTransfer};
  if (guard == StockGuard::OnHand)
    values.insert(values.end(), {SqlValue(m.onHand), SqlValue(m.onHand)});
  else if (guard == StockGuard::Available)
    values.insert(values.end(), {SqlValue(net), SqlValue(net)});
  SC_TRY_ASSIGN(moved, c.run(kBalance + guardText(guard), values));
  return moved > 0;
}

Result<void> refusal(Connection& c, const Movement& m, StockGuard guard)
{
  QString there;
  SC_TRY(
      c.each(QStringLiteral("SELECT on_hand, on_hand - reserved - blocked, blocked, incoming, in_transfer FROM stock "
                            "WHERE sku = ? AND warehouse = ?"),
             {m.sku, m.warehouse}, [&](const Row& row) {
               if (m.blocked < 0 && row.integer(2) + m.blocked < 0)
                 there = QStringLiteral("only %1 blocked").arg(row.integer(2));
               else if (m.incoming < 0 && row.integer(3) + m.incoming < 0)
                 there = QStringLiteral("only %1 on order").arg(row.integer(3));
               else if (m.inTransfer < 0 && row.integer(4) + m.inTransfer < 0)
                 there = QStringLiteral("only %1 in transfer").arg(row.integer(4));
               else if (guard == StockGuard::Available)
                 there = QStringLiteral("only %1 available").arg(row.integer(1));
               else
                 there = QStringLiteral("only %1 on hand").arg(row.integer(0));
             }));
  return fail(ErrorKind::Rejected, QStringLiteral("%1 in %2").arg(there, m.warehouse), m.sku);
}

Result<void> moveLot(Connection& c, const Movement& m, std::optional<Instant> expires)
{
  if (m.lot.isEmpty() || m.onHand == 0)
    return {};
  if (m.onHand > 0) {
    SC_TRY(c.run(QStringLiteral("INSERT INTO stock_lots (sku, warehouse, lot, on_hand, expires_at, received_at) "
                                "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (sku, warehouse, lot) DO UPDATE SET "
                                "on_hand = stock_lots.on_hand + excluded.on_hand, "
                                "expires_at = coalesce(excluded.expires_at, stock_lots.expires_at)"),
                 {m.sku, m.warehouse, m.lot, m.onHand, expires, m.at}));
    return {};
  }
  SC_TRY_ASSIGN(taken, c.run(QStringLiteral("UPDATE stock_lots SET on_hand = on_hand + ? WHERE sku = ? AND "
                                            "warehouse = ? AND lot = ? AND on_hand + ? >= 0"),
                             {m.onHand, m.sku, m.warehouse, m.lot, m.onHand}));
  if (taken == 0)
    return fail(ErrorKind::Rejected, QStringLiteral("lot %1 holds fewer than %2").arg(m.lot).arg(-m.onHand), m.sku);
  return {};
}

Result<std::optional<Money>> ownCostAt(Connection& c, const QString& sku, Instant at)
{
  return c.row(QStringLiteral("SELECT cost_minor, currency FROM article_costs WHERE sku = ? AND from_at <= ? "
                              "ORDER BY from_at DESC LIMIT 1"),
               {sku, at},
               [](const Row& row) { return Money(row.integer(0), Currency::of(row.text(1)).value_or(Currency())); });
}

} // namespace

Result<qint64> writeMovement(Connection& c, const Movement& m, StockGuard guard, std::optional<Instant> lotExpires)
{
  if (m.sku.isEmpty() || m.warehouse.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("a movement needs a SKU and a warehouse"), m.sku);
  if (!m.onHand && !m.reserved && !m.blocked && !m.incoming && !m.inTransfer && m.kind != QLatin1String("opening"))
    return fail(ErrorKind::Invalid, QStringLiteral("a movement of nothing"), m.sku);
  for (const qint64 pieces : {m.onHand, m.reserved, m.blocked, m.incoming, m.inTransfer})
    if (pieces > kMostPieces || pieces < -kMostPieces)
      return fail(ErrorKind::Invalid, QStringLiteral("%1 pieces are more than there can be").arg(pieces), m.sku);
  return c.transaction([&]() -> Result<qint64> {
    SC_TRY_ASSIGN(moved, moveBalance(c, m, guard));
    if (!moved) {
      SC_TRY(c.run(QStringLiteral("INSERT INTO stock (sku, warehouse, on_hand, reserved, blocked, incoming) "
                                  "VALUES (?, ?, 0, 0, 0, 0) ON CONFLICT (sku, warehouse) DO NOTHING"),
                   {m.sku, m.warehouse}));
      SC_TRY_ASSIGN(movedNow, moveBalance(c, m, guard));
      if (!movedNow)
        SC_TRY(refusal(c, m, guard));
    }
    SC_TRY(moveLot(c, m, lotExpires));
    SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("stock_movements")));
    SC_TRY(c.run(QStringLiteral("INSERT INTO stock_movements (id, sku, warehouse, at, kind, on_hand_delta, "
                                "reserved_delta, reason, actor, order_id, call_id, blocked_delta, incoming_delta, "
                                "transfer_delta, lot, source, undoes) VALUES "
                                "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                 {id, m.sku, m.warehouse, m.at, m.kind, m.onHand, m.reserved, m.reason, m.actor, m.order, m.call,
                  m.blocked, m.incoming, m.inTransfer, m.lot, m.source, m.undoes}));
    return id;
  });
}

Result<std::vector<LotShare>> takeFromLots(Connection& c, const QString& sku, const QString& warehouse, qint64 quantity)
{
  SC_TRY_ASSIGN(lots, c.rows(QStringLiteral("SELECT lot, on_hand FROM stock_lots WHERE sku = ? AND warehouse = ? AND "
                                            "on_hand > 0 ORDER BY CASE WHEN expires_at IS NULL THEN 1 ELSE 0 END, "
                                            "expires_at, received_at, lot"),
                             {sku, warehouse}, [](const Row& row) {
                               return LotShare{row.text(0), row.integer(1)};
                             }));
  std::vector<LotShare> shares;
  for (const LotShare& lot : lots) {
    if (quantity == 0)
      break;
    const qint64 taken = std::min(quantity, lot.quantity);
    SC_TRY(c.run(QStringLiteral("UPDATE stock_lots SET on_hand = on_hand - ? WHERE sku = ? AND warehouse = ? AND "
                                "lot = ?"),
                 {taken, sku, warehouse, lot.lot}));
    shares.push_back({lot.lot, taken});
    quantity -= taken;
  }
  if (quantity > 0)
    shares.push_back({QString(), quantity});
  return shares;
}

Result<bool> hasLots(Connection& c)
{
  SC_TRY_ASSIGN(any, c.number(QStringLiteral("SELECT 1 FROM stock_lots LIMIT 1")));
  return any > 0;
}

Result<QString> articleOf(Connection& c, AccountId account, const QString& sku)
{
  SC_TRY_ASSIGN(found, c.row(QStringLiteral("SELECT article FROM article_links WHERE account_id = ? AND sku = ?"),
                             {account, sku}, [](const Row& row) { return row.text(0); }));
  return found.value_or(sku);
}

Result<std::vector<ArticlePart>> bundleParts(Connection& c, const QString& sku)
{
  return c.rows(QStringLiteral("SELECT part_sku, quantity FROM bundle_parts WHERE bundle_sku = ? ORDER BY part_sku"),
                {sku}, [](const Row& row) {
                  return ArticlePart{row.text(0), row.integer(1)};
                });
}

Result<void> keepOldClaims(Connection& c, const QString& sku, std::optional<AccountId> account)
{
  const QString ofAccount = account ? QStringLiteral(" AND o.account_id = ?") : QString();
  std::vector<SqlValue> values{sku};
  if (account)
    values.emplace_back(*account);
  SC_TRY(
      c.run(QStringLiteral("INSERT INTO order_parts (order_id, sku, part_sku, quantity) "
                           "SELECT DISTINCT l.order_id, l.sku, l.sku, 1 FROM order_lines l JOIN orders o ON "
                           "o.id = l.order_id WHERE l.sku = ? AND (l.reserved <> 0 OR l.taken <> 0)%1 AND NOT EXISTS "
                           "(SELECT 1 FROM order_parts p WHERE p.order_id = l.order_id AND p.sku = l.sku)")
                .arg(ofAccount),
            values));
  return {};
}

Result<std::optional<Money>> costAt(Connection& c, const QString& sku, Instant at)
{
  SC_TRY_ASSIGN(own, ownCostAt(c, sku, at));
  if (own)
    return own;
  SC_TRY_ASSIGN(parts, bundleParts(c, sku));
  std::optional<Money> sum;
  for (const ArticlePart& part : parts) {
    SC_TRY_ASSIGN(cost, ownCostAt(c, part.sku, at));
    if (!cost || (sum && sum->currency() != cost->currency()))
      return std::optional<Money>();
    SC_TRY_ASSIGN(whole, cost->times(part.quantity));
    SC_TRY_ASSIGN(total, sum ? sum->plus(whole) : Result<Money>(whole));
    sum = total;
  }
  return sum;
}

Result<bool> hasCosts(Connection& c)
{
  SC_TRY_ASSIGN(any, c.number(QStringLiteral("SELECT 1 FROM article_costs LIMIT 1")));
  return any > 0;
}

} // namespace supercargo
