// The packing slip and the pick list.
#include "core/labels/pageflow.h"
#include "core/labels/parcelcontents.h"
#include "core/labels/templates.h"

namespace supercargo {
namespace {

constexpr int kFinestBar = 252; ///< two dots of a label printer, and no less than 0.25 mm

QString titleOf(const QString& title, const QString& options)
{
  return options.isEmpty() ? title : title + QStringLiteral(" · ") + options;
}

QString addressLine(const AddressSnapshot& a)
{
  QStringList parts{a.name,     a.phone,  a.province,  a.city == a.province ? QString() : a.city,
                    a.district, a.street, a.postalCode};
  parts.removeAll(QString());
  return parts.join(u' ');
}

/// At the right of the heading; above it where that is too narrow for bars that every scanner reads.
void addSlipCode(PageFlow& flow, Symbol symbol)
{
  const int height = flow.type() * 4, beside = flow.width() * 45 / 100;
  const int needed = (symbol.columns + 2 * symbol.quietModules()) * kFinestBar;
  flow.addCode(std::move(symbol), std::min(flow.width(), std::max(beside, needed)), height);
  if (needed > beside)
    flow.addGap(height + flow.type());
}

} // namespace

Result<Layout> packingSlip(const PackingSlipFacts& facts, PaperSize paper, const LabelWords& words)
{
  if (facts.lines.empty())
    return fail(ErrorKind::Invalid, QStringLiteral("there is nothing in this order"), facts.orderNumber);
  PageFlow flow(paper, words.page);
  const int type = flow.type();
  const QString content = parcelCode(facts.orderNumber, facts.part);
  if (auto code = code128(content)) // a number that no bar code can hold is printed all the same
    addSlipCode(flow, std::move(*code));
  flow.addText(words.packingSlip, type * 2, true);
  flow.addText(facts.shop, type, false);
  flow.addGap(type);
  const QString further = facts.further.isEmpty() ? QString() : QStringLiteral(", ") + facts.further;
  flow.addText(words.order + u' ' + facts.orderNumber + further + QStringLiteral("   ") + facts.placedOn, type * 5 / 4,
               true);
  if (facts.part > 0)
    flow.addText(words.parcel + QStringLiteral(" %1/%2   ").arg(facts.part).arg(facts.parts) + content, type, true);
  flow.addText(words.recipient + u' ' + addressLine(facts.recipient), type, false, 2);
  if (!facts.number.isEmpty())
    flow.addText(facts.courier + u' ' + facts.number, type, false);
  if (!facts.cashOnDelivery.isEmpty())
    flow.addText(words.cashOnDelivery + u' ' + facts.cashOnDelivery, type * 5 / 4, true);
  if (!facts.note.isEmpty())
    flow.addText(words.note + u' ' + facts.note, type, true, 3);
  flow.addGap(type);
  flow.beginTable({{words.quantity, 3, TextPlace::Left, true, 1},
                   {words.title, 12, TextPlace::Left, false, 2},
                   {words.sku, 5, TextPlace::Left, false, 2}});
  for (const LabelLine& line : facts.lines)
    flow.addRow({QString::number(line.quantity), titleOf(line.title, line.options), line.sku}, true);
  return Layout{words.packingSlip + u' ' + facts.orderNumber, flow.take()};
}

Result<Layout> packingSlips(const std::vector<PackingSlipFacts>& parcels, PaperSize paper, const LabelWords& words)
{
  if (parcels.empty())
    return fail(ErrorKind::Invalid, QStringLiteral("there is no parcel"));
  Layout all;
  for (const PackingSlipFacts& facts : parcels) {
    SC_TRY_ASSIGN(slip, packingSlip(facts, paper, words));
    if (all.pages.empty())
      all.title = slip.title;
    all.pages.insert(all.pages.end(), slip.pages.begin(), slip.pages.end());
  }
  return all;
}

Result<Layout> pickList(const PickListFacts& facts, PaperSize paper, const LabelWords& words)
{
  if (facts.lines.empty())
    return fail(ErrorKind::Invalid, QStringLiteral("there is nothing to pick"));
  PageFlow flow(paper, words.page);
  const int type = flow.type();
  flow.addText(words.pickList, type * 2, true);
  QStringList about{facts.printedAt, words.orders + QStringLiteral(" %1").arg(facts.orders)};
  if (!facts.warehouse.isEmpty())
    about.append(words.warehouse + u' ' + facts.warehouse);
  flow.addText(about.join(QStringLiteral("   ")), type, false);
  flow.addGap(type);
  flow.beginTable({{words.bin, 5, TextPlace::Left, true, 1},
                   {words.quantity, 3, TextPlace::Left, true, 1},
                   {words.sku, 5, TextPlace::Left, false, 2},
                   {words.title, 9, TextPlace::Left, false, 2},
                   {words.orders, 7, TextPlace::Left, false, 2}});
  for (const PickLine& line : facts.lines)
    flow.addRow({line.bin.isEmpty() ? words.noBin : line.bin, QString::number(line.quantity), line.sku,
                 titleOf(line.title, line.options), line.orders.join(QStringLiteral(", "))},
                true);
  return Layout{words.pickList + u' ' + facts.printedAt, flow.take()};
}

} // namespace supercargo
