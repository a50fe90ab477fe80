#include "core/reports/definitions.h"
#include "core/reports/figuretable.h"
#include "core/reports/names.h"
#include "core/reports/stockages.h"

namespace supercargo {
namespace {

constexpr std::array<const char*, 6> kValueByAge{"value_30",  "value_60",  "value_90",
                                                 "value_180", "value_365", "value_older"};

TableShape shape(const ReportSpec&)
{
  TableShape shape;
  shape.heads = {{QStringLiteral("product"), {}, QStringLiteral("SKU"), ColumnKind::Text},
                 {QStringLiteral("product_title"), {}, QStringLiteral("Product"), ColumnKind::Text},
                 {QStringLiteral("warehouse"), {}, QStringLiteral("Warehouse"), ColumnKind::Text},
                 {QStringLiteral("currency"), {}, QStringLiteral("Currency"), ColumnKind::Text}};
  shape.labels = {QStringLiteral("product_title")};
  shape.figures = {
      tableFigure("stock_units", "On hand", ColumnKind::Count, TableFigure::Sum, "pieces that lie there"),
      tableFigure("projected", "Projected", ColumnKind::Count, TableFigure::Sum,
                  "on hand + on order + in transfer - reserved"),
      tableFigure("stock_value", "Stock value", ColumnKind::Money, TableFigure::Sum,
                  "pieces on hand x what a piece costs now; no value without a cost"),
      tableFigure("value_30", "Value, 0–30 days", ColumnKind::Money, TableFigure::Sum,
                  "value of the pieces received in the last 30 days, first in, first out"),
      tableFigure("value_60", "Value, 31–60 days", ColumnKind::Money, TableFigure::Sum,
                  "value of the pieces received 31 to 60 days ago"),
      tableFigure("value_90", "Value, 61–90 days", ColumnKind::Money, TableFigure::Sum,
                  "value of the pieces received 61 to 90 days ago"),
      tableFigure("value_180", "Value, 91–180 days", ColumnKind::Money, TableFigure::Sum,
                  "value of the pieces received 91 to 180 days ago"),
      tableFigure("value_365", "Value, 181–365 days", ColumnKind::Money, TableFigure::Sum,
                  "value of the pieces received 181 to 365 days ago"),
      tableFigure("value_older", "Value, over a year", ColumnKind::Money, TableFigure::Sum,
                  "value of the pieces received over a year ago, or nobody knows when"),
      tableFigure("dead_value", "Dead stock", ColumnKind::Money, TableFigure::Sum,
                  "value of articles of which no piece was sold in 90 days"),
  };
  shape.sortBy = QStringLiteral("stock_value");
  return shape;
}

void addValues(FigureTable& table, const QStringList& keys, const Balance& balance, Money cost, bool isDead,
               const FigureRow& what)
{
  table.add(keys, "stock_value", balance.onHand * cost.minor(), what);
  for (size_t i = 0; i < kValueByAge.size(); ++i)
    table.add(keys, kValueByAge[i], balance.ages[i] * cost.minor(), what);
  table.add(keys, "dead_value", isDead ? balance.onHand * cost.minor() : 0, what);
}

Result<void> walk(Connection& c, FigureTable& table)
{
  const ReportSpec& spec = table.spec();
  const DayCut cut(spec.timeZone);
  const qint64 today = cut.dayOf(spec.now);
  SC_TRY_ASSIGN(list, agedBalances(c, cut, today));
  SC_TRY_ASSIGN(costs, CostHistory::read(c));
  SC_TRY_ASSIGN(soldLately, soldIn(c, spec, cut, today, kDeadDays));
  SC_TRY_ASSIGN(names, reportNames(c, {NamesOf::Articles}));
  for (const Balance& balance : list) {
    if (!balance.isKnown) // shops sold it, but how many there are nobody has said
      continue;
    const auto cost = costs.at(balance.sku, spec.now);
    const QStringList keys{balance.sku, balance.warehouse, cost ? cost->currency().code() : QString()};
    table.name(QStringLiteral("product_title"), balance.sku, names.titles.value(balance.sku));
    FigureRow what;
    what.thing = FigureRow::Thing::Sku;
    what.number = balance.sku;
    what.text = balance.warehouse;
    table.add(keys, "stock_units", balance.onHand, what);
    table.add(keys, "projected", balance.onHand + balance.incoming + balance.inTransfer - balance.reserved, what);
    if (cost)
      addValues(table, keys, balance, *cost, balance.onHand > 0 && soldLately.value(balance.sku) == 0, what);
  }
  return {};
}

} // namespace

std::vector<ReportDefinition> stockValueDefinitions()
{
  return {TableDefinition<shape, walk>::definition(
      "stock.value", "Stock value", "What the stock is worth, how old it is and what does not sell", Basis::Present)};
}

} // namespace supercargo
