#include "core/reports/schedules.h"

#include "core/db/ids.h"
#include "core/reports/span.h"
#include "core/store/daycut.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

namespace supercargo {
namespace {

Result<QByteArray> shopZone(Connection& c)
{
  SC_TRY_ASSIGN(zone, c.row(QStringLiteral("SELECT time_zone FROM workspace WHERE id = 1"), {},
                            [](const Row& row) { return row.text(0).toLatin1(); }));
  return zone.value_or(QByteArrayLiteral("UTC"));
}

const QString kPdf = QStringLiteral("pdf");
const QString kColumns = QStringLiteral("id, name, spec, format, folder, every, at_minute, span, next_at, last_at, "
                                        "last_file, last_error");

Result<std::vector<ReportSchedule>> schedulesWhere(Connection& c, const QString& where,
                                                   const std::vector<SqlValue>& values)
{
  std::vector<ReportSchedule> list;
  Result<void> read;
  SC_TRY(c.each(QStringLiteral("SELECT %1 FROM report_schedules%2 ORDER BY id").arg(kColumns, where), values,
                [&](const Row& row) {
                  auto spec = specFromJson(QJsonDocument::fromJson(row.text(2).toUtf8()).object());
                  if (!spec) {
                    read = fail(std::move(spec).error());
                    return false;
                  }
                  spec->version = 0; // a report that was improved since is still the one that was meant
                  list.push_back({row.integer(0), row.text(1), *spec, row.text(3), row.text(4), row.text(5),
                                  int(row.integer(6)), row.text(7), row.instantIfAny(8), row.instantIfAny(9),
                                  row.text(10), row.text(11)});
                  return true;
                }));
  SC_TRY(read);
  return list;
}

Result<void> check(const ReportSchedule& s)
{
  const auto wrong = [](const QString& what, const char* field) {
    return fail(ErrorKind::Invalid, what, QLatin1String(field));
  };
  if (!findReport(s.spec.report))
    return fail(ErrorKind::NotFound, QStringLiteral("there is no report \"%1\"").arg(s.spec.report), s.spec.report);
  if (s.format != kPdf && !reportFormatNamed(s.format))
    return wrong(QStringLiteral("there is no format \"%1\"").arg(s.format), "format");
  if (!QStringList{QStringLiteral("day"), QStringLiteral("week"), QStringLiteral("month")}.contains(s.every))
    return wrong(QStringLiteral("a schedule runs every day, week or month"), "every");
  if (s.atMinute < 0 || s.atMinute >= 24 * 60)
    return wrong(QStringLiteral("a day has 1440 minutes"), "at");
  if (!spanPresets().contains(s.span))
    return wrong(QStringLiteral("there is no span \"%1\"").arg(s.span), "span");
  if (s.folder.isEmpty() || !QFileInfo(s.folder).isDir())
    return wrong(QStringLiteral("there is no folder \"%1\"").arg(s.folder), "folder");
  return {};
}

} // namespace

std::optional<Instant> nextRun(const QString& every, int atMinute, const QByteArray& zone, Instant now)
{
  const DayCut cut(zone);
  if (!cut.isKnown())
    return std::nullopt;
  const qint64 today = cut.dayOf(now);
  for (qint64 day = today; day <= today + 32; ++day) {
    const QDate date = DayCut::date(day);
    if ((every == QLatin1String("week") && date.dayOfWeek() != 1) ||
        (every == QLatin1String("month") && date.day() != 1))
      continue;
    if (cut.startOf(day) == cut.startOf(day + 1)) // left out when a country crossed the date line
      continue;
    const QDateTime local(date, QTime(atMinute / 60, atMinute % 60), QTimeZone(zone));
    // A time that a clock change skips does not exist; the moment the clocks jump to stands for it.
    Instant at = fromMs(local.toMSecsSinceEpoch());
    if (cut.dayOf(at) != day)
      at = cut.startOf(day);
    if (at > now)
      return at;
  }
  return std::nullopt;
}

Result<ReportSchedule> saveSchedule(Connection& c, ReportSchedule schedule, Instant now)
{
  SC_TRY(check(schedule));
  SC_TRY_ASSIGN(zone, shopZone(c));
  schedule.spec.from = schedule.spec.to = QDate();
  if (schedule.id == 0 || schedule.nextAt)
    schedule.nextAt = nextRun(schedule.every, schedule.atMinute, zone, now);
  if (schedule.id == 0) {
    SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("report_schedules")));
    schedule.id = id;
  }
  const QString spec = QString::fromUtf8(QJsonDocument(parametersJson(schedule.spec)).toJson(QJsonDocument::Compact));
  SC_TRY(c.run(QStringLiteral("INSERT INTO report_schedules (id, name, spec, format, folder, every, at_minute, span, "
                              "created_at, next_at, last_at, last_file, last_error) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, "
                              "?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, spec = excluded.spec, "
                              "format = excluded.format, folder = excluded.folder, every = excluded.every, at_minute = "
                              "excluded.at_minute, span = excluded.span, next_at = excluded.next_at"),
               {schedule.id, schedule.name, spec, schedule.format, schedule.folder, schedule.every, schedule.atMinute,
                schedule.span, now, schedule.nextAt, schedule.lastAt, schedule.lastFile, schedule.lastError}));
  return schedule;
}

Result<std::vector<ReportSchedule>> reportSchedules(Connection& c)
{
  return schedulesWhere(c, {}, {});
}

Result<void> removeSchedule(Connection& c, qint64 id)
{
  SC_TRY_ASSIGN(removed, c.run(QStringLiteral("DELETE FROM report_schedules WHERE id = ?"), {id}));
  if (removed == 0)
    return fail(ErrorKind::NotFound, QStringLiteral("there is no schedule %1").arg(id), QString::number(id));
  return {};
}

Result<std::vector<ReportSchedule>> dueSchedules(Connection& c, Instant now)
{
  return schedulesWhere(c, QStringLiteral(" WHERE next_at IS NOT NULL AND next_at <= ?"), {now});
}

Result<void> pauseSchedule(Connection& c, qint64 id, bool paused, Instant now)
{
  SC_TRY_ASSIGN(found, schedulesWhere(c, QStringLiteral(" WHERE id = ?"), {id}));
  if (found.empty())
    return fail(ErrorKind::NotFound, QStringLiteral("there is no schedule %1").arg(id), QString::number(id));
  SC_TRY_ASSIGN(zone, shopZone(c));
  const auto next = paused ? std::nullopt : nextRun(found.front().every, found.front().atMinute, zone, now);
  SC_TRY(c.run(QStringLiteral("UPDATE report_schedules SET next_at = ? WHERE id = ?"), {next, id}));
  return {};
}

Result<ScheduledFile> scheduledFile(Connection& c, const ReportSchedule& schedule, Instant now)
{
  SC_TRY_ASSIGN(zone, shopZone(c));
  const DayCut cut(zone);
  const auto span = presetSpan(schedule.span, DayCut::date(cut.dayOf(now)));
  if (!span)
    return fail(ErrorKind::Invalid, QStringLiteral("the schedule's span is not known any more"), schedule.name);
  ReportSpec spec = schedule.spec;
  spec.from = span->from;
  spec.to = span->to;
  spec.now = now;
  const QMap<QString, QString> kEndings{{QStringLiteral("hledger"), QStringLiteral("journal")},
                                        {QStringLiteral("beancount"), QStringLiteral("beancount")}};
  const QString stem =
      QStringLiteral("%1_%2_%3").arg(spec.report, span->from.toString(Qt::ISODate), span->to.toString(Qt::ISODate));
  const QString ending = kEndings.value(schedule.format, schedule.format);
  QString file = QDir(schedule.folder).filePath(stem + u'.' + ending);
  for (int copy = 2; QFileInfo::exists(file); ++copy)
    file = QDir(schedule.folder).filePath(QStringLiteral("%1_%2.%3").arg(stem).arg(copy).arg(ending));
  return ScheduledFile{spec, file};
}

Result<QString> runSchedule(Connection& c, const ReportSchedule& schedule, Instant now, const ScheduleOutput& output)
{
  SC_TRY_ASSIGN(file, scheduledFile(c, schedule, now));
  if (schedule.format == kPdf) {
    if (!output.drawPages)
      return fail(ErrorKind::Invalid, QStringLiteral("no pages can be drawn here"), schedule.name);
    SC_TRY_ASSIGN(result, runReport(c, file.spec));
    SC_TRY(output.drawPages(file.name, result));
    return file.name;
  }
  const auto format = reportFormatNamed(schedule.format);
  const ReportDefinition* definition = findReport(file.spec.report);
  if (!format || !definition)
    return fail(ErrorKind::Invalid, QStringLiteral("the schedule's report or format is not known any more"),
                schedule.name);
  ReportTitles titles;
  if (output.titles && definition->columns) {
    titles = output.titles(definition->columns());
  } else if (output.titles && (*format == ReportFormat::Csv || *format == ReportFormat::Xlsx)) {
    SC_TRY_ASSIGN(shape, runReport(c, file.spec)); // its columns follow the options
    titles = output.titles(shape.columns);
  }
  CsvOptions options;
  options.byteOrderMark = true; // opened by a double click, most likely
  SC_TRY(writeReport(c, file.spec, *format, file.name, options, titles));
  return file.name;
}

Result<void> noteScheduleRun(Connection& c, const ReportSchedule& schedule, const Result<QString>& file, Instant now)
{
  SC_TRY_ASSIGN(zone, shopZone(c));
  SC_TRY(c.run(QStringLiteral("UPDATE report_schedules SET next_at = ?, last_at = ?, last_file = ?, last_error = ? "
                              "WHERE id = ?"),
               {nextRun(schedule.every, schedule.atMinute, zone, now), now, file ? *file : schedule.lastFile,
                file ? QString() : file.error().detail, schedule.id}));
  return {};
}

} // namespace supercargo
