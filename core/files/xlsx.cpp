#include "core/files/sheet.h"

#include <QMap>
#include <QXmlStreamReader>

#include <memory>
#include <zip.h>

namespace supercargo {
namespace {

constexpr zip_uint64_t kMostBytes = 256ULL * 1024 * 1024; ///< unpacked, each part
constexpr int kMostColumns = 16384;                       ///< the format's own limit
constexpr int kExactDigits = 15;                          ///< a spreadsheet keeps no more

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
  void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;

tl::unexpected<Error> bad(const QString& detail)
{
  return fail(ErrorKind::BadResponse, detail);
}

/// Empty when there is no such part.
Result<QByteArray> part(zip_t* archive, const QString& name)
{
  zip_stat_t stat;
  if (zip_stat(archive, name.toUtf8().constData(), 0, &stat) != 0)
    return QByteArray();
  if (stat.size > kMostBytes)
    return bad(QStringLiteral("%1 is too large").arg(name));
  const std::unique_ptr<zip_file_t, CloseEntry> entry(zip_fopen_index(archive, stat.index, 0));
  QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
  qsizetype filled = 0;
  while (entry && filled < bytes.size()) {
    const zip_int64_t got =
        zip_fread(entry.get(), bytes.data() + filled, static_cast<zip_uint64_t>(bytes.size() - filled));
    if (got <= 0)
      break;
    filled += got;
  }
  if (!entry || filled != bytes.size())
    return bad(QStringLiteral("%1 is damaged").arg(name));
  return bytes;
}

/// All <t> below the element at hand, but not the reading aids of <rPh>.
QString textBelow(QXmlStreamReader& xml)
{
  QString text;
  while (xml.readNextStartElement()) {
    if (xml.name() == QLatin1String("t"))
      text += xml.readElementText();
    else if (xml.name() == QLatin1String("r"))
      text += textBelow(xml);
    else
      xml.skipCurrentElement();
  }
  return text;
}

Result<QStringList> sharedTexts(const QByteArray& bytes)
{
  QStringList texts;
  QXmlStreamReader xml(bytes);
  if (!bytes.isEmpty() && xml.readNextStartElement())
    while (xml.readNextStartElement())
      texts.append(textBelow(xml));
  if (!bytes.isEmpty() && xml.hasError())
    return bad(QStringLiteral("shared strings: %1").arg(xml.errorString()));
  return texts;
}

struct Book {
  QString sheet, relation; ///< of the first visible sheet
  bool from1904 = false;
};

Book bookOf(const QByteArray& bytes)
{
  Book book;
  QXmlStreamReader xml(bytes);
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement)
      continue;
    const auto attributes = xml.attributes();
    if (xml.name() == QLatin1String("workbookPr"))
      book.from1904 = QStringList({QStringLiteral("1"), QStringLiteral("true")})
                          .contains(attributes.value(QLatin1String("date1904")).toString());
    const auto state = attributes.value(QLatin1String("state"));
    if (xml.name() == QLatin1String("sheet") && book.relation.isEmpty() &&
        (state.isEmpty() || state == QLatin1String("visible"))) {
      book.sheet = attributes.value(QLatin1String("name")).toString();
      for (const auto& attribute : attributes)
        if (attribute.name() == QLatin1String("id") && !attribute.prefix().isEmpty())
          book.relation = attribute.value().toString();
    }
  }
  return book;
}

/// Where the part behind a relation lies in the archive.
QString targetOf(const QByteArray& relations, const QString& id)
{
  QXmlStreamReader xml(relations);
  while (!xml.atEnd())
    if (xml.readNext() == QXmlStreamReader::StartElement && xml.attributes().value(QLatin1String("Id")) == id) {
      const QString target = xml.attributes().value(QLatin1String("Target")).toString();
      return target.startsWith(u'/') ? target.mid(1) : QStringLiteral("xl/") + target;
    }
  return {};
}

/// "AB12" -> 27; -1: no such place.
int columnOf(QStringView place)
{
  int column = 0;
  for (const QChar c : place) {
    if (c < u'A' || c > u'Z')
      break;
    column = column * 26 + c.unicode() - u'A' + 1;
    if (column > kMostColumns)
      return -1;
  }
  return column - 1;
}

/// Whether a number has been rounded when it was typed in: then its last digits are not what they were.
bool isInexact(const QString& number)
{
  int digits = 0;
  for (const QChar c : number.section(u'E', 0, 0, QString::SectionCaseInsensitiveSeps))
    digits += c.isDigit() ? 1 : 0;
  return digits > kExactDigits || std::abs(number.toDouble()) >= 1e15;
}

/// Reads the cells of one <row>; the format leaves empty ones out.
void readRow(QXmlStreamReader& xml, const QStringList& shared, bool from1904, SheetRow& row)
{
  constexpr int kDaysBetweenEpochs = 1462;
  int next = 0;
  while (xml.readNextStartElement()) {
    const auto attributes = xml.attributes();
    const QString place = attributes.value(QLatin1String("r")).toString();
    const QString type = attributes.value(QLatin1String("t")).toString();
    const int column = place.isEmpty() ? next : columnOf(place);
    QString value;
    while (xml.readNextStartElement()) {
      if (xml.name() == QLatin1String("v"))
        value = xml.readElementText();
      else if (xml.name() == QLatin1String("is"))
        value = textBelow(xml);
      else
        xml.skipCurrentElement();
    }
    if (column < 0 || column >= kMostColumns)
      continue;
    next = column + 1;
    while (row.cells.size() <= column)
      row.cells.append(QString());
    if (type == QLatin1String("s"))
      value = shared.value(value.toInt());
    else if (type == QLatin1String("e")) // #N/A and its like
      value.clear();
    else if ((type.isEmpty() || type == QLatin1String("n")) && !value.isEmpty()) {
      if (isInexact(value))
        row.inexact.insert(column);
      row.serialDate.insert(column);
      if (from1904 && value.toDouble() > 0)
        value = QString::number(value.toDouble() + kDaysBetweenEpochs, 'g', 15);
    }
    row.cells[column] = type.isEmpty() || type == QLatin1String("n") ? value : cleanedCell(value);
  }
}

} // namespace

Result<Sheet> readXlsx(QByteArrayView bytes)
{
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), static_cast<zip_uint64_t>(bytes.size()), 0, &error);
  const Archive archive(source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr);
  if (!archive) {
    if (source)
      zip_source_free(source);
    return bad(QStringLiteral("no workbook"));
  }
  SC_TRY_ASSIGN(workbook, part(archive.get(), QStringLiteral("xl/workbook.xml")));
  SC_TRY_ASSIGN(relations, part(archive.get(), QStringLiteral("xl/_rels/workbook.xml.rels")));
  SC_TRY_ASSIGN(sharedBytes, part(archive.get(), QStringLiteral("xl/sharedStrings.xml")));
  SC_TRY_ASSIGN(shared, sharedTexts(sharedBytes));
  const Book book = bookOf(workbook);
  SC_TRY_ASSIGN(content, part(archive.get(), targetOf(relations, book.relation)));
  if (content.isEmpty())
    return bad(QStringLiteral("the workbook has no visible sheet"));
  Sheet sheet;
  sheet.name = book.sheet;
  sheet.encoding = QStringLiteral("xlsx");
  QXmlStreamReader xml(content);
  qint64 number = 0;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != QLatin1String("row"))
      continue;
    const qint64 told = xml.attributes().value(QLatin1String("r")).toLongLong();
    number = told > number ? told : number + 1;
    SheetRow row{number, {}, {}, {}};
    readRow(xml, shared, book.from1904, row);
    if (row.cells.join(QString()).trimmed().isEmpty())
      continue;
    if (sheet.header.isEmpty()) {
      for (const QString& cell : row.cells)
        sheet.header.append(cell.trimmed());
      continue;
    }
    if (row.cells.size() > sheet.header.size()) {
      sheet.faults.push_back(
          {number, {RowFaultKind::CellCount, QString::number(row.cells.size()), QString::number(sheet.header.size())}});
      continue;
    }
    while (row.cells.size() < sheet.header.size())
      row.cells.append(QString());
    sheet.rows.push_back(std::move(row));
  }
  if (xml.hasError())
    sheet.faults.push_back({number, {RowFaultKind::SheetCut, xml.errorString(), {}}});
  return sheet;
}

} // namespace supercargo
