#pragma once

#include "core/geo/clusters.h"

#include <QHash>

#include <vector>

namespace supercargo {

/// Something that happened to a parcel at a moment.
struct ReplayStep {
  qint64 at = 0;     ///< milliseconds since 1970
  qint64 id = 0;     ///< the parcel
  int place = -1;    ///< where it is from then on: an index of the owner; -1: as before
  quint8 kind = 0;   ///< what it is pressing for from then on
  bool ends = false; ///< from then on it is no longer on its way
};

/// Where the parcels were at any moment of a day, from their events. Immutable after it is made; any thread.
class Replay {
public:
  Replay() = default;
  /// `places`: where each place is. Steps may come in any order; of those at one moment the last given holds.
  Replay(std::vector<ReplayStep> steps, std::vector<MapPoint> places);

  /// The parcels on their way at `moment`, each at its last place.
  std::vector<ClusterPoint> at(qint64 moment) const;
  bool isEmpty() const { return m_steps.empty(); }
  /// How many steps fall between two moments: what a slider's ground may show.
  int stepsBetween(qint64 from, qint64 to) const;

private:
  std::vector<ReplayStep> m_steps; ///< by moment; ids replaced by their index
  std::vector<qint64> m_ids;
  std::vector<MapPoint> m_places;
};

} // namespace supercargo
