#include "core/reports/customersales.h"

#include "core/reports/figuretable.h"
#include "core/store/dayfacts.h"

#include <algorithm>

namespace supercargo {
namespace {

/// About how many sales there are in each currency, so that room for a million of them is made once.
Result<void> makeRoom(Connection& c, QMap<QString, CustomerSales>& sales)
{
  return c.each(QStringLiteral("SELECT currency, CAST(SUM(orders) AS BIGINT) FROM cube_sales WHERE grain = 0 AND state "
                               "= ? GROUP BY currency"),
                {saleStateName(kValidSale)},
                [&](const Row& row) { sales[row.text(0)].reserve(size_t(row.integer(1))); });
}

} // namespace

Result<QMap<QString, CustomerSales>> customerSales(Connection& c, const ReportSpec& spec, qint64 fromDay)
{
  QMap<QString, CustomerSales> all;
  SC_TRY(makeRoom(c, all));
  SC_TRY(eachDayOf<SaleFact>(
      c, DayCut(spec.timeZone), fromDay, DayCut::number(spec.to) + 1, [&](const DayFacts<SaleFact>& day) {
        std::vector<CustomerSales*> byWord; // of the day's currencies; null: not asked for
        for (const QString& currency : day.words)
          byWord.push_back(spec.currency.isEmpty() || spec.currency == currency ? &all[currency] : nullptr);
        for (const SaleFact& sale : day.facts)
          if (CustomerSales* sales = byWord[size_t(sale.currency)];
              sales && sale.customer != 0 && concernsAccount(spec, sale.account))
            sales->push_back({CustomerId(sale.customer), OrderId(sale.order), day.day, sale.net});
      }));
  for (CustomerSales& sales : all) // an order's key begins with its time
    std::sort(sales.begin(), sales.end(), [](const CustomerSale& a, const CustomerSale& b) {
      return a.customer != b.customer ? a.customer < b.customer : a.order < b.order;
    });
  all.removeIf([](const auto& sales) { return sales.value().empty(); });
  return all;
}

Result<std::vector<FigureRow>> figureRowsOf(Connection& c, const std::vector<OrderShare>& shares)
{
  std::vector<FigureRow> rows;
  for (const OrderShare& share : shares) {
    FigureRow& row = rows.emplace_back();
    row.part = share.part;
    row.order = share.order;
    row.amount = share.amount;
    row.currency = share.currency;
  }
  SC_TRY(nameRows(c, rows));
  return rows;
}

} // namespace supercargo
