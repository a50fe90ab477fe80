#pragma once

#include "core/base/result.h"
#include "core/geo/geopoint.h"

#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <vector>

/// Names and coordinates of places, as built by packaging/map: Chinese divisions down to the county, townships, places
/// abroad, and islands that are always named. Chinese data WGS-84, after GB/T 2260 (2023) and GeoNames (CC BY 4.0).
namespace supercargo {

enum class DivisionLevel { Province = 1, Prefecture = 2, County = 3 };

struct Division {
  DivisionLevel level = DivisionLevel::Province;
  QString code;                         ///< GB/T 2260, six digits; "71----" for places of Taiwan
  QString name, shortName, englishName; ///< "深圳市", "深圳", "Shenzhen"; English may be missing
  QString pinyin;                       ///< where English is missing; for reading only, may be misspelt
  GeoPoint point;
  bool approximate = false; ///< the point is the seat of what it belongs to
  int parent = -1;          ///< index into Gazetteer::divisions
};

struct Township {
  QString name;
  QString prefecture; ///< four digits
  GeoPoint point;
};

struct WorldPlace {
  QString country; ///< ISO 3166 two letters
  QString name;    ///< ASCII
  QString chinese; ///< may be empty
  QString codes;   ///< IATA and the like, "LAX/LA"
  GeoPoint point;
  double people = 0; ///< a power of two near the truth; 0: not known
  int rank = 9;      ///< 0: named on a map of the world; 9: only on the finest
};

struct NamedIsland {
  QString name;
  GeoPoint point;
};

struct Gazetteer {
  std::vector<Division> divisions;
  std::vector<Township> townships;
  std::vector<WorldPlace> world;
  std::vector<NamedIsland> islands;
  QHash<QString, int> byCode; ///< six digits -> index; not the places of Taiwan
};

/// Beijing, Tianjin, Shanghai, Chongqing, Hong Kong, Macau, Taiwan: the province is the city.
bool isCityProvince(QStringView code);

/// What stands before 市, 区, 自治州 …: "恩施" of 恩施土家族苗族自治州. Never shorter than two characters.
QString shortDivisionName(const QString& name);

/// `packed`: gzip of tab-separated lines; `english`: "code<TAB>name" lines, may be empty; "~" in a third column:
/// pinyin. BadResponse names the line that makes no sense. Any thread; some 30 ms.
Result<Gazetteer> readGazetteer(QByteArrayView packed, QByteArrayView english = {});

} // namespace supercargo
