#include "core/geo/datum.h"

namespace supercargo {
namespace {

using std::numbers::pi;

constexpr double kAxis = 6378245.0;                      ///< Krasovsky 1940, metres
constexpr double kEccentricity = 0.00669342162296594323; ///< squared
constexpr double kBaidu = 3000 * pi / 180;
constexpr int kMostSteps = 30; ///< the iteration need not converge outside China
constexpr double kClose = 1e-10;

double waves(double t)
{
  return (20 * std::sin(6 * t * pi) + 20 * std::sin(2 * t * pi)) * 2 / 3;
}

double northShift(double x, double y)
{
  return -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x)) + waves(x) +
         (20 * std::sin(y * pi) + 40 * std::sin(y / 3 * pi)) * 2 / 3 +
         (160 * std::sin(y / 12 * pi) + 320 * std::sin(y * pi / 30)) * 2 / 3;
}

double eastShift(double x, double y)
{
  return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x)) + waves(x) +
         (20 * std::sin(x * pi) + 40 * std::sin(x / 3 * pi)) * 2 / 3 +
         (150 * std::sin(x / 12 * pi) + 300 * std::sin(x / 30 * pi)) * 2 / 3;
}

} // namespace

std::optional<Datum> datumNamed(QStringView name)
{
  if (name == u"WGS-84")
    return Datum::Wgs84;
  if (name == u"GCJ-02")
    return Datum::Gcj02;
  if (name == u"BD-09")
    return Datum::Bd09;
  return std::nullopt;
}

GeoPoint wgsToGcj(GeoPoint wgs)
{
  const double x = wgs.longitude - 105, y = wgs.latitude - 35;
  const double latitude = wgs.latitude * pi / 180;
  const double m = 1 - kEccentricity * std::sin(latitude) * std::sin(latitude);
  const double root = std::sqrt(m);
  return {wgs.longitude + eastShift(x, y) * 180 / (kAxis / root * std::cos(latitude) * pi),
          wgs.latitude + northShift(x, y) * 180 / (kAxis * (1 - kEccentricity) / (m * root) * pi)};
}

GeoPoint gcjToWgs(GeoPoint gcj)
{
  GeoPoint guess = gcj;
  for (int step = 0; step < kMostSteps; ++step) {
    const GeoPoint shifted = wgsToGcj(guess);
    const double dLon = shifted.longitude - gcj.longitude, dLat = shifted.latitude - gcj.latitude;
    guess.longitude -= dLon;
    guess.latitude -= dLat;
    if (std::abs(dLon) < kClose && std::abs(dLat) < kClose)
      break;
  }
  return guess;
}

GeoPoint gcjToBd(GeoPoint gcj)
{
  const double x = gcj.longitude, y = gcj.latitude;
  const double z = std::sqrt(x * x + y * y) + 0.00002 * std::sin(y * kBaidu);
  const double angle = std::atan2(y, x) + 0.000003 * std::cos(x * kBaidu);
  return {z * std::cos(angle) + 0.0065, z * std::sin(angle) + 0.006};
}

GeoPoint bdToGcj(GeoPoint bd)
{
  const double x = bd.longitude - 0.0065, y = bd.latitude - 0.006;
  const double z = std::sqrt(x * x + y * y) - 0.00002 * std::sin(y * kBaidu);
  const double angle = std::atan2(y, x) - 0.000003 * std::cos(x * kBaidu);
  return {z * std::cos(angle), z * std::sin(angle)};
}

bool insideChinaBox(GeoPoint point)
{
  return point.longitude >= 72.004 && point.longitude <= 137.8347 && point.latitude >= 0.8293 &&
         point.latitude <= 55.8271;
}

GeoPoint toWgs(GeoPoint point, Datum datum)
{
  if (datum == Datum::Wgs84)
    return point;
  const GeoPoint gcj = datum == Datum::Bd09 ? bdToGcj(point) : point;
  return insideChinaBox(gcj) ? gcjToWgs(gcj) : gcj;
}

} // namespace supercargo
