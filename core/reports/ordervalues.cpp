#include "core/reports/definitions.h"
#include "core/reports/figuretable.h"
#include "core/reports/linesofday.h"

namespace supercargo {
namespace {

using Part = FigureRow::Part;

const QString kBy = QStringLiteral("by");

TableShape shape(const ReportSpec& spec)
{
  using F = TableFigure;
  TableShape shape;
  shape.heads = {periodHead(spec.options.value(kBy)), tableHead("currency", "Currency")};
  shape.figures = {
      tableFigure("valued_orders", "Orders", ColumnKind::Count, F::Sum,
                  "valid orders: not cancelled, not waiting for payment"),
      tableFigure("order_mean", "Average order value", ColumnKind::Money, F::Quotient, "net sales / orders"),
      tableFigure("order_p25", "Order value, a quarter", ColumnKind::Money, F::Ranked,
                  "net sales that a quarter of the orders do not exceed", 0.25),
      tableFigure("order_median", "Median order value", ColumnKind::Money, F::Ranked,
                  "net sales that half of the orders do not exceed", 0.5),
      tableFigure("order_p90", "Order value, 90 %", ColumnKind::Money, F::Ranked,
                  "net sales that 90 of 100 orders do not exceed", 0.9),
      tableFigure("order_most", "Largest order", ColumnKind::Money, F::Ranked, "net sales of the largest order", 1),
  };
  return shape;
}

Result<void> walk(Connection& c, FigureTable& table)
{
  const ReportSpec& spec = table.spec();
  const QString by = spec.options.value(kBy);
  const size_t count = table.place("valued_orders"), mean = table.place("order_mean");
  const std::array ranked{table.place("order_p25"), table.place("order_median"), table.place("order_p90"),
                          table.place("order_most")};
  SC_TRY(nameShops(c, table, "shop"));
  return eachDayOf<SaleFact>(
      c, DayCut(spec.timeZone), DayCut::number(spec.from), DayCut::number(spec.to) + 1,
      [&](const DayFacts<SaleFact>& day) {
        LinesOfDay lines(table);
        FigureRow what;
        for (const SaleFact& sale : day.facts) {
          if (!table.concerns(sale.account))
            continue;
          TableLine* line = lines.at({sale.account, sale.currency}, [&] {
            return QStringList{periodOrShop(by, QString::number(sale.account), day.day), day.words[sale.currency]};
          });
          if (!line)
            continue;
          what.order = OrderId(sale.order);
          table.add(*line, count, 1, what);
          table.add(*line, mean, sale.net, what);
          table.add(*line, mean, 1, what, Part::Base);
          for (const size_t place : ranked)
            table.add(*line, place, sale.net, what);
        }
      });
}

} // namespace

std::vector<ReportDefinition> orderValueDefinitions()
{
  return {TableDefinition<shape, walk>::definition("sales.values", "Order values",
                                                   "What a usual order brings: median and mean side by side",
                                                   Basis::Placed, {byPeriodOrShop()})};
}

} // namespace supercargo
