#pragma once

#include <optional>
#include <vector>

namespace supercargo {

/// How far forecasts were off. A ratio without a base is no value. Percent figures are told for completeness: choose by
/// the scaled error, which zeros do not break (Hyndman and Koehler 2006).
struct ForecastAccuracy {
  double meanError = 0, meanAbsoluteError = 0, rootMeanSquare = 0; ///< error: actual − forecast
  std::optional<double> percentError, symmetricPercentError;       ///< MAPE, sMAPE in percent
  std::optional<double> scaledError;                               ///< MASE: 1 is as good as repeating the last season
  std::optional<double> bias;                                      ///< (Σ forecast − Σ actual) / Σ actual
};
/// `actual` and `forecast` are of one length; `season` 1: no seasons. nullopt when there is nothing to compare.
std::optional<ForecastAccuracy> forecastAccuracy(const std::vector<double>& trained, const std::vector<double>& actual,
                                                 const std::vector<double>& forecast, std::size_t season);

} // namespace supercargo
