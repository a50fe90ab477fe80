#include "ui/orders/ordercolumns.h"

#include "core/base/text.h"
#include "ui/text/format.h"

#include <QCoreApplication>

namespace supercargo {
namespace {

struct OrderColumns {
  Q_DECLARE_TR_FUNCTIONS(OrderColumns)
};

Cell statusCell(const StatusWord& word)
{
  return {word.word, {}, word.icon, word.tone, {}};
}

Cell timeCell(Instant at, const OrderColumnFacts& facts)
{
  return {relativeText(at, facts.clock(), facts.zone), {}, {}, Tone::Neutral, dateTimeText(at, facts.zone)};
}

} // namespace

std::vector<Column<OrderRow>> orderColumns(std::shared_ptr<const OrderColumnFacts> facts)
{
  const auto left = Qt::AlignLeft, right = Qt::AlignRight;
  const auto minor = [](const OrderRow& r) { return QVariant(r.total.minor()); };
  const auto placed = [](const OrderRow& r) { return QVariant(toMs(r.placedAt)); };
  // The first six fit beside the details in a window of 1280: what an order is told by comes before what it holds.
  return {
      {"number", [] { return OrderColumns::tr("Number"); }, 116, left,
       [](const OrderRow& r) { return Cell{r.number, {}, {}, Tone::Neutral, {}, Qt::ElideMiddle}; }},
      {"placed", [] { return OrderColumns::tr("Placed"); }, 92, left,
       [facts](const OrderRow& r) { return timeCell(r.placedAt, *facts); }, placed, int(OrderSort::PlacedDescending)},
      {"customer", [] { return OrderColumns::tr("Customer"); }, 84, left,
       [facts](const OrderRow& r) { return Cell{facts->revealed == r.id ? r.customer : maskName(r.customer)}; }},
      {"status", [] { return OrderColumns::tr("Status"); }, 168, left,
       [](const OrderRow& r) { return statusCell(statusWord(r.status)); },
       [](const OrderRow& r) { return QVariant(statusName(r.status)); }},
      {"total", [] { return OrderColumns::tr("Total"); }, 108, right,
       [](const OrderRow& r) {
         return Cell{figureText(r.total), currencyText(r.total.currency())};
       },
       minor, int(OrderSort::TotalDescending)},
      {"shop", [] { return OrderColumns::tr("Shop"); }, 116, left,
       [facts](const OrderRow& r) { return Cell{facts->shops.value(r.account)}; }},
      {"items", [] { return OrderColumns::tr("Items"); }, 200, left,
       [](const OrderRow& r) {
         return Cell{r.lineCount > 1 ? OrderColumns::tr("%1 and %2 more").arg(r.firstTitle).arg(r.lineCount - 1)
                                     : r.firstTitle};
       }},
      {"units", [] { return OrderColumns::tr("Units"); }, 60, right,
       [](const OrderRow& r) { return Cell{numberText(r.units)}; },
       [](const OrderRow& r) { return QVariant(r.units); }},
      {"payment", [] { return OrderColumns::tr("Payment"); }, 140, left,
       [](const OrderRow& r) { return statusCell(statusWord(r.payment)); },
       [](const OrderRow& r) { return QVariant(statusName(r.payment)); }},
      {"province", [] { return OrderColumns::tr("Province"); }, 90, left,
       [](const OrderRow& r) { return Cell{r.province}; }},
      {"city", [] { return OrderColumns::tr("City"); }, 90, left, [](const OrderRow& r) { return Cell{r.city}; }},
      {"tags", [] { return OrderColumns::tr("Tags"); }, 100, left,
       [](const OrderRow& r) { return Cell{r.tags.join(QStringLiteral(", "))}; }},
      {"updated", [] { return OrderColumns::tr("Updated"); }, 100, left,
       [facts](const OrderRow& r) { return timeCell(r.updatedAt, *facts); },
       [](const OrderRow& r) { return QVariant(toMs(r.updatedAt)); }, int(OrderSort::UpdatedDescending)},
  };
}

} // namespace supercargo
