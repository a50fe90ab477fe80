#include "core/stock/work.h"

#include "core/stock/alerts.h"
#include "core/stock/articles.h"
#include "core/stock/steps.h"
#include "core/store/orderfacts.h"

namespace supercargo {
namespace {

Result<void> needsQuantity(qint64 quantity, const QString& sku)
{
  if (quantity > 0 && quantity <= kMostPieces)
    return {};
  return fail(ErrorKind::Invalid, QStringLiteral("a number of pieces above zero is needed, and one that can be"), sku);
}

Result<void> needsReason(const QString& reason, const QString& sku)
{
  if (!reason.trimmed().isEmpty())
    return {};
  return fail(ErrorKind::Invalid, QStringLiteral("a reason is needed"), sku);
}

bool isOurs(const QString& kind)
{
  static const QStringList kOurs{QStringLiteral("opening"), QStringLiteral("adjustment"), QStringLiteral("receipt"),
                                 QStringLiteral("scrap"),   QStringLiteral("count"),      QStringLiteral("block"),
                                 QStringLiteral("unblock"), QStringLiteral("expected"),   QStringLiteral("counter")};
  return kOurs.contains(kind);
}

Result<qint64> incomingOf(Connection& c, const QString& sku, const QString& warehouse)
{
  return c.number(QStringLiteral("SELECT incoming FROM stock WHERE sku = ? AND warehouse = ?"), {sku, warehouse});
}

} // namespace

Result<void> mayMove(const StockWorker& worker)
{
  if (worker.mayMove)
    return {};
  return fail(ErrorKind::Denied, QStringLiteral("%1 may not move stock").arg(worker.name), worker.name);
}

Result<void> mayApprove(const StockWorker& worker)
{
  if (worker.mayApprove)
    return {};
  return fail(ErrorKind::Denied, QStringLiteral("%1 may not approve or correct stock").arg(worker.name), worker.name);
}

QString warehouseOf(const StockPlace& place)
{
  return place.warehouse.isEmpty() ? kMainWarehouse : place.warehouse;
}

Movement movementBy(const StockWorker& worker, const StockPlace& place, const QString& kind, const QString& reason,
                    Instant now)
{
  Movement movement;
  movement.sku = place.sku;
  movement.warehouse = warehouseOf(place);
  movement.lot = place.lot;
  movement.kind = kind;
  movement.reason = reason;
  movement.actor = worker.name;
  movement.at = now;
  return movement;
}

Result<void> finishWork(Connection& c, Instant now, ChangeSet& changes)
{
  changes.stock = true;
  return refreshStockAlerts(c, now, changes);
}

Result<StockRow> workOf(Connection& c, const Movement& movement, StockGuard guard, ChangeSet& changes,
                        std::optional<Instant> lotExpires)
{
  return c.transaction([&]() -> Result<StockRow> {
    SC_TRY(writeMovement(c, movement, guard, lotExpires));
    SC_TRY(finishWork(c, movement.at, changes));
    return stockRow(c, movement.sku, movement.warehouse);
  });
}

Result<StockRow> adjustByHand(Connection& c, const StockWorker& worker, const StockPlace& place, qint64 delta,
                              const QString& reason, Instant now, ChangeSet& changes)
{
  SC_TRY(mayApprove(worker));
  SC_TRY(needsReason(reason, place.sku));
  Movement movement = movementBy(worker, place, QStringLiteral("adjustment"), reason, now);
  movement.onHand = delta;
  return workOf(c, movement, StockGuard::OnHand, changes);
}

Result<StockRow> scrapStock(Connection& c, const StockWorker& worker, const StockPlace& place, qint64 quantity,
                            const QString& reason, bool blocked, Instant now, ChangeSet& changes)
{
  SC_TRY(mayMove(worker));
  SC_TRY(needsQuantity(quantity, place.sku));
  SC_TRY(needsReason(reason, place.sku));
  Movement movement = movementBy(worker, place, QStringLiteral("scrap"), reason, now);
  movement.onHand = -quantity;
  movement.blocked = blocked ? -quantity : 0;
  return workOf(c, movement, StockGuard::OnHand, changes);
}

Result<StockRow> blockStock(Connection& c, const StockWorker& worker, const StockPlace& place, qint64 quantity,
                            const QString& reason, Instant now, ChangeSet& changes)
{
  SC_TRY(mayMove(worker));
  SC_TRY(needsQuantity(quantity, place.sku));
  SC_TRY(needsReason(reason, place.sku));
  Movement movement = movementBy(worker, place, QStringLiteral("block"), reason, now);
  movement.blocked = quantity;
  return workOf(c, movement, StockGuard::Available, changes);
}

Result<StockRow> unblockStock(Connection& c, const StockWorker& worker, const StockPlace& place, qint64 quantity,
                              const QString& reason, Instant now, ChangeSet& changes)
{
  SC_TRY(mayMove(worker));
  SC_TRY(needsQuantity(quantity, place.sku));
  Movement movement = movementBy(worker, place, QStringLiteral("unblock"), reason, now);
  movement.blocked = -quantity;
  return workOf(c, movement, StockGuard::Available, changes);
}

Result<StockRow> expectStock(Connection& c, const StockWorker& worker, const StockPlace& place, qint64 quantity,
                             const QString& source, Instant now, ChangeSet& changes)
{
  SC_TRY(mayMove(worker));
  Movement movement = movementBy(worker, place, QStringLiteral("expected"), {}, now);
  movement.source = source;
  movement.incoming = quantity;
  return workOf(c, movement, StockGuard::Available, changes);
}

Result<StockRow> receiveStock(Connection& c, const StockWorker& worker, const StockReceipt& receipt, Instant now,
                              ChangeSet& changes)
{
  SC_TRY(mayMove(worker));
  SC_TRY(needsQuantity(receipt.quantity, receipt.place.sku));
  return c.transaction([&]() -> Result<StockRow> {
    Movement movement = movementBy(worker, receipt.place, QStringLiteral("receipt"), receipt.reason, now);
    movement.source = receipt.source;
    movement.onHand = receipt.quantity;
    SC_TRY_ASSIGN(incoming, incomingOf(c, movement.sku, movement.warehouse));
    movement.incoming = -std::min(incoming, receipt.quantity);
    if (receipt.cost)
      SC_TRY(setCost(c, worker, movement.sku, *receipt.cost, now, receipt.source, now));
    return workOf(c, movement, StockGuard::OnHand, changes, receipt.expires);
  });
}

bool isTakenBackByHand(const StockMovement& movement)
{
  return !movement.order && !movement.call && isOurs(movement.kind);
}

Result<qint64> undoMovement(Connection& c, const StockWorker& worker, qint64 movement, const QString& reason,
                            Instant now, ChangeSet& changes)
{
  SC_TRY(mayApprove(worker));
  const QString subject = QStringLiteral("movement %1").arg(movement);
  return c.transaction([&]() -> Result<qint64> {
    SC_TRY_ASSIGN(
        found,
        c.row(QStringLiteral("SELECT sku, warehouse, lot, kind, on_hand_delta, blocked_delta, "
                             "incoming_delta, order_id, call_id FROM stock_movements WHERE id = ?"),
              {movement}, [&](const Row& row) {
                Movement m = movementBy(worker, {row.text(0), row.text(1), row.text(2)}, row.text(3), reason, now);
                m.onHand = -row.integer(4);
                m.blocked = -row.integer(5);
                m.incoming = -row.integer(6);
                m.order = row.isNull(7) ? std::nullopt : std::optional(row.id<OrderId>(7));
                m.call = row.isNull(8) ? std::nullopt : std::optional(row.id<CallId>(8));
                return m;
              }));
    if (!found)
      return fail(ErrorKind::NotFound, QStringLiteral("no such movement"), subject);
    if (found->order || found->call || !isOurs(found->kind))
      return fail(ErrorKind::Rejected,
                  QStringLiteral("a movement of kind %1 is not taken back by hand").arg(found->kind), subject);
    SC_TRY_ASSIGN(done, c.number(QStringLiteral("SELECT id FROM stock_movements WHERE undoes = ?"), {movement}));
    if (done > 0)
      return fail(ErrorKind::Conflict, QStringLiteral("taken back already by movement %1").arg(done), subject);
    found->kind = QStringLiteral("counter");
    found->source = subject;
    found->undoes = movement;
    SC_TRY_ASSIGN(id, writeMovement(c, *found, found->onHand < 0 ? StockGuard::OnHand : StockGuard::Available));
    SC_TRY(finishWork(c, now, changes));
    return id;
  });
}

Result<std::vector<OpeningResult>> openStock(Connection& c, const StockWorker& worker,
                                             const std::vector<OpeningLine>& lines, const QString& source, Instant now,
                                             ChangeSet& changes)
{
  SC_TRY(mayApprove(worker));
  return c.transaction([&]() -> Result<std::vector<OpeningResult>> {
    std::vector<OpeningResult> results;
    for (const OpeningLine& line : lines) {
      OpeningResult& result = results.emplace_back(OpeningResult{line.row, line.place.sku, {}});
      Movement movement = movementBy(worker, line.place, QStringLiteral("opening"), {}, now);
      movement.source = source;
      movement.onHand = line.quantity;
      if (line.place.sku.isEmpty() || line.quantity < 0 || line.quantity > kMostPieces) {
        result.refused = QStringLiteral("needs a SKU and a number of pieces");
        continue;
      }
      SC_TRY_ASSIGN(known, c.number(QStringLiteral("SELECT count(*) FROM stock_movements WHERE sku = ? AND "
                                                   "warehouse = ? AND lot = ? AND order_id IS NULL"),
                                    {movement.sku, movement.warehouse, movement.lot}));
      if (known > 0) {
        result.refused = QStringLiteral("its balance is open already: count or adjust it");
        continue;
      }
      SC_TRY(writeMovement(c, movement, StockGuard::Told));
    }
    SC_TRY(finishWork(c, now, changes));
    return results;
  });
}

} // namespace supercargo
