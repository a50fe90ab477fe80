#include "ui/print/documentfile.h"

#include "ui/print/courierpage.h"
#include "ui/print/labelpainter.h"
#include "ui/print/labelpdf.h"
#include "ui/print/printwords.h"
#include "ui/print/textraster.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>

namespace supercargo {
namespace {

const QString kPdf = QStringLiteral("pdf"), kZpl = QStringLiteral("zpl"), kHtml = QStringLiteral("html");

tl::unexpected<Error> fault(QLatin1String what, const QString& subject)
{
  return fail(ErrorKind::Rejected, what, subject);
}

Result<QByteArray> zplFile(const Layout& layout, int dotsPerInch)
{
  if (layout.pages.empty())
    return fault(printfault::kBadFile, layout.title);
  QByteArray all;
  for (const LayoutPage& page : layout.pages) {
    SC_TRY_ASSIGN(zpl, zplOf(page, dotsPerInch, textRaster()));
    all += zpl;
  }
  return all;
}

Result<QByteArray> htmlPdf(const CourierFile& file)
{
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setResolution(kLayoutDotsPerInch);
  writer.setPageSize(QPageSize(QSizeF(file.paper.width, file.paper.height) / 1000, QPageSize::Millimeter,
                               paperName(file.paper), QPageSize::ExactMatch));
  writer.setPageMargins(QMarginsF());
  QPainter painter(&writer);
  if (!paintHtml(painter, file.data, file.paper) || !painter.end())
    return fault(printfault::kBadFile, {});
  return withExactPages(buffer.data(), {file.paper});
}

} // namespace

QStringList documentEndings(const PrintMatter& matter, PrintForm form)
{
  if (std::holds_alternative<Layout>(matter))
    return form == PrintForm::Zpl ? QStringList{kZpl, kPdf} : QStringList{kPdf, kZpl};
  const QString& format = std::get<CourierFile>(matter).format;
  if (format == kHtml)
    return {kHtml, kPdf};
  return {format.isEmpty() ? QStringLiteral("bin") : format};
}

QString documentFileName(const QString& title)
{
  static const QRegularExpression unsafe(QStringLiteral("[^\\w.-]+"), QRegularExpression::UseUnicodePropertiesOption);
  const QString name = QString(title).replace(unsafe, QStringLiteral("_")).left(80);
  return name.isEmpty() ? QStringLiteral("label") : name;
}

Result<void> checkCodes(const Layout& layout, int dotsPerInch)
{
  for (const LayoutPage& page : layout.pages)
    for (const LayoutCode& code : page.codes)
      if (!placeCode(code, dotsPerInch))
        return fault(printfault::kNoFit, code.symbol.content);
  return {};
}

Result<DocumentFile> documentFile(const PrintMatter& matter, int dotsPerInch, PrintForm form, const QString& ending)
{
  const QStringList endings = documentEndings(matter, form);
  const QString wanted = ending.isEmpty() ? endings.front() : ending.toLower();
  if (!endings.contains(wanted))
    return fault(printfault::kOtherEnding, wanted);
  if (const auto* layout = std::get_if<Layout>(&matter)) {
    SC_TRY(checkCodes(*layout, dotsPerInch));
    SC_TRY_ASSIGN(bytes, wanted == kZpl ? zplFile(*layout, dotsPerInch) : pdfOf(*layout, dotsPerInch));
    return DocumentFile{bytes, wanted};
  }
  const auto& file = std::get<CourierFile>(matter);
  if (file.data.isEmpty())
    return fault(printfault::kOnlyAddress, file.url);
  if (wanted == file.format || file.format != kHtml)
    return DocumentFile{file.data, wanted};
  SC_TRY_ASSIGN(pdf, htmlPdf(file));
  return DocumentFile{pdf, wanted};
}

} // namespace supercargo
