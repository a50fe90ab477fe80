#include "core/reports/render.h"

#include <QLocale>

#include <charconv>

namespace supercargo {
namespace {

constexpr qsizetype kBuffer = 1 << 18;

bool runsAsFormula(QStringView text)
{
  return !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front());
}

bool needsQuotes(QStringView text)
{
  return std::any_of(text.begin(), text.end(),
                     [](QChar c) { return c == u'"' || c == u',' || c == u'\n' || c == u'\r'; });
}

/// In UTF-8, quoted where it must be. Most texts are Latin letters and digits, which need no conversion.
void appendText(QByteArray& out, QStringView text)
{
  const bool isQuoted = needsQuotes(text);
  const bool isAscii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
  if (isQuoted)
    out += '"';
  if (runsAsFormula(text))
    out += '\'';
  if (isQuoted)
    out += text.toUtf8().replace('"', "\"\"");
  else if (isAscii)
    for (const QChar c : text)
      out += char(c.unicode());
  else
    out += text.toUtf8();
  if (isQuoted)
    out += '"';
}

template <class Integer>
void appendNumber(QByteArray& out, Integer number, int digits = 1)
{
  std::array<char, 24> text;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
  out.append(std::max<qsizetype>(0, digits - (end - text.data())), '0');
  out.append(text.data(), end - text.data());
}

/// The same as Money::text().
void appendMoney(QByteArray& out, Money money)
{
  const int digits = money.currency().digits();
  if (money.minor() < 0)
    out += '-';
  const auto size = money.minor() < 0 ? 0 - quint64(money.minor()) : quint64(money.minor());
  quint64 unit = 1;
  for (int i = 0; i < digits; ++i)
    unit *= 10;
  appendNumber(out, size / unit);
  if (digits > 0) {
    out += '.';
    appendNumber(out, size % unit, digits);
  }
}

} // namespace

QString spreadsheetSafe(const QString& text)
{
  return runsAsFormula(text) ? u'\'' + text : text;
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
    appendText(m_buffer, titles.value(qsizetype(i), columns[i].title));
  }
  m_buffer += "\r\n";
}

void CsvReport::append(const ReportCell& cell)
{
  if (const auto* text = std::get_if<QString>(&cell))
    appendText(m_buffer, *text);
  else if (const auto* count = std::get_if<qint64>(&cell))
    appendNumber(m_buffer, *count);
  else if (const auto* money = std::get_if<Money>(&cell))
    appendMoney(m_buffer, *money);
  else if (const auto* moment = std::get_if<Instant>(&cell))
    appendMoment(*moment);
  else
    m_buffer += cellText(cell).toLatin1();
}

/// Rows that follow each other are often of one day.
void CsvReport::appendMoment(Instant moment)
{
  constexpr qint64 kDayMs = 24 * 60 * 60 * 1000LL;
  const qint64 ms = toMs(moment), day = ms >= 0 ? ms / kDayMs : (ms + 1) / kDayMs - 1, rest = ms - day * kDayMs;
  if (rest % 1000 != 0) { // written with its milliseconds
    m_buffer += toIso(moment).toLatin1();
    return;
  }
  if (m_day != day || m_dayText.isEmpty()) {
    m_day = day;
    m_dayText = toIso(fromMs(day * kDayMs)).left(11).toLatin1(); // "2026-03-01T"
  }
  m_buffer += m_dayText;
  appendNumber(m_buffer, rest / 3'600'000, 2);
  m_buffer += ':';
  appendNumber(m_buffer, rest / 60'000 % 60, 2);
  m_buffer += ':';
  appendNumber(m_buffer, rest / 1000 % 60, 2);
  m_buffer += 'Z';
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
  m_buffer.resize(0); // keeps its room
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
