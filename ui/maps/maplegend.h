#pragma once

#include "ui/maps/mapscene.h"

namespace supercargo {

inline constexpr qreal kMapMargin = 12; ///< between a view's edges and what stands at them

/// Where the legend stands; empty: there is none, or the view is too low for it.
QRectF legendRect(const MapScene& scene, const MapCamera& camera, MapSigns& signs);
/// What signs and lines mean; those that this scene cannot show have no line.
void drawLegend(QPainter& painter, const QRectF& box, const MapScene& scene, MapSigns& signs);

} // namespace supercargo
