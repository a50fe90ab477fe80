#include "core/stock/transfers.h"

#include "core/db/ids.h"
#include "core/stock/steps.h"
#include "core/store/orderfacts.h"

namespace supercargo {
namespace {

QString nameOf(qint64 transfer)
{
  return QStringLiteral("transfer %1").arg(transfer);
}

Result<void> sendLine(Connection& c, const StockWorker& worker, qint64 transfer, const QString& from, const QString& to,
                      const TransferLine& line, const QString& reason, Instant now)
{
  if (line.quantity <= 0)
    return fail(ErrorKind::Invalid, QStringLiteral("a number of pieces above zero is needed"), line.sku);
  Movement out = movementBy(worker, {line.sku, from, line.lot}, QStringLiteral("transfer_out"), reason, now);
  out.source = nameOf(transfer);
  out.onHand = -line.quantity;
  SC_TRY(writeMovement(c, out, StockGuard::Available));
  Movement due = movementBy(worker, {line.sku, to, line.lot}, QStringLiteral("transfer_due"), reason, now);
  due.source = nameOf(transfer);
  due.inTransfer = line.quantity;
  SC_TRY(writeMovement(c, due, StockGuard::Available));
  SC_TRY(
      c.run(QStringLiteral("INSERT INTO stock_transfer_lines (transfer_id, sku, lot, sent, received, missing) VALUES "
                           "(?, ?, ?, ?, 0, 0) ON CONFLICT (transfer_id, sku, lot) DO UPDATE SET "
                           "sent = stock_transfer_lines.sent + excluded.sent"),
            {transfer, line.sku, line.lot, line.quantity}));
  return {};
}

Result<std::optional<Instant>> expiryOf(Connection& c, const TransferRow& transfer, const QString& sku,
                                        const QString& lot)
{
  SC_TRY_ASSIGN(found, c.row(QStringLiteral("SELECT expires_at FROM stock_lots WHERE sku = ? AND warehouse = ? AND "
                                            "lot = ?"),
                             {sku, transfer.from, lot}, [](const Row& row) { return row.instantIfAny(0); }));
  return found.value_or(std::nullopt);
}

Result<void> endLine(Connection& c, const StockWorker& worker, const TransferRow& transfer,
                     const TransferRow::Line& line, qint64 received, qint64 missing, Instant now)
{
  const StockPlace place{line.sku, transfer.to, line.lot};
  if (received > 0) {
    Movement in = movementBy(worker, place, QStringLiteral("transfer_in"), {}, now);
    in.source = nameOf(transfer.id);
    in.onHand = received;
    in.inTransfer = -received;
    SC_TRY_ASSIGN(expires, expiryOf(c, transfer, line.sku, line.lot));
    SC_TRY(writeMovement(c, in, StockGuard::OnHand, expires));
  }
  if (missing > 0) {
    Movement lost = movementBy(worker, place, QStringLiteral("transfer_lost"), {}, now);
    lost.source = nameOf(transfer.id);
    lost.inTransfer = -missing;
    SC_TRY(writeMovement(c, lost, StockGuard::OnHand));
  }
  SC_TRY(c.run(QStringLiteral("UPDATE stock_transfer_lines SET received = received + ?, missing = missing + ? "
                              "WHERE transfer_id = ? AND sku = ? AND lot = ?"),
               {received, missing, transfer.id, line.sku, line.lot}));
  return {};
}

/// How many of a line came now.
qint64 cameOf(const TransferRow::Line& line, const std::vector<TransferLine>& came)
{
  if (came.empty())
    return line.open();
  qint64 sum = 0;
  for (const TransferLine& one : came)
    if (one.sku == line.sku && one.lot == line.lot)
      sum += one.quantity;
  return sum;
}

Result<void> checkCame(const TransferRow& transfer, const std::vector<TransferLine>& came)
{
  for (const TransferLine& one : came) {
    const auto line = std::find_if(transfer.lines.begin(), transfer.lines.end(), [&](const TransferRow::Line& sent) {
      return sent.sku == one.sku && sent.lot == one.lot;
    });
    if (one.quantity < 0 || line == transfer.lines.end())
      return fail(ErrorKind::Rejected, QStringLiteral("%1 holds no %2").arg(nameOf(transfer.id), one.sku), one.sku);
    if (cameOf(*line, came) > line->open())
      return fail(ErrorKind::Rejected, QStringLiteral("only %1 are on their way").arg(line->open()), one.sku);
  }
  return {};
}

Result<std::vector<TransferRow>> transfersWhere(Connection& c, const QString& where,
                                                const std::vector<SqlValue>& values)
{
  std::vector<TransferRow> rows;
  SC_TRY(c.each(
      QStringLiteral("SELECT t.id, t.from_warehouse, t.to_warehouse, t.reason, t.actor, t.sent_at, "
                     "t.closed_at, l.sku, l.lot, l.sent, l.received, l.missing FROM stock_transfers t "
                     "JOIN stock_transfer_lines l ON l.transfer_id = t.id WHERE %1 ORDER BY t.id, l.sku, l.lot")
          .arg(where),
      values, [&](const Row& row) {
        if (rows.empty() || rows.back().id != row.integer(0))
          rows.push_back({row.integer(0),
                          row.text(1),
                          row.text(2),
                          row.text(3),
                          row.text(4),
                          row.instant(5),
                          row.instantIfAny(6),
                          {}});
        rows.back().lines.push_back({row.text(7), row.text(8), row.integer(9), row.integer(10), row.integer(11)});
      }));
  return rows;
}

} // namespace

Result<qint64> sendTransfer(Connection& c, const StockWorker& worker, const QString& from, const QString& to,
                            const std::vector<TransferLine>& lines, const QString& reason, Instant now,
                            ChangeSet& changes)
{
  SC_TRY(mayMove(worker));
  if (from.isEmpty() || to.isEmpty() || from == to || lines.empty())
    return fail(ErrorKind::Invalid, QStringLiteral("a transfer needs two warehouses and something to send"));
  return c.transaction([&]() -> Result<qint64> {
    SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("stock_transfers")));
    SC_TRY(
        c.run(QStringLiteral("INSERT INTO stock_transfers (id, from_warehouse, to_warehouse, reason, actor, sent_at) "
                             "VALUES (?, ?, ?, ?, ?, ?)"),
              {id, from, to, reason, worker.name, now}));
    for (const TransferLine& line : lines)
      SC_TRY(sendLine(c, worker, id, from, to, line, reason, now));
    SC_TRY(finishWork(c, now, changes));
    return id;
  });
}

Result<TransferRow> receiveTransfer(Connection& c, const StockWorker& worker, qint64 transfer,
                                    const std::vector<TransferLine>& lines, bool restIsMissing, Instant now,
                                    ChangeSet& changes)
{
  SC_TRY(mayMove(worker));
  return c.transaction([&]() -> Result<TransferRow> {
    SC_TRY_ASSIGN(row, transferRow(c, transfer));
    if (row.closedAt)
      return fail(ErrorKind::Conflict, QStringLiteral("%1 has ended").arg(nameOf(transfer)), nameOf(transfer));
    SC_TRY(checkCame(row, lines));
    bool isOpen = false;
    for (const TransferRow::Line& line : row.lines) {
      const qint64 came = cameOf(line, lines), rest = line.open() - came;
      SC_TRY(endLine(c, worker, row, line, came, restIsMissing ? rest : 0, now));
      isOpen |= rest > 0 && !restIsMissing;
    }
    if (!isOpen)
      SC_TRY(c.run(QStringLiteral("UPDATE stock_transfers SET closed_at = ? WHERE id = ?"), {now, transfer}));
    SC_TRY(finishWork(c, now, changes));
    return transferRow(c, transfer);
  });
}

Result<TransferRow> transferRow(Connection& c, qint64 transfer)
{
  SC_TRY_ASSIGN(rows, transfersWhere(c, QStringLiteral("t.id = ?"), {transfer}));
  if (rows.empty())
    return fail(ErrorKind::NotFound, QStringLiteral("there is no %1").arg(nameOf(transfer)), nameOf(transfer));
  return rows.front();
}

Result<std::vector<TransferRow>> openTransfers(Connection& c)
{
  return transfersWhere(c, QStringLiteral("t.closed_at IS NULL"), {});
}

} // namespace supercargo
