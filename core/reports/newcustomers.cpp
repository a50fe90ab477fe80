#include "core/reports/customersales.h"
#include "core/reports/definitions.h"
#include "core/reports/figuretable.h"
#include "core/reports/span.h"

namespace supercargo {
namespace {

using Part = FigureRow::Part;

TableShape shape(const ReportSpec& spec)
{
  using F = TableFigure;
  TableShape shape;
  shape.heads = {periodHead(spec.options.value(QStringLiteral("grain"))),
                 {QStringLiteral("currency"), {}, QStringLiteral("Currency"), ColumnKind::Text}};
  shape.figures = {
      tableFigure("new_customers", "New customers", ColumnKind::Count, F::Sum,
                  "customers whose first order ever this was"),
      tableFigure("returning_orders", "Orders of returning customers", ColumnKind::Count, F::Sum,
                  "orders of customers who had ordered before"),
      tableFigure("new_sales", "Net sales to new customers", ColumnKind::Money, F::Sum,
                  "net sales of the first orders of customers"),
      tableFigure("returning_sales", "Net sales to returning customers", ColumnKind::Money, F::Sum,
                  "net sales of orders of customers who had ordered before"),
      tableFigure("returning_share", "Share of returning customers", ColumnKind::Rate, F::Quotient,
                  "orders of returning customers / orders of known customers"),
      tableFigure("came_again", "Came again", ColumnKind::Count, F::Sum,
                  "of the new customers, those who ordered again"),
      tableFigure("repeat_rate", "Repeat rate", ColumnKind::Rate, F::Quotient,
                  "new customers who ordered again / new customers; grows as time goes by"),
      tableFigure("days_to_second", "Days to the second order", ColumnKind::Number, F::Quotient,
                  "mean of the days from the first order to the second one"),
  };
  return shape;
}

/// What an order is called is looked up later, and only for the rows that are shown.
FigureRow orderRow(const CustomerSale& sale)
{
  FigureRow what;
  what.order = sale.order;
  what.at = sale.placedAt;
  return what;
}

void tellCustomer(FigureTable& table, std::span<const CustomerSale> sales, const DayCut& cut, const QString& currency)
{
  const ReportSpec& spec = table.spec();
  const qint64 from = DayCut::number(spec.from), first = cut.dayOf(sales.front().placedAt);
  const bool cameAgain = sales.size() > 1;
  for (size_t i = 0; i < sales.size(); ++i) {
    const qint64 day = cut.dayOf(sales[i].placedAt);
    if (day < from)
      continue;
    const QStringList keys{periodKey(spec.options.value(QStringLiteral("grain")), DayCut::date(day)), currency};
    const FigureRow what = orderRow(sales[i]);
    const bool isNew = i == 0;
    table.add(keys, "new_customers", isNew ? 1 : 0, what);
    table.add(keys, "returning_orders", isNew ? 0 : 1, what);
    table.add(keys, "new_sales", isNew ? sales[i].netMinor : 0, what);
    table.add(keys, "returning_sales", isNew ? 0 : sales[i].netMinor, what);
    table.add(keys, "returning_share", isNew ? 0 : 1, what);
    table.add(keys, "returning_share", 1, what, Part::Base);
    if (!isNew)
      continue;
    table.add(keys, "came_again", cameAgain ? 1 : 0, what);
    table.add(keys, "repeat_rate", cameAgain ? 1 : 0, what);
    table.add(keys, "repeat_rate", 1, what, Part::Base);
    if (!cameAgain)
      continue;
    table.add(keys, "days_to_second", cut.dayOf(sales[1].placedAt) - first, what);
    table.add(keys, "days_to_second", 1, what, Part::Base);
  }
}

Result<void> walk(Connection& c, FigureTable& table)
{
  const ReportSpec& spec = table.spec();
  const DayCut cut(spec.timeZone);
  SC_TRY_ASSIGN(currencies, customerCurrencies(c, spec));
  for (const QString& currency : currencies) {
    SC_TRY_ASSIGN(sales, customerSales(c, spec, currency, cut));
    eachCustomer(sales, [&](std::span<const CustomerSale> own) { tellCustomer(table, own, cut, currency); });
  }
  return {};
}

using Definition = TableDefinition<shape, walk>;

Result<std::vector<FigureRow>> namedRows(Connection& c, const ReportSpec& spec, const QString& columnKey,
                                         const Slice& slice)
{
  SC_TRY_ASSIGN(rows, Definition::rowsOf(c, spec, columnKey, slice));
  std::vector<OrderShare> shares;
  for (const FigureRow& row : rows)
    shares.push_back({*row.order, row.part, row.amount, row.currency});
  return figureRowsOf(c, shares);
}

} // namespace

std::vector<ReportDefinition> newCustomerDefinitions()
{
  ReportDefinition made =
      Definition::definition("customers.new", "New and returning customers",
                             "Who comes for the first time, and who comes again", Basis::Placed,
                             {{QStringLiteral("grain"),
                               {QStringLiteral("day"), QStringLiteral("week"), QStringLiteral("month")},
                               QStringLiteral("month")}});
  made.rowsOf = namedRows;
  return {made};
}

} // namespace supercargo
