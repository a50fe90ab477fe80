#include "core/reports/lifetimevalue.h"

#include "core/base/simplexsearch.h"
#include "core/reports/specialfunctions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

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

/// (a + b + x − 1) / (a − 1) · [1 − (1 − z)^(r + x) · 2F1(r + x, b + x; a + b + x − 1; z)], z = t / (alpha + T + t).
/// Euler's transformation takes the growing powers out: (1 − z)^(r + x) · 2F1(r + x, b + x; c; z) =
/// (1 − z)^(a − 1) · 2F1(a + b − 1 − r, a − 1; c; z), which neither overflows nor cancels however large x is.
double purchasesIfAlive(const BgNbd& m, double repeats, double age, double time)
{
  if (std::abs(m.a - 1) < 1e-7) { // the limit there is finite: from both sides
    BgNbd below = m, above = m;
    below.a = 1 - 1e-5;
    above.a = 1 + 1e-5;
    return (purchasesIfAlive(below, repeats, age, time) + purchasesIfAlive(above, repeats, age, time)) / 2;
  }
  const double z = time / (m.alpha + age + time), c = m.a + m.b + repeats - 1;
  if (c <= 0 || z <= 0)
    return 0;
  const double tail = std::pow(1 - z, m.a - 1) * hypergeometric(m.a + m.b - 1 - m.r, m.a - 1, c, z);
  return c / (m.a - 1) * (1 - tail);
}

/// Histories that are equal are counted, so that a fit costs what there are kinds of history.
struct Grouped {
  std::vector<PurchaseHistory> kinds;
  std::map<double, double> byRepeats; ///< customers
};

Grouped grouped(std::span<const PurchaseHistory> histories)
{
  std::map<std::tuple<double, double, double>, double> kinds;
  Grouped result;
  for (const PurchaseHistory& h : histories) {
    kinds[{h.repeats, h.last, h.age}] += h.customers;
    result.byRepeats[h.repeats] += h.customers;
  }
  for (const auto& [key, customers] : kinds)
    result.kinds.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), customers});
  return result;
}

double totalLogLikelihood(const BgNbd& model, const Grouped& data)
{
  double sum = 0;
  for (const auto& [repeats, customers] : data.byRepeats)
    sum += customers * repeatTerm(model, repeats);
  for (const PurchaseHistory& kind : data.kinds)
    sum += kind.customers * timeTerm(model, kind);
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
  return purchasesIfAlive(*this, 0, 0, time);
}

double BgNbd::expectedPurchases(const PurchaseHistory& history, double time) const
{
  return purchasesIfAlive(*this, history.repeats, history.age, time) * probabilityAlive(history);
}

double GammaGamma::expectedSpend(double repeats, double mean) const
{
  const double weight = p * repeats / (p * repeats + q - 1);
  return (1 - weight) * v * p / (q - 1) + weight * mean;
}

double GammaGamma::logLikelihood(double x, double mean) const
{
  return logGamma(p * x + q) - logGamma(p * x) - logGamma(q) + q * std::log(v) + (p * x - 1) * std::log(mean) +
         p * x * std::log(x) - (p * x + q) * std::log(x * mean + v);
}

double logLikelihood(const BgNbd& model, std::span<const PurchaseHistory> histories)
{
  return totalLogLikelihood(model, grouped(histories));
}

Result<ModelFit<BgNbd>> fitBgNbd(std::span<const PurchaseHistory> histories)
{
  const Grouped data = grouped(histories);
  double repeaters = 0, meanAge = 0, customers = 0;
  for (const PurchaseHistory& kind : data.kinds) {
    repeaters += kind.repeats > 0 ? kind.customers : 0;
    meanAge += kind.age * kind.customers;
    customers += kind.customers;
  }
  if (repeaters < kFewestRepeaters)
    return fail(ErrorKind::Invalid, QStringLiteral("too few customers came back to learn from"));
  const auto modelAt = [](const std::vector<double>& logs) {
    return BgNbd{std::exp(logs[0]), std::exp(logs[1]), std::exp(logs[2]), std::exp(logs[3])};
  };
  const Minimum best = simplexSearch(
      [&](const std::vector<double>& logs) {
        return isSane(logs) ? -totalLogLikelihood(modelAt(logs), data) : kNowhere;
      },
      {0, std::log(std::max(0.1, meanAge / customers / 8)), 0, 0.7}, std::vector(4, kFirstStep));
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
  const auto modelAt = [](const std::vector<double>& logs) {
    return GammaGamma{std::exp(logs[0]), 1 + std::exp(logs[1]), std::exp(logs[2])};
  };
  const auto loss = [&](const std::vector<double>& logs) {
    if (!isSane(logs))
      return kNowhere;
    const GammaGamma model = modelAt(logs);
    double sum = 0;
    for (const SpendHistory& h : histories)
      sum -= model.logLikelihood(h.repeats, h.mean / mean);
    return sum;
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
  double value = 0, before = 0;
  for (int month = 1; month <= months; ++month) {
    const double until = buying.expectedPurchases(history, kWeeksPerMonth * month);
    value += margin * spendPerPurchase * (until - before) / std::pow(1 + monthlyDiscount, month);
    before = until;
  }
  return value;
}

} // namespace supercargo
