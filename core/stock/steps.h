#pragma once

#include "core/stock/work.h"

/// What all warehouse work has in common; for core/stock only.
namespace supercargo {

Result<void> mayMove(const StockWorker& worker);
Result<void> mayApprove(const StockWorker& worker);
QString warehouseOf(const StockPlace& place);

/// A movement of this worker, without figures.
Movement movementBy(const StockWorker& worker, const StockPlace& place, const QString& kind, const QString& reason,
                    Instant now);

/// After the movements of one piece of work: alerts, and a word to whoever shows stock.
Result<void> finishWork(Connection& c, Instant now, ChangeSet& changes);

/// One movement as a whole piece of work; the balance after it.
Result<StockRow> workOf(Connection& c, const Movement& movement, StockGuard guard, ChangeSet& changes,
                        std::optional<Instant> lotExpires = std::nullopt);

} // namespace supercargo
