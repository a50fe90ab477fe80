#pragma once

#include "ui/maps/maplook.h"

#include <QHash>
#include <QImage>
#include <QRectF>

#include <chrono>
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

  /// Begins a frame in which new signs that can wait are made for about so long; the others are left out, and the next
  /// frame goes on with them: a step of the zoom brings a hundred names at once, and must not stutter.
  void beginFrame(std::chrono::nanoseconds patience);
  bool hasLeftOut() const { return m_leftOut; } ///< in this frame

  enum class Urgency { Now, CanWait };
  /// Draws within two pixels of a place. `key` stands for all that `drawing` shows, and for the size.
  using Drawing = std::function<void(QPainter&, const QRectF& place)>;
  void draw(QPainter& painter, const QString& key, const QRectF& place, const Drawing& drawing,
            Urgency urgency = Urgency::Now);

private:
  QImage imageOf(QSizeF size, const Drawing& drawing) const;

  MapLook m_look;
  qreal m_ratio = 0;
  std::chrono::nanoseconds m_patience = std::chrono::nanoseconds::max(), m_spent{};
  bool m_leftOut = false;
  QHash<QString, QImage> m_images;
  QHash<QString, QSizeF> m_sizes;
};

} // namespace supercargo
