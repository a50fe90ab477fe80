#include "ui/print/reportpdf.h"

#include "ui/charts/chart.h"
#include "ui/charts/resultcharts.h"
#include "ui/text/reportwords.h"
#include "ui/theme/tokens.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QHash>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {

constexpr double kUnit = 96; ///< units an inch
constexpr int kDotsPerInch = 600;
constexpr double kMargin = 15; ///< millimetres
constexpr double kRow = 17, kTableHead = 30, kFoot = 22, kGap = 10, kCellPad = 5;
constexpr double kNarrowest = 34, kWidest = 260;
constexpr size_t kRowsMeasured = 300;
constexpr double kMostChartHeight = 250;

QFont paperFont(int size, QFont::Weight weight)
{
  QFont font;
  font.setFamilies({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Microsoft YaHei"),
                    QStringLiteral("PingFang SC"), QStringLiteral("Noto Sans SC"), font.family()});
  font.setPixelSize(size);
  font.setWeight(weight);
  // Plain glyphs: those that shaping puts in their place (digits beside hyphens) have no character in the font, and a
  // reader who copies the text would miss them.
  font.setStyleStrategy(QFont::PreferNoShaping);
  return font;
}

/// The letter that is written like a radical (Unicode: Equivalent_Unified_Ideograph; the Kangxi radicals have it as
/// their compatibility form).
QChar letterOf(QChar radical)
{
  static const QHash<char16_t, char16_t> kSimplified{
      {u'⺠', u'民'}, {u'⻅', u'见'}, {u'⻉', u'贝'}, {u'⻋', u'车'}, {u'⻓', u'长'}, {u'⻔', u'门'}, {u'⻙', u'韦'},
      {u'⻚', u'页'}, {u'⻛', u'风'}, {u'⻜', u'飞'}, {u'⻡', u'首'}, {u'⻢', u'马'}, {u'⻥', u'鱼'}, {u'⻦', u'鸟'},
      {u'⻧', u'卤'}, {u'⻨', u'麦'}, {u'⻩', u'黄'}, {u'⻬', u'齐'}, {u'⻮', u'齿'}, {u'⻰', u'龙'}};
  if (const auto known = kSimplified.constFind(radical.unicode()); known != kSimplified.constEnd())
    return QChar(*known);
  const QString plain = QString(radical).normalized(QString::NormalizationForm_KC);
  return plain.size() == 1 ? plain.at(0) : radical;
}

/// Several characters can share a glyph, and Qt names the first: a radical (⼿) instead of the letter (手) that was
/// written, which nobody finds by searching. The lists from glyph to character are plain text of fixed width.
void nameLetters(QByteArray& document)
{
  qsizetype from = 0;
  while ((from = document.indexOf("begincmap", from)) >= 0) {
    const qsizetype end = document.indexOf("endcmap", from);
    for (; end >= 0 && from < end && (from = document.indexOf('<', from)) >= 0 && from < end; from += 1) {
      bool isNumber = false;
      const uint letter = document.mid(from + 1, 4).toUInt(&isNumber, 16);
      if (!isNumber || letter < 0x2E80 || letter > 0x2FDF || document.at(from + 5) != '>')
        continue; // glyphs are numbered from 1 and do not reach so far
      const QChar plain = letterOf(QChar(letter));
      document.replace(from + 1, 4, QByteArray::number(plain.unicode(), 16).rightJustified(4, '0').toUpper());
    }
    if (from < 0 || end < 0)
      return;
    from = end;
  }
}

Tokens paperLook()
{
  const auto look = loadTokens(QStringLiteral("light"));
  if (!look)
    qFatal("theme light: %s", qPrintable(look.error().detail)); // a resource of our own is broken
  return *look;
}

} // namespace

ReportPdf::ReportPdf(QIODevice& out, const ReportResult& result, ReportPdfTexts texts, const Chart* chart)
    : m_result(result), m_texts(std::move(texts)), m_chart(chart && !chart->isEmpty() ? chart : nullptr),
      m_look(std::make_unique<Tokens>(paperLook())), m_zone(result.spec.timeZone), m_out(out),
      m_text(paperFont(11, QFont::Normal)), m_strong(paperFont(11, QFont::Bold)), m_title(paperFont(20, QFont::Bold)),
      m_small(paperFont(10, QFont::Normal))
{
  if (!m_zone.isValid())
    m_zone = QTimeZone::utc();
  setUpPaper();
  setUpPages();
}

ReportPdf::~ReportPdf() = default;

size_t ReportPdf::rowCount() const
{
  return m_result.rows.size() + m_result.totals.size();
}

QString ReportPdf::cellAt(size_t row, size_t column) const
{
  const bool isTotal = row >= m_result.rows.size();
  const ReportRow& found = isTotal ? m_result.totals[row - m_result.rows.size()] : m_result.rows[row];
  if (isTotal && column == 0 && isNothing(found.cells[column]))
    return QCoreApplication::translate("ReportPdf", "Total");
  return cellText(found.cells[column], m_result.columns[column], m_zone);
}

std::vector<double> ReportPdf::columnWidths() const
{
  const QFontMetricsF strong(m_strong), text(m_text);
  std::vector<double> widths;
  for (size_t column = 0; column < m_result.columns.size(); ++column) {
    // Headings may stand in two lines; a word of theirs is never cut.
    double widest = kNarrowest;
    const QString title = columnTitle(m_result.columns[column]);
    widest = std::max(widest, strong.horizontalAdvance(title) / 1.7);
    for (const QString& word : title.split(u' '))
      widest = std::max(widest, strong.horizontalAdvance(word));
    const size_t measured = std::min(kRowsMeasured, m_result.rows.size());
    for (size_t row = 0; row < measured; ++row)
      widest = std::max(widest, text.horizontalAdvance(cellAt(row, column)));
    for (size_t row = m_result.rows.size(); row < rowCount(); ++row)
      widest = std::max(widest, strong.horizontalAdvance(cellAt(row, column)));
    widths.push_back(std::min(widest, kWidest) + 2 * kCellPad);
  }
  return widths;
}

void ReportPdf::setUpPaper()
{
  m_document.open(QIODevice::WriteOnly);
  std::vector<double> widths = columnWidths();
  double whole = 0;
  for (const double width : widths)
    whole += width;
  const double upright = (210 - 2 * kMargin) / 25.4 * kUnit;
  const auto orientation = whole > upright ? QPageLayout::Landscape : QPageLayout::Portrait;
  m_writer = std::make_unique<QPdfWriter>(&m_document);
  m_writer->setResolution(kDotsPerInch);
  m_writer->setPageLayout(QPageLayout(QPageSize(QPageSize::A4), orientation,
                                      QMarginsF(kMargin, kMargin, kMargin, kMargin), QPageLayout::Millimeter));
  m_writer->setTitle(m_texts.title);
  m_writer->setCreator(QStringLiteral("Supercargo"));
  m_width = m_writer->width() * kUnit / kDotsPerInch;
  m_height = m_writer->height() * kUnit / kDotsPerInch;
  const double scale = whole > m_width ? m_width / whole : std::min(m_width / std::max(1.0, whole), 1.35);
  double left = 0;
  for (size_t i = 0; i < widths.size(); ++i) {
    m_columns.push_back({left, widths[i] * scale, isNumeric(m_result.columns[i].kind)});
    left += widths[i] * scale;
  }
}

void ReportPdf::setUpPages()
{
  if (m_chart)
    m_chartHeight = std::min(kMostChartHeight, double(m_chart->heightFor(int(m_width))));
  m_nextTop = headHeight() + kGap;
  m_firstTop = m_nextTop + notesHeight() + (m_chart ? m_chartHeight + 2 * kGap : 0);
  const auto fits = [this](double top) {
    return size_t(std::max(1.0, std::floor((m_height - top - kTableHead - kFoot) / kRow)));
  };
  m_firstRows = fits(m_firstTop);
  m_nextRows = fits(m_nextTop);
  const size_t rest = rowCount() > m_firstRows ? rowCount() - m_firstRows : 0;
  m_pages = 1 + int((rest + m_nextRows - 1) / m_nextRows);
}

QString ReportPdf::periodText() const
{
  const QString days = m_result.spec.from == m_result.spec.to
                           ? m_result.spec.from.toString(Qt::ISODate)
                           : QCoreApplication::translate("ReportPdf", "%1 to %2")
                                 .arg(m_result.spec.from.toString(Qt::ISODate), m_result.spec.to.toString(Qt::ISODate));
  QStringList parts;
  if (!m_texts.shop.isEmpty())
    parts << m_texts.shop;
  if (m_result.spec.from.isValid()) // an answer to a question in SQL has no days
    parts << days << QCoreApplication::translate("ReportPdf", "by %1").arg(basisWord(m_result.basis));
  parts << QString::fromLatin1(m_result.spec.timeZone);
  return parts.join(QStringLiteral(" · "));
}

QString ReportPdf::notesText() const
{
  QStringList notes;
  for (const QString& note : m_result.notes)
    notes.append(noteText(note));
  return notes.join(u'\n');
}

double ReportPdf::headHeight() const
{
  return QFontMetricsF(m_title).height() + QFontMetricsF(m_small).height() + 8;
}

double ReportPdf::notesHeight() const
{
  const QString notes = notesText();
  if (notes.isEmpty())
    return 0;
  return QFontMetricsF(m_small).boundingRect(QRectF(0, 0, m_width, 1e6), Qt::TextWordWrap, notes).height() + kGap;
}

double ReportPdf::drawHead(QPainter& painter) const
{
  painter.setFont(m_title);
  painter.setPen((*m_look)[Ink::Text]);
  const double line = QFontMetricsF(m_title).height();
  drawText(painter, QRectF(0, 0, m_width, line), Qt::AlignLeft | Qt::AlignVCenter, m_texts.title);
  painter.setFont(m_small);
  painter.setPen((*m_look)[Ink::TextMuted]);
  drawText(painter, QRectF(0, line + 2, m_width, QFontMetricsF(m_small).height()), Qt::AlignLeft | Qt::AlignVCenter,
           periodText());
  painter.setPen(QPen((*m_look)[Ink::BorderStrong], 1));
  painter.drawLine(QPointF(0, headHeight()), QPointF(m_width, headHeight()));
  return headHeight() + kGap;
}

double ReportPdf::drawNotes(QPainter& painter, double top) const
{
  const double high = notesHeight();
  if (high <= 0)
    return top;
  painter.setFont(m_small);
  painter.setPen((*m_look)[Ink::TextMuted]);
  painter.drawText(QRectF(0, top, m_width, high), int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, notesText());
  return top + high;
}

void ReportPdf::drawTableHead(QPainter& painter, double top) const
{
  painter.setFont(m_strong);
  painter.setPen((*m_look)[Ink::Text]);
  for (size_t i = 0; i < m_columns.size(); ++i) {
    const QRectF box(m_columns[i].left + kCellPad, top, m_columns[i].width - 2 * kCellPad, kTableHead - 3);
    painter.drawText(box,
                     int((m_columns[i].right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignBottom) | Qt::TextWordWrap,
                     columnTitle(m_result.columns[i]));
  }
  painter.setPen(QPen((*m_look)[Ink::BorderStrong], 1));
  painter.drawLine(QPointF(0, top + kTableHead), QPointF(m_width, top + kTableHead));
}

void ReportPdf::drawRow(QPainter& painter, double top, size_t row) const
{
  const bool isTotal = row >= m_result.rows.size();
  if (isTotal)
    painter.fillRect(QRectF(0, top, m_width, kRow), (*m_look)[Ink::Inset]);
  painter.setFont(isTotal ? m_strong : m_text);
  painter.setPen((*m_look)[Ink::Text]);
  for (size_t i = 0; i < m_columns.size(); ++i)
    drawText(painter, QRectF(m_columns[i].left + kCellPad, top, m_columns[i].width - 2 * kCellPad, kRow),
             (m_columns[i].right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, cellAt(row, i));
  painter.setPen(QPen((*m_look)[Ink::Border], 0.5));
  painter.drawLine(QPointF(0, top + kRow), QPointF(m_width, top + kRow));
}

void ReportPdf::drawFoot(QPainter& painter) const
{
  painter.setFont(m_small);
  painter.setPen((*m_look)[Ink::TextMuted]);
  const QRectF box(0, m_height - kFoot + 6, m_width, kFoot - 6);
  drawText(painter, box, Qt::AlignLeft | Qt::AlignVCenter, m_texts.madeAt);
  drawText(painter, box, Qt::AlignRight | Qt::AlignVCenter,
           QCoreApplication::translate("ReportPdf", "Page %1 of %2").arg(m_done + 1).arg(m_pages));
}

Result<bool> ReportPdf::drawNext()
{
  if (m_done >= m_pages)
    return false;
  if (!m_painter) {
    m_painter = std::make_unique<QPainter>();
    if (!m_painter->begin(m_writer.get()))
      return fail(ErrorKind::DiskFull, m_out.errorString(), QStringLiteral("PDF"));
    m_painter->scale(kDotsPerInch / kUnit, kDotsPerInch / kUnit);
  } else if (!m_writer->newPage()) {
    return fail(ErrorKind::DiskFull, m_out.errorString(), QStringLiteral("PDF"));
  }
  QPainter& painter = *m_painter;
  double top = drawHead(painter);
  if (m_done == 0) {
    top = drawNotes(painter, top);
    if (m_chart) {
      painter.save();
      m_chart->draw(painter, QRectF(0, top, m_width, m_chartHeight), *m_look);
      painter.restore();
    }
    top = m_firstTop;
  }
  drawTableHead(painter, top);
  top += kTableHead;
  for (size_t left = m_done == 0 ? m_firstRows : m_nextRows; left > 0 && m_row < rowCount(); --left, top += kRow)
    drawRow(painter, top, m_row++);
  drawFoot(painter);
  return ++m_done < m_pages;
}

Result<void> ReportPdf::finish()
{
  if (m_painter && !m_painter->end())
    return fail(ErrorKind::DiskFull, m_document.errorString(), QStringLiteral("PDF"));
  QByteArray document = m_document.data();
  nameLetters(document);
  return m_out.write(document) == document.size()
             ? Result<void>()
             : fail(ErrorKind::DiskFull, m_out.errorString(), QStringLiteral("PDF"));
}

Result<void> writeReportPdf(const QString& name, const ReportResult& result, const ReportPdfTexts& texts)
{
  QSaveFile file(name);
  if (!file.open(QIODevice::WriteOnly))
    return fail(ErrorKind::Denied, file.errorString(), name);
  const auto chart = chartFor(result, drawnCurrency(result, {}));
  {
    ReportPdf pdf(file, result, texts, chart.get());
    for (bool more = true; more;) {
      SC_TRY_ASSIGN(next, pdf.drawNext());
      more = next;
    }
    SC_TRY(pdf.finish());
  }
  return file.commit() ? Result<void>() : fail(ErrorKind::DiskFull, file.errorString(), name);
}

} // namespace supercargo
