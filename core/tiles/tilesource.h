#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace supercargo {

/// One picture of a map's pyramid: at `zoom` there are 2^zoom by 2^zoom, `y` counted from the north.
struct TileAddress {
  int zoom = 0, x = 0, y = 0;
  bool operator==(const TileAddress&) const = default;
};

enum class TileSourceKind { Offline, Xyz, Wmts, Mbtiles };
QString tileSourceKindName(TileSourceKind kind); ///< "offline", "xyz", "wmts", "mbtiles"
TileSourceKind tileSourceKindNamed(QStringView name);

/// A base map besides the one that comes with the program. Nothing is asked of a network unless a person chose one.
struct TileSource {
  TileSourceKind kind = TileSourceKind::Offline;
  /// XYZ: a template with {z} {x} {y} ({-y}: from the south). MBTiles: a file. WMTS: the service; what its query holds
  /// goes before our own, so that `?TILEMATRIX=EPSG:3857:{z}` or another FORMAT can be typed.
  QString address;
  QString key;              ///< stands for {key}; typed by the person, never ours
  QString layer, matrixSet; ///< WMTS only
  QString attribution;      ///< drawn on the map, as the provider demands
  int mostZoom = 18;
  bool named = true;    ///< bears names of places itself; else ours are drawn upon it
  bool shifted = false; ///< GCJ-02 (Amap, Tencent): drawn moved by the shift of the view's middle
  bool operator==(const TileSource&) const = default;
};

/// Invalid or Config: what is wrong with it. Only https, or http on loopback.
Result<void> checkTileSource(const TileSource& source);

/// Where a picture is asked for; for XYZ and WMTS that passed the check.
QByteArray tileUrl(const TileSource& source, TileAddress tile);

/// Names the source in the cache: other address, other key or layer, other name. Holds no key.
QString tileSourceId(const TileSource& source);

/// PNG, JPEG, WebP or GIF by its first bytes.
bool looksLikePicture(QByteArrayView bytes);

} // namespace supercargo
