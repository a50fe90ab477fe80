#pragma once

#include "core/reports/report.h"

#include <QIODevice>
#include <QJsonObject>

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
Result<void> writeReportCsv(QIODevice& out, const ReportResult& result, const CsvOptions& options = {},
                            const ReportTitles& titles = {});

/// {report, version, parameters, time_zone, basis, snapshot, hash, columns[{key, title, kind}], rows[[…]], totals[…],
/// notes[]}; equal results give equal bytes.
Result<void> writeReportJson(QIODevice& out, const ReportResult& result);

/// One sheet of an Office Open XML workbook: typed cells, frozen header, number formats by currency, totals, notes.
/// `title` names the sheet. Written in constant memory.
Result<void> writeReportXlsx(const QString& file, const ReportResult& result, const QString& title,
                             const ReportTitles& titles = {});

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
