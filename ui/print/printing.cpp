#include "ui/print/printing.h"

#include "ui/print/courierpage.h"
#include "ui/print/documentfile.h"
#include "ui/print/labelpainter.h"
#include "ui/print/lpqueue.h"
#include "ui/print/printwords.h"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QPrinter>
#include <QPrinterInfo>
#include <QSaveFile>

namespace supercargo {
namespace {

const QString kZpl = QStringLiteral("zpl");

tl::unexpected<Error> fault(QLatin1String what, const QString& subject = {})
{
  return fail(ErrorKind::Rejected, what, subject);
}

QPageSize pageSize(PaperSize paper)
{
  return QPageSize(QSizeF(paper.width, paper.height) / 1000, QPageSize::Millimeter, paperName(paper),
                   QPageSize::ExactMatch);
}

/// Ready to be painted on in hundredths of a millimetre from the paper's corner.
bool begin(QPrinter& printer, QPainter& painter, PaperSize paper, const QString& title, int copies)
{
  printer.setFullPage(true);
  printer.setPageSize(pageSize(paper));
  printer.setPageMargins(QMarginsF());
  printer.setDocName(title);
  printer.setCopyCount(copies);
  if (!painter.begin(&printer))
    return false;
  const double scale = double(printer.resolution()) / kLayoutDotsPerInch;
  painter.scale(scale, scale);
  return true;
}

Result<void> printLayout(QPrinter& printer, const Layout& layout, const PrintTarget& target, int copies)
{
  if (layout.pages.empty())
    return fault(printfault::kBadFile, layout.title);
  SC_TRY(checkCodes(layout, target.dotsPerInch));
  QPainter painter;
  if (!begin(printer, painter, layout.pages.front().paper, layout.title, copies))
    return fault(printfault::kPrinterOff, target.printer);
  for (size_t i = 0; i < layout.pages.size(); ++i) {
    if (i > 0 && !printer.newPage())
      return fault(printfault::kPrinterOff, target.printer);
    paintPage(painter, layout.pages[i], target.dotsPerInch);
  }
  return painter.end() ? Result<void>() : fault(printfault::kPrinterOff, target.printer);
}

Result<void> printPicture(QPrinter& printer, const CourierFile& file, const PrintTarget& target, const QString& title,
                          int copies)
{
  const QImage image = courierPage(file, target.dotsPerInch);
  if (image.isNull())
    return fault(printfault::kBadFile, title);
  QPainter painter;
  if (!begin(printer, painter, file.paper, title, copies))
    return fault(printfault::kPrinterOff, printer.printerName());
  painter.setRenderHint(QPainter::LosslessImageRendering); // a bar code's edges stay edges
  const double dot = double(kLayoutDotsPerInch) / target.dotsPerInch;
  painter.drawImage(QRectF(QPointF(), QSizeF(image.size()) * dot), image);
  return painter.end() ? Result<void>() : fault(printfault::kPrinterOff, printer.printerName());
}

Result<void> printHtml(QPrinter& printer, const CourierFile& file, const QString& title, int copies)
{
  constexpr int kCoarse = 72; // enough to see whether there is anything, before a page is begun
  if (courierPage(file, kCoarse).isNull())
    return fault(printfault::kBadFile, title);
  QPainter painter;
  if (!begin(printer, painter, file.paper, title, copies))
    return fault(printfault::kPrinterOff, printer.printerName());
  paintHtml(painter, file.data, file.paper);
  return painter.end() ? Result<void>() : fault(printfault::kPrinterOff, printer.printerName());
}

Result<void> saveInto(const QString& folder, const PrintMatter& matter, const PrintTarget& target, const QString& title,
                      int copies)
{
  SC_TRY_ASSIGN(file, documentFile(matter, target.dotsPerInch, target.form));
  const QString name = documentFileName(title);
  for (int copy = 0, tries = 0; copy < copies; ++tries) {
    const QString path = QDir(folder).filePath(QStringLiteral("%1%2.%3").arg(
        name, tries == 0 ? QString() : QStringLiteral("-%1").arg(tries + 1), file.ending));
    if (QFile::exists(path))
      continue;
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(file.bytes) != file.bytes.size() || !out.commit())
      return fail(ErrorKind::Denied, out.errorString(), path);
    ++copy;
  }
  return {};
}

Result<void> checkPrinter(const QString& name)
{
  if (name.isEmpty())
    return fault(printfault::kNoPrinter);
  const QPrinterInfo info = QPrinterInfo::printerInfo(name);
  if (info.isNull())
    return fault(printfault::kPrinterGone, name);
  if (info.state() == QPrinter::Error)
    return fault(printfault::kPrinterOff, name);
  return {};
}

Result<void> drawOn(const PrintMatter& matter, const PrintTarget& target, const QString& title, int copies)
{
  QPrinter printer(QPrinterInfo::printerInfo(target.printer), QPrinter::HighResolution);
  if (const auto* layout = std::get_if<Layout>(&matter))
    return printLayout(printer, *layout, target, copies);
  const auto& file = std::get<CourierFile>(matter);
  return file.format == QStringLiteral("html") ? printHtml(printer, file, title, copies)
                                               : printPicture(printer, file, target, title, copies);
}

} // namespace

QStringList printersHere()
{
  return QPrinterInfo::availablePrinterNames();
}

void printMatter(const PrintMatter& matter, const PrintTarget& target, const QString& title, int copies, QObject* owner,
                 std::function<void(Result<void>)> done)
{
  const auto* file = std::get_if<CourierFile>(&matter);
  if (file && file->data.isEmpty())
    return done(fault(printfault::kOnlyAddress, file->url));
  if (target.printer.startsWith(kFolderPrinter))
    return done(saveInto(target.printer.mid(kFolderPrinter.size()), matter, target, title, copies));
  if (auto there = checkPrinter(target.printer); !there)
    return done(std::move(there));
  if (file && (file->format == QStringLiteral("pdf") || file->format == kZpl))
    return sendToQueue(systemQueue(), *file, target.printer, copies, owner, done);
  if (!file && target.form == PrintForm::Zpl) {
    auto raw = documentFile(matter, target.dotsPerInch, target.form);
    if (!raw)
      return done(fail(std::move(raw).error()));
    return sendToQueue(systemQueue(), {kZpl, raw->bytes, {}, {}}, target.printer, copies, owner, done);
  }
  done(drawOn(matter, target, title, copies));
}

} // namespace supercargo
