#include "app/cli/reportpages.h"
#include "app/cli/reportspec.h"
#include "app/cli/rowlist.h"
#include "core/reports/runs.h"
#include "core/reports/savedreports.h"
#include "core/reports/schedules.h"

#include <QFileInfo>

namespace supercargo::cli {
namespace {

/// What the file was made of, so that a later one can be explained. Lists and very large reports have no such parts.
Outcome<void> keepScheduled(Session& session, const ReportSchedule& schedule, Instant now)
{
  SC_TRY_ASSIGN(reader, session.reader());
  SC_TRY_ASSIGN(file, scheduledFile(*reader, schedule, now));
  const auto run = runToKeep(*reader, file.spec);
  if (!run)
    return {};
  SC_TRY_ASSIGN(writer, session.writer());
  SC_TRY(writer->transaction([&] { return keepRun(*writer, *run, false); }));
  return {};
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
  if (const auto own = savedReportId(schedule.spec.report)) {
    SC_TRY_ASSIGN(connection, session.reader());
    SC_TRY_ASSIGN(report, savedReport(*connection, *own));
    schedule.spec = report.spec;
    schedule.name = report.name;
  }
  for (const QString& assignment : session.arguments().values(QStringLiteral("--set")))
    SC_TRY(setParameter(session, schedule.spec, assignment));
  const auto given = [&](const QString& option, const char* fallback) {
    const QString value = session.value(option);
    return value.isEmpty() ? QLatin1String(fallback) : value;
  };
  schedule.format = given(QStringLiteral("--format"), "csv");
  schedule.every = given(QStringLiteral("--every"), "day");
  schedule.span = given(QStringLiteral("--span"), "yesterday");
  schedule.folder = QFileInfo(given(QStringLiteral("--folder"), ".")).absoluteFilePath();
  if (session.has(QStringLiteral("--name")))
    schedule.name = session.value(QStringLiteral("--name"));
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

} // namespace

Outcome<Exit> runDueSchedules(Session& session, Instant now)
{
  SC_TRY_ASSIGN(writer, session.writer());
  SC_TRY_ASSIGN(reader, session.reader());
  SC_TRY_ASSIGN(due, dueSchedules(*reader, now));
  prepareCubes(session);
  QJsonArray ran;
  bool hasFailed = false;
  for (const ReportSchedule& schedule : due) {
    const auto file = runSchedule(*reader, schedule, now, scheduleOutput(session));
    SC_TRY(writer->transaction([&] { return noteScheduleRun(*writer, schedule, file, now); }));
    if (file)
      SC_TRY(keepScheduled(session, schedule, now));
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

std::vector<Command> scheduleCommands()
{
  return {
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
