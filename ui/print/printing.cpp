#include "ui/print/printing.h"

#include "ui/print/labelpainter.h"
#include "ui/print/labelpdf.h"
#include "ui/print/printsettings.h"
#include "ui/print/printwords.h"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QPrinter>
#include <QPrinterInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QTextDocument>

namespace supercargo {
namespace {

tl::unexpected<Error> fault(QLatin1String what, const QString& subject = {})
{
  return fail(ErrorKind::Rejected, what, subject);
}

/// HTML of a courier: neither script nor network nor files of this machine.
class ClosedDocument : public QTextDocument {
protected:
  QVariant loadResource(int, const QUrl&) override { return {}; }
};

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
  for (const LayoutPage& page : layout.pages)
    for (const LayoutCode& code : page.codes)
      if (!placeCode(code, target.dotsPerInch))
        return fault(printfault::kNoFit, code.symbol.content);
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

QRectF paperRect(PaperSize paper)
{
  return {0, 0, paper.width / 10.0, paper.height / 10.0};
}

Result<void> printPicture(QPrinter& printer, const CourierFile& file, const QString& title, int copies)
{
  const QImage image = QImage::fromData(file.data);
  if (image.isNull())
    return fault(printfault::kBadFile, title);
  QPainter painter;
  if (!begin(printer, painter, file.paper, title, copies))
    return fault(printfault::kPrinterOff, printer.printerName());
  QRectF at(QPointF(), QSizeF(image.size()).scaled(paperRect(file.paper).size(), Qt::KeepAspectRatio));
  at.moveCenter(paperRect(file.paper).center());
  painter.drawImage(at, image); // not smoothed: a bar code's edges stay edges
  return painter.end() ? Result<void>() : fault(printfault::kPrinterOff, printer.printerName());
}

Result<void> printHtml(QPrinter& printer, const CourierFile& file, const QString& title, int copies)
{
  ClosedDocument document;
  document.setHtml(QString::fromUtf8(file.data));
  document.setDocumentMargin(0);
  if (document.isEmpty())
    return fault(printfault::kBadFile, title);
  QPainter painter;
  if (!begin(printer, painter, file.paper, title, copies))
    return fault(printfault::kPrinterOff, printer.printerName());
  document.setPageSize(paperRect(file.paper).size());
  document.drawContents(&painter, paperRect(file.paper));
  return painter.end() ? Result<void>() : fault(printfault::kPrinterOff, printer.printerName());
}

/// PDF and ZPL: the system's own queue knows how, where there is one.
void sendFile(const CourierFile& file, const PrintTarget& target, int copies, QObject* owner,
              const std::function<void(Result<void>)>& done)
{
  const QString program = QStandardPaths::findExecutable(QStringLiteral("lp"));
  auto* kept = new QTemporaryFile(owner);
  if (program.isEmpty() || !kept->open() || kept->write(file.data) != file.data.size() || !kept->flush()) {
    delete kept;
    return done(fault(printfault::kNoProgram, target.printer));
  }
  QStringList words{QStringLiteral("-d"), target.printer, QStringLiteral("-n"), QString::number(copies)};
  words << QStringLiteral("-o")
        << (file.format == QStringLiteral("zpl") ? QStringLiteral("raw") : QStringLiteral("print-scaling=none"));
  words << QStringLiteral("--") << kept->fileName();
  auto* process = new QProcess(kept);
  QObject::connect(process, &QProcess::finished, owner, [=](int code, QProcess::ExitStatus status) {
    kept->deleteLater();
    done(code == 0 && status == QProcess::NormalExit ? Result<void>() : fault(printfault::kPrinterOff, target.printer));
  });
  QObject::connect(process, &QProcess::errorOccurred, owner, [=](QProcess::ProcessError error) {
    if (error != QProcess::FailedToStart)
      return;
    kept->deleteLater();
    done(fault(printfault::kNoProgram, target.printer));
  });
  process->start(program, words);
}

Result<void> saveInto(const QString& folder, const PrintMatter& matter, const PrintTarget& target, const QString& title,
                      int copies)
{
  SC_TRY_ASSIGN(file, documentFile(matter, target.dotsPerInch));
  static const QRegularExpression unsafe(QStringLiteral("[^\\w.-]+"), QRegularExpression::UseUnicodePropertiesOption);
  QString name = QString(title).replace(unsafe, QStringLiteral("_")).left(80);
  if (name.isEmpty())
    name = QStringLiteral("label");
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
                                               : printPicture(printer, file, title, copies);
}

} // namespace

QStringList printersHere()
{
  return QPrinterInfo::availablePrinterNames();
}

Result<DocumentFile> documentFile(const PrintMatter& matter, int dotsPerInch)
{
  if (const auto* layout = std::get_if<Layout>(&matter)) {
    SC_TRY_ASSIGN(pdf, pdfOf(*layout, dotsPerInch));
    return DocumentFile{pdf, QStringLiteral("pdf")};
  }
  const auto& file = std::get<CourierFile>(matter);
  if (file.data.isEmpty())
    return fault(printfault::kOnlyAddress, file.url);
  return DocumentFile{file.data, file.format.isEmpty() ? QStringLiteral("bin") : file.format};
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
  if (file && (file->format == QStringLiteral("pdf") || file->format == QStringLiteral("zpl")))
    return sendFile(*file, target, copies, owner, done);
  done(drawOn(matter, target, title, copies));
}

} // namespace supercargo
