#include "core/base/simplexsearch.h"
#include "core/stock/smoothing.h"

#include <algorithm>
#include <cmath>
#include <limits>

/// Weights chosen by the data.
namespace supercargo {
namespace {

constexpr double kForbidden = std::numeric_limits<double>::infinity();

/// The costs alone decide, however far apart the corners are: of a flat valley any point will do.
constexpr SimplexLimits kLimits{1e-12, 1e-9, std::numeric_limits<double>::infinity(), 50'000};

bool isShare(double weight)
{
  return weight >= 0 && weight <= 1;
}

} // namespace

SmoothingFit bestSimple(const std::vector<double>& series)
{
  const auto startAt = [](double level) { return SmoothingStart{{level, std::nullopt, {}, Seasons::None, 0}, 0}; };
  const auto cost = [&](const std::vector<double>& p) {
    return isShare(p[0]) ? smoothed(series, startAt(p[1]), {p[0], 0, 0}).squaredError : kForbidden;
  };
  const double step = 0.1 * std::max(1.0, std::abs(series.at(0)));
  const std::vector<double> best = simplexSearch(cost, {0.3, series.at(0)}, {0.1, step}, kLimits).at;
  return smoothed(series, startAt(best[1]), {best[0], 0, 0});
}

SmoothingFit bestSmoothing(const std::vector<double>& series, const SmoothingStart& start)
{
  std::vector<double> first{0.3};
  if (start.state.trend)
    first.push_back(0.1);
  const bool hasSeasons = start.state.seasons != Seasons::None;
  if (hasSeasons)
    first.push_back(0.1);
  const auto weightsOf = [&](const std::vector<double>& p) {
    return SmoothingWeights{p[0], start.state.trend ? p[1] : 0, hasSeasons ? p.back() : 0};
  };
  const auto cost = [&](const std::vector<double>& p) {
    for (const double weight : p)
      if (!isShare(weight))
        return kForbidden;
    return smoothed(series, start, weightsOf(p)).squaredError;
  };
  const std::vector<double> steps(first.size(), 0.1);
  return smoothed(series, start, weightsOf(simplexSearch(cost, first, steps, kLimits).at));
}

namespace {

/// A point of the search: level's weight, trend's and season's as the likelihood's authors write them (the trend's is
/// the product with the level's, the season's corrects by the error), level, trend, seasons but the last.
struct LikelyModel {
  std::size_t period;
  Seasons seasons;

  bool isAllowed(const std::vector<double>& p) const
  {
    constexpr double kLeast = 1e-4;
    return p[0] >= kLeast && p[0] <= 1 - kLeast && p[1] >= kLeast && p[1] <= p[0] && p[2] >= kLeast && p[2] <= 1 - p[0];
  }

  SmoothingState state(const std::vector<double>& p) const
  {
    SmoothingState s{p[3], p[4], {}, seasons, 0};
    const bool adds = seasons == Seasons::Additive;
    double last = adds ? 0 : double(period);
    for (std::size_t i = 5; i < p.size(); ++i) {
      s.season.push_back(p[i]);
      last -= p[i];
    }
    s.season.push_back(last);
    return s;
  }

  /// One period by the error-correction form; the error, relative where seasons multiply.
  double feed(SmoothingState& s, double value, const std::vector<double>& p) const
  {
    const double line = s.level + *s.trend;
    double& factor = s.season[s.turn];
    s.turn = (s.turn + 1) % period;
    if (seasons == Seasons::Additive) {
      const double error = value - line - factor;
      s.level = line + p[0] * error;
      *s.trend += p[1] * error;
      factor += p[2] * error;
      return error;
    }
    const double error = value / (line * factor) - 1;
    s.level = line * (1 + p[0] * error);
    *s.trend += p[1] * line * error;
    factor *= 1 + p[2] * error;
    return error;
  }

  /// −2·log likelihood without its constant.
  double cost(const std::vector<double>& series, const std::vector<double>& p) const
  {
    if (!isAllowed(p))
      return kForbidden;
    SmoothingState s = state(p);
    double squares = 0, scale = 0;
    for (const double value : series) {
      const double expected = s.forecast(1);
      if (seasons == Seasons::Multiplicative) {
        if (!(expected > 0))
          return kForbidden;
        scale += std::log(expected);
      }
      const double error = feed(s, value, p);
      squares += error * error;
    }
    return double(series.size()) * std::log(squares) + 2 * scale;
  }
};

} // namespace

std::optional<SmoothingFit> likeliestSmoothing(const std::vector<double>& series, std::size_t period, Seasons seasons,
                                               const std::optional<SmoothingWeights>& weights)
{
  const auto start = seasonStart(series, period, seasons);
  if (!start)
    return std::nullopt;
  const LikelyModel model{period, seasons};
  const SmoothingWeights from = weights.value_or(SmoothingWeights{0.2, 0.01, 0.1});
  std::vector<double> first{from.level, from.trend, from.season, start->state.level, *start->state.trend};
  first.insert(first.end(), start->state.season.begin(), start->state.season.end() - 1);
  std::vector<double> step;
  for (std::size_t i = 0; i < first.size(); ++i)
    step.push_back(i < 3 ? 0.05 : 0.1 * std::max(std::abs(first[i]), 0.1));
  const auto pinned = [&](std::vector<double> p) {
    if (weights)
      std::copy_n(first.begin(), 3, p.begin());
    return p;
  };
  const auto cost = [&](const std::vector<double>& p) { return model.cost(series, pinned(p)); };
  const auto best = pinned(simplexSearch(cost, first, step, kLimits).at);
  SmoothingFit fit;
  fit.weights = {best[0], best[1], best[2]};
  fit.start = fit.end = model.state(best);
  for (const double value : series) {
    fit.errors.push_back(value - fit.end.forecast(1));
    fit.squaredError += fit.errors.back() * fit.errors.back();
    model.feed(fit.end, value, best);
  }
  return fit;
}

} // namespace supercargo
