#include "core/reports/customervalue.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <map>

namespace supercargo {
namespace {

RfmInput boughtBy(std::span<const CustomerSale> sales, qint64 lastDay)
{
  RfmInput bought{sales.front().customer, lastDay - sales.back().day, qint64(sales.size()), 0};
  for (const CustomerSale& sale : sales)
    bought.spentMinor += sale.netMinor;
  return bought;
}

/// What the models learn from, in weeks, to the end of the last day; orders of one day are one purchase.
struct Histories {
  PurchaseHistory buying;
  SpendHistory spending; ///< repeats 0: nothing is known
};

Histories historiesOf(std::span<const CustomerSale> sales, qint64 lastDay)
{
  const qint64 first = sales.front().day, last = sales.back().day;
  qint64 days = 0, previous = std::numeric_limits<qint64>::min();
  double later = 0;
  for (const CustomerSale& sale : sales) {
    days += std::exchange(previous, sale.day) != sale.day;
    later += sale.day != first ? double(sale.netMinor) : 0;
  }
  const double mean = days > 1 ? later / double(days - 1) : 0;
  return {{double(days - 1), double(last - first) / 7, double(lastDay - first) / 7, 1},
          {mean > 0 ? double(days - 1) : 0, std::max(0.0, mean)}};
}

} // namespace

void eachScored(const CustomerSales& sales, qint64 lastDay, const ScoredSink& each)
{
  const auto cuts = rfmCuts([&](const std::function<void(const RfmInput&)>& tell) {
    eachCustomer(sales, [&](std::span<const CustomerSale> own) { tell(boughtBy(own, lastDay)); });
  });
  eachCustomer(sales, [&](std::span<const CustomerSale> own) {
    ScoredCustomer customer{boughtBy(own, lastDay), own.back().order, {}};
    customer.score = rfmScore(customer.bought, *cuts);
    each(customer, own);
  });
}

CustomerForecast::CustomerForecast(const CustomerSales& sales, qint64 lastDay, int months, double monthlyDiscount)
    : m_lastDay(lastDay), m_months(months), m_monthlyDiscount(monthlyDiscount)
{
  // The two models know nothing of each other.
  auto spending = std::async(std::launch::async, [&] {
    std::vector<SpendHistory> known;
    eachCustomer(sales, [&](std::span<const CustomerSale> own) {
      if (const SpendHistory spent = historiesOf(own, lastDay).spending; spent.repeats > 0)
        known.push_back(spent);
    });
    return fitGammaGamma(known);
  });
  std::vector<PurchaseHistory> buying;
  eachCustomer(sales, [&](std::span<const CustomerSale> own) { buying.push_back(historiesOf(own, lastDay).buying); });
  if (auto fit = fitBgNbd(buying))
    m_models.buying = *fit;
  if (auto fit = spending.get(); fit && fit->model.q > 1)
    m_models.spending = *fit;
}

const PurchasesAhead& CustomerForecast::aheadOf(const PurchaseHistory& history)
{
  const std::pair key(history.repeats, history.age);
  auto known = m_ahead.constFind(key);
  if (known == m_ahead.constEnd()) {
    const auto& [repeats, outlook] =
        *m_byRepeats.try_emplace(history.repeats, m_models.buying->model, history.repeats).first;
    known = m_ahead.insert(key, outlook.ahead(history.age, m_monthlyDiscount, m_months));
  }
  return *known;
}

std::optional<CustomerOutlook> CustomerForecast::of(std::span<const CustomerSale> sales)
{
  if (!m_models.buying)
    return std::nullopt;
  const auto [buying, spent] = historiesOf(sales, m_lastDay);
  const PurchasesAhead& ahead = aheadOf(buying);
  CustomerOutlook outlook;
  outlook.alive = m_models.buying->model.probabilityAlive(buying);
  outlook.purchases = outlook.alive * ahead.all;
  if (!m_models.spending)
    return outlook;
  const double value =
      m_models.spending->model.expectedSpend(spent.repeats, spent.mean) * outlook.alive * ahead.discounted;
  if (std::isfinite(value) && std::abs(value) < 1e15)
    outlook.valueMinor = std::llround(value);
  return outlook;
}

Result<QHash<QString, QString>> customerSegments(Connection& c, const ReportSpec& spec, Currency own)
{
  SC_TRY_ASSIGN(sales, customerSales(c, spec, DayCut::number(spec.from)));
  QStringList currencies = sales.keys();
  if (currencies.removeAll(own.code()) > 0)
    currencies.prepend(own.code());
  QHash<QString, QString> segments;
  for (const QString& currency : currencies) {
    eachScored(sales[currency], DayCut::number(spec.to), [&](const ScoredCustomer& one, auto) {
      if (const QString id = QString::number(one.bought.customer.value()); !segments.contains(id))
        segments.insert(id, rfmSegmentName(one.score.segment));
    });
  }
  return segments;
}

} // namespace supercargo
