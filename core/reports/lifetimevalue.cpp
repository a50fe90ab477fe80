#include "core/reports/lifetimevalue.h"

#include "core/base/simplexsearch.h"
#include "core/reports/specialfunctions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>
#include <unordered_map>

namespace supercargo {
namespace {

double logBeta(double a, double b)
{
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/// The part of the likelihood that depends on the number of repeats only.
double repeatTerm(const BgNbd& m, double repeats)
{
  return logGamma(m.r + repeats) - logGamma(m.r) + m.r * std::log(m.alpha) + logBeta(m.a, m.b + repeats) -
         logBeta(m.a, m.b);
}

/// The part that depends on when: still here, or gone after the last purchase.
double timeTerm(const BgNbd& m, const PurchaseHistory& h)
{
  const double here = -(m.r + h.repeats) * std::log(m.alpha + h.age);
  if (h.repeats <= 0)
    return here;
  const double gone = std::log(m.a) - std::log(m.b + h.repeats - 1) - (m.r + h.repeats) * std::log(m.alpha + h.last);
  return logAddExp(here, gone);
}

/// Histories that are equal are counted, so that a fit costs what there are kinds of history; and numbers that many
/// share are listed once, so that one logarithm serves all.
struct Grouped {
  struct Kind {
    quint32 repeats, last, age; ///< places in the lists
    double customers;
  };
  std::vector<double> repeats, customers; ///< customers: with so many repeats
  std::vector<double> times;
  std::vector<Kind> kinds;
};

/// Places of numbers in the list of those that came before.
class Numbering {
public:
  explicit Numbering(std::vector<double>& list) : m_list(list) {}
  quint32 place(double number)
  {
    const auto [known, isNew] = m_places.try_emplace(number, quint32(m_list.size()));
    if (isNew)
      m_list.push_back(number);
    return known->second;
  }

private:
  std::vector<double>& m_list;
  std::unordered_map<double, quint32> m_places;
};

Grouped grouped(std::span<const PurchaseHistory> histories)
{
  Grouped result;
  Numbering repeats(result.repeats), times(result.times);
  std::vector<Grouped::Kind>& kinds = result.kinds;
  kinds.reserve(histories.size());
  for (const PurchaseHistory& h : histories) {
    kinds.push_back({repeats.place(h.repeats), times.place(h.last), times.place(h.age), h.customers});
    result.customers.resize(result.repeats.size());
    result.customers[kinds.back().repeats] += h.customers;
  }
  const auto order = [](const Grouped::Kind& kind) { return std::tie(kind.repeats, kind.last, kind.age); };
  std::ranges::sort(kinds, {}, order);
  size_t count = 0;
  for (const Grouped::Kind& kind : kinds)
    if (count > 0 && order(kinds[count - 1]) == order(kind))
      kinds[count - 1].customers += kind.customers;
    else
      kinds[count++] = kind;
  kinds.resize(count);
  return result;
}

double totalLogLikelihood(const BgNbd& m, const Grouped& data)
{
  double sum = 0;
  for (size_t i = 0; i < data.repeats.size(); ++i)
    sum += data.customers[i] * repeatTerm(m, data.repeats[i]);
  std::vector<double> logs, chances; // ln (alpha + time); ln of the odds to be gone, apart from time
  for (const double time : data.times)
    logs.push_back(std::log(m.alpha + time));
  for (const double repeats : data.repeats)
    chances.push_back(repeats > 0 ? std::log(m.a) - std::log(m.b + repeats - 1) : 0);
  // timeTerm of each kind: ln (e^here + e^gone) = the larger + ln (1 + e^(smaller − larger))
  LogOfProduct rest;
  for (const Grouped::Kind& kind : data.kinds) {
    const double shape = m.r + data.repeats[kind.repeats], here = -shape * logs[kind.age];
    if (data.repeats[kind.repeats] <= 0) {
      sum += kind.customers * here;
      continue;
    }
    const double gone = chances[kind.repeats] - shape * logs[kind.last], larger = std::max(here, gone);
    sum += kind.customers * larger;
    const double factor = 1 + std::exp(std::min(here, gone) - larger);
    if (kind.customers == 1)
      rest.multiply(factor);
    else
      sum += kind.customers * std::log(factor);
  }
  return sum + rest.value();
}

/// About every so many of the kinds, so that there are at most `most`, each for those left out beside it.
Grouped thinned(const Grouped& data, size_t most)
{
  Grouped few{data.repeats, std::vector<double>(data.repeats.size(), 0), data.times, {}};
  const size_t step = (data.kinds.size() + most - 1) / most;
  for (size_t i = 0; i < data.kinds.size(); i += step) {
    Grouped::Kind kind = data.kinds[i];
    for (size_t k = i + 1; k < std::min(i + step, data.kinds.size()); ++k)
      kind.customers += data.kinds[k].customers;
    few.customers[kind.repeats] += kind.customers;
    few.kinds.push_back(kind);
  }
  return few;
}

/// The most likely parameters of few things are where to look for those of many: from there Newton's steps are few.
Minimum refined(const Minimum& rough, const std::function<double(const std::vector<double>&)>& loss)
{
  if (!rough.converged)
    return rough;
  if (auto best = newtonSearch(loss, rough.at))
    return *best;
  return simplexSearch(loss, rough.at, std::vector(rough.at.size(), kFirstStep));
}

/// So many things are searched by simplex alone.
constexpr size_t kFew = 5000;

/// The part of the likelihood that depends on the number of repeats only.
double repeatTerm(const GammaGamma& m, double x)
{
  return logGamma(m.p * x + m.q) - logGamma(m.p * x) - logGamma(m.q) + m.q * std::log(m.v) + m.p * x * std::log(x);
}

/// Spending of those with the same number of repeats.
struct SpendGroup {
  double repeats = 0, sumOfLogs = 0; ///< ln of the means
  std::vector<double> means;
};

double totalLogLikelihood(const GammaGamma& m, const std::vector<SpendGroup>& groups)
{
  double sum = 0;
  for (const SpendGroup& group : groups) {
    const double x = group.repeats;
    LogOfProduct spread;
    for (const double mean : group.means)
      spread.multiply(x * mean + m.v);
    sum += double(group.means.size()) * repeatTerm(m, x) + (m.p * x - 1) * group.sumOfLogs -
           (m.p * x + m.q) * spread.value();
  }
  return sum;
}

/// Parameters are positive: the search walks over their logarithms. Far away nothing is left of a model.
bool isSane(const std::vector<double>& logs)
{
  return std::all_of(logs.begin(), logs.end(), [](double log) { return std::abs(log) < 20; });
}

constexpr double kNowhere = std::numeric_limits<double>::infinity();

} // namespace

double BgNbd::logLikelihood(const PurchaseHistory& history) const
{
  return repeatTerm(*this, history.repeats) + timeTerm(*this, history);
}

double BgNbd::probabilityAlive(const PurchaseHistory& h) const
{
  if (h.repeats <= 0)
    return 1; // the model lets nobody go before a second purchase
  const double odds = std::log(a) - std::log(b + h.repeats - 1) +
                      (r + h.repeats) * (std::log(alpha + h.age) - std::log(alpha + h.last));
  return 1 / (1 + std::exp(odds));
}

double BgNbd::expectedPurchases(double time) const
{
  return PurchaseOutlook(*this, 0).purchases(0, time);
}

double BgNbd::expectedPurchases(const PurchaseHistory& history, double time) const
{
  return PurchaseOutlook(*this, history.repeats).purchases(history.age, time) * probabilityAlive(history);
}

double PurchaseOutlook::purchases(double age, double time) const
{
  // Who buys at the rate λ and leaves with the chance p buys (1 − e^(−λ p t)) / p times. λ is gamma distributed with
  // (r + x, alpha + T), which makes of e^(−λ p t) a power; what is left is a mean over p. It is formula (10) of Fader,
  // Hardie & Lee without its hypergeometric function, which neither small nor large a and b agree with.
  const double span = time / (m_alpha + age);
  return m_chance.of(
      [&](double p) { return p > 0 ? -std::expm1(-m_shape * std::log1p(p * span)) / p : m_shape * span; });
}

PurchasesAhead PurchaseOutlook::ahead(double age, double monthlyDiscount, int months) const
{
  PurchasesAhead ahead;
  double discount = 1;
  for (int month = 1; month <= months; ++month) {
    discount /= 1 + monthlyDiscount;
    const double until = purchases(age, kWeeksPerMonth * month);
    ahead.discounted += (until - ahead.all) * discount;
    ahead.all = until;
  }
  return ahead;
}

double GammaGamma::expectedSpend(double repeats, double mean) const
{
  const double weight = p * repeats / (p * repeats + q - 1);
  return (1 - weight) * v * p / (q - 1) + weight * mean;
}

double GammaGamma::logLikelihood(double x, double mean) const
{
  return repeatTerm(*this, x) + (p * x - 1) * std::log(mean) - (p * x + q) * std::log(x * mean + v);
}

double logLikelihood(const BgNbd& model, std::span<const PurchaseHistory> histories)
{
  return totalLogLikelihood(model, grouped(histories));
}

Result<ModelFit<BgNbd>> fitBgNbd(std::span<const PurchaseHistory> histories)
{
  const Grouped data = grouped(histories);
  double repeaters = 0, meanAge = 0, customers = 0;
  for (const Grouped::Kind& kind : data.kinds) {
    repeaters += data.repeats[kind.repeats] > 0 ? kind.customers : 0;
    meanAge += data.times[kind.age] * kind.customers;
    customers += kind.customers;
  }
  if (repeaters < kFewestRepeaters)
    return fail(ErrorKind::Invalid, QStringLiteral("too few customers came back to learn from"));
  const auto modelAt = [](const std::vector<double>& logs) {
    return BgNbd{std::exp(logs[0]), std::exp(logs[1]), std::exp(logs[2]), std::exp(logs[3])};
  };
  const auto lossOver = [&](const Grouped& over) {
    return [&](const std::vector<double>& logs) {
      return isSane(logs) ? -totalLogLikelihood(modelAt(logs), over) : kNowhere;
    };
  };
  const bool isMuch = data.kinds.size() > kFew;
  const Grouped few = isMuch ? thinned(data, kFew) : Grouped();
  Minimum best =
      simplexSearch(lossOver(isMuch ? few : data), {0, std::log(std::max(0.1, meanAge / customers / 8)), 0, 0.7},
                    std::vector(4, kFirstStep));
  if (isMuch)
    best = refined(best, lossOver(data));
  if (!best.converged || !std::isfinite(best.value))
    return fail(ErrorKind::Invalid, QStringLiteral("the purchase histories have no most likely model"));
  return ModelFit<BgNbd>{modelAt(best.at), -best.value};
}

Result<ModelFit<GammaGamma>> fitGammaGamma(std::span<const SpendHistory> histories)
{
  if (int(histories.size()) < kFewestRepeaters)
    return fail(ErrorKind::Invalid, QStringLiteral("too few customers came back to learn from"));
  double mean = 0;
  for (const SpendHistory& h : histories) {
    if (h.repeats < 1 || h.mean <= 0)
      return fail(ErrorKind::Invalid, QStringLiteral("a spend history needs purchases above zero"));
    mean += h.mean / double(histories.size());
  }
  // In units of the mean, so that the search starts near its end whatever the currency.
  std::map<double, SpendGroup> byRepeats;
  for (const SpendHistory& h : histories) {
    SpendGroup& group = byRepeats[h.repeats];
    group.repeats = h.repeats;
    group.sumOfLogs += std::log(h.mean / mean);
    group.means.push_back(h.mean / mean);
  }
  std::vector<SpendGroup> groups;
  for (auto& [repeats, group] : byRepeats)
    groups.push_back(std::move(group));
  const auto modelAt = [](const std::vector<double>& logs) {
    return GammaGamma{std::exp(logs[0]), 1 + std::exp(logs[1]), std::exp(logs[2])};
  };
  const auto loss = [&](const std::vector<double>& logs) {
    return isSane(logs) ? -totalLogLikelihood(modelAt(logs), groups) : kNowhere;
  };
  const Minimum best = simplexSearch(loss, {1, 1, 0}, std::vector(3, kFirstStep));
  if (!best.converged || !std::isfinite(best.value))
    return fail(ErrorKind::Invalid, QStringLiteral("the amounts spent have no most likely model"));
  GammaGamma model = modelAt(best.at);
  model.v *= mean;
  return ModelFit<GammaGamma>{model, -best.value - double(histories.size()) * std::log(mean)};
}

double discountedValue(const BgNbd& buying, const PurchaseHistory& history, double spendPerPurchase, double margin,
                       double monthlyDiscount, int months)
{
  return margin * spendPerPurchase * buying.probabilityAlive(history) *
         PurchaseOutlook(buying, history.repeats).ahead(history.age, monthlyDiscount, months).discounted;
}

} // namespace supercargo
