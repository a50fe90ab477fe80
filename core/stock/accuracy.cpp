#include "core/stock/accuracy.h"

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {

std::optional<double> ratio(double part, double whole)
{
  return whole != 0 ? std::optional(part / whole) : std::nullopt;
}

/// The mean step from one season to the next while learning.
double seasonalStep(const std::vector<double>& trained, std::size_t season)
{
  if (trained.size() <= season)
    return 0;
  double sum = 0;
  for (std::size_t i = season; i < trained.size(); ++i)
    sum += std::abs(trained[i] - trained[i - season]);
  return sum / double(trained.size() - season);
}

} // namespace

std::optional<ForecastAccuracy> forecastAccuracy(const std::vector<double>& trained, const std::vector<double>& actual,
                                                 const std::vector<double>& forecast, std::size_t season)
{
  const std::size_t count = std::min(actual.size(), forecast.size());
  if (count == 0)
    return std::nullopt;
  double errors = 0, absolute = 0, squares = 0, percent = 0, symmetric = 0, told = 0, came = 0;
  bool hasZero = false, hasNothing = false;
  for (std::size_t i = 0; i < count; ++i) {
    const double error = actual[i] - forecast[i], size = std::abs(actual[i]) + std::abs(forecast[i]);
    errors += error;
    absolute += std::abs(error);
    squares += error * error;
    told += forecast[i];
    came += actual[i];
    hasZero |= actual[i] == 0;
    hasNothing |= size == 0;
    percent += hasZero ? 0 : std::abs(error / actual[i]);
    symmetric += hasNothing ? 0 : 2 * std::abs(error) / size;
  }
  const auto n = double(count);
  ForecastAccuracy result{errors / n, absolute / n, std::sqrt(squares / n), {}, {}, {}, ratio(told - came, came)};
  if (!hasZero)
    result.percentError = 100 * percent / n;
  if (!hasNothing)
    result.symmetricPercentError = 100 * symmetric / n;
  result.scaledError = ratio(result.meanAbsoluteError, seasonalStep(trained, season));
  return result;
}

} // namespace supercargo
