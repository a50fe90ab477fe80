#pragma once

#include "core/geo/clusters.h"

#include <QColor>
#include <QFont>
#include <QPainterPath>
#include <QString>

#include <array>

namespace supercargo {

/// Colours and type of the map, mixed from the theme's tokens. A value, so that workers need no theme.
struct MapLook {
  QColor sea, land, home, lake, river, coast, country, province, prefecture, dash, text, halo;
  QColor surface, muted, border, accent, danger, flow;
  std::array<QColor, kPointKinds> kinds; ///< by how pressing a point is
  QFont small, smallBold, bodyBold;
  bool chinese = true; ///< language of names
  bool operator==(const MapLook&) const = default;
};

/// On its way: a circle; quiet: a diamond; late: a square; a problem: a triangle. Colour and shape both say it.
QPainterPath kindShape(size_t kind, const QRectF& place);

MapLook mapLook();      ///< of the theme and language in force; GUI thread
MapLook mapPaperLook(); ///< for paper: light whatever the theme; GUI thread

} // namespace supercargo
