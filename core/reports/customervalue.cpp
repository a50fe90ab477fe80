#include "core/reports/customervalue.h"

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {

struct Bought {
  std::vector<RfmInput> inputs;
  std::vector<ScoredCustomer> customers;
  std::vector<SpendHistory> spending;
  std::vector<std::pair<double, double>> means; ///< repeats and mean of each customer, for Gamma-Gamma
};

void addCustomer(Bought& bought, std::span<const CustomerSale> sales, const DayCut& cut, qint64 lastDay)
{
  ScoredCustomer customer;
  customer.customer = sales.front().customer;
  customer.lastOrder = sales.back().order;
  customer.orders = qint64(sales.size());
  const qint64 first = cut.dayOf(sales.front().placedAt), last = cut.dayOf(sales.back().placedAt);
  qint64 days = 0, previous = std::numeric_limits<qint64>::min();
  double later = 0;
  for (const CustomerSale& sale : sales) {
    const qint64 day = cut.dayOf(sale.placedAt);
    days += std::exchange(previous, day) != day;
    customer.spentMinor += sale.netMinor;
    later += day != first ? double(sale.netMinor) : 0;
  }
  customer.history = {double(days - 1), double(last - first) / 7, double(lastDay - first) / 7, 1};
  const double mean = days > 1 ? later / double(days - 1) : 0;
  if (mean > 0)
    bought.spending.push_back({double(days - 1), mean});
  bought.means.emplace_back(mean > 0 ? double(days - 1) : 0, std::max(0.0, mean));
  bought.inputs.push_back({customer.customer, lastDay - last, customer.orders, customer.spentMinor});
  bought.customers.push_back(customer);
}

CustomerModels fittedModels(const Bought& bought)
{
  CustomerModels models;
  std::vector<PurchaseHistory> histories;
  histories.reserve(bought.customers.size());
  for (const ScoredCustomer& customer : bought.customers)
    histories.push_back(customer.history);
  if (auto fit = fitBgNbd(histories))
    models.buying = *fit;
  if (auto fit = fitGammaGamma(bought.spending); fit && fit->model.q > 1)
    models.spending = *fit;
  return models;
}

} // namespace

Result<CustomerScores> scoredCustomers(Connection& c, const ReportSpec& spec, const QString& currency, int months,
                                       double monthlyDiscount)
{
  const DayCut cut(spec.timeZone);
  SC_TRY_ASSIGN(sales, customerSales(c, spec, currency, cut));
  const Instant from = cut.startOf(DayCut::number(spec.from));
  std::erase_if(sales, [from](const CustomerSale& sale) { return sale.placedAt < from; });
  Bought bought;
  eachCustomer(sales,
               [&](std::span<const CustomerSale> own) { addCustomer(bought, own, cut, DayCut::number(spec.to)); });
  CustomerScores scores{std::move(bought.customers), {}};
  const auto cuts = rfmCuts(bought.inputs);
  for (size_t i = 0; i < scores.customers.size(); ++i)
    scores.customers[i].score = rfmScore(bought.inputs[i], *cuts);
  if (months <= 0)
    return scores;
  bought.customers = scores.customers;
  scores.models = fittedModels(bought);
  if (!scores.models.buying)
    return scores;
  const BgNbd& buying = scores.models.buying->model;
  for (size_t i = 0; i < scores.customers.size(); ++i) {
    ScoredCustomer& customer = scores.customers[i];
    customer.alive = buying.probabilityAlive(customer.history);
    customer.purchases = buying.expectedPurchases(customer.history, kWeeksPerMonth * months);
    if (!scores.models.spending)
      continue;
    const auto [repeats, mean] = bought.means[i];
    const double spend = scores.models.spending->model.expectedSpend(repeats, mean);
    const double value = discountedValue(buying, customer.history, spend, 1, monthlyDiscount, months);
    if (std::isfinite(value) && std::abs(value) < 1e15)
      customer.valueMinor = std::llround(value);
  }
  return scores;
}

Result<QHash<QString, QString>> customerSegments(Connection& c, const ReportSpec& spec, Currency own)
{
  SC_TRY_ASSIGN(currencies, customerCurrencies(c, spec));
  if (currencies.removeAll(own.code()) > 0)
    currencies.prepend(own.code());
  QHash<QString, QString> segments;
  for (const QString& currency : currencies) {
    SC_TRY_ASSIGN(scores, scoredCustomers(c, spec, currency, 0, 0));
    for (const ScoredCustomer& one : scores.customers)
      if (const QString id = QString::number(one.customer.value()); !segments.contains(id))
        segments.insert(id, rfmSegmentName(one.score.segment));
  }
  return segments;
}

} // namespace supercargo
