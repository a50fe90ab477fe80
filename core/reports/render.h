#pragma once

#include "core/reports/report.h"

#include <QIODevice>
#include <QJsonObject>

#include <memory>

namespace supercargo {

/// Files of a report hold what the page shows: same filter, columns, order. Each writer takes the rows one by one, so
/// that a million need no memory. Errors: DiskFull, Denied.

/// Headings in the reader's language: by column, in the result's order. Empty: the English titles.
using ReportTitles = QStringList;

struct CsvOptions {
  bool byteOrderMark = false; ///< spreadsheets take UTF-8 for something else without it
  bool totals = false;        ///< as last rows
};

/// RFC 4180: comma, CRLF, quotes doubled. Money and numbers with a point, days as 2026-03-01, moments in UTC. Text that
/// a spreadsheet would run as a formula gets an apostrophe before it.
class CsvReport {
public:
  CsvReport(QIODevice& out, const CsvOptions& options) : m_out(out), m_options(options) {}
  void begin(const std::vector<ReportColumn>& columns, const ReportTitles& titles = {});
  Result<void> add(const ReportRow& row);
  Result<void> end(const std::vector<ReportRow>& totals);

private:
  void append(const ReportCell& cell);
  void appendMoment(Instant moment);
  Result<void> flush();

  QIODevice& m_out;
  CsvOptions m_options;
  QByteArray m_buffer;
  qint64 m_day = 0;
  QByteArray m_dayText; ///< of the last moment that was written
};
Result<void> writeReportCsv(QIODevice& out, const ReportResult& result, const CsvOptions& options = {},
                            const ReportTitles& titles = {});

/// {report, version, parameters, time_zone, basis, snapshot, hash, columns[{key, title, kind}], rows[[…]], totals[…],
/// notes[]}; equal results give equal bytes.
Result<void> writeReportJson(QIODevice& out, const ReportResult& result);

/// One sheet of an Office Open XML workbook: typed cells, frozen header, number formats by currency, totals, notes.
/// `title` names the sheet; moments are wall clock in `zone`. Row after row goes to the disk: memory stays flat.
class XlsxReport {
public:
  XlsxReport(const QString& file, const QString& title, const QByteArray& zone);
  ~XlsxReport();
  XlsxReport(const XlsxReport&) = delete;
  XlsxReport& operator=(const XlsxReport&) = delete;
  void begin(const std::vector<ReportColumn>& columns, const ReportTitles& titles = {});
  Result<void> add(const ReportRow& row);
  Result<void> end(const std::vector<ReportRow>& totals, const QStringList& notes);

private:
  struct Private;
  std::unique_ptr<Private> d;
};
Result<void> writeReportXlsx(const QString& file, const ReportResult& result, const QString& title,
                             const ReportTitles& titles = {});

enum class ReportFormat { Json, Csv, Xlsx, Hledger, Beancount };
std::optional<ReportFormat> reportFormatNamed(const QString& name);

/// Runs a report into a file that is either whole or not there. Reports that stream (the order ledger) are never held
/// in memory, except as JSON, whose hash comes first. The result comes without the rows then.
Result<ReportResult> writeReport(Connection& c, const ReportSpec& spec, ReportFormat format, const QString& file,
                                 const CsvOptions& options = {}, const ReportTitles& titles = {});

/// Text as a spreadsheet may have it: with an apostrophe before =, +, -, @, tab and carriage return.
QString spreadsheetSafe(const QString& text);

/// The cell as CSV has it, unquoted.
QString cellText(const ReportCell& cell);

/// SHA-256 of columns, rows, totals and notes, hexadecimal.
QByteArray hashOf(const ReportResult& result);

QJsonObject parametersJson(const ReportSpec& spec);
/// Reads what `parametersJson` wrote. Errors: Invalid.
Result<ReportSpec> specFromJson(const QJsonObject& object);

} // namespace supercargo
