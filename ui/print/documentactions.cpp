#include "ui/print/documentactions.h"

#include "ui/print/printwords.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QUrl>

namespace supercargo {
namespace {

struct DocumentActions {
  Q_DECLARE_TR_FUNCTIONS(DocumentActions)
};

DocumentNote write(const QByteArray& bytes, const QString& file)
{
  QSaveFile out(file);
  if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
    return {false, DocumentActions::tr("%1 could not be written: %2").arg(file, out.errorString())};
  return {true, DocumentActions::tr("Saved as %1").arg(file)};
}

DocumentNote openAddress(const QUrl& url)
{
  if (!QDesktopServices::openUrl(url))
    return {false, DocumentActions::tr("No program on this computer opens this. Save it instead.")};
  return {true, {}};
}

/// Readable by this person alone, and for as long as the program runs: a viewer may read late.
QTemporaryDir& shownFiles()
{
  static QTemporaryDir folder;
  return folder;
}

} // namespace

DocumentNote saveDocument(const PrintMatter& matter, int dotsPerInch, PrintForm form, const QString& file)
{
  const QString suffix = QFileInfo(file).suffix();
  const auto document = documentFile(matter, dotsPerInch, form, suffix);
  if (document)
    return write(document->bytes, file);
  if (document.error().detail != printfault::kOtherEnding)
    return {false, printFaultText(document.error().detail)};
  QStringList endings;
  for (const QString& ending : documentEndings(matter, form))
    endings << u'.' + ending;
  return {false, DocumentActions::tr("This document cannot be saved as .%1. It can as: %2")
                     .arg(suffix, endings.join(QStringLiteral(", ")))};
}

DocumentNote openDocument(const PrintMatter& matter, int dotsPerInch, PrintForm form, const QString& name)
{
  const auto* courier = std::get_if<CourierFile>(&matter);
  if (courier && courier->data.isEmpty()) {
    const QUrl url(courier->url);
    const bool isWeb = url.scheme() == QStringLiteral("https") || url.scheme() == QStringLiteral("http");
    return isWeb ? openAddress(url) : DocumentNote{false, printFaultText(printfault::kBadFile)};
  }
  const bool asPdf = !courier || courier->format == QStringLiteral("html");
  const auto document = documentFile(matter, dotsPerInch, form, asPdf ? QStringLiteral("pdf") : QString());
  if (!document)
    return {false, printFaultText(document.error().detail)};
  const QString file = shownFiles().filePath(QStringLiteral("%1.%2").arg(documentFileName(name), document->ending));
  if (const DocumentNote written = write(document->bytes, file); !written.isDone)
    return written;
  return openAddress(QUrl::fromLocalFile(file));
}

void askWhereToSave(QWidget* parent, const PrintMatter& matter, PrintForm form, const QString& name,
                    std::function<void(const QString& file)> chosen)
{
  const QStringList endings = documentEndings(matter, form);
  QStringList filters;
  for (const QString& ending : endings)
    filters << DocumentActions::tr("%1 file (*.%2)").arg(ending.toUpper(), ending);
  auto* dialog = new QFileDialog(parent, DocumentActions::tr("Save the document"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setNameFilters(filters);
  dialog->setDefaultSuffix(endings.front());
  dialog->selectFile(documentFileName(name));
  QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [=](const QString& filter) {
    dialog->setDefaultSuffix(endings.at(std::max<qsizetype>(0, filters.indexOf(filter))));
  });
  QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
  dialog->open();
}

} // namespace supercargo
