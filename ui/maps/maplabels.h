#pragma once

#include "core/geo/gazetteer.h"
#include "ui/maps/mapcamera.h"
#include "ui/maps/mapsigns.h"

#include <QRectF>

#include <vector>

class QPainter;

namespace supercargo {

/// Names on the map: the more important first, each where it hits no other.
class MapLabels {
public:
  void setGazetteer(const Gazetteer& gazetteer);
  /// `taken`: places of the screen where no name may stand.
  void draw(QPainter& painter, const MapCamera& camera, MapSigns& signs, const std::vector<QRectF>& taken) const;

private:
  struct Name {
    MapPoint at;
    QString chinese, english;
    int rank = 0;
  };

  std::vector<Name> m_names; ///< by rank
};

} // namespace supercargo
