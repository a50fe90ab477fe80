#pragma once

#include "core/geo/clusters.h"
#include "ui/maps/mapcamera.h"
#include "ui/maps/mapsigns.h"
#include "ui/maps/mapway.h"

#include <QRectF>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace supercargo {

/// The way of one parcel: events in time order at places.
struct MapStop {
  MapPoint at;
  QString tip;           ///< what the courier wrote there, with its time
  bool expected = false; ///< not reached yet: drawn dashed
};

/// So many points went from one place to another.
struct MapFlow {
  std::vector<MapPoint> way; ///< wayBetween
  int count = 0;
};
inline constexpr size_t kMostFlows = 1500;     ///< more would only cover the map
inline constexpr size_t kMostRoughFlows = 500; ///< while the zoom changes

/// What a view shows above its base map; made by a worker, shown at once.
struct MapContent {
  PointClusters clusters;
  QStringList places;         ///< what ClusterPoint::place indexes
  std::vector<MapFlow> flows; ///< the larger first; no more than kMostFlows are drawn
};

/// A cluster as it stands on the screen.
struct ShownCluster {
  QRectF place;
  size_t cluster = 0;
  QString name;       ///< of its place; empty where it would only crowd the map
  QRectF nameplate{}; ///< where that stands
};

/// Everything that is drawn above the base map and its names, as a value: the same functions draw it on the screen,
/// into a file and on paper.
struct MapScene {
  MapContent content;
  std::vector<MapStop> path;
  QString approvalNumber, attribution;
  QStringList kindWords; ///< the legend's, by kind; empty: no legend
  QString vagueWord, flowWord;
  bool flows = false, legend = true;
  std::optional<QRectF> marked; ///< a box being drawn, in the view's coordinates
};

std::vector<ShownCluster> clustersShown(const MapScene& scene, const MapCamera& camera, MapSigns& signs);
/// The most pressing kind that at least a twentieth of the points have: one late parcel must not colour a city.
size_t kindOf(const PointCluster& cluster);
/// Of none of its points more than the surroundings is known: its sign is hollow.
bool isVague(const PointCluster& cluster);

/// Where text and signs of the scene stand, so that names of the base map keep away from them.
std::vector<QRectF> takenBy(const MapScene& scene, const MapCamera& camera, MapSigns& signs,
                            const std::vector<ShownCluster>& clusters);

/// Rough: the largest only, with hard edges, at a fraction of the time; for a map whose zoom changes.
enum class FlowDetail { Smooth, Rough };
/// The flows within `bounds`; `unit`: the painter's pixels to a device-independent one.
void drawFlows(QPainter& painter, const MapScene& scene, const MapCamera& camera, const MapLook& look, qreal unit,
               const QRectF& bounds, FlowDetail detail);
/// Path, clusters, legend, scale bar, source and review number.
void drawScene(QPainter& painter, const MapScene& scene, const MapCamera& camera, MapSigns& signs,
               const std::vector<ShownCluster>& clusters);

} // namespace supercargo
