#pragma once

#include "core/geo/geopoint.h"

#include <vector>

namespace supercargo {

/// Points between two places along the shorter way: a great circle when they are far apart. Both ends included; x may
/// leave the unit square so that a line over the date line stays one line.
std::vector<MapPoint> wayBetween(MapPoint from, MapPoint to);

} // namespace supercargo
