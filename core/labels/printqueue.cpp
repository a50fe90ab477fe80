#include "core/labels/printqueue.h"

#include "core/db/ids.h"
#include "core/store/orderflow.h"

#include <array>

namespace supercargo {
namespace {

constexpr int kMostCopies = 99;
constexpr std::array kDocuments{
    std::pair{PrintDocument::WaybillLabel, "waybill_label"}, std::pair{PrintDocument::ProductLabel, "product_label"},
    std::pair{PrintDocument::PackingSlip, "packing_slip"}, std::pair{PrintDocument::PickList, "pick_list"},
    std::pair{PrintDocument::TestLabel, "test_label"}};
constexpr std::array kStates{std::pair{PrintState::Queued, "queued"},   std::pair{PrintState::Printing, "printing"},
                             std::pair{PrintState::Printed, "printed"}, std::pair{PrintState::Failed, "failed"},
                             std::pair{PrintState::Lost, "lost"},       std::pair{PrintState::Cancelled, "cancelled"}};

template <class Table, class Value>
QString nameIn(const Table& table, Value value)
{
  for (const auto& [each, name] : table)
    if (each == value)
      return QString::fromLatin1(name);
  return {};
}

template <class Table>
auto valueIn(const Table& table, QStringView name) -> std::optional<decltype(table[0].first)>
{
  for (const auto& [value, each] : table)
    if (name == QLatin1String(each))
      return value;
  return std::nullopt;
}

const QString kColumns = QStringLiteral("SELECT id, document, order_id, shipment_id, subject, paper, printer, copies, "
                                        "state, error, actor, created_at, changed_at FROM print_jobs ");

template <class IdType>
std::optional<IdType> idIfAny(const Row& row, int column)
{
  return row.isNull(column) ? std::nullopt : std::optional(row.id<IdType>(column));
}

PrintJob jobOf(const Row& row)
{
  PrintJob job;
  job.id = row.id<PrintJobId>(0);
  job.what = {printDocumentNamed(row.text(1)).value_or(PrintDocument::WaybillLabel),
              idIfAny<OrderId>(row, 2),
              idIfAny<ShipmentId>(row, 3),
              row.text(4),
              row.text(5),
              row.text(6),
              int(row.integer(7))};
  job.state = printStateNamed(row.text(8)).value_or(PrintState::Failed);
  job.error = row.text(9);
  job.actor = row.text(10);
  job.createdAt = row.instant(11);
  job.changedAt = row.instant(12);
  return job;
}

/// Moves one job on, if it is in one of the states that this may happen in.
Result<void> move(Connection& c, PrintJobId id, std::initializer_list<PrintState> from, PrintState to,
                  const QString& error, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(job, printJob(c, id));
  if (!job)
    return fail(ErrorKind::NotFound, QStringLiteral("no such print job"), QString::number(id.value()));
  if (std::find(from.begin(), from.end(), job->state) == from.end())
    return fail(ErrorKind::Conflict, QStringLiteral("the print job is \"%1\"").arg(printStateName(job->state)),
                job->what.subject);
  SC_TRY(c.run(QStringLiteral("UPDATE print_jobs SET state = ?, error = ?, changed_at = ? WHERE id = ?"),
               {printStateName(to), error, now, id}));
  changes.outbox = true;
  return {};
}

QString timelineKind(PrintDocument document)
{
  return document == PrintDocument::PackingSlip ? QStringLiteral("slip_printed") : QStringLiteral("label_printed");
}

} // namespace

QString printDocumentName(PrintDocument document)
{
  return nameIn(kDocuments, document);
}

std::optional<PrintDocument> printDocumentNamed(QStringView name)
{
  return valueIn(kDocuments, name);
}

QString printStateName(PrintState state)
{
  return nameIn(kStates, state);
}

std::optional<PrintState> printStateNamed(QStringView name)
{
  return valueIn(kStates, name);
}

Result<PrintJobId> enqueuePrint(Connection& c, const NewPrintJob& wanted, const QString& actor, Instant now,
                                ChangeSet& changes)
{
  if (wanted.copies < 1 || wanted.copies > kMostCopies)
    return fail(ErrorKind::Invalid, QStringLiteral("1 to %1 copies can be printed").arg(kMostCopies), wanted.subject);
  SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("print_jobs")));
  SC_TRY(c.run(QStringLiteral("INSERT INTO print_jobs (id, document, order_id, shipment_id, subject, paper, printer, "
                              "copies, state, error, actor, created_at, changed_at) "
                              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?)"),
               {id, printDocumentName(wanted.document), wanted.order, wanted.shipment, wanted.subject, wanted.paper,
                wanted.printer, wanted.copies, printStateName(PrintState::Queued), actor, now, now}));
  changes.outbox = true;
  return PrintJobId(id);
}

Result<std::vector<PrintJob>> printJobs(Connection& c, const std::vector<PrintState>& states, int limit, qint64 before)
{
  QStringList conditions;
  std::vector<SqlValue> values;
  if (before > 0) {
    conditions << QStringLiteral("id < ?");
    values.emplace_back(before);
  }
  if (!states.empty()) {
    QStringList marks;
    for (const PrintState state : states) {
      marks << QStringLiteral("?");
      values.emplace_back(printStateName(state));
    }
    conditions << QStringLiteral("state IN (%1)").arg(marks.join(QStringLiteral(", ")));
  }
  const QString where =
      conditions.isEmpty() ? QString() : QStringLiteral("WHERE ") + conditions.join(QStringLiteral(" AND "));
  values.emplace_back(limit);
  return c.rows(kColumns + where + QStringLiteral(" ORDER BY id DESC LIMIT ?"), values, jobOf);
}

Result<std::optional<PrintJob>> printJob(Connection& c, PrintJobId id)
{
  return c.row(kColumns + QStringLiteral("WHERE id = ?"), {id}, jobOf);
}

Result<std::optional<PrintJob>> takeNextPrint(Connection& c, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(job, c.row(kColumns + QStringLiteral("WHERE state = ? ORDER BY id LIMIT 1"),
                           {printStateName(PrintState::Queued)}, jobOf));
  if (!job)
    return job;
  SC_TRY(move(c, job->id, {PrintState::Queued}, PrintState::Printing, {}, now, changes));
  job->state = PrintState::Printing;
  job->changedAt = now;
  return job;
}

Result<void> notePrinted(Connection& c, PrintJobId id, Instant now, ChangeSet& changes)
{
  SC_TRY(move(c, id, {PrintState::Printing}, PrintState::Printed, {}, now, changes));
  SC_TRY_ASSIGN(job, printJob(c, id));
  if (job->what.document == PrintDocument::WaybillLabel && job->what.shipment) {
    SC_TRY(c.run(QStringLiteral("UPDATE labels SET printed_at = ? WHERE shipment_id = ?"), {now, *job->what.shipment}));
    changes.shipments = true;
  }
  if (!job->what.order)
    return {};
  const Origin origin{AccountId(), std::nullopt, now};
  return noteOrderStep(c, origin, *job->what.order, timelineKind(job->what.document), job->what.subject, changes);
}

Result<void> notePrintFailed(Connection& c, PrintJobId id, const QString& why, Instant now, ChangeSet& changes)
{
  return move(c, id, {PrintState::Queued, PrintState::Printing}, PrintState::Failed, why, now, changes);
}

Result<void> notePrintLost(Connection& c, PrintJobId id, Instant now, ChangeSet& changes)
{
  return move(c, id, {PrintState::Printing, PrintState::Printed}, PrintState::Lost, {}, now, changes);
}

Result<void> cancelPrint(Connection& c, PrintJobId id, Instant now, ChangeSet& changes)
{
  return move(c, id, {PrintState::Queued}, PrintState::Cancelled, {}, now, changes);
}

Result<void> printAgain(Connection& c, PrintJobId id, Instant now, ChangeSet& changes)
{
  return move(c, id, {PrintState::Printed, PrintState::Failed, PrintState::Lost, PrintState::Cancelled},
              PrintState::Queued, {}, now, changes);
}

Result<int> reprintLost(Connection& c, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(count,
                c.run(QStringLiteral("UPDATE print_jobs SET state = ?, error = '', changed_at = ? WHERE state = ?"),
                      {printStateName(PrintState::Queued), now, printStateName(PrintState::Lost)}));
  changes.outbox |= count > 0;
  return int(count);
}

Result<int> recoverPrints(Connection& c, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(count, c.run(QStringLiteral("UPDATE print_jobs SET state = ?, changed_at = ? WHERE state = ?"),
                             {printStateName(PrintState::Lost), now, printStateName(PrintState::Printing)}));
  changes.outbox |= count > 0;
  return int(count);
}

} // namespace supercargo
