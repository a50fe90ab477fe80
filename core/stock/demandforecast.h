#pragma once

#include "core/stock/demand.h"

#include <QString>

#include <array>

namespace supercargo {

/// From the plainest to the most elaborate.
enum class ForecastMethod {
  Average,
  Simple,
  Croston,
  SyntetosBoylan,
  FadingChance,
  Trend,
  WeekAdditive,
  WeekMultiplicative
};
constexpr std::size_t kForecastMethods = 8;
constexpr int kForecastDays = 14;                  ///< what alerts and suggestions look ahead: two whole weeks
QString forecastMethodName(ForecastMethod method); ///< "average", "syntetos_boylan"

/// What is expected of the coming days, by the method that would have been best until now.
struct DemandForecast {
  ForecastMethod method = ForecastMethod::Average;
  double perDay = 0;    ///< mean over the horizon, never negative
  double deviation = 0; ///< of a day: of the forecast's errors where it was tried, of demand itself where it was not
  int origins = 0; ///< on how many days in the past it was tried; 0: too little history, the plain average was taken
  /// Root mean square of the errors over the horizon, a day, by method; negative: that method could not be tried.
  std::array<double, kForecastMethods> scores{};
};

/// Tries every method from each day of the history's second half on (rolling origin): the forecast of the following
/// `horizon` days is compared with what was sold in them. A more elaborate method must be better by a twentieth. With
/// less than four weeks of days in stock the average is taken. nullopt: no day in stock. `horizon` is at least 1.
std::optional<DemandForecast> forecastDemand(const DemandHistory& history, int horizon);

} // namespace supercargo
