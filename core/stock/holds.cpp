#include "core/db/ids.h"
#include "core/stock/steps.h"

namespace supercargo {
namespace {

StockHold holdOf(const Row& row)
{
  return {row.integer(0),     {row.text(1), row.text(2), {}}, row.integer(3), row.text(4), row.text(5), row.instant(6),
          row.instantIfAny(7)};
}

/// `where` continues the statement: a condition and an order.
Result<std::vector<StockHold>> holdsWhere(Connection& c, const QString& where, const std::vector<SqlValue>& values)
{
  return c.rows(
      QStringLiteral("SELECT id, sku, warehouse, quantity, reason, actor, held_at, until_at FROM stock_holds ") + where,
      values, holdOf);
}

Result<void> letGo(Connection& c, const StockWorker& worker, const StockHold& hold, Instant now)
{
  SC_TRY_ASSIGN(gone, c.run(QStringLiteral("DELETE FROM stock_holds WHERE id = ?"), {hold.id}));
  if (gone == 0)
    return fail(ErrorKind::NotFound, QStringLiteral("no such hold"), QString::number(hold.id));
  Movement movement = movementBy(worker, hold.place, QStringLiteral("let_go"), hold.reason, now);
  movement.source = QStringLiteral("hold %1").arg(hold.id);
  movement.reserved = -hold.quantity;
  SC_TRY(writeMovement(c, movement, StockGuard::Available));
  return {};
}

} // namespace

Result<std::vector<StockHold>> stockHolds(Connection& c)
{
  return holdsWhere(c, QStringLiteral("ORDER BY id"), {});
}

Result<std::vector<qint64>> holdStock(Connection& c, const StockWorker& worker, const StockPlace& place,
                                      qint64 quantity, const QString& reason, std::optional<Instant> until, Instant now,
                                      ChangeSet& changes)
{
  SC_TRY(mayMove(worker));
  if (quantity <= 0 || quantity > kMostPieces)
    return fail(ErrorKind::Invalid, QStringLiteral("a number of pieces above zero is needed"), place.sku);
  return c.transaction([&]() -> Result<std::vector<qint64>> {
    SC_TRY_ASSIGN(parts, bundleParts(c, place.sku));
    if (parts.empty())
      parts.push_back({place.sku, 1});
    std::vector<qint64> holds;
    for (const ArticlePart& part : parts) {
      SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("stock_holds")));
      Movement movement = movementBy(worker, place, QStringLiteral("held"), reason, now);
      movement.sku = part.sku;
      movement.lot.clear();
      movement.source = QStringLiteral("hold %1").arg(id);
      movement.reserved = quantity * part.quantity;
      SC_TRY(writeMovement(c, movement, StockGuard::Available));
      SC_TRY(c.run(QStringLiteral("INSERT INTO stock_holds (id, sku, quantity, warehouse, reason, actor, held_at, "
                                  "until_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                   {id, part.sku, movement.reserved, movement.warehouse, reason, worker.name, now, until}));
      holds.push_back(id);
    }
    SC_TRY(finishWork(c, now, changes));
    return holds;
  });
}

Result<void> letGoOfHold(Connection& c, const StockWorker& worker, qint64 hold, Instant now, ChangeSet& changes)
{
  SC_TRY(mayMove(worker));
  return c.transaction([&]() -> Result<void> {
    SC_TRY_ASSIGN(found, holdsWhere(c, QStringLiteral("WHERE id = ?"), {hold}));
    if (found.empty())
      return fail(ErrorKind::NotFound, QStringLiteral("no such hold"), QString::number(hold));
    SC_TRY(letGo(c, worker, found.front(), now));
    return finishWork(c, now, changes);
  });
}

Result<qint64> letGoOfOldHolds(Connection& c, Instant now, ChangeSet& changes)
{
  return c.transaction([&]() -> Result<qint64> {
    SC_TRY_ASSIGN(old,
                  holdsWhere(c, QStringLiteral("WHERE until_at IS NOT NULL AND until_at <= ? ORDER BY id"), {now}));
    for (const StockHold& hold : old)
      SC_TRY(letGo(c, {QStringLiteral("clock")}, hold, now));
    if (!old.empty())
      SC_TRY(finishWork(c, now, changes));
    return qint64(old.size());
  });
}

} // namespace supercargo
