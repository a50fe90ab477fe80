#include "ui/print/printsettings.h"

namespace supercargo {
namespace {

constexpr int kUsualDots = 203;

PrintDocument chosenAs(PrintDocument document)
{
  return document == PrintDocument::TestLabel ? PrintDocument::WaybillLabel : document;
}

QString key(PrintDocument document, const char* what)
{
  return QStringLiteral("print/%1/%2").arg(printDocumentName(chosenAs(document)), QLatin1String(what));
}

QString usualPaper(PrintDocument document)
{
  switch (chosenAs(document)) {
  case PrintDocument::PackingSlip:
    return QStringLiteral("100x150");
  case PrintDocument::PickList:
    return QStringLiteral("a4");
  case PrintDocument::ProductLabel:
    return QStringLiteral("50x30");
  default:
    return QStringLiteral("76x130");
  }
}

} // namespace

const Setting<bool> kPackingPrintsLabel{QStringLiteral("packing/label"), true};
const Setting<bool> kPackingPrintsSlip{QStringLiteral("packing/slip"), false};

Setting<QString> printerSetting(PrintDocument document)
{
  return {key(document, "printer"), {}};
}

Setting<QString> formSetting(PrintDocument document)
{
  return {key(document, "form"), printFormName(PrintForm::Page)};
}

Setting<QString> paperSetting(PrintDocument document)
{
  return {key(document, "paper"), usualPaper(document)};
}

Setting<int> copiesSetting(PrintDocument document)
{
  return {key(document, "copies"), 1};
}

Setting<int> dotsSetting(PrintDocument document)
{
  return {key(document, "dots"), kUsualDots};
}

QString printFormName(PrintForm form)
{
  return form == PrintForm::Zpl ? QStringLiteral("zpl") : QStringLiteral("page");
}

PrintForm printForm(const Settings* settings, PrintDocument document)
{
  const bool isZpl = settings && settings->get(formSetting(document)) == printFormName(PrintForm::Zpl);
  return isZpl ? PrintForm::Zpl : PrintForm::Page;
}

int printDots(const Settings* settings, PrintDocument document)
{
  const auto setting = dotsSetting(document);
  return settings ? settings->get(setting) : setting.fallback;
}

NewPrintJob newPrintJob(const Settings* settings, PrintDocument document, const QString& subject,
                        std::optional<OrderId> order, std::optional<ShipmentId> shipment)
{
  const auto value = [&](const auto& setting) { return settings ? settings->get(setting) : setting.fallback; };
  return {document, order, shipment, subject, value(paperSetting(document)), {}, value(copiesSetting(document))};
}

} // namespace supercargo
