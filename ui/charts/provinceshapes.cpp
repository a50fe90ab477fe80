#include "ui/charts/provinceshapes.h"

#include "core/geo/bundledmap.h"

#include <QHash>
#include <QLoggingCategory>

#include <array>
#include <cmath>
#include <numbers>

namespace supercargo {
namespace {

Q_LOGGING_CATEGORY(lcProvinces, "supercargo.provinces")

constexpr int kDetail = 0; ///< of the map pack: enough for a chart
/// In unit Mercator: what lies south of Hainan's coast (17.5° N), and what is drawn apart (104° to 124° E, 2° to 24°
/// N).
constexpr float kSouthOfHainan = 0.4506F;
constexpr PackPoint kSouthWest{0.7889F, 0.4944F}, kNorthEast{0.8444F, 0.4313F};

struct Province {
  const char *code, *name, *shortName, *english;
};
// GB/T 2260.
constexpr std::array<Province, 34> kProvinces{{
    {"11", "北京市", "北京", "Beijing"},
    {"12", "天津市", "天津", "Tianjin"},
    {"13", "河北省", "河北", "Hebei"},
    {"14", "山西省", "山西", "Shanxi"},
    {"15", "内蒙古自治区", "内蒙古", "Inner Mongolia"},
    {"21", "辽宁省", "辽宁", "Liaoning"},
    {"22", "吉林省", "吉林", "Jilin"},
    {"23", "黑龙江省", "黑龙江", "Heilongjiang"},
    {"31", "上海市", "上海", "Shanghai"},
    {"32", "江苏省", "江苏", "Jiangsu"},
    {"33", "浙江省", "浙江", "Zhejiang"},
    {"34", "安徽省", "安徽", "Anhui"},
    {"35", "福建省", "福建", "Fujian"},
    {"36", "江西省", "江西", "Jiangxi"},
    {"37", "山东省", "山东", "Shandong"},
    {"41", "河南省", "河南", "Henan"},
    {"42", "湖北省", "湖北", "Hubei"},
    {"43", "湖南省", "湖南", "Hunan"},
    {"44", "广东省", "广东", "Guangdong"},
    {"45", "广西壮族自治区", "广西", "Guangxi"},
    {"46", "海南省", "海南", "Hainan"},
    {"50", "重庆市", "重庆", "Chongqing"},
    {"51", "四川省", "四川", "Sichuan"},
    {"52", "贵州省", "贵州", "Guizhou"},
    {"53", "云南省", "云南", "Yunnan"},
    {"54", "西藏自治区", "西藏", "Tibet"},
    {"61", "陕西省", "陕西", "Shaanxi"},
    {"62", "甘肃省", "甘肃", "Gansu"},
    {"63", "青海省", "青海", "Qinghai"},
    {"64", "宁夏回族自治区", "宁夏", "Ningxia"},
    {"65", "新疆维吾尔自治区", "新疆", "Xinjiang"},
    {"71", "台湾省", "台湾", "Taiwan"},
    {"81", "香港特别行政区", "香港", "Hong Kong"},
    {"82", "澳门特别行政区", "澳门", "Macau"},
}};

/// Albers' equal-area conic (J. P. Snyder, Map Projections: A Working Manual, USGS 1987, equations 14-1 to 14-6 for the
/// sphere of radius 1), from unit Mercator.
QPointF projected(PackPoint p)
{
  constexpr double degree = std::numbers::pi / 180, first = 25 * degree, second = 47 * degree, middle = 105 * degree;
  static const double n = (std::sin(first) + std::sin(second)) / 2;
  static const double c = std::cos(first) * std::cos(first) + 2 * n * std::sin(first);
  const double longitude = (double(p.x) - 0.5) * 2 * std::numbers::pi;
  const double latitude = std::atan(std::sinh(std::numbers::pi * (1 - 2 * double(p.y))));
  const double radius = std::sqrt(c - 2 * n * std::sin(latitude)) / n, angle = n * (longitude - middle);
  return {radius * std::sin(angle), -(std::sqrt(c) / n - radius * std::cos(angle))};
}

QPainterPath lineOf(const std::vector<PackPoint>& points)
{
  QPainterPath path;
  for (const PackPoint& point : points)
    path.elementCount() == 0 ? path.moveTo(projected(point)) : path.lineTo(projected(point));
  return path;
}

/// Where the weight of several rings lies.
class Balance {
public:
  void add(const QPolygonF& ring)
  {
    for (qsizetype i = 0, last = ring.size() - 1; i < ring.size(); last = i++) {
      const double cross = ring[last].x() * ring[i].y() - ring[i].x() * ring[last].y();
      m_twice += cross;
      m_sum += (ring[last] + ring[i]) * cross;
    }
  }
  QPointF middle() const { return m_twice == 0 ? QPointF() : m_sum / (3 * m_twice); }

private:
  double m_twice = 0;
  QPointF m_sum;
};

ProvinceShapes shapesOf(const MapPack& pack)
{
  ProvinceShapes shapes;
  QHash<QString, size_t> places;
  std::vector<Balance> balances(kProvinces.size());
  for (const Province& province : kProvinces) {
    places.insert(QLatin1String(province.code), shapes.provinces.size());
    shapes.provinces.push_back({QLatin1String(province.code),
                                QString::fromUtf8(province.name),
                                QString::fromUtf8(province.shortName),
                                QLatin1String(province.english),
                                {},
                                {}});
  }
  for (const PackArea& area : pack.areas) {
    const PackRegion& region = pack.regions[size_t(area.region)];
    const auto place = places.constFind(region.code.left(2));
    if (region.country != QLatin1String("CN") || place == places.constEnd())
      continue;
    ProvinceShape& shape = shapes.provinces[*place];
    for (const std::vector<PackPoint>& ring : area.rings) {
      QPolygonF polygon;
      for (const PackPoint& point : ring)
        polygon.append(projected(point));
      const bool isFarSouth = !ring.empty() && ring.front().y > kSouthOfHainan;
      (isFarSouth ? shapes.islands : shape.area).addPolygon(polygon);
      (isFarSouth ? shapes.islands : shape.area).closeSubpath();
      if (!isFarSouth)
        balances[*place].add(polygon);
    }
  }
  for (size_t i = 0; i < shapes.provinces.size(); ++i) {
    ProvinceShape& shape = shapes.provinces[i];
    shape.area.setFillRule(Qt::WindingFill); // its prefectures lie side by side
    shape.middle = balances[i].middle();
    shapes.box |= shape.area.boundingRect();
  }
  shapes.south = QRectF(projected({kSouthWest.x, kNorthEast.y}), projected({kNorthEast.x, kSouthWest.y})).normalized();
  for (const PackLine& dash : pack.dashes)
    shapes.dashes.addPath(lineOf(dash.points));
  for (const PackLine& border : pack.borders)
    if (border.kind == BorderKind::Province)
      shapes.borders.addPath(lineOf(border.points));
  return shapes;
}

} // namespace

int ProvinceShapes::find(const QString& text) const
{
  const QString asked = text.trimmed();
  for (size_t i = 0; i < provinces.size(); ++i) {
    const ProvinceShape& shape = provinces[i];
    if (asked.startsWith(shape.shortName) || asked.compare(shape.englishName, Qt::CaseInsensitive) == 0 ||
        asked.startsWith(shape.englishName + u' ', Qt::CaseInsensitive))
      return int(i);
  }
  return -1;
}

const ProvinceShapes& provinceShapes()
{
  static const ProvinceShapes shapes = [] {
    const auto pack = bundledMapPack(kDetail);
    if (!pack)
      qCWarning(lcProvinces, "the map cannot be read: %s", qPrintable(pack.error().detail));
    return pack ? shapesOf(*pack) : ProvinceShapes();
  }();
  return shapes;
}

} // namespace supercargo
