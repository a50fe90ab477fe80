#include "core/stock/intermittent.h"

namespace supercargo {

void CrostonState::feed(double demand)
{
  ++m_waited;
  if (demand <= 0)
    return;
  if (!m_hasDemand) {
    m_size = demand;
    if (!m_hasInterval)
      startInterval(m_waited);
  } else {
    m_size += m_sizeWeight * (demand - m_size);
    m_interval += m_intervalWeight * (m_waited - m_interval);
  }
  m_hasDemand = true;
  m_waited = 0;
}

std::optional<double> CrostonState::forecast() const
{
  return m_hasDemand ? std::optional(m_size / m_interval) : std::nullopt;
}

void ChanceState::feed(double demand)
{
  const bool came = demand > 0;
  if (!m_hasChance)
    startChance(came ? 1 : 0);
  else if (!m_isFirst)
    m_chance += m_chanceWeight * ((came ? 1 : 0) - m_chance);
  m_isFirst = false;
  if (!came)
    return;
  m_size = m_hasDemand ? m_size + m_sizeWeight * (demand - m_size) : demand;
  m_hasDemand = true;
}

std::optional<double> ChanceState::forecast() const
{
  return m_hasDemand ? std::optional(m_chance * m_size) : std::nullopt;
}

double syntetosBoylanFactor(double intervalWeight)
{
  return 1 - intervalWeight / 2;
}

double shaleBoylanJohnstonFactor(double intervalWeight)
{
  return 1 - intervalWeight / (2 - intervalWeight);
}

namespace {

struct Demands {
  double count = 0, sum = 0, squares = 0, last = 0; ///< last: the period of the last one, from 1
};

Demands demandsOf(const std::vector<double>& series)
{
  Demands found;
  for (std::size_t i = 0; i < series.size(); ++i) {
    if (series[i] <= 0)
      continue;
    ++found.count;
    found.sum += series[i];
    found.squares += series[i] * series[i];
    found.last = double(i + 1);
  }
  return found;
}

} // namespace

std::optional<double> crostonForecast(const std::vector<double>& demand, double sizeWeight, double intervalWeight,
                                      IntermittentStart start)
{
  CrostonState state(sizeWeight, intervalWeight);
  const Demands found = demandsOf(demand);
  if (start == IntermittentStart::Mean && found.count > 0)
    state.startInterval(found.last / found.count);
  for (const double period : demand)
    state.feed(period);
  return state.forecast();
}

std::optional<double> chanceForecast(const std::vector<double>& demand, double sizeWeight, double chanceWeight,
                                     IntermittentStart start)
{
  ChanceState state(sizeWeight, chanceWeight);
  const Demands found = demandsOf(demand);
  if (start == IntermittentStart::Mean && found.count > 0)
    state.startChance(found.count / double(demand.size()));
  for (const double period : demand)
    state.feed(period);
  return state.forecast();
}

DemandClass demandClass(const std::vector<double>& demand)
{
  constexpr double kLongInterval = 1.32, kErraticSizes = 0.49;
  const Demands found = demandsOf(demand);
  if (found.count == 0)
    return {};
  DemandClass result;
  result.meanInterval = found.last / found.count;
  const double mean = found.sum / found.count;
  if (found.count > 1)
    result.squaredVariation = (found.squares - found.count * mean * mean) / (found.count - 1) / (mean * mean);
  const bool rare = result.meanInterval >= kLongInterval, erratic = result.squaredVariation >= kErraticSizes;
  result.pattern = rare ? (erratic ? DemandPattern::Lumpy : DemandPattern::Intermittent)
                        : (erratic ? DemandPattern::Erratic : DemandPattern::Smooth);
  return result;
}

} // namespace supercargo
