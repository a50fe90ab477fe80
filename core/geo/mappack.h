#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

/// The base map: countries and Chinese prefectures with their borders, rivers and lakes, in four levels of detail. Made
/// by packaging/map; the format is described there.
namespace supercargo {

/// Single precision, unit Mercator: good to about two metres.
struct PackPoint {
  float x = 0, y = 0;
};

struct PackBox {
  float left = 2, top = 2, right = -1, bottom = -1;
  void add(PackPoint p);
  bool meets(const PackBox& other) const;
};

/// What lies on both sides of a border line.
enum class BorderKind { Coast, Country, Province, Prefecture, Edge };

struct PackLine {
  std::vector<PackPoint> points;
  PackBox box;
  BorderKind kind = BorderKind::Coast;
};

/// One area: outer ring first, then holes. `region` indexes MapPack::regions.
struct PackArea {
  std::vector<std::vector<PackPoint>> rings;
  PackBox box;
  int region = 0;
};

struct PackRegion {
  QString country; ///< "CN", or "-156" and the like: the ISO number as the source wrote it
  QString code;    ///< GB/T 2260 inside China
  QString name;    ///< Chinese where there is one
};

struct MapPack {
  std::vector<PackLine> borders, rivers, lakes, provincesAbroad, dashes;
  std::vector<PackArea> areas;
  std::vector<PackRegion> regions;
};

inline constexpr int kMapLevels = 4;
/// The level of detail for a zoom (256·2^zoom pixels around the world).
int mapLevelFor(double zoom);

/// A level as it lies in resources/map (zlib). BadResponse names what is wrong with a damaged one. Any thread; 20 to
/// 70 ms for the finest.
Result<MapPack> readMapPack(QByteArrayView packed);

} // namespace supercargo
