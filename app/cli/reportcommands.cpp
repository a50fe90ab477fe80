#include "app/cli/keptruns.h"
#include "app/cli/reportpages.h"
#include "app/cli/reportspec.h"
#include "app/cli/reporttext.h"
#include "app/cli/rowlist.h"
#include "core/reports/savedreports.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace supercargo::cli {
namespace {

const QString kPdf = QStringLiteral("pdf");

/// A ready report or one of one's own.
struct Listed {
  QString key, title;
  const ReportDefinition* definition = nullptr;
};

Outcome<Exit> list(Session& session)
{
  std::vector<Listed> reports;
  for (const ReportDefinition& definition : reportDefinitions())
    reports.push_back({definition.id, reportTitle(definition), &definition});
  if (const auto connection = session.reader()) { // the ready ones need no workspace
    SC_TRY_ASSIGN(saved, savedReports(**connection));
    for (const SavedReport& own : saved)
      if (const ReportDefinition* definition = findReport(own.spec.report))
        reports.push_back({savedReportKey(own.id), own.name, definition});
  }
  printRows(
      session, reports, 0,
      {QCoreApplication::translate("cli", "Report"), QCoreApplication::translate("cli", "Name"),
       QCoreApplication::translate("cli", "Basis"), QCoreApplication::translate("cli", "Parameters")},
      [](const Listed& listed) {
        const ReportDefinition& definition = *listed.definition;
        QJsonArray options;
        for (const ReportOption& option : definition.options)
          options += QJsonObject{{QStringLiteral("name"), option.name},
                                 {QStringLiteral("choices"), QJsonArray::fromStringList(option.choices)},
                                 {QStringLiteral("default"), option.fallback}};
        return QJsonObject{{QStringLiteral("id"), listed.key},
                           {QStringLiteral("version"), definition.version},
                           {QStringLiteral("title"), listed.title},
                           {QStringLiteral("basis"), basisName(definition.basis)},
                           {QStringLiteral("parameters"), options}};
      },
      [](const Listed& listed) {
        const ReportDefinition& definition = *listed.definition;
        QStringList options;
        for (const ReportOption& option : definition.options)
          options += option.choices.isEmpty() ? option.name : option.name + u'=' + option.choices.join(u'|');
        return QStringList{listed.key, listed.title, basisName(definition.basis), options.join(u' ')};
      });
  return Exit::Done;
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
        cells += cellWords(row.cells[i], result.columns[i], zone);
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

Outcome<Exit> writePdf(Session& session, const ReportSpec& spec, const QString& out)
{
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(workspace, session.workspace());
  SC_TRY_ASSIGN(result, runReport(*connection, spec));
  SC_TRY(writePages(workspace->info().shopName, QFileInfo(out).absoluteFilePath(), result));
  say(QCoreApplication::translate("cli", "Written: %1").arg(out));
  return Exit::Done;
}

Outcome<Exit> run(Session& session)
{
  SC_TRY(session.workspace()); // its zone says what today is
  const Instant now = systemNow();
  if (session.has(QStringLiteral("--due")))
    return runDueSchedules(session, now);
  if (session.operand(0).isEmpty())
    return wrongUse(
        QCoreApplication::translate("cli", "%1 needs: %2").arg(QStringLiteral("report run"), QStringLiteral("ID")),
        QStringLiteral("report run"));
  SC_TRY_ASSIGN(spec, reportSpec(session, now));
  const QString out = session.value(QStringLiteral("--out"));
  QString format = session.value(QStringLiteral("--format"));
  if (format.isEmpty() && !out.isEmpty())
    format = QFileInfo(out).suffix().toLower();
  if (format.isEmpty() && session.isJson())
    format = QStringLiteral("json");
  const auto known = reportFormatNamed(format);
  if (format == kPdf && out.isEmpty())
    return wrongUse(QCoreApplication::translate("cli", "%1 goes into a file: give --out").arg(format),
                    QStringLiteral("--out"));
  if (!format.isEmpty() && format != kPdf && !known)
    return wrongUse(QCoreApplication::translate("cli", "there is no format \"%1\"").arg(format),
                    QStringLiteral("--format"),
                    QCoreApplication::translate("cli", "There are: %1")
                        .arg(QStringLiteral("json, csv, xlsx, pdf, hledger, beancount")));
  prepareCubes(session);
  if (session.has(QStringLiteral("--keep"))) {
    SC_TRY_ASSIGN(kept, keepReport(session, spec));
    say(QCoreApplication::translate("cli", "Kept as run %1.").arg(kept));
  }
  if (out.isEmpty())
    return printReport(session, spec, format);
  if (format == kPdf)
    return writePdf(session, spec, out);
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

} // namespace

std::vector<Command> reportCommands()
{
  return {{QStringLiteral("report list"),
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
            {QStringLiteral("--keep"),
             {},
             QCoreApplication::translate("cli", "keep what its figures are made of, for report why")},
            {QStringLiteral("--due"), {}, QCoreApplication::translate("cli", "write the files of all schedules due")}},
           run}};
}

} // namespace supercargo::cli
