#pragma once

#include "ui/maps/mapscene.h"
#include "ui/maps/tilestore.h"

#include <QPixmap>
#include <QRegion>

namespace supercargo {

/// What lies on the ground: the base map and the flows upon it, as one picture of the view. Panning moves the picture
/// and draws only what came into view; another zoom, look or content draws it anew, another zoom with rough flows: the
/// next step of the wheel follows at once. GUI thread.
class MapGround {
public:
  explicit MapGround(TileStore& tiles) : m_tiles(tiles) {}

  void forget() { m_known = false; } ///< the next frame is drawn anew, smooth
  /// Nothing came since the last frame, and it was not rough.
  bool isCurrent() const { return m_known && m_came.empty() && !isRough(); }
  bool isRough() const { return m_detail == FlowDetail::Rough; } ///< the last frame
  void tileCame(TileKey key) { m_came.push_back(key); }
  /// `whole`: not rough, whatever changed.
  void draw(QPainter& painter, const MapScene& scene, const MapCamera& camera, const MapLook& look, qreal ratio,
            bool whole);

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
  FlowDetail m_detail = FlowDetail::Smooth;
};

} // namespace supercargo
