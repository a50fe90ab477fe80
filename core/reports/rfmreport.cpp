#include "core/reports/customervalue.h"
#include "core/reports/definitions.h"

#include <algorithm>

namespace supercargo {
namespace {

const QString kBy = QStringLiteral("by");
const QString kMonths = QStringLiteral("months");
constexpr double kMonthlyDiscount = 0.01;

int monthsOf(const ReportSpec& spec)
{
  return spec.options.value(kMonths).toInt();
}

/// Segments, or the scores of recency and frequency ("5-4").
QStringList groupsInOrder(bool isGrid)
{
  QStringList groups;
  if (!isGrid)
    for (const RfmSegment segment : kRfmSegments)
      groups.append(rfmSegmentName(segment));
  for (int recency = 5; isGrid && recency >= 1; --recency)
    for (int frequency = 1; frequency <= 5; ++frequency)
      groups.append(QStringLiteral("%1-%2").arg(recency).arg(frequency));
  return groups;
}

/// The place in that list of the group a customer belongs to.
size_t groupOf(const ScoredCustomer& customer, bool isGrid)
{
  if (isGrid)
    return size_t((5 - customer.score.recency) * 5 + customer.score.frequency - 1);
  return size_t(std::ranges::find(kRfmSegments, customer.score.segment) - kRfmSegments.begin());
}

struct GroupSum {
  qint64 customers = 0, orders = 0, spent = 0, value = 0;
  double purchases = 0, alive = 0;
  bool hasValue = true, hasPurchases = true;
};

ReportCell meanCell(qint64 minor, qint64 count, Currency currency)
{
  if (count == 0)
    return {};
  const qint64 half = count / 2;
  return Money((minor + (minor < 0 ? -half : half)) / count, currency);
}

std::vector<ReportColumn> columnsOf(bool isGrid, bool isValue)
{
  std::vector<ReportColumn> columns;
  if (isGrid)
    columns = {{QStringLiteral("recency"), {}, QStringLiteral("Recency score"), ColumnKind::Count},
               {QStringLiteral("frequency"), {}, QStringLiteral("Frequency score"), ColumnKind::Count}};
  else
    columns = {{QStringLiteral("segment"), {}, QStringLiteral("Segment"), ColumnKind::Text}};
  columns.insert(columns.end(),
                 {{QStringLiteral("currency"), {}, QStringLiteral("Currency"), ColumnKind::Text},
                  {QStringLiteral("customers"), {}, QStringLiteral("Customers"), ColumnKind::Count},
                  {QStringLiteral("customer_orders"), {}, QStringLiteral("Their orders"), ColumnKind::Count},
                  {QStringLiteral("spent"), {}, QStringLiteral("Net sales to date"), ColumnKind::Money},
                  {QStringLiteral("spent_each"), {}, QStringLiteral("Net sales per customer"), ColumnKind::Money}});
  if (isValue)
    columns.insert(
        columns.end(),
        {{QStringLiteral("alive"), {}, QStringLiteral("Still buying (estimate)"), ColumnKind::Number},
         {QStringLiteral("purchases"), {}, QStringLiteral("Purchases to come (estimate)"), ColumnKind::Number},
         {QStringLiteral("value"), {}, QStringLiteral("Value to come (estimate)"), ColumnKind::Money},
         {QStringLiteral("value_each"), {}, QStringLiteral("Value per customer (estimate)"), ColumnKind::Money}});
  return columns;
}

void appendFigures(ReportRow& row, const GroupSum& sum, Currency currency, bool isValue)
{
  row.cells.insert(row.cells.end(), {currency.code(), sum.customers, sum.orders, Money(sum.spent, currency),
                                     meanCell(sum.spent, sum.customers, currency)});
  row.slice.insert(QStringLiteral("currency"), currency.code());
  if (!isValue)
    return;
  const bool any = sum.customers > 0;
  row.cells.push_back(any && sum.hasPurchases ? ReportCell(sum.alive) : ReportCell());
  row.cells.push_back(any && sum.hasPurchases ? ReportCell(sum.purchases) : ReportCell());
  row.cells.push_back(any && sum.hasValue ? ReportCell(Money(sum.value, currency)) : ReportCell());
  row.cells.push_back(any && sum.hasValue ? meanCell(sum.value, sum.customers, currency) : ReportCell());
}

void addTo(GroupSum& sum, const ScoredCustomer& customer, const std::optional<CustomerOutlook>& outlook)
{
  ++sum.customers;
  sum.orders += customer.bought.purchases;
  sum.spent += customer.bought.spentMinor;
  sum.hasPurchases &= outlook.has_value();
  sum.hasValue &= outlook && outlook->valueMinor.has_value();
  if (!outlook)
    return;
  sum.alive += outlook->alive;
  sum.purchases += outlook->purchases;
  sum.value += outlook->valueMinor.value_or(0);
}

std::optional<CustomerForecast> forecastOf(const CustomerSales& sales, const ReportSpec& spec, bool isValue)
{
  if (!isValue)
    return std::nullopt;
  return std::optional<CustomerForecast>(std::in_place, sales, DayCut::number(spec.to), monthsOf(spec),
                                         kMonthlyDiscount);
}

void appendGroups(ReportResult& result, const ReportSpec& spec, const CustomerSales& sales, Currency currency,
                  CustomerForecast* forecast)
{
  const bool isGrid = spec.options.value(kBy) == QLatin1String("grid"), isValue = forecast;
  const QStringList groups = groupsInOrder(isGrid);
  std::vector<GroupSum> sums(size_t(groups.size()));
  GroupSum all;
  eachScored(sales, DayCut::number(spec.to), [&](const ScoredCustomer& customer, std::span<const CustomerSale> own) {
    const auto outlook = forecast ? forecast->of(own) : std::nullopt;
    addTo(sums[groupOf(customer, isGrid)], customer, outlook);
    addTo(all, customer, outlook);
  });
  for (qsizetype i = 0; i < groups.size(); ++i) {
    const QString& group = groups[i];
    ReportRow row;
    if (isGrid)
      row.cells = {group.section(u'-', 0, 0).toLongLong(), group.section(u'-', 1).toLongLong()};
    else
      row.cells = {group};
    row.slice.insert(QStringLiteral("group"), group);
    appendFigures(row, sums[size_t(i)], currency, isValue);
    result.rows.push_back(std::move(row));
  }
  ReportRow total;
  total.cells.resize(isGrid ? 2 : 1);
  appendFigures(total, all, currency, isValue);
  result.totals.push_back(std::move(total));
}

void noteModels(ReportResult& result, const CustomerModels& models)
{
  const auto number = [](double value) { return QString::number(value, 'g', 4); };
  if (!models.buying) {
    result.notes.append(QStringLiteral("model: too few customers came back to estimate what will be bought"));
    return;
  }
  const BgNbd& m = models.buying->model;
  result.notes.append(QStringLiteral("model: BG/NBD r %1, alpha %2 weeks, a %3, b %4")
                          .arg(number(m.r), number(m.alpha), number(m.a), number(m.b)));
  if (models.spending)
    result.notes.append(QStringLiteral("spending: Gamma-Gamma p %1, q %2")
                            .arg(number(models.spending->model.p), number(models.spending->model.q)));
}

Result<ReportResult> runGroups(Connection& c, const ReportSpec& spec, bool isValue)
{
  const bool isGrid = spec.options.value(kBy) == QLatin1String("grid");
  ReportResult result;
  result.columns = columnsOf(isGrid, isValue);
  SC_TRY_ASSIGN(sales, customerSales(c, spec, DayCut::number(spec.from)));
  for (auto own = sales.cbegin(); own != sales.cend(); ++own) {
    auto forecast = forecastOf(*own, spec, isValue);
    appendGroups(result, spec, *own, Currency::of(own.key()).value_or(Currency()), forecast ? &*forecast : nullptr);
    if (forecast)
      noteModels(result, forecast->models());
  }
  if (result.totals.size() > 1)
    result.notes.append(QStringLiteral("currencies: several currencies are never added; each has rows of its own"));
  if (isValue)
    result.notes.append(QStringLiteral("estimate: what is to come is estimated from the past, before costs"));
  result.notes.append(QStringLiteral("known: only customers whom a shop, a mail address or a phone number names"));
  if (result.rows.empty())
    result.notes.append(QStringLiteral("empty: nothing happened in these days"));
  return result;
}

/// What one customer adds to a figure; none: nothing.
void addShare(std::vector<OrderShare>& shares, const ScoredCustomer& customer,
              const std::optional<CustomerOutlook>& outlook, const QString& key, const QString& code)
{
  using Part = FigureRow::Part;
  const bool isMean = key.endsWith(QLatin1String("_each"));
  if (key == QLatin1String("customers"))
    shares.push_back({customer.lastOrder, Part::Value, 1, {}});
  else if (key == QLatin1String("customer_orders"))
    shares.push_back({customer.lastOrder, Part::Value, customer.bought.purchases, {}});
  else if (key.startsWith(QLatin1String("spent")))
    shares.push_back({customer.lastOrder, Part::Value, customer.bought.spentMinor, code});
  else
    shares.push_back({customer.lastOrder, Part::Value, outlook ? outlook->valueMinor.value_or(0) : 0, code});
  if (isMean)
    shares.push_back({customer.lastOrder, Part::Base, 1, {}});
}

/// Each customer stands for itself, shown by the last order.
Result<std::vector<FigureRow>> groupRows(Connection& c, const ReportSpec& spec, const QString& key, const Slice& slice,
                                         bool isValue)
{
  const bool isGrid = spec.options.value(kBy) == QLatin1String("grid");
  const auto columns = columnsOf(isGrid, isValue);
  const bool known = std::any_of(columns.begin(), columns.end(), [&key](const ReportColumn& column) {
    return column.key == key && (column.kind == ColumnKind::Money || key.startsWith(QLatin1String("customer")));
  });
  if (!known)
    return fail(ErrorKind::Invalid, QStringLiteral("%1 is a chance, which no rows add up to").arg(key), key);
  std::vector<OrderShare> shares;
  SC_TRY_ASSIGN(sales, customerSales(c, spec, DayCut::number(spec.from)));
  for (auto own = sales.cbegin(); own != sales.cend(); ++own) {
    if (slice.contains(QStringLiteral("currency")) && slice.value(QStringLiteral("currency")) != own.key())
      continue;
    auto forecast = forecastOf(*own, spec, isValue && key.startsWith(QLatin1String("value")));
    const qsizetype wanted = groupsInOrder(isGrid).indexOf(slice.value(QStringLiteral("group")));
    eachScored(*own, DayCut::number(spec.to), [&](const ScoredCustomer& customer, std::span<const CustomerSale> sold) {
      if (wanted < 0 || size_t(wanted) == groupOf(customer, isGrid))
        addShare(shares, customer, forecast ? forecast->of(sold) : std::nullopt, key, own.key());
    });
  }
  return figureRowsOf(c, shares);
}

template <bool isValue>
Result<ReportResult> run(Connection& c, const ReportSpec& spec)
{
  return runGroups(c, spec, isValue);
}

template <bool isValue>
Result<std::vector<FigureRow>> rows(Connection& c, const ReportSpec& spec, const QString& key, const Slice& slice)
{
  return groupRows(c, spec, key, slice, isValue);
}

} // namespace

std::vector<ReportDefinition> customerDefinitions()
{
  const ReportOption by{kBy, {QStringLiteral("segment"), QStringLiteral("grid")}, QStringLiteral("segment")};
  return {{QStringLiteral("customers.rfm"),
           1,
           QStringLiteral("Customer segments (RFM)"),
           QStringLiteral("Who bought lately, often, for much"),
           Basis::Placed,
           {by},
           run<false>,
           rows<false>},
          {QStringLiteral("customers.value"),
           1,
           QStringLiteral("Customer lifetime value"),
           QStringLiteral("What customers brought, and what they are likely still to bring"),
           Basis::Placed,
           {{kMonths, {QStringLiteral("12"), QStringLiteral("6"), QStringLiteral("24")}, QStringLiteral("12")}},
           run<true>,
           rows<true>}};
}

} // namespace supercargo
