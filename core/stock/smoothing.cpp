#include "core/stock/smoothing.h"

#include <cmath>

namespace supercargo {

double SmoothingState::forecast(std::size_t ahead) const
{
  const double line = level + trend.value_or(0) * double(ahead);
  if (seasons == Seasons::None)
    return line;
  const double factor = season[(turn + ahead - 1) % season.size()];
  return seasons == Seasons::Additive ? line + factor : line * factor;
}

double SmoothingState::feed(double value, const SmoothingWeights& weights)
{
  const double error = value - forecast(1), before = level;
  double* factor = seasons == Seasons::None ? nullptr : &season[turn];
  const double bare = !factor ? value : seasons == Seasons::Additive ? value - *factor : value / *factor;
  level = weights.level * bare + (1 - weights.level) * (level + trend.value_or(0));
  if (trend)
    trend = weights.trend * (level - before) + (1 - weights.trend) * *trend;
  if (factor) {
    const double seen = seasons == Seasons::Additive ? value - level : value / level;
    *factor = weights.season * seen + (1 - weights.season) * *factor;
    turn = (turn + 1) % season.size();
  }
  return error;
}

SmoothingStart simpleStart(const std::vector<double>& series)
{
  return {{series.at(0), std::nullopt, {}, Seasons::None, 0}, 1};
}

SmoothingStart trendStart(const std::vector<double>& series)
{
  return {{series.at(1), series.at(1) - series.at(0), {}, Seasons::None, 0}, 2};
}

namespace {

/// The average of the period's length around each value; the ends of an even period count half.
std::vector<double> centredAverage(const std::vector<double>& series, std::size_t count, std::size_t period)
{
  const std::size_t half = period / 2;
  std::vector<double> average;
  for (std::size_t i = half; i + half < count; ++i) {
    double sum = 0;
    for (std::size_t j = i - half; j <= i + half; ++j) {
      const bool isEnd = period % 2 == 0 && (j == i - half || j == i + half);
      sum += series[j] * (isEnd ? 0.5 : 1);
    }
    average.push_back(sum / double(period));
  }
  return average;
}

/// Least squares of y over 1, 2, 3, …
struct Line {
  double at0 = 0, slope = 0;
};
Line regression(const std::vector<double>& y)
{
  const auto n = double(y.size());
  double sumX = 0, sumY = 0, sumXY = 0, sumXX = 0;
  for (std::size_t i = 0; i < y.size(); ++i) {
    const auto x = double(i + 1);
    sumX += x;
    sumY += y[i];
    sumXY += x * y[i];
    sumXX += x * x;
  }
  const double slope = n > 1 ? (n * sumXY - sumX * sumY) / (n * sumXX - sumX * sumX) : 0;
  return {(sumY - slope * sumX) / n, slope};
}

} // namespace

std::optional<SmoothingStart> seasonStart(const std::vector<double>& series, std::size_t period, Seasons seasons)
{
  if (seasons == Seasons::None || period < 2 || series.size() < 2 * period)
    return std::nullopt;
  const std::vector<double> average = centredAverage(series, 2 * period, period);
  std::vector<double> sum(period, 0), count(period, 0);
  for (std::size_t i = 0; i < average.size(); ++i) {
    const std::size_t at = i + period / 2;
    if (seasons == Seasons::Multiplicative && !(average[i] > 0))
      return std::nullopt;
    sum[at % period] += seasons == Seasons::Additive ? series[at] - average[i] : series[at] / average[i];
    ++count[at % period];
  }
  double mean = 0;
  for (std::size_t i = 0; i < period; ++i) {
    if (count[i] == 0)
      return std::nullopt;
    sum[i] /= count[i];
    mean += sum[i] / double(period);
  }
  const Line line = regression(average);
  SmoothingState state{line.at0, line.slope, {}, seasons, 0};
  for (const double factor : sum) {
    const double season = seasons == Seasons::Additive ? factor - mean : factor / mean;
    if (seasons == Seasons::Multiplicative && !(season > 0))
      return std::nullopt;
    state.season.push_back(season);
  }
  return SmoothingStart{std::move(state), period};
}

SmoothingFit smoothed(const std::vector<double>& series, const SmoothingStart& start, const SmoothingWeights& weights)
{
  SmoothingFit fit{weights, start.state, start.state, 0, {}};
  for (std::size_t i = start.next; i < series.size(); ++i) {
    const double error = fit.end.feed(series[i], weights);
    fit.errors.push_back(error);
    fit.squaredError += error * error;
  }
  return fit;
}

} // namespace supercargo
