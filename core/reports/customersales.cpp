#include "core/reports/customersales.h"

#include <algorithm>

namespace supercargo {
namespace {

/// " AND o.account_id IN (…)" with its values; ids are numbers, so that they can stand in the text.
QString ofAccounts(const ReportSpec& spec)
{
  if (spec.accounts.empty())
    return {};
  QStringList ids;
  for (const AccountId account : spec.accounts)
    ids.append(QString::number(account.value()));
  return QStringLiteral(" AND o.account_id IN (%1)").arg(ids.join(u','));
}

const QString kSale = QStringLiteral("o.customer_id <> 0 AND o.status NOT IN ('CANCELLED', 'AWAITING_PAYMENT')");

} // namespace

Result<std::vector<CustomerSale>> customerSales(Connection& c, const ReportSpec& spec, const QString& currency,
                                                const DayCut& cut)
{
  return c.rows(QStringLiteral("SELECT o.customer_id, o.id, o.placed_at, "
                               "d.goods_minor - d.discount_minor - o.refunded_minor FROM orders o "
                               "JOIN order_details d ON d.order_id = o.id WHERE ") +
                    kSale + QStringLiteral(" AND o.currency = ? AND o.placed_at < ?") + ofAccounts(spec) +
                    QStringLiteral(" ORDER BY o.customer_id, o.placed_at, o.id"),
                {currency, cut.startOf(DayCut::number(spec.to) + 1)}, [](const Row& row) {
                  return CustomerSale{row.id<CustomerId>(0), row.id<OrderId>(1), row.instant(2), row.integer(3)};
                });
}

Result<QStringList> customerCurrencies(Connection& c, const ReportSpec& spec)
{
  if (!spec.currency.isEmpty())
    return QStringList{spec.currency};
  SC_TRY_ASSIGN(found, c.rows(QStringLiteral("SELECT DISTINCT o.currency FROM orders o WHERE ") + kSale +
                                  ofAccounts(spec) + QStringLiteral(" ORDER BY o.currency"),
                              {}, [](const Row& row) { return row.text(0); }));
  return QStringList(found.begin(), found.end());
}

Result<std::vector<FigureRow>> figureRowsOf(Connection& c, const std::vector<OrderShare>& shares)
{
  std::vector<FigureRow> rows;
  for (const OrderShare& share : shares) {
    SC_TRY_ASSIGN(found, c.row(QStringLiteral("SELECT number, customer_name, placed_at FROM orders WHERE id = ?"),
                               {share.order}, [&](const Row& row) {
                                 FigureRow made;
                                 made.part = share.part;
                                 made.order = share.order;
                                 made.number = row.text(0);
                                 made.text = row.text(1);
                                 made.at = row.instant(2);
                                 made.amount = share.amount;
                                 made.currency = share.currency;
                                 return made;
                               }));
    if (found)
      rows.push_back(std::move(*found));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const FigureRow& a, const FigureRow& b) { return a.at < b.at; });
  return rows;
}

} // namespace supercargo
