#pragma once

#include "core/geo/geopoint.h"

#include <QPointF>
#include <QSizeF>

#include <cmath>

namespace supercargo {

/// What part of the world a widget shows. A value; sizes in device-independent pixels.
struct MapCamera {
  static constexpr double kLeastZoom = 1.0, kMostZoom = 14.0;

  MapPoint centre{0.79, 0.41}; ///< x in [0, 1)
  double zoom = 4;             ///< the world is 256·2^zoom pixels wide
  QSizeF size;

  double scale() const { return 256 * std::exp2(zoom); }

  /// Where a point is drawn; of its copies around the world the one nearest to the middle.
  QPointF toScreen(MapPoint p) const
  {
    double dx = p.x - centre.x;
    dx -= std::round(dx);
    return {dx * scale() + size.width() / 2, (p.y - centre.y) * scale() + size.height() / 2};
  }

  MapPoint toWorld(QPointF p) const
  {
    const double x = centre.x + (p.x() - size.width() / 2) / scale();
    return {x - std::floor(x), centre.y + (p.y() - size.height() / 2) / scale()};
  }

  MapCamera movedBy(QPointF pixels) const
  {
    MapCamera moved = *this;
    moved.centre.x -= pixels.x() / scale();
    moved.centre.x -= std::floor(moved.centre.x);
    moved.centre.y = std::clamp(moved.centre.y - pixels.y() / scale(), 0.0, 1.0);
    return moved;
  }

  /// The world point under `anchor` stays there.
  MapCamera zoomedTo(double newZoom, QPointF anchor) const
  {
    MapCamera closer = *this;
    closer.zoom = std::clamp(newZoom, kLeastZoom, kMostZoom);
    const QPointF fromMiddle = anchor - QPointF(size.width() / 2, size.height() / 2);
    const MapPoint under{centre.x + fromMiddle.x() / scale(), centre.y + fromMiddle.y() / scale()};
    closer.centre.x = under.x - fromMiddle.x() / closer.scale();
    closer.centre.x -= std::floor(closer.centre.x);
    closer.centre.y = std::clamp(under.y - fromMiddle.y() / closer.scale(), 0.0, 1.0);
    return closer;
  }
};

} // namespace supercargo
