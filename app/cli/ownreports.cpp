#include "app/cli/reportspec.h"
#include "core/reports/savedreports.h"

namespace supercargo::cli {
namespace {

Outcome<Exit> save(Session& session)
{
  SC_TRY(session.workspace()); // its zone says what today is
  const Instant now = systemNow();
  SC_TRY_ASSIGN(spec, reportSpec(session, now));
  SavedReport report{0, session.value(QStringLiteral("--name")), spec, session.value(QStringLiteral("--span"))};
  if (report.span.isEmpty())
    report.span = spec.from.isValid() ? QStringLiteral("days") : QStringLiteral("all");
  SC_TRY_ASSIGN(writer, session.writer());
  SC_TRY_ASSIGN(saved, writer->transaction([&] { return saveReport(*writer, report, now); }));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("id"), savedReportKey(saved.id)}, {QStringLiteral("name"), saved.name}});
  else
    print(savedReportKey(saved.id));
  return Exit::Done;
}

Outcome<Exit> forget(Session& session)
{
  const auto id = savedReportId(session.operand(0));
  if (!id)
    return wrongUse(QCoreApplication::translate("cli", "a report of one's own is called like own.3"),
                    session.operand(0));
  SC_TRY_ASSIGN(writer, session.writer());
  SC_TRY(writer->transaction([&] { return removeSavedReport(*writer, *id); }));
  return Exit::Done;
}

} // namespace

std::vector<Command> ownReportCommands()
{
  return {{QStringLiteral("report save"),
           QStringLiteral("ID"),
           1,
           1,
           QCoreApplication::translate("cli", "save a report with parameters of one's own under a name"),
           {{QStringLiteral("--name"), QStringLiteral("NAME"), QCoreApplication::translate("cli", "what to call it")},
            {QStringLiteral("--from"), QStringLiteral("DAY"), QCoreApplication::translate("cli", "first day")},
            {QStringLiteral("--to"), QStringLiteral("DAY"), QCoreApplication::translate("cli", "last day")},
            spanOption(),
            setOption()},
           save},
          {QStringLiteral("report forget"),
           QStringLiteral("ID"),
           1,
           1,
           QCoreApplication::translate("cli", "remove a report of one's own"),
           {},
           forget}};
}

} // namespace supercargo::cli
