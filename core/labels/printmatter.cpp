#include "core/labels/printmatter.h"

#include "core/labels/bins.h"
#include "core/labels/labelfacts.h"
#include "core/labels/parcelcontents.h"

namespace supercargo {
namespace {

/// What only a courier's own software prints is none of these. Empty: the label's first bytes tell.
bool isPrintable(const QString& format)
{
  static const QStringList known{{},
                                 QStringLiteral("pdf"),
                                 QStringLiteral("zpl"),
                                 QStringLiteral("html"),
                                 QStringLiteral("image"),
                                 QStringLiteral("png"),
                                 QStringLiteral("jpg"),
                                 QStringLiteral("jpeg"),
                                 QStringLiteral("gif"),
                                 QStringLiteral("bmp")};
  return known.contains(format);
}

Result<std::optional<CourierFile>> courierFile(Connection& c, ShipmentId shipment, PaperSize paper)
{
  SC_TRY_ASSIGN(labels, parcelLabels(c, shipment));
  std::optional<CourierFile> best;
  for (const ParcelLabel& label : labels) { // the newest that holds something wins over one that is only an address
    const QString format = label.format.toLower();
    if (label.data.isEmpty() ? !best || best->data.isEmpty() : isPrintable(format))
      best = CourierFile{format, label.data, label.url, paper};
  }
  return best;
}

Result<PrintMatter> waybillMatter(Connection& c, const NewPrintJob& what, PaperSize paper, const LabelWords& words)
{
  if (!what.shipment)
    return fail(ErrorKind::Invalid, QStringLiteral("no parcel is booked for this order"), what.subject);
  SC_TRY_ASSIGN(file, courierFile(c, *what.shipment, paper));
  if (file && !file->data.isEmpty())
    return PrintMatter(*file);
  const auto facts = waybillFacts(c, *what.shipment);
  auto page = facts ? waybillLabel(*facts, paper, words) : Result<LayoutPage>(fail(facts.error()));
  if (!page && file)
    return PrintMatter(*file);
  if (!page)
    return fail(page.error());
  return PrintMatter(Layout{facts->number, {std::move(*page)}});
}

Result<std::vector<PackingSlipFacts>> slipFacts(Connection& c, const NewPrintJob& what, const QString& shop)
{
  const OrderId order = what.order.value_or(OrderId());
  SC_TRY_ASSIGN(row, orderRow(c, order));
  return packingSlipFacts(c, order, shop, row ? partOfSubject(what.subject, row->number) : 0);
}

Result<PrintMatter> onePage(const QString& title, Result<LayoutPage> page)
{
  if (!page)
    return fail(page.error());
  return PrintMatter(Layout{title, {std::move(*page)}});
}

Result<PrintMatter> sheets(Result<Layout> layout)
{
  if (!layout)
    return fail(layout.error());
  return PrintMatter(std::move(*layout));
}

} // namespace

Result<PrintMatter> matterFor(Connection& c, const NewPrintJob& what, const PrintSetting& setting)
{
  const auto paper = paperNamed(what.paper);
  if (!paper)
    return fail(ErrorKind::Invalid, QStringLiteral("\"%1\" is no size of paper").arg(what.paper), what.subject);
  switch (what.document) {
  case PrintDocument::WaybillLabel:
    return waybillMatter(c, what, *paper, setting.words);
  case PrintDocument::ProductLabel: {
    SC_TRY_ASSIGN(facts, productLabelFacts(c, what.subject));
    return onePage(what.subject, productLabel(facts, *paper));
  }
  case PrintDocument::PackingSlip: {
    SC_TRY_ASSIGN(facts, slipFacts(c, what, setting.shop));
    return sheets(packingSlips(facts, *paper, setting.words));
  }
  case PrintDocument::PickList: {
    SC_TRY_ASSIGN(facts, picksFor(c, pickedOrders(what.subject), setting.warehouse));
    facts.printedAt = setting.printedAt;
    return sheets(pickList(facts, *paper, setting.words));
  }
  case PrintDocument::TestLabel:
    break;
  }
  return onePage(setting.words.testLabel, testLabel(*paper, setting.words));
}

bool isForPrintComponent(const QString& format)
{
  return !isPrintable(format.toLower());
}

Result<std::optional<ParcelLabel>> componentData(Connection& c, ShipmentId shipment)
{
  SC_TRY_ASSIGN(labels, parcelLabels(c, shipment));
  std::optional<ParcelLabel> newest;
  for (ParcelLabel& label : labels)
    if (!label.data.isEmpty() && isForPrintComponent(label.format))
      newest = std::move(label);
  return newest;
}

QString pickSubject(const std::vector<OrderId>& orders)
{
  QStringList ids;
  for (const OrderId id : orders)
    ids << QString::number(id.value());
  return ids.join(u',');
}

std::vector<OrderId> pickedOrders(const QString& subject)
{
  std::vector<OrderId> orders;
  for (const QString& id : subject.split(u',', Qt::SkipEmptyParts))
    orders.emplace_back(id.toLongLong());
  return orders;
}

} // namespace supercargo
