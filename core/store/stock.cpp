#include "core/db/ids.h"
#include "core/store/catalogue.h"
#include "core/store/orderfacts.h"

#include <QSet>

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

/// Whether the shop's word is new or different.
Result<std::optional<bool>> storeTold(Connection& c, const Origin& origin, const StockSnapshot& s)
{
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

Result<Told> toldBy(Connection& c, AccountId account, const QString& sku)
{
  SC_TRY_ASSIGN(told,
                c.row(QStringLiteral("SELECT CAST(coalesce(sum(coalesce(on_hand, available)), 0) AS BIGINT), "
                                     "CAST(coalesce(sum(coalesce(available, on_hand)), 0) AS BIGINT), count(on_hand), "
                                     "count(*) FROM shop_stock WHERE account_id = ? AND sku = ?"),
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

Result<void> writeMovement(Connection& c, const QString& sku, const QString& warehouse, Instant now,
                           const QString& kind, qint64 delta, const QString& reason, const QString& actor,
                           std::optional<CallId> call)
{
  SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("stock_movements")));
  SC_TRY(c.run(QStringLiteral(
                   "INSERT INTO stock_movements (id, sku, warehouse, at, kind, on_hand_delta, reserved_delta, reason, "
                   "actor, order_id, call_id) VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, NULL, ?)"),
               {id, sku, warehouse, now, kind, delta, reason, actor, call}));
  SC_TRY(c.run(QStringLiteral(
                   "INSERT INTO stock (sku, warehouse, on_hand, reserved, blocked, incoming) VALUES (?, ?, ?, 0, 0, 0) "
                   "ON CONFLICT (sku, warehouse) DO UPDATE SET on_hand = stock.on_hand + excluded.on_hand"),
               {sku, warehouse, delta}));
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
  SC_TRY(writeMovement(c, sku, kMainWarehouse, origin.now, QStringLiteral("opening"), onHand - present,
                       QStringLiteral("shop"), QStringLiteral("sync"), origin.call));
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

/// What the shop says beyond its own orders' doing happened to the goods. True when a movement was written.
Result<bool> settleBalance(Connection& c, const Origin& origin, const QString& sku)
{
  SC_TRY_ASSIGN(told, toldBy(c, origin.account, sku));
  SC_TRY_ASSIGN(balance, findBalance(c, sku));
  SC_TRY_ASSIGN(echo, isToldByUs(c, origin.account, sku));
  if (balance && echo) {
    if (balance->openedBy == origin.account)
      SC_TRY(remember(c, origin, sku, told.quantity));
    return false;
  }
  if (!balance || !balance->openedBy) {
    SC_TRY(openBalance(c, origin, sku, told, balance ? balance->onHand : 0));
    return true;
  }
  if (*balance->openedBy != origin.account)
    return false;
  SC_TRY_ASSIGN(own, ownChange(c, origin.account, sku, balance->toldMovement, told.isOnHand));
  const qint64 ours = told.isOnHand ? balance->onHand : balance->onHand - balance->reserved;
  // Equal to ours: we told the shop, or it agrees anyhow.
  const qint64 delta = told.quantity == ours ? 0 : told.quantity - (balance->told + own);
  if (delta != 0)
    SC_TRY(writeMovement(c, sku, kMainWarehouse, origin.now, QStringLiteral("correction"), delta,
                         QStringLiteral("shop"), QStringLiteral("sync"), origin.call));
  SC_TRY(remember(c, origin, sku, told.quantity));
  return delta != 0;
}

StockRow stockOf(const Row& row)
{
  return {row.text(0), row.text(1), row.integer(2), row.integer(3), row.integer(4), row.integer(5)};
}

} // namespace

QString StockRow::alert() const
{
  if (onHand < 0 || available() < 0)
    return QStringLiteral("oversold");
  return available() == 0 ? QStringLiteral("out") : QString();
}

Result<UpsertCount> upsertStock(Connection& c, const Origin& origin, const std::vector<StockSnapshot>& stock,
                                ChangeSet& changes)
{
  UpsertCount count;
  QStringList skus;
  for (const StockSnapshot& snapshot : stock) {
    SC_TRY_ASSIGN(same, storeTold(c, origin, snapshot));
    ++(!same ? count.inserted : *same ? count.unchanged : count.changed);
    if (!snapshot.sku.isEmpty() && !skus.contains(snapshot.sku)) // after all of a SKU's places are in
      skus << snapshot.sku;
  }
  for (const QString& sku : skus) {
    SC_TRY_ASSIGN(moved, settleBalance(c, origin, sku));
    changes.stock |= moved;
  }
  changes.stock |= count.inserted + count.changed > 0;
  return count;
}

Result<std::vector<StockRow>> stockRows(Connection& c, int limit, const QString& afterSku)
{
  return c.rows(QStringLiteral("SELECT sku, warehouse, on_hand, reserved, blocked, incoming FROM stock WHERE sku > ? "
                               "ORDER BY sku, warehouse LIMIT ?"),
                {afterSku, limit > 0 ? qint64(limit) : std::numeric_limits<qint64>::max()}, stockOf);
}

Result<std::vector<StockRow>> stockAt(Connection& c, Instant instant, int limit)
{
  return c.rows(QStringLiteral("SELECT sku, warehouse, CAST(sum(on_hand_delta) AS BIGINT), "
                               "CAST(sum(reserved_delta) AS BIGINT), 0, 0 FROM stock_movements WHERE at <= ? "
                               "GROUP BY sku, warehouse ORDER BY sku, warehouse LIMIT ?"),
                {instant, limit > 0 ? qint64(limit) : std::numeric_limits<qint64>::max()}, stockOf);
}

Result<std::vector<StockMovement>> stockHistory(Connection& c, const QString& sku, int limit)
{
  return c.rows(
      QStringLiteral("SELECT id, at, sku, warehouse, kind, reason, actor, on_hand_delta, reserved_delta, order_id, "
                     "call_id FROM stock_movements WHERE sku = ? ORDER BY id DESC LIMIT ?"),
      {sku, limit > 0 ? qint64(limit) : std::numeric_limits<qint64>::max()}, [](const Row& row) {
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
        return m;
      });
}

Result<StockRow> adjustStock(Connection& c, const QString& sku, const QString& warehouse, qint64 delta,
                             const QString& reason, const QString& actor, Instant now, ChangeSet& changes)
{
  if (sku.isEmpty() || delta == 0)
    return fail(ErrorKind::Invalid, QStringLiteral("an adjustment needs a SKU and a difference"), sku);
  const QString place = warehouse.isEmpty() ? kMainWarehouse : warehouse;
  return c.transaction([&]() -> Result<StockRow> {
    SC_TRY(writeMovement(c, sku, place, now, QStringLiteral("adjustment"), delta, reason, actor, std::nullopt));
    SC_TRY_ASSIGN(row, c.row(QStringLiteral("SELECT sku, warehouse, on_hand, reserved, blocked, incoming FROM stock "
                                            "WHERE sku = ? AND warehouse = ?"),
                             {sku, place}, stockOf));
    if (row->onHand < 0 && delta < 0)
      return fail(ErrorKind::Rejected, QStringLiteral("only %1 on hand").arg(row->onHand - delta), sku);
    changes.stock = true;
    return *row;
  });
}

} // namespace supercargo
