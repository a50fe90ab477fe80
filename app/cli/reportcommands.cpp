#include "app/cli/reporttext.h"
#include "app/cli/rowlist.h"
#include "core/reports/schedules.h"
#include "core/reports/span.h"
#include "core/store/daycubes.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace supercargo::cli {
namespace {

constexpr qint64 kFewDays = 8; ///< so many are quicker counted from the rows than made into cubes

Outcome<Exit> list(Session& session)
{
  printRows(
      session, reportDefinitions(), 0,
      {QCoreApplication::translate("cli", "Report"), QCoreApplication::translate("cli", "Name"),
       QCoreApplication::translate("cli", "Basis"), QCoreApplication::translate("cli", "Parameters")},
      [](const ReportDefinition& definition) {
        QJsonArray options;
        for (const ReportOption& option : definition.options)
          options += QJsonObject{{QStringLiteral("name"), option.name},
                                 {QStringLiteral("choices"), QJsonArray::fromStringList(option.choices)},
                                 {QStringLiteral("default"), option.fallback}};
        return QJsonObject{{QStringLiteral("id"), definition.id},
                           {QStringLiteral("version"), definition.version},
                           {QStringLiteral("title"), reportTitle(definition)},
                           {QStringLiteral("basis"), basisName(definition.basis)},
                           {QStringLiteral("parameters"), options}};
      },
      [](const ReportDefinition& definition) {
        QStringList options;
        for (const ReportOption& option : definition.options)
          options += option.choices.isEmpty() ? option.name : option.name + u'=' + option.choices.join(u'|');
        return QStringList{definition.id, reportTitle(definition), basisName(definition.basis), options.join(u' ')};
      });
  return Exit::Done;
}

Outcome<QDate> day(const Session& session, const QString& option)
{
  const QString text = session.value(option);
  const QDate date = QDate::fromString(text, Qt::ISODate);
  if (!text.isEmpty() && !date.isValid())
    return wrongUse(QCoreApplication::translate("cli", "%1 takes a day like 2026-03-01").arg(option), option);
  return date;
}

/// "account", "currency" and "zone" are every report's; the rest is the definition's own.
Outcome<void> set(Session& session, ReportSpec& spec, const QString& assignment)
{
  const QString name = assignment.section(u'=', 0, 0), value = assignment.section(u'=', 1);
  if (!assignment.contains(u'='))
    return wrongUse(QCoreApplication::translate("cli", "--set takes NAME=VALUE"), assignment);
  if (name == QLatin1String("account")) {
    SC_TRY_ASSIGN(account, session.existingAccount(value));
    spec.accounts.push_back(account);
  } else if (name == QLatin1String("currency")) {
    spec.currency = value;
  } else if (name == QLatin1String("zone")) {
    spec.timeZone = value.toLatin1();
  } else {
    spec.options.insert(name, value);
  }
  return {};
}

Outcome<ReportSpec> specOf(Session& session, Instant now)
{
  ReportSpec spec;
  spec.report = session.operand(0);
  spec.now = now;
  if (!findReport(spec.report)) {
    QStringList ids;
    for (const ReportDefinition& definition : reportDefinitions())
      ids += definition.id;
    const QString near = nearest(spec.report, ids);
    return wrongUse(QCoreApplication::translate("cli", "there is no report \"%1\"").arg(spec.report), spec.report,
                    near.isEmpty()
                        ? QCoreApplication::translate("cli", "There are: %1").arg(ids.join(QStringLiteral(", ")))
                        : QCoreApplication::translate("cli", "Did you mean \"%1\"?").arg(near));
  }
  SC_TRY_ASSIGN(from, day(session, QStringLiteral("--from")));
  SC_TRY_ASSIGN(to, day(session, QStringLiteral("--to")));
  spec.from = from;
  spec.to = to;
  if (const QString preset = session.value(QStringLiteral("--span")); !preset.isEmpty()) {
    const QDate today = QDateTime::fromMSecsSinceEpoch(toMs(now), session.zone()).date();
    const auto span = presetSpan(preset, today);
    if (!span)
      return wrongUse(
          QCoreApplication::translate("cli", "there is no span \"%1\"").arg(preset), preset,
          QCoreApplication::translate("cli", "There are: %1").arg(spanPresets().join(QStringLiteral(", "))));
    spec.from = span->from;
    spec.to = span->to;
  }
  for (const QString& assignment : session.arguments().values(QStringLiteral("--set")))
    SC_TRY(set(session, spec, assignment));
  return spec;
}

/// After a large import nothing is added up yet. Another program may be writing; then the rows are counted instead.
void prepareCubes(Session& session)
{
  const auto reader = session.reader();
  if (!reader || dirtyDayCount(**reader).value_or(0) <= kFewDays)
    return;
  const auto writer = session.writer();
  if (!writer)
    return;
  bool isLeft = true;
  while (isLeft)
    isLeft = (*writer)->transaction([&] { return rebuildDays(**writer, 30); }).value_or(false);
}

void printTable(const ReportResult& result, const QTimeZone& zone)
{
  QStringList headings;
  for (const ReportColumn& column : result.columns)
    headings += (column.kind == ColumnKind::Text || column.kind == ColumnKind::Day ? QString() : QStringLiteral(">")) +
                columnTitle(column);
  Table table(headings);
  for (const auto* rows : {&result.rows, &result.totals})
    for (const ReportRow& row : *rows) {
      QStringList cells;
      for (size_t i = 0; i < row.cells.size(); ++i)
        cells += cellWords(row.cells[i], result.columns[i].kind, zone);
      table.add(cells);
    }
  table.print();
  for (const QString& note : result.notes)
    say(noteText(note));
}

Outcome<Exit> printReport(Session& session, const ReportSpec& spec, const QString& format)
{
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(result, runReport(*connection, spec));
  if (format.isEmpty()) {
    printTable(result, QTimeZone(result.spec.timeZone));
    return Exit::Done;
  }
  QFile out;
  if (!out.open(stdout, QIODevice::WriteOnly))
    return fail(Failure(Error{ErrorKind::Denied, out.errorString(), {}, std::nullopt}));
  if (format == QLatin1String("json"))
    SC_TRY(writeReportJson(out, result));
  else if (format == QLatin1String("csv"))
    SC_TRY(writeReportCsv(out, result, {session.has(QStringLiteral("--bom")), session.has(QStringLiteral("--totals"))},
                          columnTitles(result.columns)));
  else
    return wrongUse(QCoreApplication::translate("cli", "%1 goes into a file: give --out").arg(format),
                    QStringLiteral("--out"));
  return Exit::Done;
}

Outcome<Exit> runDue(Session& session, Instant now)
{
  SC_TRY_ASSIGN(writer, session.writer());
  SC_TRY_ASSIGN(reader, session.reader());
  SC_TRY_ASSIGN(due, dueSchedules(*reader, now));
  prepareCubes(session);
  QJsonArray ran;
  bool hasFailed = false;
  for (const ReportSchedule& schedule : due) {
    const auto file = runSchedule(*reader, schedule, now);
    SC_TRY(writer->transaction([&] { return noteScheduleRun(*writer, schedule, file, now); }));
    hasFailed |= !file;
    ran += QJsonObject{{QStringLiteral("id"), schedule.id},
                       {QStringLiteral("name"), schedule.name},
                       {QStringLiteral("file"), file ? QJsonValue(*file) : QJsonValue()},
                       {QStringLiteral("error"), file ? QJsonValue() : QJsonValue(file.error().detail)}};
    if (!session.isJson())
      file ? print(*file) : say(errorText(file.error()));
  }
  if (session.isJson())
    printJson(ran);
  return hasFailed ? Exit::Partly : Exit::Done;
}

Outcome<Exit> run(Session& session)
{
  SC_TRY(session.workspace()); // its zone says what today is
  const Instant now = systemNow();
  if (session.has(QStringLiteral("--due")))
    return runDue(session, now);
  if (session.operand(0).isEmpty())
    return wrongUse(
        QCoreApplication::translate("cli", "%1 needs: %2").arg(QStringLiteral("report run"), QStringLiteral("ID")),
        QStringLiteral("report run"));
  SC_TRY_ASSIGN(spec, specOf(session, now));
  const QString out = session.value(QStringLiteral("--out"));
  QString format = session.value(QStringLiteral("--format"));
  if (format.isEmpty() && !out.isEmpty())
    format = QFileInfo(out).suffix().toLower();
  if (format.isEmpty() && session.isJson())
    format = QStringLiteral("json");
  const auto known = reportFormatNamed(format);
  if (!format.isEmpty() && !known)
    return wrongUse(
        QCoreApplication::translate("cli", "there is no format \"%1\"").arg(format), QStringLiteral("--format"),
        QCoreApplication::translate("cli", "There are: %1").arg(QStringLiteral("json, csv, xlsx, hledger, beancount")));
  prepareCubes(session);
  if (out.isEmpty())
    return printReport(session, spec, format);
  SC_TRY_ASSIGN(connection, session.reader());
  const auto* definition = findReport(spec.report);
  const CsvOptions options{session.has(QStringLiteral("--bom")), session.has(QStringLiteral("--totals"))};
  ReportTitles titles;
  if (definition->columns) {
    titles = columnTitles(definition->columns());
  } else if (*known == ReportFormat::Csv || *known == ReportFormat::Xlsx) {
    SC_TRY_ASSIGN(shape, runReport(*connection, spec));
    titles = columnTitles(shape.columns);
  }
  SC_TRY(writeReport(*connection, spec, *known, QFileInfo(out).absoluteFilePath(), options, titles));
  say(QCoreApplication::translate("cli", "Written: %1").arg(out));
  return Exit::Done;
}

QJsonObject scheduleJson(const ReportSchedule& s)
{
  return {{QStringLiteral("id"), s.id},
          {QStringLiteral("name"), s.name},
          {QStringLiteral("report"), s.spec.report},
          {QStringLiteral("format"), s.format},
          {QStringLiteral("folder"), s.folder},
          {QStringLiteral("every"), s.every},
          {QStringLiteral("at"), QTime(s.atMinute / 60, s.atMinute % 60).toString(QStringLiteral("HH:mm"))},
          {QStringLiteral("span"), s.span},
          {QStringLiteral("next_at"), jsonOrNull(s.nextAt)},
          {QStringLiteral("last_at"), jsonOrNull(s.lastAt)},
          {QStringLiteral("last_file"), jsonOrNull(s.lastFile)},
          {QStringLiteral("last_error"), jsonOrNull(s.lastError)}};
}

Outcome<Exit> listSchedules(Session& session)
{
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(schedules, reportSchedules(*connection));
  printRows(session, schedules, 0,
            {QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", "Name"),
             QCoreApplication::translate("cli", "Report"), QCoreApplication::translate("cli", "Folder"),
             QCoreApplication::translate("cli", "Next"), QCoreApplication::translate("cli", "Last file")},
            scheduleJson, [&](const ReportSchedule& s) {
              return QStringList{QString::number(s.id),
                                 s.name,
                                 s.spec.report,
                                 s.folder,
                                 timeText(s.nextAt, session.zone()),
                                 s.lastError.isEmpty() ? s.lastFile : s.lastError};
            });
  return Exit::Done;
}

Outcome<Exit> addSchedule(Session& session)
{
  SC_TRY(session.workspace()); // its zone says what today is
  const Instant now = systemNow();
  ReportSchedule schedule;
  schedule.spec.report = session.operand(1);
  for (const QString& assignment : session.arguments().values(QStringLiteral("--set")))
    SC_TRY(set(session, schedule.spec, assignment));
  const auto given = [&](const QString& option, const char* fallback) {
    const QString value = session.value(option);
    return value.isEmpty() ? QLatin1String(fallback) : value;
  };
  schedule.format = given(QStringLiteral("--format"), "csv");
  schedule.every = given(QStringLiteral("--every"), "day");
  schedule.span = given(QStringLiteral("--span"), "yesterday");
  schedule.folder = QFileInfo(given(QStringLiteral("--folder"), ".")).absoluteFilePath();
  schedule.name = given(QStringLiteral("--name"), "");
  if (schedule.name.isEmpty())
    schedule.name = schedule.spec.report;
  const QTime at = QTime::fromString(given(QStringLiteral("--at"), "06:00"), QStringLiteral("HH:mm"));
  if (!at.isValid())
    return wrongUse(QCoreApplication::translate("cli", "--at takes a time like 06:00"), QStringLiteral("--at"));
  schedule.atMinute = at.hour() * 60 + at.minute();
  SC_TRY_ASSIGN(writer, session.writer());
  SC_TRY_ASSIGN(saved, writer->transaction([&] { return saveSchedule(*writer, schedule, now); }));
  if (session.isJson())
    printJson(scheduleJson(saved));
  else
    print(QString::number(saved.id));
  return Exit::Done;
}

Outcome<Exit> schedule(Session& session)
{
  const QString what = session.operand(0);
  if (what == QLatin1String("list"))
    return listSchedules(session);
  if (what == QLatin1String("add") && !session.operand(1).isEmpty())
    return addSchedule(session);
  if (what == QLatin1String("remove") && !session.operand(1).isEmpty()) {
    SC_TRY_ASSIGN(id, session.integer(session.operand(1), QStringLiteral("N")));
    SC_TRY_ASSIGN(writer, session.writer());
    SC_TRY(writer->transaction([&] { return removeSchedule(*writer, id); }));
    return Exit::Done;
  }
  return wrongUse(QCoreApplication::translate("cli", "%1 needs: %2")
                      .arg(QStringLiteral("report schedule"), QStringLiteral("list | add ID | remove N")),
                  QStringLiteral("report schedule"));
}

Option setOption()
{
  return {QStringLiteral("--set"), QStringLiteral("NAME=VALUE"),
          QCoreApplication::translate("cli", "a parameter of the report; also account, currency, zone")};
}

Option spanOption()
{
  return {QStringLiteral("--span"), QStringLiteral("NAME"),
          QCoreApplication::translate("cli", "days by name: yesterday, last_week, last_month, double11 …")};
}

Option formatOption()
{
  return {QStringLiteral("--format"), QStringLiteral("json|csv|xlsx|hledger|beancount"),
          QCoreApplication::translate("cli", "form of the file")};
}

} // namespace

std::vector<Command> reportCommands()
{
  return {
      {QStringLiteral("report list"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list the reports and their parameters"),
       {},
       list},
      {QStringLiteral("report run"),
       QStringLiteral("ID"),
       0,
       1,
       QCoreApplication::translate("cli", "run a report, or every schedule that is due"),
       {{QStringLiteral("--from"), QStringLiteral("DAY"), QCoreApplication::translate("cli", "first day")},
        {QStringLiteral("--to"), QStringLiteral("DAY"), QCoreApplication::translate("cli", "last day")},
        spanOption(),
        setOption(),
        formatOption(),
        {QStringLiteral("--out"), QStringLiteral("FILE"), QCoreApplication::translate("cli", "where to write it")},
        {QStringLiteral("--bom"), {}, QCoreApplication::translate("cli", "CSV begins with a byte order mark")},
        {QStringLiteral("--totals"), {}, QCoreApplication::translate("cli", "CSV ends with the totals")},
        {QStringLiteral("--due"), {}, QCoreApplication::translate("cli", "write the files of all schedules due")}},
       run},
      {QStringLiteral("report schedule"),
       QStringLiteral("list | add ID | remove N"),
       1,
       2,
       QCoreApplication::translate("cli", "reports written into a folder again and again"),
       {{QStringLiteral("--name"), QStringLiteral("NAME"), QCoreApplication::translate("cli", "what to call it")},
        {QStringLiteral("--every"), QStringLiteral("day|week|month"), QCoreApplication::translate("cli", "how often")},
        {QStringLiteral("--at"), QStringLiteral("HH:MM"),
         QCoreApplication::translate("cli", "time of day in the shop's zone")},
        spanOption(),
        setOption(),
        formatOption(),
        {QStringLiteral("--folder"), QStringLiteral("DIR"), QCoreApplication::translate("cli", "where the files go")}},
       schedule}};
}

} // namespace supercargo::cli
