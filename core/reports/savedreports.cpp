#include "core/reports/savedreports.h"

#include "core/db/ids.h"
#include "core/reports/render.h"
#include "core/reports/span.h"

#include <QJsonDocument>

namespace supercargo {
namespace {

const QString kPrefix = QStringLiteral("own.");
const QString kAll = QStringLiteral("all"), kDays = QStringLiteral("days");

SavedReport reportOf(const Row& row)
{
  ReportSpec spec = specFromJson(QJsonDocument::fromJson(row.text(2).toUtf8()).object()).value_or(ReportSpec());
  spec.version = 0; // a report that was improved since is still the one that was meant
  return {row.integer(0), row.text(1), spec, row.text(3)};
}

tl::unexpected<Error> noSuchReport(qint64 id)
{
  return fail(ErrorKind::NotFound, QStringLiteral("there is no report %1").arg(savedReportKey(id)), savedReportKey(id));
}

Result<void> checkName(Connection& c, qint64 id, const QString& name)
{
  if (name.trimmed().isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("a report needs a name"), QStringLiteral("name"));
  SC_TRY_ASSIGN(others, c.number(QStringLiteral("SELECT COUNT(*) FROM saved_reports WHERE name = ? AND id <> ?"),
                                 {name.trimmed(), id}));
  if (others > 0)
    return fail(ErrorKind::Conflict, QStringLiteral("there is a report \"%1\" already").arg(name.trimmed()),
                name.trimmed());
  return {};
}

} // namespace

QString savedReportKey(qint64 id)
{
  return kPrefix + QString::number(id);
}

std::optional<qint64> savedReportId(const QString& key)
{
  bool isNumber = false;
  const qint64 id = key.startsWith(kPrefix) ? key.mid(kPrefix.size()).toLongLong(&isNumber) : 0;
  return isNumber ? std::optional(id) : std::nullopt;
}

Result<SavedReport> saveReport(Connection& c, SavedReport report, Instant now)
{
  SC_TRY(checkName(c, report.id, report.name));
  report.name = report.name.trimmed();
  if (report.span != kAll && report.span != kDays && !spanPresets().contains(report.span))
    return fail(ErrorKind::Invalid, QStringLiteral("there is no span \"%1\"").arg(report.span), report.span);
  report.spec.now = now;
  SC_TRY(completed(c, report.spec)); // only to see that it can be run
  if (report.span != kDays)
    report.spec.from = report.spec.to = QDate();
  const QString spec = QString::fromUtf8(QJsonDocument(parametersJson(report.spec)).toJson(QJsonDocument::Compact));
  if (report.id != 0) {
    SC_TRY_ASSIGN(changed, c.run(QStringLiteral("UPDATE saved_reports SET name = ?, spec = ?, span = ? WHERE id = ?"),
                                 {report.name, spec, report.span, report.id}));
    return changed == 0 ? Result<SavedReport>(noSuchReport(report.id)) : Result<SavedReport>(report);
  }
  SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("saved_reports")));
  report.id = id;
  SC_TRY(c.run(QStringLiteral("INSERT INTO saved_reports (id, name, spec, span, created_at) VALUES (?, ?, ?, ?, ?)"),
               {report.id, report.name, spec, report.span, now}));
  return report;
}

Result<void> renameSavedReport(Connection& c, qint64 id, const QString& name)
{
  SC_TRY(checkName(c, id, name));
  SC_TRY_ASSIGN(changed, c.run(QStringLiteral("UPDATE saved_reports SET name = ? WHERE id = ?"), {name.trimmed(), id}));
  return changed == 0 ? Result<void>(noSuchReport(id)) : Result<void>();
}

Result<void> removeSavedReport(Connection& c, qint64 id)
{
  SC_TRY_ASSIGN(removed, c.run(QStringLiteral("DELETE FROM saved_reports WHERE id = ?"), {id}));
  return removed == 0 ? Result<void>(noSuchReport(id)) : Result<void>();
}

Result<std::vector<SavedReport>> savedReports(Connection& c)
{
  return c.rows(QStringLiteral("SELECT id, name, spec, span FROM saved_reports ORDER BY name, id"), {}, reportOf);
}

Result<SavedReport> savedReport(Connection& c, qint64 id)
{
  SC_TRY_ASSIGN(found,
                c.row(QStringLiteral("SELECT id, name, spec, span FROM saved_reports WHERE id = ?"), {id}, reportOf));
  return found ? Result<SavedReport>(*found) : Result<SavedReport>(noSuchReport(id));
}

ReportSpec specOn(const SavedReport& report, QDate today)
{
  ReportSpec spec = report.spec;
  if (const auto span = presetSpan(report.span, today)) {
    spec.from = span->from;
    spec.to = span->to;
  }
  return spec;
}

} // namespace supercargo
