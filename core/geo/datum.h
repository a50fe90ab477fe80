#pragma once

#include "core/geo/geopoint.h"

#include <QStringView>

#include <optional>

/// The shifted coordinates of Chinese map providers. They hold only inside mainland China: whoever calls knows that the
/// point is there (by its place, or by insideChinaBox as a rough guess) and leaves other points alone.
namespace supercargo {

/// GCJ-02: Amap, Tencent, Google in the mainland. BD-09: Baidu. Tianditu (CGCS2000) is WGS-84 to within a metre.
enum class Datum { Wgs84, Gcj02, Bd09 };
std::optional<Datum> datumNamed(QStringView name); ///< "WGS-84", "GCJ-02", "BD-09", as events carry them

GeoPoint wgsToGcj(GeoPoint wgs);
/// Fixed-point steps, at most thirty; right to a centimetre inside China.
GeoPoint gcjToWgs(GeoPoint gcj);
GeoPoint gcjToBd(GeoPoint gcj);
GeoPoint bdToGcj(GeoPoint bd); ///< off by about a tenth of a metre

/// The rough box that the usual libraries shift in; holds Seoul and Hanoi too, so a known country decides before it.
bool insideChinaBox(GeoPoint point);

GeoPoint toWgs(GeoPoint point, Datum datum);

} // namespace supercargo
