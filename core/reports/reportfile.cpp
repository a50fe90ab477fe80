#include "core/reports/journal.h"
#include "core/reports/render.h"

#include <QFileInfo>
#include <QSaveFile>

namespace supercargo {
namespace {

Result<void> saved(QSaveFile& file)
{
  return file.commit() ? Result<void>() : fail(ErrorKind::DiskFull, file.errorString(), file.fileName());
}

Result<void> opened(QSaveFile& file)
{
  return file.open(QIODevice::WriteOnly) ? Result<void>()
                                         : fail(ErrorKind::Denied, file.errorString(), file.fileName());
}

Result<ReportResult> writeCsv(Connection& c, const ReportSpec& spec, QSaveFile& file, const CsvOptions& options,
                              const ReportTitles& titles)
{
  const ReportDefinition* definition = findReport(spec.report);
  if (!definition || !definition->stream) {
    SC_TRY_ASSIGN(result, runReport(c, spec));
    SC_TRY(writeReportCsv(file, result, options, titles));
    return result;
  }
  CsvReport csv(file, options);
  csv.begin(definition->columns(), titles);
  SC_TRY_ASSIGN(result, streamReport(c, spec, [&](const ReportRow& row) { return csv.add(row); }));
  SC_TRY(csv.end(result.totals));
  return result;
}

/// The workbook is finished beside its place and then moved there.
Result<ReportResult> writeXlsx(Connection& c, const ReportSpec& spec, const QString& file, const ReportTitles& titles)
{
  const QString half = file + QStringLiteral(".part");
  const ReportDefinition* definition = findReport(spec.report);
  const auto write = [&]() -> Result<ReportResult> {
    if (!definition || !definition->stream) {
      SC_TRY_ASSIGN(result, runReport(c, spec));
      SC_TRY(writeReportXlsx(half, result, definition->title, titles));
      return result;
    }
    SC_TRY_ASSIGN(whole, completed(c, spec));
    XlsxReport book(half, definition->title, whole.timeZone);
    book.begin(definition->columns(), titles);
    SC_TRY_ASSIGN(result, streamReport(c, spec, [&](const ReportRow& row) { return book.add(row); }));
    SC_TRY(book.end(result.totals, result.notes));
    return result;
  };
  auto result = write();
  if (!result) {
    QFile::remove(half);
    return result;
  }
  QFile::remove(file);
  if (!QFile::rename(half, file))
    return fail(ErrorKind::Denied, QStringLiteral("the file cannot be put in its place"), file);
  return result;
}

Result<ReportResult> writeLedger(Connection& c, const ReportSpec& spec, JournalKind kind, QSaveFile& file)
{
  SC_TRY_ASSIGN(whole, completed(c, spec));
  SC_TRY(writeJournal(c, whole, kind, file));
  ReportResult result;
  result.spec = whole;
  return result;
}

} // namespace

std::optional<ReportFormat> reportFormatNamed(const QString& name)
{
  static const QMap<QString, ReportFormat> kNames{{QStringLiteral("json"), ReportFormat::Json},
                                                  {QStringLiteral("csv"), ReportFormat::Csv},
                                                  {QStringLiteral("xlsx"), ReportFormat::Xlsx},
                                                  {QStringLiteral("hledger"), ReportFormat::Hledger},
                                                  {QStringLiteral("beancount"), ReportFormat::Beancount}};
  const auto known = kNames.constFind(name);
  return known == kNames.constEnd() ? std::nullopt : std::optional(*known);
}

Result<ReportResult> writeReport(Connection& c, const ReportSpec& spec, ReportFormat format, const QString& file,
                                 const CsvOptions& options, const ReportTitles& titles)
{
  if (!findReport(spec.report))
    return fail(ErrorKind::NotFound, QStringLiteral("there is no report \"%1\"").arg(spec.report), spec.report);
  if (format == ReportFormat::Xlsx)
    return writeXlsx(c, spec, file, titles);
  QSaveFile out(file);
  SC_TRY(opened(out));
  const auto write = [&]() -> Result<ReportResult> {
    switch (format) {
    case ReportFormat::Csv:
      return writeCsv(c, spec, out, options, titles);
    case ReportFormat::Hledger:
      return writeLedger(c, spec, JournalKind::Hledger, out);
    case ReportFormat::Beancount:
      return writeLedger(c, spec, JournalKind::Beancount, out);
    default:
      break;
    }
    SC_TRY_ASSIGN(result, runReport(c, spec));
    SC_TRY(writeReportJson(out, result));
    return result;
  };
  SC_TRY_ASSIGN(result, write());
  SC_TRY(saved(out));
  return result;
}

} // namespace supercargo
