#include "core/reports/definitions.h"
#include "core/reports/figuretable.h"
#include "core/reports/names.h"
#include "core/stock/replenishment.h"

#include <cmath>

namespace supercargo {
namespace {

TableShape shape(const ReportSpec&)
{
  using F = TableFigure;
  TableShape shape;
  shape.heads = {tableHead("product", "SKU"), tableHead("product_title", "Product"),
                 tableHead("warehouse", "Warehouse"), tableHead("currency", "Currency")};
  shape.labels = {QStringLiteral("product_title")};
  shape.figures = {
      tableFigure("projected_stock", "Projected", ColumnKind::Count, F::Sum,
                  "on hand + on order + in transfer - reserved - blocked"),
      tableFigure("safety_stock", "Safety stock", ColumnKind::Count, F::Sum,
                  "z x root of (lead time x deviation of demand squared + demand squared x deviation of lead time "
                  "squared), rounded up"),
      tableFigure("reorder_point", "Reorder point", ColumnKind::Count, F::Sum,
                  "demand over the lead time + safety stock, rounded up"),
      tableFigure("suggested_units", "Suggested order", ColumnKind::Count, F::Sum,
                  "what the stock lacks for lead time and review, in whole packs and at least the minimum, where "
                  "projected stock is at the reorder point or below"),
      tableFigure("suggested_cost", "Cost of the order", ColumnKind::Money, F::Sum,
                  "suggested order x cost of a piece"),
  };
  shape.sortBy = QStringLiteral("suggested_units");
  return shape;
}

Result<void> walk(Connection& c, FigureTable& table)
{
  const ReportSpec& spec = table.spec();
  ReplenishmentOptions options;
  options.dueOnly = false;
  SC_TRY_ASSIGN(run, replenishment(c, QTimeZone(spec.timeZone), options, spec.now));
  SC_TRY_ASSIGN(names, reportNames(c, {NamesOf::Articles}));
  for (const ReplenishmentRow& row : run.rows) {
    const QStringList keys{row.sku, row.warehouse, row.unitCost ? row.unitCost->currency().code() : QString()};
    table.name(QStringLiteral("product_title"), row.sku, names.titles.value(row.sku));
    FigureRow what;
    what.thing = FigureRow::Thing::Sku;
    what.number = row.sku;
    what.text = row.warehouse;
    table.add(keys, "projected_stock", row.terms.projected(), what);
    table.add(keys, "safety_stock", std::llround(std::ceil(row.suggestion.safetyStock)), what);
    table.add(keys, "reorder_point", std::llround(std::ceil(row.suggestion.reorderPoint)), what);
    table.add(keys, "suggested_units", row.suggestion.quantity, what);
    if (row.unitCost)
      table.add(keys, "suggested_cost", row.suggestion.quantity * row.unitCost->minor(), what);
  }
  return {};
}

} // namespace

std::vector<ReportDefinition> stockReorderDefinitions()
{
  return {TableDefinition<shape, walk>::definition("stock.reorder", "What to order",
                                                   "Safety stock, reorder point and what is suggested to be ordered",
                                                   Basis::Present)};
}

} // namespace supercargo
