#include "core/store/catalogue.h"
#include "core/store/ledger.h"
#include "core/store/orderfacts.h"

#include <QSet>

#include <algorithm>

namespace supercargo {
namespace {

/// What one account says of one SKU, over all its places. Some shops state what lies there (on hand), others only what
/// can be sold (available): the first falls when goods leave, the second already when they are ordered.
struct Told {
  qint64 quantity = 0;
  bool isOnHand = false;
};

struct Balance {
  qint64 onHand = 0, reserved = 0, told = 0, toldMovement = 0;
  std::optional<AccountId> openedBy;
};

/// Shops write absurd figures for "as many as you like": such a figure must not stop what came with it.
StockSnapshot bounded(StockSnapshot s)
{
  constexpr qint64 kMost = kMostPieces / 100; // of one place; a SKU may lie in many
  for (std::optional<qint64>* figure : {&s.onHand, &s.allocated, &s.available})
    if (*figure)
      *figure = std::clamp(**figure, -kMost, kMost);
  return s;
}

/// Whether the shop's word is new or different.
Result<std::optional<bool>> storeTold(Connection& c, const Origin& origin, const StockSnapshot& told)
{
  const StockSnapshot s = bounded(told);
  SC_TRY_ASSIGN(known,
                c.row(QStringLiteral("SELECT sku, on_hand, allocated, available FROM shop_stock WHERE account_id = ? "
                                     "AND variant_external_id = ? AND location = ?"),
                      {origin.account, s.variantExternalId, s.location}, [&](const Row& row) {
                        return row.text(0) == s.sku && row.integerIfAny(1) == s.onHand &&
                               row.integerIfAny(2) == s.allocated && row.integerIfAny(3) == s.available;
                      }));
  SC_TRY(c.run(
      QStringLiteral("INSERT INTO shop_stock (account_id, variant_external_id, location, sku, on_hand, allocated, "
                     "available, told_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                     "ON CONFLICT (account_id, variant_external_id, location) DO UPDATE SET sku = excluded.sku, "
                     "on_hand = excluded.on_hand, allocated = excluded.allocated, "
                     "available = excluded.available, told_at = excluded.told_at"),
      {origin.account, s.variantExternalId, s.location, s.sku, s.onHand, s.allocated, s.available, origin.now}));
  return known;
}

/// The plus keeps SQLite from walking all of the shop's figures by the table's key, which begins with the account.
Result<Told> toldBy(Connection& c, AccountId account, const QString& sku)
{
  SC_TRY_ASSIGN(told,
                c.row(QStringLiteral("SELECT CAST(coalesce(sum(coalesce(on_hand, available)), 0) AS BIGINT), "
                                     "CAST(coalesce(sum(coalesce(available, on_hand)), 0) AS BIGINT), count(on_hand), "
                                     "count(*) FROM shop_stock WHERE +account_id = ? AND sku = ?"),
                      {account, sku}, [](const Row& row) {
                        const bool isOnHand = row.integer(2) == row.integer(3);
                        return Told{row.integer(isOnHand ? 0 : 1), isOnHand};
                      }));
  return told.value_or(Told{});
}

Result<std::optional<Balance>> findBalance(Connection& c, const QString& sku)
{
  return c.row(
      QStringLiteral("SELECT on_hand, reserved, coalesce(told, 0), coalesce(told_movement, 0), opened_by FROM stock "
                     "WHERE sku = ? AND warehouse = ?"),
      {sku, kMainWarehouse}, [](const Row& row) {
        Balance b{row.integer(0), row.integer(1), row.integer(2), row.integer(3), std::nullopt};
        if (!row.isNull(4))
          b.openedBy = row.id<AccountId>(4);
        return b;
      });
}

/// What the account's own orders did to its figure since a movement: other shops' orders are none of its business.
Result<qint64> ownChange(Connection& c, AccountId account, const QString& sku, qint64 afterMovement, bool onHandOnly)
{
  return c.number(QStringLiteral("SELECT CAST(coalesce(sum(m.on_hand_delta%1), 0) AS BIGINT) FROM stock_movements m "
                                 "JOIN orders o ON o.id = m.order_id WHERE m.sku = ? AND m.id > ? AND o.account_id = ?")
                      .arg(onHandOnly ? QString() : QStringLiteral(" - m.reserved_delta")),
                  {sku, afterMovement, account});
}

Result<void> tellMovement(Connection& c, const Origin& origin, const QString& sku, const QString& kind, qint64 delta)
{
  Movement movement;
  movement.sku = sku;
  movement.warehouse = kMainWarehouse;
  movement.kind = kind;
  movement.onHand = delta;
  movement.reason = QStringLiteral("shop");
  movement.actor = QStringLiteral("sync");
  movement.at = origin.now;
  movement.call = origin.call;
  SC_TRY(writeMovement(c, movement, StockGuard::Told));
  return {};
}

/// Remembers what the balance's account said and which movements it could know of.
Result<void> remember(Connection& c, const Origin& origin, const QString& sku, qint64 told)
{
  SC_TRY(c.run(QStringLiteral(
                   "UPDATE stock SET opened_by = ?, told = ?, told_movement = "
                   "(SELECT coalesce(max(id), 0) FROM stock_movements WHERE sku = ?) WHERE sku = ? AND warehouse = ?"),
               {origin.account, told, sku, sku, kMainWarehouse}));
  return {};
}

/// The first account that names a SKU opens its balance.
Result<void> openBalance(Connection& c, const Origin& origin, const QString& sku, Told told, qint64 present)
{
  qint64 onHand = told.quantity;
  if (!told.isOnHand) { // its open orders are subtracted already, but still lie here
    SC_TRY_ASSIGN(reserved, c.number(QStringLiteral("SELECT CAST(coalesce(sum(m.reserved_delta), 0) AS BIGINT) FROM "
                                                    "stock_movements m JOIN orders o ON o.id = m.order_id "
                                                    "WHERE m.sku = ? AND o.account_id = ?"),
                                     {sku, origin.account}));
    onHand += reserved;
  }
  SC_TRY(tellMovement(c, origin, sku, QStringLiteral("opening"), onHand - present));
  return remember(c, origin, sku, told.quantity);
}

/// Whether we tell the shop what it may sell of this SKU: then its figure echoes ours, and says nothing of the goods.
Result<bool> isToldByUs(Connection& c, AccountId account, const QString& sku)
{
  SC_TRY_ASSIGN(enabled,
                c.row(QStringLiteral("SELECT enabled FROM channel_rules WHERE account_id = ? AND sku IN (?, '') ORDER "
                                     "BY sku DESC LIMIT 1"),
                      {account, sku}, [](const Row& row) { return row.flag(0); }));
  return enabled.value_or(false);
}

/// What makes a shop's SKU something else than an article whose figure nobody else sets: few shops have any of it.
struct Peculiarities {
  bool links = false;    ///< some SKU stands for another article, or is a bundle
  bool toldByUs = false; ///< some figure of this shop's
};

Result<Peculiarities> peculiarities(Connection& c, AccountId account)
{
  SC_TRY_ASSIGN(links, c.number(QStringLiteral("SELECT 1 FROM article_links UNION ALL SELECT 1 FROM bundle_parts "
                                               "LIMIT 1")));
  SC_TRY_ASSIGN(rules, c.number(QStringLiteral("SELECT 1 FROM channel_rules WHERE account_id = ? LIMIT 1"), {account}));
  return Peculiarities{links > 0, rules > 0};
}

/// The article whose balance this SKU's figure is about; nullopt: none. A bundle has no pieces of its own, and where
/// several SKUs of one shop stand for the same article each figure is the shop's own division of it.
Result<std::optional<QString>> toldArticle(Connection& c, AccountId account, const QString& sku)
{
  SC_TRY_ASSIGN(article, articleOf(c, account, sku));
  SC_TRY_ASSIGN(parts, bundleParts(c, article));
  if (!parts.empty())
    return std::nullopt;
  SC_TRY_ASSIGN(sharers,
                c.number(QStringLiteral("SELECT count(*) FROM article_links WHERE account_id = ? AND article = ? AND "
                                        "sku <> ?"),
                         {account, article, sku}));
  return sharers > 0 ? std::nullopt : std::optional(article);
}

/// What the shop says beyond its own orders' doing happened to the goods. True when a movement was written.
Result<bool> settleBalance(Connection& c, const Origin& origin, const Peculiarities& shop, const QString& sku)
{
  using Article = Result<std::optional<QString>>;
  SC_TRY_ASSIGN(article, shop.links ? toldArticle(c, origin.account, sku) : Article(sku));
  if (!article)
    return false;
  SC_TRY_ASSIGN(told, toldBy(c, origin.account, sku));
  SC_TRY_ASSIGN(balance, findBalance(c, *article));
  SC_TRY_ASSIGN(echo, shop.toldByUs ? isToldByUs(c, origin.account, sku) : Result<bool>(false));
  if (balance && echo) {
    if (balance->openedBy == origin.account)
      SC_TRY(remember(c, origin, *article, told.quantity));
    return false;
  }
  if (!balance || !balance->openedBy) {
    SC_TRY_ASSIGN(counted,
                  c.number(QStringLiteral("SELECT count(*) FROM stock WHERE sku = ? AND known = 1"), {*article}));
    if (counted > 0) // people opened it: no shop knows better
      return false;
    SC_TRY(openBalance(c, origin, *article, told, balance ? balance->onHand : 0));
    return true;
  }
  if (*balance->openedBy != origin.account)
    return false;
  SC_TRY_ASSIGN(own, ownChange(c, origin.account, *article, balance->toldMovement, told.isOnHand));
  const qint64 ours = told.isOnHand ? balance->onHand : balance->onHand - balance->reserved;
  // Equal to ours: we told the shop, or it agrees anyhow.
  const qint64 delta = told.quantity == ours ? 0 : told.quantity - (balance->told + own);
  if (delta != 0)
    SC_TRY(tellMovement(c, origin, *article, QStringLiteral("correction"), delta));
  SC_TRY(remember(c, origin, *article, told.quantity));
  return delta != 0;
}

/// Columns of a balance as `stockOf` reads them.
const QString kStockColumns = QStringLiteral("s.sku, s.warehouse, s.on_hand, s.reserved, s.blocked, s.incoming, "
                                             "s.in_transfer, s.oversold, s.known, s.counted_at");

StockRow stockOf(const Row& row)
{
  StockRow s{row.text(0), row.text(1), row.integer(2), row.integer(3), row.integer(4), row.integer(5)};
  s.inTransfer = row.integer(6);
  s.oversold = row.integer(7);
  s.known = row.flag(8);
  s.countedAt = row.instantIfAny(9);
  return s;
}

qint64 limitOf(int limit)
{
  return limit > 0 ? qint64(limit) : std::numeric_limits<qint64>::max();
}

} // namespace

QString StockRow::alert() const
{
  if (!worstAlert.isEmpty() || !known)
    return worstAlert;
  if (onHand < 0 || available() < 0)
    return oversold > 0 || onHand < 0 ? QStringLiteral("oversold") : QStringLiteral("over_reserved");
  return available() == 0 ? QStringLiteral("out") : QString();
}

Result<UpsertCount> upsertStock(Connection& c, const Origin& origin, const std::vector<StockSnapshot>& stock,
                                ChangeSet& changes)
{
  UpsertCount count;
  QStringList skus;
  QSet<QString> seen;
  for (const StockSnapshot& snapshot : stock) {
    SC_TRY_ASSIGN(same, storeTold(c, origin, snapshot));
    ++(!same ? count.inserted : *same ? count.unchanged : count.changed);
    if (!snapshot.sku.isEmpty() && !seen.contains(snapshot.sku)) { // settled after all of a SKU's places are in
      seen.insert(snapshot.sku);
      skus << snapshot.sku;
    }
  }
  SC_TRY_ASSIGN(shop, peculiarities(c, origin.account));
  for (const QString& sku : skus) {
    SC_TRY_ASSIGN(moved, settleBalance(c, origin, shop, sku));
    changes.stock |= moved;
  }
  changes.stock |= count.inserted + count.changed > 0;
  return count;
}

Result<std::vector<StockRow>> stockRows(Connection& c, int limit, const QString& afterSku,
                                        const QString& afterWarehouse)
{
  std::vector<SqlValue> values{afterSku};
  if (!afterWarehouse.isEmpty())
    values.insert(values.end(), {SqlValue(afterSku), SqlValue(afterWarehouse)});
  values.emplace_back(limitOf(limit));
  // The worst of the active alerts, in the order of how bad the kinds are.
  return c.rows(
      QStringLiteral("SELECT %1, (SELECT a.kind FROM stock_alerts a WHERE a.sku = s.sku AND a.warehouse = s.warehouse "
                     "AND a.state <> 'healed' ORDER BY CASE a.kind WHEN 'oversold' THEN 0 WHEN 'over_reserved' THEN 1 "
                     "WHEN 'out' THEN 2 WHEN 'cover' THEN 3 WHEN 'low' THEN 4 ELSE 5 END, a.id LIMIT 1) "
                     "FROM stock s WHERE s.sku > ?%2 ORDER BY s.sku, s.warehouse LIMIT ?")
          .arg(kStockColumns,
               afterWarehouse.isEmpty() ? QString() : QStringLiteral(" OR (s.sku = ? AND s.warehouse > ?)")),
      values, [](const Row& row) {
        StockRow s = stockOf(row);
        s.worstAlert = row.text(10);
        return s;
      });
}

Result<std::vector<StockRow>> stockOfSku(Connection& c, const QString& sku)
{
  return c.rows(QStringLiteral("SELECT %1 FROM stock s WHERE s.sku = ? ORDER BY s.warehouse").arg(kStockColumns), {sku},
                stockOf);
}

Result<std::vector<StockRow>> stockAt(Connection& c, Instant instant, int limit, const QString& sku)
{
  std::vector<SqlValue> values{instant};
  if (!sku.isEmpty())
    values.emplace_back(sku);
  values.emplace_back(limitOf(limit));
  return c.rows(QStringLiteral("SELECT sku, warehouse, CAST(sum(on_hand_delta) AS BIGINT), "
                               "CAST(sum(reserved_delta) AS BIGINT), CAST(sum(blocked_delta) AS BIGINT), "
                               "CAST(sum(incoming_delta) AS BIGINT), CAST(sum(transfer_delta) AS BIGINT), 0, 0, NULL "
                               "FROM stock_movements WHERE at <= ?%1 "
                               "GROUP BY sku, warehouse ORDER BY sku, warehouse LIMIT ?")
                    .arg(sku.isEmpty() ? QString() : QStringLiteral(" AND sku = ?")),
                values, stockOf);
}

Result<std::vector<StockMovement>> stockHistory(Connection& c, const QString& sku, int limit, qint64 before)
{
  return c.rows(
      QStringLiteral("SELECT id, at, sku, warehouse, kind, reason, actor, on_hand_delta, reserved_delta, order_id, "
                     "call_id, blocked_delta, incoming_delta, transfer_delta, lot, source, undoes "
                     "FROM stock_movements WHERE sku = ? AND id < ? ORDER BY id DESC LIMIT ?"),
      {sku, before > 0 ? before : std::numeric_limits<qint64>::max(), limitOf(limit)}, [](const Row& row) {
        StockMovement m;
        m.id = row.integer(0);
        m.at = row.instant(1);
        m.sku = row.text(2);
        m.warehouse = row.text(3);
        m.kind = row.text(4);
        m.reason = row.text(5);
        m.actor = row.text(6);
        m.onHandDelta = row.integer(7);
        m.reservedDelta = row.integer(8);
        if (!row.isNull(9))
          m.order = row.id<OrderId>(9);
        if (!row.isNull(10))
          m.call = row.id<CallId>(10);
        m.blockedDelta = row.integer(11);
        m.incomingDelta = row.integer(12);
        m.transferDelta = row.integer(13);
        m.lot = row.text(14);
        m.source = row.text(15);
        m.undoes = row.integerIfAny(16);
        return m;
      });
}

Result<StockRow> adjustStock(Connection& c, const QString& sku, const QString& warehouse, qint64 delta,
                             const QString& reason, const QString& actor, Instant now, ChangeSet& changes)
{
  if (sku.isEmpty() || delta == 0)
    return fail(ErrorKind::Invalid, QStringLiteral("an adjustment needs a SKU and a difference"), sku);
  Movement movement;
  movement.sku = sku;
  movement.warehouse = warehouse.isEmpty() ? kMainWarehouse : warehouse;
  movement.kind = QStringLiteral("adjustment");
  movement.onHand = delta;
  movement.reason = reason;
  movement.actor = actor;
  movement.at = now;
  SC_TRY(writeMovement(c, movement, StockGuard::OnHand));
  SC_TRY_ASSIGN(row, stockRow(c, sku, movement.warehouse));
  changes.stock = true;
  return row;
}

Result<StockRow> stockRow(Connection& c, const QString& sku, const QString& warehouse)
{
  SC_TRY_ASSIGN(row,
                c.row(QStringLiteral("SELECT %1 FROM stock s WHERE s.sku = ? AND s.warehouse = ?").arg(kStockColumns),
                      {sku, warehouse}, stockOf));
  if (!row)
    return fail(ErrorKind::NotFound, QStringLiteral("no stock of %1 in %2").arg(sku, warehouse), sku);
  return *row;
}

} // namespace supercargo
