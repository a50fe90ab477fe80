#pragma once

#include "core/geo/gazetteer.h"
#include "ui/maps/mapcamera.h"
#include "ui/maps/maplook.h"

#include <QHash>
#include <QImage>
#include <QRectF>

#include <vector>

class QPainter;

namespace supercargo {

/// Names on the map: the more important first, each where it hits no other. GUI thread.
class MapLabels {
public:
  void setGazetteer(const Gazetteer& gazetteer);
  void setLook(const MapLook& look, qreal ratio);
  /// `taken`: places of the screen where no name may stand.
  void draw(QPainter& painter, const MapCamera& camera, const std::vector<QRectF>& taken);

private:
  struct Name {
    MapPoint at;
    QString chinese, english;
    int rank = 0;
  };
  const QImage& imageOf(const QString& text, bool large);

  std::vector<Name> m_names; ///< by rank
  MapLook m_look;
  qreal m_ratio = 1;
  QHash<QString, QImage> m_images;
};

} // namespace supercargo
