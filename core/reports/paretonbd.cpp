#include "core/reports/paretonbd.h"

#include "core/base/simplexsearch.h"
#include "core/reports/specialfunctions.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace supercargo {
namespace {

/// ln of A0 of Fader & Hardie's note on this model: the integral over when the customer may have left.
double logLeft(const ParetoNbd& m, const PurchaseHistory& h)
{
  const double sum = m.r + m.s + h.repeats;
  const bool alphaLarger = m.alpha >= m.beta;
  const double larger = std::max(m.alpha, m.beta), difference = std::abs(m.alpha - m.beta);
  const double second = alphaLarger ? m.s + 1 : m.r + h.repeats;
  const auto part = [&](double time) {
    return std::log(hypergeometric(sum, second, sum + 1, difference / (larger + time))) - sum * std::log(larger + time);
  };
  const double last = part(h.last), now = part(h.age); // leaving later is less likely: last > now
  return last + std::log1p(-std::exp(std::min(now - last, -1e-15)));
}

double logHere(const ParetoNbd& m, const PurchaseHistory& h)
{
  return -(m.r + h.repeats) * std::log(m.alpha + h.age) - m.s * std::log(m.beta + h.age);
}

double logGone(const ParetoNbd& m, const PurchaseHistory& h)
{
  return std::log(m.s) - std::log(m.r + m.s + h.repeats) + logLeft(m, h);
}

} // namespace

double ParetoNbd::logLikelihood(const PurchaseHistory& h) const
{
  return logGamma(r + h.repeats) - logGamma(r) + r * std::log(alpha) + s * std::log(beta) +
         logAddExp(logHere(*this, h), logGone(*this, h));
}

double ParetoNbd::probabilityAlive(const PurchaseHistory& h) const
{
  return 1 / (1 + std::exp(logGone(*this, h) - logHere(*this, h)));
}

double ParetoNbd::expectedPurchases(double time) const
{
  return r * beta / (alpha * (s - 1)) * (1 - std::pow(beta / (beta + time), s - 1));
}

double ParetoNbd::expectedPurchases(const PurchaseHistory& h, double time) const
{
  const double ifHere = (r + h.repeats) * (beta + h.age) / ((alpha + h.age) * (s - 1)) *
                        (1 - std::pow((beta + h.age) / (beta + h.age + time), s - 1));
  return ifHere * probabilityAlive(h);
}

Result<ModelFit<ParetoNbd>> fitParetoNbd(std::span<const PurchaseHistory> histories)
{
  double repeaters = 0, meanAge = 0, customers = 0;
  for (const PurchaseHistory& h : histories) {
    repeaters += h.repeats > 0 ? h.customers : 0;
    meanAge += h.age * h.customers;
    customers += h.customers;
  }
  if (repeaters < kFewestRepeaters)
    return fail(ErrorKind::Invalid, QStringLiteral("too few customers came back to learn from"));
  const auto modelAt = [](const std::vector<double>& logs) {
    return ParetoNbd{std::exp(logs[0]), std::exp(logs[1]), std::exp(logs[2]), std::exp(logs[3])};
  };
  const auto loss = [&](const std::vector<double>& logs) {
    if (std::any_of(logs.begin(), logs.end(), [](double log) { return std::abs(log) > 20; }))
      return std::numeric_limits<double>::infinity();
    const ParetoNbd model = modelAt(logs);
    double sum = 0;
    for (const PurchaseHistory& h : histories)
      sum -= h.customers * model.logLikelihood(h);
    return sum;
  };
  const double scale = std::log(std::max(0.1, meanAge / customers / 3));
  const Minimum best = simplexSearch(loss, {-0.5, scale, -0.5, scale}, std::vector(4, kFirstStep));
  if (!best.converged || !std::isfinite(best.value))
    return fail(ErrorKind::Invalid, QStringLiteral("the purchase histories have no most likely model"));
  return ModelFit<ParetoNbd>{modelAt(best.at), -best.value};
}

} // namespace supercargo
