#include "ui/print/printwords.h"

#include <QCoreApplication>
#include <QDateTime>

namespace supercargo {
namespace {

QString text(const char* source)
{
  return QCoreApplication::translate("print", source);
}

} // namespace

LabelWords labelWords()
{
  LabelWords words;
  words.sender = text(QT_TRANSLATE_NOOP("print", "From"));
  words.recipient = text(QT_TRANSLATE_NOOP("print", "To"));
  words.service = text(QT_TRANSLATE_NOOP("print", "Service"));
  words.order = text(QT_TRANSLATE_NOOP("print", "Order"));
  words.weight = text(QT_TRANSLATE_NOOP("print", "Weight"));
  words.parcel = text(QT_TRANSLATE_NOOP("print", "Parcel"));
  words.cashOnDelivery = text(QT_TRANSLATE_NOOP("print", "COD"));
  words.note = text(QT_TRANSLATE_NOOP("print", "Note:"));
  words.goods = text(QT_TRANSLATE_NOOP("print", "Goods"));
  words.more = text(QT_TRANSLATE_NOOP("print", "and %1 more articles"));
  words.packingSlip = text(QT_TRANSLATE_NOOP("print", "Packing slip"));
  words.pickList = text(QT_TRANSLATE_NOOP("print", "Pick list"));
  words.sku = text(QT_TRANSLATE_NOOP("print", "SKU"));
  words.title = text(QT_TRANSLATE_NOOP("print", "Article"));
  words.quantity = text(QT_TRANSLATE_NOOP("print", "Pieces"));
  words.bin = text(QT_TRANSLATE_NOOP("print", "Bin"));
  words.orders = text(QT_TRANSLATE_NOOP("print", "Orders"));
  words.warehouse = text(QT_TRANSLATE_NOOP("print", "Warehouse"));
  words.noBin = text(QT_TRANSLATE_NOOP("print", "no bin"));
  words.page = text(QT_TRANSLATE_NOOP("print", "Page %1 of %2"));
  words.testLabel = text(QT_TRANSLATE_NOOP("print", "Test label"));
  words.testNote = text(QT_TRANSLATE_NOOP(
      "print", "The frame lies 2 mm inside the paper's edges and its marks are 1 cm apart. If it is cut off or scaled, "
               "choose this size of paper in the printer's settings."));
  return words;
}

PrintSetting printSetting(const QString& shop, Instant now, const QTimeZone& zone)
{
  const QString at = QDateTime::fromMSecsSinceEpoch(toMs(now), zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
  return {labelWords(), shop, at, {}};
}

QString documentWord(PrintDocument document)
{
  switch (document) {
  case PrintDocument::WaybillLabel:
    return text(QT_TRANSLATE_NOOP("print", "Waybill label"));
  case PrintDocument::ProductLabel:
    return text(QT_TRANSLATE_NOOP("print", "Product label"));
  case PrintDocument::PackingSlip:
    return text(QT_TRANSLATE_NOOP("print", "Packing slip"));
  case PrintDocument::PickList:
    return text(QT_TRANSLATE_NOOP("print", "Pick list"));
  case PrintDocument::TestLabel:
    break;
  }
  return text(QT_TRANSLATE_NOOP("print", "Test label"));
}

QString documentTitle(const NewPrintJob& what)
{
  return what.document == PrintDocument::PickList ? documentWord(what.document) : what.subject;
}

QString printFaultText(const QString& error)
{
  if (error == printfault::kNoPrinter)
    return text(QT_TRANSLATE_NOOP("print", "No printer is chosen for this kind of document. Choose one in Settings."));
  if (error == printfault::kPrinterGone)
    return text(QT_TRANSLATE_NOOP("print", "The chosen printer is not known to this computer any more."));
  if (error == printfault::kPrinterOff)
    return text(QT_TRANSLATE_NOOP("print", "The printer reports an error or is switched off."));
  if (error == printfault::kOnlyAddress)
    return text(QT_TRANSLATE_NOOP("print", "The courier gave only an address for this label. Open it in the browser."));
  if (error == printfault::kNoProgram)
    return text(QT_TRANSLATE_NOOP(
        "print", "This computer cannot send such files to a printer by itself. Save the label and print the file."));
  if (error == printfault::kNotOnWindows)
    return text(QT_TRANSLATE_NOOP("print", "Windows gives no PDF and no ZPL file to a printer by itself. Open the file "
                                           "and print it from there, or save it and use the printer's own program."));
  if (error == printfault::kOtherEnding)
    return text(QT_TRANSLATE_NOOP("print", "This document cannot become a file of that kind. Choose another ending."));
  if (error == printfault::kBadFile)
    return text(QT_TRANSLATE_NOOP("print", "The courier's label cannot be read. Ask for it again."));
  if (error == printfault::kNoFit)
    return text(QT_TRANSLATE_NOOP("print", "The bar code is too wide for this paper. Choose a larger size."));
  return error;
}

} // namespace supercargo
