#pragma once

#include "core/stock/work.h"

/// Cycle counts: a list of articles is counted, a second look approves, and only then the differences become movements.
namespace supercargo {

struct CountLine {
  QString sku, lot;
  std::optional<qint64> counted;
  std::optional<qint64>
      book; ///< what the ledger said when it was counted; hidden in a blind count until it is submitted
  QString countedBy;
  std::optional<Instant> countedAt;
  std::optional<qint64> difference() const { return counted && book ? std::optional(*counted - *book) : std::nullopt; }
};
enum class CountState { Open, Submitted, Approved, Rejected };
struct StockCount {
  qint64 id = 0;
  QString warehouse, note, actor, decidedBy;
  bool isBlind = true;
  CountState state = CountState::Open;
  Instant openedAt{};
  std::optional<Instant> decidedAt;
  std::vector<CountLine> lines;
};
QString countStateName(CountState state); ///< "open"

/// A list to be counted. No SKUs: what was counted longest ago, up to `most` articles that lie there. A lot each where
/// the article has some.
Result<qint64> openCount(Connection& c, const StockWorker& worker, const QString& warehouse, const QStringList& skus,
                         int most, bool blind, const QString& note, Instant now, ChangeSet& changes);
/// Enters what somebody counted; again: the newer number counts. What is found and not on the list joins it. Sales
/// between counting and approval do no harm: the difference is taken against the book of this moment.
Result<void> enterCount(Connection& c, const StockWorker& worker, qint64 count, const QString& sku, const QString& lot,
                        qint64 counted, Instant now);
/// All lines counted: the numbers are shown. Rejected while lines are open; they are named.
Result<void> submitCount(Connection& c, const StockWorker& worker, qint64 count, Instant now);
/// Books the differences. In a blind count another person than those who counted must approve, except for the owner of
/// a one-person workspace (`sameMayApprove`).
Result<StockCount> approveCount(Connection& c, const StockWorker& worker, qint64 count, bool sameMayApprove,
                                Instant now, ChangeSet& changes);
Result<void> rejectCount(Connection& c, const StockWorker& worker, qint64 count, Instant now);

Result<StockCount> stockCount(Connection& c, qint64 count);            ///< NotFound
Result<std::vector<StockCount>> stockCounts(Connection& c, int limit); ///< newest first, without lines

} // namespace supercargo
