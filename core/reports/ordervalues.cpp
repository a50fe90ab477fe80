#include "core/reports/definitions.h"
#include "core/reports/figuretable.h"
#include "core/reports/netsales.h"
#include "core/store/daycut.h"
#include "core/store/orderid.h"

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

QString ordersSql()
{
  return QStringLiteral(
             "SELECT o.id, o.account_id, o.currency, o.number, o.customer_name, o.placed_at, %1 FROM orders o "
             "JOIN order_details d ON d.order_id = o.id WHERE o.id >= ? AND o.id < ? AND o.status NOT IN "
             "('CANCELLED', 'AWAITING_PAYMENT') ORDER BY o.id")
      .arg(kNetSalesColumns);
}

Result<void> walk(Connection& c, FigureTable& table)
{
  const ReportSpec& spec = table.spec();
  const DayCut cut(spec.timeZone);
  const QString by = spec.options.value(kBy);
  SC_TRY(nameShops(c, table, "shop"));
  return c.each(ordersSql(),
                {firstOrderKeyAt(cut.startOf(DayCut::number(spec.from))),
                 firstOrderKeyAt(cut.startOf(DayCut::number(spec.to) + 1))},
                [&](const Row& row) {
                  if (!table.concerns(row.integer(1)))
                    return;
                  FigureRow what;
                  what.order = row.id<OrderId>(0);
                  what.number = row.text(3);
                  what.text = row.text(4);
                  what.at = row.instant(5);
                  const QStringList keys{periodOrShop(by, row.text(1), cut.dayOf(*what.at)), row.text(2)};
                  const qint64 net = netSalesOf(row, 6);
                  table.add(keys, "valued_orders", 1, what);
                  table.add(keys, "order_mean", net, what);
                  table.add(keys, "order_mean", 1, what, Part::Base);
                  for (const char* ranked : {"order_p25", "order_median", "order_p90", "order_most"})
                    table.add(keys, ranked, net, what);
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
