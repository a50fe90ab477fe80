#pragma once

#include <optional>
#include <vector>

/// Exponential smoothing: simple, with trend (Holt) and with seasons (Winters). Pure values in doubles, any thread.
/// The equations and the start from the first two seasons are those of R's stats::HoltWinters: trend and season follow
/// the new level.
namespace supercargo {

enum class Seasons { None, Additive, Multiplicative };

struct SmoothingWeights {
  double level = 0.3, trend = 0.1, season = 0.1;
};

/// Level, trend and seasons, fed period by period. `season` holds the coming period's factor first.
struct SmoothingState {
  double level = 0;
  std::optional<double> trend;
  std::vector<double> season;
  Seasons seasons = Seasons::None;
  std::size_t turn = 0; ///< which season comes next

  double forecast(std::size_t ahead) const;                   ///< ahead 1: the next period
  double feed(double value, const SmoothingWeights& weights); ///< the error: value − forecast(1)
};

/// A state and the first period that it has not seen yet.
struct SmoothingStart {
  SmoothingState state;
  std::size_t next = 0;
};
SmoothingStart simpleStart(const std::vector<double>& series); ///< the first value; needs one
SmoothingStart trendStart(const std::vector<double>& series);  ///< the second value and the first step; needs two
/// Trend by regression over the centred average of the first two seasons; needs both. nullopt otherwise, and where
/// multiplicative seasons meet a trend of nothing.
std::optional<SmoothingStart> seasonStart(const std::vector<double>& series, std::size_t period, Seasons seasons);

struct SmoothingFit {
  SmoothingWeights weights;
  SmoothingState start, end;
  double squaredError = 0; ///< summed over what was forecast one step ahead
  std::vector<double> errors;
};
SmoothingFit smoothed(const std::vector<double>& series, const SmoothingStart& start, const SmoothingWeights& weights);

/// The weights that make the squared error least.
SmoothingFit bestSimple(const std::vector<double>& series); ///< with the first level chosen as well
SmoothingFit bestSmoothing(const std::vector<double>& series, const SmoothingStart& start);

/// Maximum likelihood with the first level, trend and seasons chosen too: what Hyndman et al. call ETS(A,A,A), and
/// ETS(M,A,M), whose errors are relative. The weights are those of the error-correction form (the trend's is at most
/// the level's); `weights`: they are given, only the start is chosen. nullopt with less than two seasons.
std::optional<SmoothingFit> likeliestSmoothing(const std::vector<double>& series, std::size_t period, Seasons seasons,
                                               const std::optional<SmoothingWeights>& weights = std::nullopt);

} // namespace supercargo
