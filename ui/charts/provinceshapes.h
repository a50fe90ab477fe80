#pragma once

#include <QPainterPath>
#include <QString>

#include <vector>

namespace supercargo {

/// A province, region or city of provincial rank as it is drawn: x to the right, y down, on a map of China that keeps
/// areas true (Albers' conic with 25° and 47°, so that a colour weighs as much in the north as in the south).
struct ProvinceShape {
  QString code; ///< GB/T 2260, two digits
  QString name, shortName, englishName;
  QPainterPath area;
  QPointF middle; ///< where a name stands
};

struct ProvinceShapes {
  std::vector<ProvinceShape> provinces;
  QPainterPath borders, dashes; ///< lines between provinces; the line in the South China Sea
  QPainterPath islands;         ///< of Hainan, far to the south
  QRectF box;                   ///< of the provinces without those islands
  QRectF south;                 ///< what is drawn apart: the South China Sea
  /// The place in `provinces` that a text of an order means: "浙江省", "浙江", "Zhejiang"; −1: none.
  int find(const QString& text) const;
};

/// From the map that comes with the program; empty if it cannot be read. Read at the first call, some milliseconds.
const ProvinceShapes& provinceShapes();

} // namespace supercargo
