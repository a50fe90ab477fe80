#include "core/reports/render.h"

#include <QLocale>

namespace supercargo {
namespace {

constexpr qsizetype kBuffer = 1 << 16;

/// In UTF-8, quoted where it must be.
void appendText(QByteArray& out, const QString& text)
{
  const bool isPlain = std::none_of(text.begin(), text.end(),
                                    [](QChar c) { return c == u'"' || c == u',' || c == u'\n' || c == u'\r'; });
  if (isPlain)
    out += text.toUtf8();
  else
    out += '"' + text.toUtf8().replace('"', "\"\"") + '"';
}

} // namespace

QString spreadsheetSafe(const QString& text)
{
  static const QString kRuns = QStringLiteral("=+-@\t\r");
  return !text.isEmpty() && kRuns.contains(text.front()) ? u'\'' + text : text;
}

QString cellText(const ReportCell& cell)
{
  if (const auto* text = std::get_if<QString>(&cell))
    return *text;
  if (const auto* count = std::get_if<qint64>(&cell))
    return QString::number(*count);
  if (const auto* number = std::get_if<double>(&cell))
    return QString::number(*number, 'g', QLocale::FloatingPointShortest);
  if (const auto* money = std::get_if<Money>(&cell))
    return money->text();
  if (const auto* day = std::get_if<QDate>(&cell))
    return day->toString(Qt::ISODate);
  if (const auto* moment = std::get_if<Instant>(&cell))
    return toIso(*moment);
  return {};
}

void CsvReport::begin(const std::vector<ReportColumn>& columns, const ReportTitles& titles)
{
  if (m_options.byteOrderMark)
    m_buffer += "\xEF\xBB\xBF";
  for (size_t i = 0; i < columns.size(); ++i) {
    if (i > 0)
      m_buffer += ',';
    appendText(m_buffer, spreadsheetSafe(titles.value(qsizetype(i), columns[i].title)));
  }
  m_buffer += "\r\n";
}

void CsvReport::append(const ReportCell& cell)
{
  if (const auto* text = std::get_if<QString>(&cell))
    appendText(m_buffer, spreadsheetSafe(*text));
  else if (const auto* count = std::get_if<qint64>(&cell))
    m_buffer += QByteArray::number(*count);
  else
    m_buffer += cellText(cell).toLatin1();
}

Result<void> CsvReport::add(const ReportRow& row)
{
  for (size_t i = 0; i < row.cells.size(); ++i) {
    if (i > 0)
      m_buffer += ',';
    append(row.cells[i]);
  }
  m_buffer += "\r\n";
  return m_buffer.size() < kBuffer ? Result<void>() : flush();
}

Result<void> CsvReport::end(const std::vector<ReportRow>& totals)
{
  if (m_options.totals)
    for (const ReportRow& total : totals)
      SC_TRY(add(total));
  return flush();
}

Result<void> CsvReport::flush()
{
  if (m_out.write(m_buffer) != m_buffer.size())
    return fail(ErrorKind::DiskFull, m_out.errorString());
  m_buffer.clear();
  m_buffer.reserve(kBuffer + 4096);
  return {};
}

Result<void> writeReportCsv(QIODevice& out, const ReportResult& result, const CsvOptions& options,
                            const ReportTitles& titles)
{
  CsvReport csv(out, options);
  csv.begin(result.columns, titles);
  for (const ReportRow& row : result.rows)
    SC_TRY(csv.add(row));
  return csv.end(result.totals);
}

} // namespace supercargo
