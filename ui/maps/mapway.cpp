#include "ui/maps/mapway.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace supercargo {
namespace {

constexpr double kFarKm = 1500; ///< from here a straight line on the map is visibly not the way

} // namespace

std::vector<MapPoint> wayBetween(MapPoint from, MapPoint to)
{
  to.x -= std::round(to.x - from.x); // the shorter way round
  const double km = distanceKm(toGeo(from), toGeo(to));
  if (km < kFarKm)
    return {from, to};
  const auto vectorOf = [](MapPoint p) {
    const GeoPoint g = toGeo(p);
    const double lon = g.longitude * std::numbers::pi / 180, lat = g.latitude * std::numbers::pi / 180;
    return std::array{std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
  };
  const auto a = vectorOf(from), b = vectorOf(to);
  const double angle = km / 6371.0088, sine = std::sin(angle);
  if (sine < 1e-6)
    return {from, to};
  const int steps = std::clamp(int(km / 250), 4, 64);
  std::vector<MapPoint> way{from};
  for (int i = 1; i < steps; ++i) {
    const double t = double(i) / steps, u = std::sin((1 - t) * angle) / sine, v = std::sin(t * angle) / sine;
    const double x = u * a[0] + v * b[0], y = u * a[1] + v * b[1], z = u * a[2] + v * b[2];
    MapPoint p =
        toMap({std::atan2(y, x) * 180 / std::numbers::pi, std::atan2(z, std::hypot(x, y)) * 180 / std::numbers::pi});
    p.x -= std::round(p.x - way.back().x);
    way.push_back(p);
  }
  to.x -= std::round(to.x - way.back().x);
  way.push_back(to);
  return way;
}

} // namespace supercargo
