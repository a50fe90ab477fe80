#pragma once

#include "core/geo/mappack.h"
#include "ui/maps/mapcamera.h"
#include "ui/maps/maplook.h"

#include <QHashFunctions>
#include <QImage>

class QPainter;

namespace supercargo {

/// One square of the world: at `zoom` there are 2^zoom by 2^zoom of them.
struct TileKey {
  int zoom = 0, x = 0, y = 0;
  bool operator==(const TileKey&) const = default;
};
inline size_t qHash(const TileKey& key, size_t seed = 0)
{
  return qHashMulti(seed, key.zoom, key.x, key.y);
}

inline constexpr int kTileSide = 512; ///< device-independent pixels

/// Draws a tile of the offline map. Any thread; some milliseconds.
/// `side`: in device-independent pixels.
QImage drawVectorTile(const MapPack& pack, TileKey key, const MapLook& look, qreal ratio, double side = kTileSide);

/// Draws the offline map as lines and areas, for paper: all that lies within the camera's view. Any thread.
void drawVectorMap(QPainter& painter, const MapPack& pack, const MapCamera& camera, const MapLook& look);

} // namespace supercargo
