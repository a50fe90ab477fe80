#include "core/base/text.h"
#include "core/files/sheet.h"

#include <QStringDecoder>

namespace supercargo {
namespace {

struct Decoded {
  QString text, encoding;
};

Result<Decoded> decoded(QByteArrayView bytes)
{
  if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")) {
    QStringDecoder decoder(QStringDecoder::Utf16);
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
      return fail(ErrorKind::BadResponse, QStringLiteral("the text is not valid UTF-16"));
    return Decoded{text, QStringLiteral("utf-16")};
  }
  if (auto text = decodeUtf8(bytes))
    return Decoded{*text, QStringLiteral("utf-8")};
  auto text = decodeGb18030(bytes);
  if (!text)
    return fail(ErrorKind::BadResponse, QStringLiteral("the text is neither UTF-8 nor GB18030"));
  return Decoded{*text, QStringLiteral("gb18030")};
}

/// The sign that the first line has most of, outside quotes.
QChar delimiterOf(const QString& text)
{
  QMap<QChar, int> counts{{u',', 0}, {u';', 0}, {u'\t', 0}};
  bool quoted = false;
  for (const QChar c : text) {
    if (c == u'"')
      quoted = !quoted;
    else if (!quoted && (c == u'\n' || c == u'\r'))
      break;
    else if (!quoted && counts.contains(c))
      ++counts[c];
  }
  QChar best = u',';
  for (const QChar c : {QChar(u';'), QChar(u'\t')})
    if (counts.value(c) > counts.value(best))
      best = c;
  return best;
}

/// Cuts a text into records.
class Cutter {
public:
  Cutter(const QString& text, QChar delimiter) : m_text(text), m_delimiter(delimiter) {}

  bool atEnd() const { return m_at >= m_text.size(); }
  qint64 line() const { return m_line; }
  /// False: the text ended inside quotes, and what was read is not whole.
  bool next(QStringList& cells)
  {
    cells.clear();
    for (;;) {
      QString cell;
      if (!readCell(cell))
        return false;
      cells.append(cell);
      if (atEnd())
        return true;
      const QChar c = m_text[m_at++];
      if (c == m_delimiter)
        continue;
      if (c == u'\r' && !atEnd() && m_text[m_at] == u'\n')
        ++m_at;
      ++m_line;
      return true;
    }
  }

private:
  bool readCell(QString& cell)
  {
    if (!atEnd() && m_text[m_at] == u'"') {
      ++m_at;
      for (;; ++m_at) {
        if (atEnd())
          return false;
        if (m_text[m_at] == u'"') {
          if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != u'"')
            break;
          ++m_at; // two quotes stand for one
        } else if (m_text[m_at] == u'\n') {
          ++m_line;
        }
        cell += m_text[m_at];
      }
      ++m_at;
    }
    while (!atEnd() && m_text[m_at] != m_delimiter && m_text[m_at] != u'\n' && m_text[m_at] != u'\r')
      cell += m_text[m_at++];
    return true;
  }

  const QString& m_text;
  QChar m_delimiter;
  qsizetype m_at = 0;
  qint64 m_line = 1;
};

bool isBlank(const QStringList& cells)
{
  return cells.size() == 1 && cells.front().trimmed().isEmpty();
}

} // namespace

QString cleanedCell(QString cell)
{
  while (cell.endsWith(u'\t'))
    cell.chop(1);
  if (cell.startsWith(QLatin1String("=\"")) && cell.endsWith(u'"') && cell.size() >= 3)
    return cell.mid(2).chopped(1);
  if (cell.startsWith(u'\''))
    cell.remove(0, 1);
  return cell;
}

Result<Sheet> readCsv(QByteArrayView bytes)
{
  SC_TRY_ASSIGN(source, decoded(bytes));
  Sheet sheet;
  sheet.encoding = source.encoding;
  sheet.delimiter = delimiterOf(source.text);
  Cutter cutter(source.text, sheet.delimiter);
  while (!cutter.atEnd()) {
    const qint64 line = cutter.line();
    QStringList cells;
    if (!cutter.next(cells)) {
      sheet.faults.push_back({line, {RowFaultKind::OpenQuote, {}, {}}});
      break;
    }
    if (isBlank(cells))
      continue;
    if (sheet.header.isEmpty()) {
      for (const QString& cell : cells)
        sheet.header.append(cleanedCell(cell).trimmed());
      continue;
    }
    if (cells.size() > sheet.header.size()) {
      sheet.faults.push_back(
          {line, {RowFaultKind::CellCount, QString::number(cells.size()), QString::number(sheet.header.size())}});
      continue;
    }
    SheetRow row{line, {}, {}, {}};
    for (qsizetype i = 0; i < sheet.header.size(); ++i)
      row.cells.append(cleanedCell(cells.value(i)));
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

Result<Sheet> readSheet(QByteArrayView bytes)
{
  return bytes.startsWith("PK\x03\x04") ? readXlsx(bytes) : readCsv(bytes);
}

} // namespace supercargo
