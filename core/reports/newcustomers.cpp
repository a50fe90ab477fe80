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

class CustomerTeller {
public:
  CustomerTeller(FigureTable& table, const QString& currency) : m_table(table), m_currency(currency) {}

  void tell(std::span<const CustomerSale> sales)
  {
    for (size_t i = 0; i < sales.size(); ++i)
      if (sales[i].day >= m_from)
        if (TableLine* line = lineOf(sales[i].day))
          tellSale(*line, sales, i);
  }

private:
  TableLine* lineOf(qint64 day)
  {
    const auto [known, isNew] = m_lines.try_emplace(day);
    if (isNew)
      known->second = m_table.line({periodKey(m_grain, DayCut::date(day)), m_currency});
    return known->second;
  }

  void tellSale(TableLine& line, std::span<const CustomerSale> sales, size_t i)
  {
    FigureRow what;
    what.order = sales[i].order;
    const qint64 isNew = i == 0 ? 1 : 0, cameAgain = sales.size() > 1 ? 1 : 0;
    m_table.add(line, m_new, isNew, what);
    m_table.add(line, m_returning, 1 - isNew, what);
    m_table.add(line, m_newSales, isNew * sales[i].netMinor, what);
    m_table.add(line, m_returningSales, (1 - isNew) * sales[i].netMinor, what);
    m_table.add(line, m_returningShare, 1 - isNew, what);
    m_table.add(line, m_returningShare, 1, what, Part::Base);
    if (!isNew)
      return;
    m_table.add(line, m_cameAgain, cameAgain, what);
    m_table.add(line, m_repeatRate, cameAgain, what);
    m_table.add(line, m_repeatRate, 1, what, Part::Base);
    if (!cameAgain)
      return;
    m_table.add(line, m_daysToSecond, sales[1].day - sales[0].day, what);
    m_table.add(line, m_daysToSecond, 1, what, Part::Base);
  }

  FigureTable& m_table;
  QString m_currency, m_grain = m_table.spec().options.value(QStringLiteral("grain"));
  qint64 m_from = DayCut::number(m_table.spec().from);
  std::map<qint64, TableLine*> m_lines;
  size_t m_new = m_table.place("new_customers"), m_returning = m_table.place("returning_orders"),
         m_newSales = m_table.place("new_sales"), m_returningSales = m_table.place("returning_sales"),
         m_returningShare = m_table.place("returning_share"), m_cameAgain = m_table.place("came_again"),
         m_repeatRate = m_table.place("repeat_rate"), m_daysToSecond = m_table.place("days_to_second");
};

Result<void> walk(Connection& c, FigureTable& table)
{
  SC_TRY_ASSIGN(sales, customerSales(c, table.spec(), kSinceEver));
  for (auto all = sales.cbegin(); all != sales.cend(); ++all) {
    CustomerTeller teller(table, all.key());
    eachCustomer(*all, [&](std::span<const CustomerSale> own) { teller.tell(own); });
  }
  return {};
}

} // namespace

std::vector<ReportDefinition> newCustomerDefinitions()
{
  return {TableDefinition<shape, walk>::definition(
      "customers.new", "New and returning customers", "Who comes for the first time, and who comes again",
      Basis::Placed,
      {{QStringLiteral("grain"),
        {QStringLiteral("day"), QStringLiteral("week"), QStringLiteral("month")},
        QStringLiteral("month")}})};
}

} // namespace supercargo
