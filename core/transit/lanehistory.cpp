#include "core/transit/lanehistory.h"

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {

constexpr double kHalf = 0.5, kMost = 0.9;

Lane ends(Lane lane)
{
  lane.courier.clear();
  return lane;
}
Lane courierOnly(Lane lane)
{
  lane.origin.clear();
  return lane;
}

} // namespace

std::optional<Transit> transitPercentile(const std::vector<Transit>& sorted, double share)
{
  if (sorted.empty())
    return std::nullopt;
  const double at = share * double(sorted.size() - 1);
  const auto below = size_t(std::floor(at));
  const size_t above = std::min(below + 1, sorted.size() - 1);
  const double part = at - double(below);
  return Transit(
      qint64(std::llround(double(sorted[below].count()) + part * double((sorted[above] - sorted[below]).count()))));
}

void LaneHistory::add(const Lane& lane, Transit took)
{
  if (lane.origin.isEmpty() || lane.destination.isEmpty() || took.count() <= 0)
    return;
  m_lanes[lane].push_back(took);
  m_ends[ends(lane)].push_back(took);
  m_couriers[courierOnly(lane)].push_back(took);
}

void LaneHistory::finish()
{
  for (auto* table : {&m_lanes, &m_ends, &m_couriers})
    for (auto& samples : *table)
      std::sort(samples.begin(), samples.end());
}

const std::vector<Transit>* LaneHistory::enough(const QHash<Lane, std::vector<Transit>>& table, const Lane& lane) const
{
  const auto found = table.constFind(lane);
  return found != table.cend() && found->size() >= kLeastSamples ? &*found : nullptr;
}

std::optional<ArrivalForecast> LaneHistory::forecast(const Lane& lane, Instant pickedAt, Instant now) const
{
  if (lane.destination.isEmpty())
    return std::nullopt;
  ArrivalForecast forecast;
  const auto* samples = enough(m_lanes, lane);
  if (!samples && (samples = enough(m_ends, ends(lane))))
    forecast.basis = ArrivalForecast::Basis::Ends;
  if (!samples && (samples = enough(m_couriers, courierOnly(lane))))
    forecast.basis = ArrivalForecast::Basis::Courier;
  if (!samples)
    return std::nullopt;
  forecast.samples = int(samples->size());
  const Transit age = std::max(now - pickedAt, Transit(0));
  const std::vector<Transit> longer(std::upper_bound(samples->begin(), samples->end(), age), samples->end());
  forecast.beyondAll = longer.empty();
  forecast.half = forecast.beyondAll ? now : pickedAt + *transitPercentile(longer, kHalf);
  forecast.most = forecast.beyondAll ? now : pickedAt + *transitPercentile(longer, kMost);
  return forecast;
}

} // namespace supercargo
