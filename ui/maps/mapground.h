#pragma once

#include "ui/maps/mapscene.h"
#include "ui/maps/tilestore.h"

#include <QPixmap>
#include <QRegion>

namespace supercargo {

/// What lies on the ground: the base map and the flows upon it, as one picture of the view. Panning moves the picture
/// and draws only what came into view; another zoom, look or content draws it anew. GUI thread.
class MapGround {
public:
  explicit MapGround(TileStore& tiles) : m_tiles(tiles) {}

  void forget() { m_known = false; }
  /// Nothing came since the last frame.
  bool isCurrent() const { return m_known && m_came.empty(); }
  void tileCame(TileKey key) { m_came.push_back(key); }
  void draw(QPainter& painter, const MapScene& scene, const MapCamera& camera, const MapLook& look, qreal ratio);

private:
  struct Wanted {
    TileKey key;
    QRect place; ///< in the picture's pixels
  };
  std::vector<Wanted> wantedTiles() const;
  QRegion moveTo(const MapCamera& camera, qreal ratio);
  bool drawTile(QPainter& painter, TileKey key, const QRect& place);

  TileStore& m_tiles;
  QPixmap m_picture;
  MapLook m_look;
  MapCamera m_at, m_base; ///< what the picture shows, in its pixels: our points and the base map
  std::vector<TileKey> m_came;
  bool m_known = false; ///< the picture is of this place and look
};

} // namespace supercargo
