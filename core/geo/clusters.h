#pragma once

#include "core/geo/geopoint.h"

#include <QtGlobal>

#include <array>
#include <vector>

/// Points of a map joined to clusters, one set for each whole zoom.
namespace supercargo {

/// How pressing a point is, ascending; what it means is the owner's.
inline constexpr size_t kPointKinds = 4;

struct ClusterPoint {
  qint64 id = 0;
  MapPoint at;
  int place = -1; ///< what it is called by: an index of the owner
  quint8 kind = 0;
  bool vague = false; ///< it is somewhere around there
};

struct PointCluster {
  MapPoint at; ///< weighted middle
  int count = 0;
  int vague = 0; ///< so many of them
  std::array<int, kPointKinds> kinds{};
  int place = -1;                       ///< of its largest member
  int largest = 0;                      ///< how many points that member has
  int firstMember = 0, memberCount = 0; ///< into the next finer level, through PointClusters::members
};

/// Immutable after it is made; any thread. Points of one spot become one member first, so that a hundred thousand
/// parcels in three thousand cities cost as much as three thousand points.
class PointClusters {
public:
  static constexpr int kFinestZoom = 14; ///< beyond it only points of the same spot stay together

  PointClusters() = default;
  /// Clusters stand at least `radius` pixels from each other at their zoom (256·2^zoom pixels around the world).
  explicit PointClusters(const std::vector<ClusterPoint>& points, double radius = 46);

  const std::vector<PointCluster>& at(double zoom) const;
  /// The ids of the points in a cluster that `at(zoom)` gave.
  std::vector<qint64> pointsOf(double zoom, size_t cluster) const;
  /// The zoom at which this cluster falls apart; kFinestZoom + 1 when it never does.
  int expansionZoom(double zoom, size_t cluster) const;
  bool isEmpty() const { return m_levels.empty() || m_levels.back().clusters.empty(); }
  bool hasVagueSpot() const { return m_hasVagueSpot; } ///< some spot has none but vague points

private:
  struct Level {
    std::vector<PointCluster> clusters;
    std::vector<int> members;
  };
  static size_t levelOf(double zoom);
  void gatherSpots(const std::vector<ClusterPoint>& points);
  static Level merged(const Level& finer, double radius);

  std::vector<Level> m_levels; ///< by zoom; the last holds the spots, whose members are points
  std::vector<qint64> m_ids;
  bool m_hasVagueSpot = false;
};

} // namespace supercargo
