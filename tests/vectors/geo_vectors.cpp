// Places that couriers' texts name, and the shifted coordinates of Chinese providers.
#include "core/geo/bundledmap.h"
#include "core/geo/datum.h"
#include "core/geo/eventclause.h"
#include "core/geo/geocoder.h"
#include "tests/vectors/vectors.h"

#include <QJsonArray>

#include <cmath>

namespace supercargo::vectors {
namespace {

const Geocoder* geocoder()
{
  static const auto kGeocoder = [] {
    const auto gazetteer = bundledGazetteer();
    return gazetteer ? std::make_unique<Geocoder>(*gazetteer) : nullptr;
  }();
  return kGeocoder.get();
}

/// The same city, however it is spelt: Köln and Koeln.
bool isSameCity(const QString& wanted, const FoundPlace& found)
{
  const QString name = plainLatin(wanted), known = plainLatin(found.englishName);
  if (known.startsWith(name) || name.startsWith(known))
    return true;
  const auto meant = geocoder()->locate(wanted + QStringLiteral(", ") + found.country).place;
  return meant && meant->code == found.code;
}

QString faultOf(const QJsonValue& expect, const PlaceAnswer& answer)
{
  const QString got = answer.place ? answer.place->code + u' ' + answer.place->name : QStringLiteral("no place");
  if (expect.isNull())
    return answer.place ? QStringLiteral("got ") + got : QString();
  if (!answer.place || answer.place->country != expect[QLatin1String("cc")].toString())
    return QStringLiteral("got ") + got;
  const QString county = expect[QLatin1String("county")].toString();
  const bool right = answer.place->country == u"CN"
                         ? geocoder()->cityOf(answer.place->code) == expect[QLatin1String("code")].toString() &&
                               (county.isEmpty() || answer.place->code == county)
                         : isSameCity(expect[QLatin1String("city")].toString(), *answer.place);
  return right ? QString() : QStringLiteral("got ") + got;
}

void checkTexts(const QString&, const QJsonObject& file, const Report& report)
{
  const auto items = file[QLatin1String("items")].toArray();
  for (const auto& item : items) {
    const QString id = item[QLatin1String("id")].toString(), text = item[QLatin1String("text")].toString();
    if (!geocoder()) {
      report.failed(id, QStringLiteral("the gazetteer cannot be read"));
      continue;
    }
    const QString fault = faultOf(item[QLatin1String("expect")], geocoder()->locate(text));
    if (fault.isEmpty())
      report.ok(id);
    else
      report.failed(id, text + QStringLiteral(": ") + fault);
  }
}

GeoPoint pointOf(const QJsonValue& value)
{
  return {value.toArray().at(0).toDouble(), value.toArray().at(1).toDouble()};
}

bool isNear(GeoPoint a, GeoPoint b, double degrees)
{
  return std::abs(a.longitude - b.longitude) <= degrees && std::abs(a.latitude - b.latitude) <= degrees;
}

void checkCoordinates(const QString&, const QJsonObject& file, const Report& report)
{
  constexpr double kEarth = 6378137.0, kHalfMetre = 0.5 / 111'000, kMillimetre = 0.001;
  for (const auto& v : file[QLatin1String("vectors")].toArray()) {
    const QString name = v[QLatin1String("name")].toString();
    const GeoPoint wgs = pointOf(v[QLatin1String("wgs84")]);
    const double tolerance = v[QLatin1String("tolerance_deg")].toDouble(1e-8);
    QStringList faults;
    if (v[QLatin1String("inside_rough_box")].toBool()) {
      const GeoPoint gcj = wgsToGcj(wgs);
      if (!isNear(gcj, pointOf(v[QLatin1String("gcj02")]), tolerance))
        faults.append(QStringLiteral("GCJ-02"));
      if (!isNear(gcjToBd(gcj), pointOf(v[QLatin1String("bd09")]), tolerance))
        faults.append(QStringLiteral("BD-09"));
      if (!isNear(gcjToWgs(gcj), wgs, kHalfMetre) || !isNear(toWgs(gcjToBd(gcj), Datum::Bd09), wgs, kHalfMetre))
        faults.append(QStringLiteral("the way back"));
    } else if (insideChinaBox(wgs)) {
      faults.append(QStringLiteral("inside the rough box"));
    }
    const auto mercator = v[QLatin1String("epsg3857")].toArray();
    const double wide = 2 * std::numbers::pi * kEarth;
    const MapPoint at = toMap(wgs);
    if (mercator.size() == 2 && (std::abs((at.x - 0.5) * wide - mercator[0].toDouble()) > kMillimetre ||
                                 std::abs((0.5 - at.y) * wide - mercator[1].toDouble()) > kMillimetre))
      faults.append(QStringLiteral("Mercator"));
    if (faults.isEmpty())
      report.ok(name);
    else
      report.failed(name, faults.join(QStringLiteral(", ")) + QStringLiteral(" differs"));
  }
}

const Register kTexts({"geo/", checkTexts});
const Register kCoordinates({"logistics/coords.json", checkCoordinates});

} // namespace
} // namespace supercargo::vectors
