#pragma once

#include "core/base/instant.h"

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace supercargo {

/// From where to where by whom; ends as laneEnd gives them.
struct Lane {
  QString origin, destination, courier;
  bool operator==(const Lane&) const = default;
};
inline size_t qHash(const Lane& lane, size_t seed = 0)
{
  return qHashMulti(seed, lane.origin, lane.destination, lane.courier);
}

using Transit = std::chrono::milliseconds;

/// When a parcel will be there, by those like it.
struct ArrivalForecast {
  Instant half, most; ///< half of those like it, and nine of ten, were there by then
  int samples = 0;    ///< how many they were
  /// What "like it" means: the same lane; the same ends by any courier; the same courier to the same end.
  enum class Basis { Lane, Ends, Courier } basis = Basis::Lane;
  bool beyondAll = false; ///< it is on its way for longer than each of them was
};

/// How long parcels took, by lane; immutable once `finish` was called, any thread.
class LaneHistory {
public:
  static constexpr int kLeastSamples = 8; ///< fewer say nothing

  void add(const Lane& lane, Transit took);
  void finish(); ///< sorts; to be called once

  /// Of those that took longer than this parcel has been under way already: a parcel three days old is not expected
  /// after two. nullopt: too few are like it.
  std::optional<ArrivalForecast> forecast(const Lane& lane, Instant pickedAt, Instant now) const;

private:
  const std::vector<Transit>* enough(const QHash<Lane, std::vector<Transit>>& table, const Lane& lane) const;
  QHash<Lane, std::vector<Transit>> m_lanes, m_ends, m_couriers;
};

/// The value that `share` of the sorted samples do not exceed, between neighbours in proportion (Hyndman and Fan, type
/// 7). nullopt without samples.
std::optional<Transit> transitPercentile(const std::vector<Transit>& sorted, double share);

} // namespace supercargo
