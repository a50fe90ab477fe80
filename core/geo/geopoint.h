#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>

namespace supercargo {

/// Degrees, WGS-84. Other datums exist only at the edges (core/geo/datum.h).
struct GeoPoint {
  double longitude = 0, latitude = 0;
  bool operator==(const GeoPoint&) const = default;
};

/// Spherical Mercator (EPSG:3857) with the world as the unit square: x grows eastward from 180° W, y southward from
/// 85.05° N.
struct MapPoint {
  double x = 0, y = 0;
  bool operator==(const MapPoint&) const = default;
};

inline constexpr double kMercatorEdge = 85.05112878; ///< where the square ends, degrees of latitude

inline MapPoint toMap(GeoPoint point)
{
  const double latitude = std::clamp(point.latitude, -kMercatorEdge, kMercatorEdge);
  const double s = std::sin(latitude * std::numbers::pi / 180);
  return {point.longitude / 360 + 0.5, 0.5 - std::log((1 + s) / (1 - s)) / (4 * std::numbers::pi)};
}

inline GeoPoint toGeo(MapPoint point)
{
  return {(point.x - 0.5) * 360, std::atan(std::sinh((0.5 - point.y) * 2 * std::numbers::pi)) * 180 / std::numbers::pi};
}

/// Great-circle distance on a sphere of 6371.0088 km.
inline double distanceKm(GeoPoint a, GeoPoint b)
{
  constexpr double kRadian = std::numbers::pi / 180;
  const double dLat = std::sin((b.latitude - a.latitude) * kRadian / 2);
  const double dLon = std::sin((b.longitude - a.longitude) * kRadian / 2);
  const double h = dLat * dLat + std::cos(a.latitude * kRadian) * std::cos(b.latitude * kRadian) * dLon * dLon;
  return 2 * 6371.0088 * std::asin(std::min(1.0, std::sqrt(h)));
}

} // namespace supercargo
