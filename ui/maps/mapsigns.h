#pragma once

#include "ui/maps/maplook.h"

#include <QHash>
#include <QImage>
#include <QRectF>

#include <functional>

class QPainter;

namespace supercargo {

/// What looks the same wherever it stands on the map: signs of clusters, names, the legend. On the screen each is drawn
/// once, in the screen's own pixels, and from then on only copied; on paper it is drawn as lines and text every time.
/// One thread at a time.
class MapSigns {
public:
  /// `ratio`: screen pixels to a device-independent one; 0: paper.
  void setLook(const MapLook& look, qreal ratio);
  const MapLook& look() const { return m_look; }

  QSizeF sizeOf(const QString& text, const QFont& font);

  /// Draws within two pixels of a place. `key` stands for all that `drawing` shows, and for the size.
  using Drawing = std::function<void(QPainter&, const QRectF& place)>;
  void draw(QPainter& painter, const QString& key, const QRectF& place, const Drawing& drawing);

private:
  QImage imageOf(QSizeF size, const Drawing& drawing) const;

  MapLook m_look;
  qreal m_ratio = 0;
  QHash<QString, QImage> m_images;
  QHash<QString, QSizeF> m_sizes;
};

} // namespace supercargo
