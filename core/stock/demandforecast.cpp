#include "core/stock/demandforecast.h"

#include "core/stock/intermittent.h"
#include "core/stock/smoothing.h"

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {

constexpr std::size_t kWeek = 7, kLeastHistory = 28;
constexpr double kBetterBy = 0.95;
constexpr std::array kNames{"average",       "simple", "croston",       "syntetos_boylan",
                            "fading_chance", "trend",  "week_additive", "week_multiplicative"};
static_assert(kNames.size() == kForecastMethods);

// Fixed weights: the usual ones for daily retail demand. Fitting them for every article buys little, and costs what a
// whole run may take.
constexpr double kSizes = 0.1, kIntervals = 0.1, kChance = 0.05;
constexpr SmoothingWeights kSimple{0.1, 0, 0}, kTrend{0.1, 0.02, 0}, kSeason{0.1, 0.02, 0.15};

/// How one method does: fed a day, asked for the mean of the coming ones.
class Trial {
public:
  Trial(std::size_t horizon, std::size_t firstOrigin) : m_horizon(horizon), m_firstOrigin(firstOrigin) {}

  /// Feeds `days` to `state`, comparing on the way; `meanAhead` is asked for the forecast after each day.
  template <class Feed, class Ahead>
  void run(const std::vector<double>& days, std::size_t from, const Feed& feed, const Ahead& meanAhead)
  {
    double coming = 0;
    for (std::size_t i = from; i < days.size() && i < from + m_horizon; ++i)
      coming += days[i];
    for (std::size_t day = from; day < days.size(); ++day) {
      // `coming` are the days day … day + horizon − 1: what the state before this day has to guess.
      if (day >= m_firstOrigin) {
        const double guess = std::max(meanAhead(), 0.0);
        if (day + m_horizon <= days.size()) {
          const double off = coming / double(m_horizon) - guess;
          m_horizonSquares += off * off;
          ++m_origins;
        }
        m_daySquares += (days[day] - guess) * (days[day] - guess);
        ++m_days;
      }
      coming += (day + m_horizon < days.size() ? days[day + m_horizon] : 0) - days[day];
      feed(days[day]);
    }
    m_forecast = std::max(meanAhead(), 0.0);
  }

  int origins() const { return m_origins; }
  double score() const { return m_origins > 0 ? std::sqrt(m_horizonSquares / m_origins) : -1; }
  double deviation() const { return m_days > 0 ? std::sqrt(m_daySquares / m_days) : 0; }
  double forecast() const { return m_forecast; }

private:
  std::size_t m_horizon, m_firstOrigin;
  double m_horizonSquares = 0, m_daySquares = 0, m_forecast = 0;
  int m_origins = 0, m_days = 0;
};

/// Level, trend and week's factors without memory of their own: a hot loop.
double meanOf(const SmoothingState& state, std::size_t horizon)
{
  if (state.seasons == Seasons::None) // a line's mean is its middle
    return state.level + state.trend.value_or(0) * (double(horizon) + 1) / 2;
  double sum = 0;
  for (std::size_t i = 1; i <= horizon; ++i)
    sum += std::max(state.forecast(i), 0.0);
  return sum / double(horizon);
}

class Contest {
public:
  Contest(const DemandHistory& history, std::size_t horizon) : m_horizon(horizon), m_days(uncensored(history))
  {
    m_best.scores.fill(-1);
    tryPlain();
    m_sold = 0;
    for (const double pieces : m_days)
      m_sold += pieces > 0 ? 1 : 0;
    if (m_sold < 2)
      return; // whoever was wanted once cannot be told apart
    tryIntermittent();
    tryTrend();
    // Weeks show only where most days sell.
    if (2 * m_sold > double(m_days.size()))
      tryWeeks(lifted(history));
  }

  DemandForecast best() const { return m_best; }

private:
  Trial trial(std::size_t days) const { return {m_horizon, days / 2}; }

  void judge(ForecastMethod method, const Trial& trial)
  {
    m_best.scores[std::size_t(method)] = trial.score();
    if (trial.origins() == 0 || !std::isfinite(trial.score()))
      return;
    if (m_best.origins > 0 && trial.score() >= kBetterBy * m_score)
      return;
    m_score = trial.score();
    m_best.method = method;
    m_best.perDay = trial.forecast();
    m_best.deviation = trial.deviation();
    m_best.origins = trial.origins();
  }

  void tryPlain()
  {
    double sum = 0, count = 0;
    Trial average = trial(m_days.size());
    average.run(
        m_days, 0,
        [&](double pieces) {
          sum += pieces;
          ++count;
        },
        [&] { return count > 0 ? sum / count : 0; });
    judge(ForecastMethod::Average, average);
    trySmoothing(ForecastMethod::Simple, m_days, simpleStart(m_days), kSimple);
  }

  void trySmoothing(ForecastMethod method, const std::vector<double>& days, const SmoothingStart& start,
                    const SmoothingWeights& weights)
  {
    SmoothingState state = start.state;
    Trial smooth = trial(days.size());
    smooth.run(
        days, start.next, [&](double pieces) { state.feed(pieces, weights); },
        [&] { return meanOf(state, m_horizon); });
    judge(method, smooth);
  }

  void tryIntermittent()
  {
    const auto intermittent = [&](ForecastMethod method, auto state, double factor) {
      Trial attempt = trial(m_days.size());
      attempt.run(
          m_days, 0, [&](double pieces) { state.feed(pieces); }, [&] { return factor * state.forecast().value_or(0); });
      judge(method, attempt);
    };
    intermittent(ForecastMethod::Croston, CrostonState(kSizes, kIntervals), 1);
    intermittent(ForecastMethod::SyntetosBoylan, CrostonState(kSizes, kIntervals), syntetosBoylanFactor(kIntervals));
    intermittent(ForecastMethod::FadingChance, ChanceState(kSizes, kChance), 1);
  }

  /// The line through the first week is a better start than the first step of daily sales.
  void tryTrend()
  {
    double first = 0;
    for (std::size_t i = 0; i < kWeek; ++i)
      first += m_days[i] / double(kWeek);
    trySmoothing(ForecastMethod::Trend, m_days, {{first, 0.0, {}, Seasons::None, 0}, kWeek}, kTrend);
  }

  void tryWeeks(const std::vector<double>& days)
  {
    for (const auto& [seasons, method] : {std::pair(Seasons::Additive, ForecastMethod::WeekAdditive),
                                          std::pair(Seasons::Multiplicative, ForecastMethod::WeekMultiplicative)})
      if (const auto start = seasonStart(days, kWeek, seasons))
        trySmoothing(method, days, *start, kSeason);
  }

  std::size_t m_horizon;
  std::vector<double> m_days;
  double m_sold = 0, m_score = 0;
  DemandForecast m_best;
};

} // namespace

QString forecastMethodName(ForecastMethod method)
{
  return QLatin1String(kNames[std::size_t(method)]);
}

std::optional<DemandForecast> forecastDemand(const DemandHistory& history, int horizon)
{
  const auto average = averageDailyDemand(history);
  if (!average)
    return std::nullopt;
  if (history.daysInStock() >= kLeastHistory) {
    const DemandForecast tried = Contest(history, std::size_t(std::max(horizon, 1))).best();
    if (tried.origins > 0)
      return tried;
  }
  DemandForecast plain;
  plain.scores.fill(-1);
  plain.perDay = *average;
  // Without a deviation of its own demand is taken for that of buyers who come independently of each other.
  plain.deviation = dailyDeviation(history).value_or(std::sqrt(*average));
  return plain;
}

} // namespace supercargo
