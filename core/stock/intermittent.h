#pragma once

#include <optional>
#include <vector>

/// Demand that comes now and then. Croston (1972) smooths the sizes of the demands and the intervals between them
/// apart; Syntetos and Boylan (2005) take the bias out; Teunter, Syntetos and Babai (2011) smooth the chance of a
/// demand in every period, so that the forecast of an article that nobody buys any more decays. Pure values, any
/// thread.
namespace supercargo {

/// Where the first interval, or the first chance, starts from.
enum class IntermittentStart { First, Mean };

/// Sizes and intervals, fed period by period.
class CrostonState {
public:
  CrostonState(double sizeWeight, double intervalWeight) : m_sizeWeight(sizeWeight), m_intervalWeight(intervalWeight) {}
  void startInterval(double periods)
  {
    m_interval = periods;
    m_hasInterval = true;
  }
  void feed(double demand);
  std::optional<double> forecast() const; ///< a period; nothing before the first demand

private:
  double m_sizeWeight, m_intervalWeight;
  double m_size = 0, m_interval = 0, m_waited = 0;
  bool m_hasInterval = false, m_hasDemand = false;
};

/// Sizes, and the chance of a demand.
class ChanceState {
public:
  ChanceState(double sizeWeight, double chanceWeight) : m_sizeWeight(sizeWeight), m_chanceWeight(chanceWeight) {}
  void startChance(double chance)
  {
    m_chance = chance;
    m_hasChance = true;
  }
  void feed(double demand);
  std::optional<double> forecast() const; ///< a period; nothing before the first demand

private:
  double m_sizeWeight, m_chanceWeight;
  double m_size = 0, m_chance = 0;
  bool m_hasChance = false, m_hasDemand = false, m_isFirst = true;
};

/// The factors by which Croston's forecast is corrected: 1 − a/2 and 1 − a/(2 − a), a the intervals' weight.
double syntetosBoylanFactor(double intervalWeight);
double shaleBoylanJohnstonFactor(double intervalWeight);

std::optional<double> crostonForecast(const std::vector<double>& demand, double sizeWeight, double intervalWeight,
                                      IntermittentStart start = IntermittentStart::First);
std::optional<double> chanceForecast(const std::vector<double>& demand, double sizeWeight, double chanceWeight,
                                     IntermittentStart start = IntermittentStart::First);

enum class DemandPattern { None, Smooth, Intermittent, Erratic, Lumpy };
/// The quadrant of Syntetos, Boylan and Croston (2005): mean interval (cut at 1.32) and squared variation of the sizes
/// (cut at 0.49).
struct DemandClass {
  DemandPattern pattern = DemandPattern::None; ///< None: no demand at all
  double meanInterval = 0, squaredVariation = 0;
};
DemandClass demandClass(const std::vector<double>& demand);

} // namespace supercargo
