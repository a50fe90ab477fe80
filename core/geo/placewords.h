#pragma once

#include "core/geo/geopoint.h"

#include <QString>

#include <utility>
#include <vector>

/// Words that the gazetteer does not hold: names of countries, nicknames of places, and words of couriers that are
/// also names of places.
namespace supercargo {

/// Other names of Chinese divisions: 呼市, 虹桥机场 -> code.
const std::vector<std::pair<QString, QString>>& divisionNicknames();
/// Other names of places abroad: 旧金山, "cologne" -> "US/San Francisco".
const std::vector<std::pair<QString, QString>>& worldNicknames();

QString countryNamedIn(QStringView chinese);      ///< "到达 美国 洛杉矶" -> "US"; empty: none or China
QString countryOfName(const QString& plainLatin); ///< "united states" -> "US"
QString countryOfCode(const QString& code);       ///< "JP" -> "JP" when it is one that parcels go to
/// "TW" -> division of that region of China; empty for all else.
QString divisionOfRegion(const QString& code);
/// About the middle of a state of the USA, "IL".
std::optional<GeoPoint> middleOfState(const QString& code);
QString chineseAirport(const QString& code);   ///< "HKG", "PVG" -> division
bool isCourierWord(const QString& plainLatin); ///< "center", "mobile", "airport"
bool isEverydayWord(const QString& shortName); ///< 公安, 资源, 通道: short names of counties
bool isHub(QStringView code);                  ///< the better known of cities that share a Latin name

} // namespace supercargo
