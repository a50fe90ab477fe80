#pragma once

#include "core/stock/work.h"

/// Goods between warehouses, in two steps: sent, they lie nowhere and are in transfer to the other one; received, they
/// are on hand there.
namespace supercargo {

struct TransferLine {
  QString sku, lot;
  qint64 quantity = 0;
};
struct TransferRow {
  qint64 id = 0;
  QString from, to, reason, actor;
  Instant sentAt{};
  std::optional<Instant> closedAt;
  struct Line {
    QString sku, lot;
    qint64 sent = 0, received = 0, missing = 0;
    qint64 open() const { return sent - received - missing; }
  };
  std::vector<Line> lines;
};

/// Sends available goods off; the transfer's number. All lines or none.
Result<qint64> sendTransfer(Connection& c, const StockWorker& worker, const QString& from, const QString& to,
                            const std::vector<TransferLine>& lines, const QString& reason, Instant now,
                            ChangeSet& changes);
/// What came; no lines: all that is open; lines of 0 pieces: nothing of it. With `restIsMissing` what did not come is
/// lost and the transfer ends; else it ends when nothing is open. Rejected: more than was sent. Conflict: it has ended.
Result<TransferRow> receiveTransfer(Connection& c, const StockWorker& worker, qint64 transfer,
                                    const std::vector<TransferLine>& lines, bool restIsMissing, Instant now,
                                    ChangeSet& changes);
Result<TransferRow> transferRow(Connection& c, qint64 transfer); ///< NotFound
Result<std::vector<TransferRow>> openTransfers(Connection& c);   ///< oldest first

} // namespace supercargo
