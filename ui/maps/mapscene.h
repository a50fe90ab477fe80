#pragma once

#include "core/geo/clusters.h"
#include "ui/maps/mapcamera.h"
#include "ui/maps/maplook.h"

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
  MapPoint from, to;
  int count = 0;
};

/// What a view shows above its base map; made by a worker, shown at once.
struct MapContent {
  PointClusters clusters;
  QStringList places;         ///< what ClusterPoint::place indexes
  std::vector<MapFlow> flows; ///< the larger first
};

/// A cluster as it stands on the screen.
struct ShownCluster {
  QRectF place;
  size_t cluster = 0;
};

/// Everything that is drawn above the base map and its names, as a value: the same functions draw it on the screen,
/// into a file and on paper.
struct MapScene {
  MapContent content;
  std::vector<MapStop> path;
  QString approvalNumber, attribution;
  QStringList kindWords; ///< the legend's, by kind; empty: no legend
  QString flowWord;
  bool flows = false, legend = true;
  std::optional<QRectF> marked; ///< a box being drawn, in the view's coordinates
};

std::vector<ShownCluster> clustersShown(const MapScene& scene, const MapCamera& camera);
/// The most pressing kind that at least a twentieth of the points have: one late parcel must not colour a city.
size_t kindOf(const PointCluster& cluster);

/// Points between two places along the shorter way: a great circle when they are far apart. Both ends included; x may
/// leave the unit square so that a line over the date line stays one line.
std::vector<MapPoint> wayBetween(MapPoint from, MapPoint to);

/// Where text and signs of the scene stand, so that names of the base map keep away from them.
std::vector<QRectF> takenBy(const MapScene& scene, const MapCamera& camera, const MapLook& look,
                            const std::vector<ShownCluster>& clusters);

void drawFlows(QPainter& painter, const MapScene& scene, const MapCamera& camera, const MapLook& look);
/// Path, clusters, legend, scale bar, source and review number.
void drawScene(QPainter& painter, const MapScene& scene, const MapCamera& camera, const MapLook& look,
               const std::vector<ShownCluster>& clusters);

} // namespace supercargo
