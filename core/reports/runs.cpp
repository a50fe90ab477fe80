#include "core/reports/runs.h"

#include "core/db/ids.h"
#include "core/reports/onestate.h"
#include "core/reports/render.h"

#include <QJsonDocument>

namespace supercargo {
namespace {

constexpr int kNewestOnes = 30;
const QString kColumns = QStringLiteral("SELECT id, spec, ran_at, snapshot, by_hand FROM report_runs");

QString specText(const ReportSpec& spec)
{
  return QString::fromUtf8(QJsonDocument(parametersJson(spec)).toJson(QJsonDocument::Compact));
}

KeptRun runOf(const Row& row)
{
  KeptRun run;
  run.id = row.integer(0);
  run.spec = specFromJson(QJsonDocument::fromJson(row.text(1).toUtf8()).object()).value_or(ReportSpec());
  run.spec.now = row.instant(2);
  run.snapshot = row.text(3);
  run.byHand = row.flag(4);
  return run;
}

} // namespace

Result<RunToKeep> runToKeep(Connection& c, const ReportSpec& spec)
{
  return inOneState(c, [&]() -> Result<RunToKeep> {
    SC_TRY_ASSIGN(parts, runParts(c, spec));
    SC_TRY_ASSIGN(result, runReport(c, spec));
    return RunToKeep{result.spec, result.snapshot, packedParts(parts)};
  });
}

Result<qint64> keepRun(Connection& c, const RunToKeep& run, bool byHand)
{
  const QString spec = specText(run.spec);
  SC_TRY_ASSIGN(same,
                c.row(QStringLiteral("SELECT id, snapshot FROM report_runs WHERE report = ? AND spec = ? ORDER "
                                     "BY id DESC LIMIT 1"),
                      {run.spec.report, spec}, [](const Row& row) { return std::pair(row.integer(0), row.text(1)); }));
  if (same && same->second == run.snapshot) {
    if (byHand)
      SC_TRY(c.run(QStringLiteral("UPDATE report_runs SET by_hand = 1 WHERE id = ?"), {same->first}));
    return same->first;
  }
  SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("report_runs")));
  SC_TRY(c.run(QStringLiteral("INSERT INTO report_runs (id, report, version, spec, ran_at, snapshot, by_hand, parts) "
                              "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
               {id, run.spec.report, run.spec.version, spec, run.spec.now, run.snapshot, byHand, run.parts}));
  SC_TRY(c.run(QStringLiteral("DELETE FROM report_runs WHERE report = ? AND by_hand = 0 AND id NOT IN (SELECT id FROM "
                              "report_runs WHERE report = ? AND by_hand = 0 ORDER BY id DESC LIMIT ?)"),
               {run.spec.report, run.spec.report, kNewestOnes}));
  return id;
}

Result<std::vector<KeptRun>> keptRuns(Connection& c, const QString& report)
{
  if (report.isEmpty())
    return c.rows(kColumns + QStringLiteral(" ORDER BY id DESC"), {}, runOf);
  return c.rows(kColumns + QStringLiteral(" WHERE report = ? ORDER BY id DESC"), {report}, runOf);
}

Result<void> removeRun(Connection& c, qint64 id)
{
  SC_TRY_ASSIGN(removed, c.run(QStringLiteral("DELETE FROM report_runs WHERE id = ?"), {id}));
  if (removed == 0)
    return fail(ErrorKind::NotFound, QStringLiteral("there is no kept run %1").arg(id), QString::number(id));
  return {};
}

} // namespace supercargo
