#pragma once

#include "core/geo/clusters.h"

#include <QHash>

#include <functional>
#include <vector>

namespace supercargo {

/// Something that happened to a parcel at a moment.
struct ReplayStep {
  qint64 at = 0;      ///< milliseconds since 1970
  qint64 id = 0;      ///< the parcel
  int place = -1;     ///< where it is from then on: an index of the owner; -1: as before
  quint8 state = 0;   ///< of the owner, from then on
  qint64 dueAt = 0;   ///< by when it is to be where it goes; 0: nobody said
  bool ends = false;  ///< from then on it is no longer on its way
  bool vague = false; ///< it is somewhere around the place
};

/// Where the parcels were at any moment of a day, from their events. Immutable after it is made; any thread.
class Replay {
public:
  /// How pressing a parcel is at a moment whose last step was this one: ClusterPoint::kind.
  using KindAt = std::function<quint8(const ReplayStep& last, qint64 moment)>;

  Replay() = default;
  /// `places`: where each place is. Steps may come in any order; of those at one moment the last given holds.
  Replay(std::vector<ReplayStep> steps, std::vector<MapPoint> places, KindAt kindAt);

  /// The parcels on their way at `moment`, each at its last place.
  std::vector<ClusterPoint> at(qint64 moment) const;
  bool isEmpty() const { return m_steps.empty(); }
  /// How many steps fall between two moments: what a slider's ground may show.
  int stepsBetween(qint64 from, qint64 to) const;

private:
  std::vector<ReplayStep> m_steps; ///< by moment; ids replaced by their index
  std::vector<qint64> m_ids;
  std::vector<MapPoint> m_places;
  KindAt m_kindAt;
};

} // namespace supercargo
