#include "core/reports/cohorts.h"
#include "core/reports/customersales.h"
#include "core/reports/definitions.h"

#include <algorithm>

namespace supercargo {
namespace {

constexpr int kMostMonths = 24; ///< columns; older activity is in the rows of its cohort only

const QString kShow = QStringLiteral("show");

int monthNumberOf(QDate day)
{
  return monthNumber(day.year(), day.month());
}

int monthOfSale(const CustomerSale& sale)
{
  return monthNumberOf(DayCut::date(sale.day));
}

QString monthText(int month)
{
  return QStringLiteral("%1-%2").arg(month / 12, 4, 10, QLatin1Char('0')).arg(month % 12 + 1, 2, 10, QLatin1Char('0'));
}

/// Cohorts of the months that the spec spans.
std::vector<Cohort> cohortsOf(const ReportSpec& spec, const CustomerSales& sales)
{
  QHash<qint64, int> monthOfDay; // sales are many, days few
  std::vector<CustomerMonth> months;
  months.reserve(sales.size());
  for (const CustomerSale& sale : sales) {
    auto month = monthOfDay.constFind(sale.day);
    if (month == monthOfDay.constEnd())
      month = monthOfDay.insert(sale.day, monthOfSale(sale));
    months.push_back({sale.customer, *month, sale.netMinor});
  }
  std::vector<Cohort> cohorts = cohortTriangle(std::move(months), monthNumberOf(spec.to));
  std::erase_if(cohorts, [&](const Cohort& cohort) { return cohort.month < monthNumberOf(spec.from); });
  return cohorts;
}

ReportCell cellOf(const Cohort& cohort, size_t offset, const QString& show, Currency currency)
{
  if (offset >= cohort.active.size())
    return {}; // not yet
  if (show == QLatin1String("customers"))
    return cohort.active[offset];
  if (show == QLatin1String("share"))
    return double(cohort.active[offset]) / double(cohort.size);
  return Money(cohort.minor[offset], currency);
}

Result<ReportResult> runCohorts(Connection& c, const ReportSpec& spec)
{
  const QString show = spec.options.value(kShow);
  ReportResult result;
  SC_TRY_ASSIGN(sales, customerSales(c, spec, kSinceEver));
  size_t widest = 0;
  std::vector<std::pair<QString, std::vector<Cohort>>> all;
  for (auto own = sales.cbegin(); own != sales.cend(); ++own) {
    auto cohorts = cohortsOf(spec, *own);
    for (const Cohort& cohort : cohorts)
      widest = std::max(widest, std::min<size_t>(kMostMonths, cohort.active.size()));
    all.emplace_back(own.key(), std::move(cohorts));
  }
  result.columns = {{QStringLiteral("cohort"), {}, QStringLiteral("First order in"), ColumnKind::Text},
                    {QStringLiteral("currency"), {}, QStringLiteral("Currency"), ColumnKind::Text},
                    {QStringLiteral("customers"), {}, QStringLiteral("Customers"), ColumnKind::Count}};
  const ColumnKind kind = show == QLatin1String("customers") ? ColumnKind::Count
                          : show == QLatin1String("share")   ? ColumnKind::Rate
                                                             : ColumnKind::Money;
  for (size_t offset = 0; offset < widest; ++offset)
    result.columns.push_back(
        {QStringLiteral("month_%1").arg(offset), {}, QStringLiteral("Month %1").arg(offset), kind});
  for (const auto& [code, cohorts] : all)
    for (const Cohort& cohort : cohorts) {
      ReportRow row;
      row.cells = {monthText(cohort.month), code, cohort.size};
      for (size_t offset = 0; offset < widest; ++offset)
        row.cells.push_back(cellOf(cohort, offset, show, Currency::of(code).value_or(Currency())));
      row.slice = {{QStringLiteral("cohort"), monthText(cohort.month)}, {QStringLiteral("currency"), code}};
      result.rows.push_back(std::move(row));
    }
  if (sales.size() > 1)
    result.notes.append(QStringLiteral("currencies: several currencies are never added; each has rows of its own"));
  result.notes.append(QStringLiteral("known: only customers whom a shop, a mail address or a phone number names"));
  if (result.rows.empty())
    result.notes.append(QStringLiteral("empty: nothing happened in these days"));
  return result;
}

/// What one customer's orders add to the figure of column `offset` (none: the size of the cohort).
void addShares(std::vector<OrderShare>& shares, std::span<const CustomerSale> sales, std::optional<int> offset,
               const QString& show, const QString& currency)
{
  using Part = FigureRow::Part;
  const int first = monthOfSale(sales.front());
  if (!offset || show == QLatin1String("share"))
    shares.push_back({sales.front().order, offset ? Part::Base : Part::Value, 1, {}});
  if (!offset)
    return;
  bool counted = false;
  for (const CustomerSale& sale : sales) {
    if (monthOfSale(sale) != first + *offset)
      continue;
    if (show == QLatin1String("net_sales"))
      shares.push_back({sale.order, Part::Value, sale.netMinor, currency});
    else if (!std::exchange(counted, true)) // whoever bought, however often, was active once
      shares.push_back({sale.order, Part::Value, 1, {}});
  }
}

Result<std::vector<FigureRow>> cohortRows(Connection& c, const ReportSpec& spec, const QString& columnKey,
                                          const Slice& slice)
{
  const QString prefix = QStringLiteral("month_");
  std::optional<int> offset;
  if (columnKey.startsWith(prefix))
    offset = columnKey.mid(prefix.size()).toInt();
  else if (columnKey != QLatin1String("customers"))
    return fail(ErrorKind::Invalid, QStringLiteral("no figure of this report is called %1").arg(columnKey), columnKey);
  std::vector<OrderShare> shares;
  SC_TRY_ASSIGN(sales, customerSales(c, spec, kSinceEver));
  for (auto all = sales.cbegin(); all != sales.cend(); ++all) {
    if (slice.contains(QStringLiteral("currency")) && slice.value(QStringLiteral("currency")) != all.key())
      continue;
    eachCustomer(*all, [&](std::span<const CustomerSale> own) {
      const int first = monthOfSale(own.front());
      const QString wanted = slice.value(QStringLiteral("cohort"));
      if (first >= monthNumberOf(spec.from) && (wanted.isEmpty() || wanted == monthText(first)))
        addShares(shares, own, offset, spec.options.value(kShow), all.key());
    });
  }
  return figureRowsOf(c, shares);
}

} // namespace

std::vector<ReportDefinition> cohortDefinitions()
{
  return {{QStringLiteral("customers.cohorts"),
           1,
           QStringLiteral("Customer cohorts"),
           QStringLiteral("Who came back, by the month of the first order"),
           Basis::Placed,
           {{kShow,
             {QStringLiteral("share"), QStringLiteral("customers"), QStringLiteral("net_sales")},
             QStringLiteral("share")}},
           runCohorts,
           cohortRows}};
}

} // namespace supercargo
