#include "ui/print/labelpdf.h"

#include "ui/print/labelpainter.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace supercargo {
namespace {

constexpr double kPointsPerMicrometre = 72.0 / 25'400;
constexpr double kMicrometresPerMillimetre = 1000;

QPageSize pageSize(PaperSize paper)
{
  return QPageSize(QSizeF(paper.width, paper.height) / kMicrometresPerMillimetre, QPageSize::Millimeter,
                   paperName(paper), QPageSize::ExactMatch);
}

/// A piece of the file that was replaced by a longer or shorter one.
struct Shift {
  qsizetype at = 0; ///< in the old file
  qsizetype by = 0;
};

qsizetype moved(qsizetype offset, const std::vector<Shift>& shifts)
{
  qsizetype sum = offset;
  for (const Shift& shift : shifts)
    if (shift.at < offset)
      sum += shift.by;
  return sum;
}

/// Rewrites the offsets of the cross-reference table, whose entries have a fixed width.
bool moveTable(QByteArray& pdf, qsizetype table, const std::vector<Shift>& shifts)
{
  constexpr int kEntry = 20, kOffset = 10;
  qsizetype at = pdf.indexOf('\n', table) + 1;
  const QByteArrayList head = pdf.mid(at, pdf.indexOf('\n', at) - at).trimmed().split(' ');
  if (head.size() != 2)
    return false;
  at = pdf.indexOf('\n', at) + 1;
  for (int i = 0; i < head.at(1).toInt(); ++i, at += kEntry) {
    if (at + kEntry > pdf.size())
      return false;
    if (pdf.at(at + kEntry - 3) == 'n')
      pdf.replace(at, kOffset,
                  QByteArray::number(moved(pdf.mid(at, kOffset).toLongLong(), shifts)).rightJustified(kOffset, '0'));
  }
  return true;
}

} // namespace

Result<QByteArray> withExactPages(const QByteArray& pdf, const std::vector<PaperSize>& pages)
{
  const auto odd = [] { return fail(ErrorKind::BadResponse, QStringLiteral("the PDF has an unexpected shape")); };
  QByteArray text = pdf;
  std::vector<Shift> shifts;
  qsizetype from = 0, grown = 0;
  for (const PaperSize& paper : pages) {
    const qsizetype at = text.indexOf("/MediaBox [", from);
    const qsizetype end = at < 0 ? -1 : text.indexOf(']', at);
    if (end < 0)
      return odd();
    const QByteArray box = "/MediaBox [0 0 " + QByteArray::number(paper.width * kPointsPerMicrometre, 'f', 4) + ' ' +
                           QByteArray::number(paper.height * kPointsPerMicrometre, 'f', 4);
    shifts.push_back({at - grown, box.size() - (end - at)});
    text.replace(at, end - at, box);
    grown += shifts.back().by;
    from = at + box.size();
  }
  const qsizetype start = text.lastIndexOf("startxref");
  const qsizetype line = start < 0 ? -1 : text.indexOf('\n', start) + 1;
  const qsizetype lineEnd = line <= 0 ? -1 : text.indexOf('\n', line);
  if (lineEnd < 0)
    return odd();
  const qsizetype table = moved(text.mid(line, lineEnd - line).trimmed().toLongLong(), shifts);
  if (text.mid(table, 4) != "xref" || !moveTable(text, table, shifts))
    return odd();
  text.replace(line, lineEnd - line, QByteArray::number(table));
  return text;
}

Result<QByteArray> pdfOf(const Layout& layout, int printerDotsPerInch)
{
  if (layout.pages.empty())
    return fail(ErrorKind::Invalid, QStringLiteral("there is nothing to print"), layout.title);
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  std::vector<PaperSize> sizes;
  {
    QPdfWriter writer(&buffer);
    writer.setResolution(kLayoutDotsPerInch);
    writer.setTitle(layout.title);
    writer.setCreator(QStringLiteral("Supercargo"));
    writer.setPageSize(pageSize(layout.pages.front().paper));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    for (const LayoutPage& page : layout.pages) {
      if (!sizes.empty()) {
        writer.setPageSize(pageSize(page.paper));
        writer.newPage();
      }
      sizes.push_back(page.paper);
      if (!paintPage(painter, page, printerDotsPerInch))
        return fail(ErrorKind::Invalid, QStringLiteral("a bar code does not fit on this paper"), layout.title);
    }
  }
  return withExactPages(buffer.data(), sizes);
}

} // namespace supercargo
