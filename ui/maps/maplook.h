#pragma once

#include <QColor>
#include <QString>

namespace supercargo {

/// The colours of the base map, mixed from the theme's tokens. A value, so that workers need no theme.
struct MapLook {
  QColor sea, land, home, lake, river, coast, country, province, prefecture, dash, text, halo;
  bool chinese = true; ///< language of names
  bool operator==(const MapLook&) const = default;
};

MapLook mapLook(); ///< of the theme and language in force; GUI thread

} // namespace supercargo
