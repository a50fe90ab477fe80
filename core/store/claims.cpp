#include "core/db/ids.h"
#include "core/store/ledger.h"
#include "core/store/orderfacts.h"

#include <map>

namespace supercargo {

const QString kMainWarehouse = QStringLiteral("main");

namespace {

constexpr size_t kRowsPerStatement = 64;

Result<AccountId> accountOf(Connection& c, OrderId order)
{
  SC_TRY_ASSIGN(id, c.number(QStringLiteral("SELECT account_id FROM orders WHERE id = ?"), {order}));
  return AccountId(id);
}

/// What an order claims for one of its SKUs, from now on the same.
Result<std::vector<ArticlePart>> claimedParts(Connection& c, OrderId order, const QString& sku)
{
  SC_TRY_ASSIGN(kept, c.rows(QStringLiteral("SELECT part_sku, quantity FROM order_parts WHERE order_id = ? AND "
                                            "sku = ? ORDER BY part_sku"),
                             {order, sku}, [](const Row& row) {
                               return ArticlePart{row.text(0), row.integer(1)};
                             }));
  if (!kept.empty())
    return kept;
  SC_TRY_ASSIGN(account, accountOf(c, order));
  SC_TRY_ASSIGN(article, articleOf(c, account, sku));
  SC_TRY_ASSIGN(parts, bundleParts(c, article));
  if (parts.empty()) {
    parts.push_back({article, 1});
    if (article == sku)
      return parts;
  }
  for (const ArticlePart& part : parts)
    SC_TRY(c.run(QStringLiteral("INSERT INTO order_parts (order_id, sku, part_sku, quantity) VALUES (?, ?, ?, ?)"),
                 {order, sku, part.sku, part.quantity}));
  return parts;
}

/// The same claims on the articles that really lie there: bundles and linked SKUs are taken apart.
Result<std::vector<ClaimChange>> onArticles(Connection& c, const std::vector<ClaimChange>& claims)
{
  std::vector<ClaimChange> real;
  SC_TRY_ASSIGN(defined, c.number(QStringLiteral("SELECT 1 FROM bundle_parts UNION ALL SELECT 1 FROM article_links "
                                                 "UNION ALL SELECT 1 FROM order_parts LIMIT 1")));
  for (const ClaimChange& claim : claims) {
    if (claim.sku.isEmpty() || (claim.reservedDelta == 0 && claim.takenDelta == 0))
      continue;
    if (defined == 0) {
      real.push_back(claim);
      continue;
    }
    SC_TRY_ASSIGN(parts, claimedParts(c, claim.order, claim.sku));
    for (const ArticlePart& part : parts)
      real.push_back({claim.order, part.sku, claim.reservedDelta * part.quantity, claim.takenDelta * part.quantity});
  }
  return real;
}

struct ClaimSum {
  qint64 reserved = 0, taken = 0;
};
using ClaimSums = std::map<QString, ClaimSum>; ///< in the order of their SKUs: two writers never wait for each other

/// Available before and after, in terms of the row and of what is to be added.
QString upsertBalances()
{
  const QString before = QStringLiteral("(stock.on_hand - stock.reserved - stock.blocked)");
  const QString after =
      QStringLiteral("(stock.on_hand - stock.reserved - stock.blocked + excluded.on_hand - excluded.reserved)");
  return QStringLiteral("ON CONFLICT (sku, warehouse) DO UPDATE SET on_hand = stock.on_hand + excluded.on_hand,"
                        " reserved = stock.reserved + excluded.reserved,"
                        // The shop sold what was not there: known as such, and the only way below zero.
                        " oversold = CASE WHEN stock.known = 0 OR %2 >= 0 THEN 0"
                        " WHEN %2 < %1 THEN stock.oversold - %2 + CASE WHEN %1 < 0 THEN %1 ELSE 0 END"
                        " WHEN stock.oversold > -%2 THEN -%2 ELSE stock.oversold END"
                        " RETURNING sku, oversold")
      .arg(before, after);
}

/// Adds the sums to the balances of the warehouse that orders are taken from; the SKUs that are oversold now.
Result<QSet<QString>> addToBalances(Connection& c, const ClaimSums& sums)
{
  static const QString kTail = upsertBalances();
  QSet<QString> oversold;
  for (auto it = sums.cbegin(); it != sums.cend();) {
    std::vector<SqlValue> values;
    QStringList rows;
    for (; it != sums.cend() && size_t(rows.size()) < kRowsPerStatement; ++it) {
      rows << QStringLiteral("(?, ?, ?, ?, 0, 0)");
      values.insert(values.end(), {SqlValue(it->first), SqlValue(kMainWarehouse), SqlValue(-it->second.taken),
                                   SqlValue(it->second.reserved)});
    }
    SC_TRY(c.each(QStringLiteral("INSERT INTO stock (sku, warehouse, on_hand, reserved, blocked, incoming) VALUES ") +
                      rows.join(u", ") + u' ' + kTail,
                  values, [&](const Row& row) {
                    if (row.integer(1) > 0)
                      oversold.insert(row.text(0));
                  }));
  }
  return oversold;
}

QString kindOf(const ClaimChange& claim)
{
  return claim.takenDelta > 0      ? QStringLiteral("shipped")
         : claim.takenDelta < 0    ? QStringLiteral("returned")
         : claim.reservedDelta > 0 ? QStringLiteral("reserved")
                                   : QStringLiteral("released");
}

/// Goods that leave come from their lots: one movement a lot, the reservation on the first.
Result<void> appendMovements(Connection& c, const Origin& origin, const ClaimChange& claim, const QString& reason,
                             bool lotsExist, std::vector<SqlValue>& movements)
{
  std::vector<LotShare> shares{{QString(), claim.takenDelta}};
  if (lotsExist && claim.takenDelta > 0) {
    SC_TRY_ASSIGN(found, takeFromLots(c, claim.sku, kMainWarehouse, claim.takenDelta));
    shares = std::move(found);
  }
  qint64 reserved = claim.reservedDelta;
  for (const LotShare& share : shares) {
    movements.insert(movements.end(),
                     {SqlValue(qint64(0)), SqlValue(claim.sku), SqlValue(kMainWarehouse), SqlValue(origin.now),
                      SqlValue(kindOf(claim)), SqlValue(-share.quantity), SqlValue(std::exchange(reserved, 0)),
                      SqlValue(reason), SqlValue(QStringLiteral("sync")), SqlValue(claim.order), SqlValue(origin.call),
                      SqlValue(share.lot)});
  }
  return {};
}

} // namespace

Result<void> applyClaims(Connection& c, const Origin& origin, const std::vector<ClaimChange>& claims,
                         ChangeSet& changes)
{
  SC_TRY_ASSIGN(real, onArticles(c, claims));
  if (real.empty())
    return {};
  changes.stock = true;
  ClaimSums sums;
  bool goodsLeave = false;
  for (const ClaimChange& claim : real) {
    ClaimSum& sum = sums[claim.sku];
    sum.reserved += claim.reservedDelta;
    sum.taken += claim.takenDelta;
    goodsLeave |= claim.takenDelta > 0;
  }
  SC_TRY_ASSIGN(oversold, addToBalances(c, sums));
  bool lotsExist = false;
  if (goodsLeave) {
    SC_TRY_ASSIGN(any, hasLots(c));
    lotsExist = any;
  }
  constexpr size_t kColumns = 12;
  std::vector<SqlValue> movements;
  movements.reserve(real.size() * kColumns);
  for (const ClaimChange& claim : real) {
    const bool beyond = claim.reservedDelta > 0 && oversold.contains(claim.sku);
    SC_TRY(appendMovements(c, origin, claim, beyond ? QStringLiteral("oversold") : QString(), lotsExist, movements));
  }
  SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("stock_movements"), qint64(movements.size() / kColumns)));
  for (size_t at = 0; at < movements.size(); at += kColumns)
    movements[at] = SqlValue(id++);
  SC_TRY(c.insertMany(
      QStringLiteral("INSERT INTO stock_movements (id, sku, warehouse, at, kind, on_hand_delta, reserved_delta,"
                     " reason, actor, order_id, call_id, lot) VALUES"),
      int(kColumns), movements));
  return {};
}

} // namespace supercargo
