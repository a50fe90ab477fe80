#include "core/geo/bundledmap.h"
#include "core/geo/geopoint.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QFile>

using namespace supercargo;
using test::must;

namespace {
bool holds(const PackArea& area, MapPoint p)
{
  bool inside = false;
  for (const auto& ring : area.rings)
    for (size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
      if ((double(ring[i].y) > p.y) != (double(ring[j].y) > p.y) &&
          p.x < double(ring[j].x - ring[i].x) * (p.y - double(ring[i].y)) / double(ring[j].y - ring[i].y) +
                    double(ring[i].x))
        inside = !inside;
  return inside;
}
QString countryAt(const MapPack& pack, GeoPoint point)
{
  for (const PackArea& area : pack.areas)
    if (holds(area, toMap(point)))
      return pack.regions[size_t(area.region)].country;
  return {};
}
QByteArray file(const char* name)
{
  QFile file(QStringLiteral(":/map/") + QLatin1String(name));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

class MapPackTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void pack_showsChinaAsOfficiallyDepicted()
  {
    const MapPack pack = must(bundledMapPack(3));
    for (const GeoPoint p : {GeoPoint{121.55, 25.05}, // Taipei
                             GeoPoint{118.35, 24.44}, // Kinmen
                             GeoPoint{91.86, 27.59},  // Tawang
                             GeoPoint{93.62, 27.09},  // Itanagar
                             GeoPoint{79.5, 35.2},    // Aksai Chin
                             GeoPoint{89.1, 27.35},   // Doklam
                             GeoPoint{114.17, 22.38}, // Hong Kong
                             GeoPoint{113.549, 22.199}, GeoPoint{116.4, 39.9}, GeoPoint{87.6, 43.8}})
      QCOMPARE(countryAt(pack, p), QStringLiteral("CN"));
    QVERIFY(countryAt(pack, {139.7, 35.7}) != QStringLiteral("CN"));
    QVERIFY(countryAt(pack, {126.98, 37.57}) != QStringLiteral("CN"));
    QVERIFY(pack.dashes.size() >= 10);
  }

  void levels_growFiner()
  {
    size_t before = 0;
    for (int level = 0; level < kMapLevels; ++level) {
      const MapPack pack = must(bundledMapPack(level));
      size_t points = 0;
      for (const PackLine& line : pack.borders)
        points += line.points.size();
      QVERIFY(points > before);
      before = points;
    }
    QCOMPARE(mapLevelFor(2.9), 0);
    QCOMPARE(mapLevelFor(7.0), 3);
  }

  void pack_tellsWhatIsDamaged()
  {
    const QByteArray good = file("base_L0.z");
    QVERIFY(readMapPack(good).has_value());
    for (const QByteArray& bad : {QByteArray(), QByteArray("<html>not here</html>"), good.first(good.size() / 2)}) {
      const auto read = readMapPack(bad);
      QVERIFY(!read);
      QCOMPARE(read.error().kind, ErrorKind::BadResponse);
      QVERIFY(!read.error().detail.isEmpty());
    }
  }

  void pack_survivesAnyFlippedByte()
  {
    // What is unpacked is damaged, so that the checksum of zlib cannot catch it.
    QByteArray plain = qUncompress(QByteArray::fromHex("00800000") + file("base_L0.z"));
    QVERIFY(plain.size() > 10'000);
    int refused = 0;
    for (qsizetype i = 0; i < plain.size(); i += plain.size() / 300) {
      QByteArray bad = plain;
      bad[i] = char(bad[i] ^ 0xff);
      refused += !readMapPack(qCompress(bad, 1).sliced(4)).has_value();
    }
    QVERIFY(refused > 0);
  }

  void gazetteer_isComplete()
  {
    const auto g = must(bundledGazetteer());
    QVERIFY(g->divisions.size() > 3300);
    QVERIFY(g->townships.size() > 12'000);
    QVERIFY(g->world.size() > 25'000);
    QCOMPARE(g->islands.size(), size_t(8));
    const Division& district = g->divisions[size_t(g->byCode.value(QStringLiteral("440307")))];
    QCOMPARE(district.name, QStringLiteral("龙岗区"));
    QCOMPARE(district.englishName, QStringLiteral("Longgang"));
    QCOMPARE(g->divisions[size_t(district.parent)].code, QStringLiteral("440300"));
    QVERIFY(distanceKm(district.point, {114.25, 22.72}) < 10);
  }

  void gazetteer_namesTheLineThatIsDamaged()
  {
    const auto packed = [](QByteArray text) { return qCompress(text).sliced(4); };
    const auto bad = readGazetteer(packed("A\t1\t110000\t北京市\t116405\t39905\t北京\nA\t1\t120000\t天津市\tx\t1\n"));
    QVERIFY(!bad);
    QVERIFY2(bad.error().detail.contains(QLatin1String("line 2")), qPrintable(bad.error().detail));
    QVERIFY(!readGazetteer(packed("")));
    QVERIFY(!readGazetteer("nonsense"));
  }

  void names_loseTheirEndings_data()
  {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shortName");
    for (const auto& [name, shortName] : {std::pair{"恩施土家族苗族自治州", "恩施"},
                                          {"黔东南苗族侗族自治州", "黔东南"},
                                          {"广西壮族自治区", "广西"},
                                          {"深圳市", "深圳"},
                                          {"沧县", "沧县"},
                                          {"香港特别行政区", "香港"},
                                          {"阿拉善盟", "阿拉善"}})
      QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(shortName);
  }
  void names_loseTheirEndings()
  {
    QFETCH(QString, name);
    QTEST(shortDivisionName(name), "shortName");
  }
};

SC_TEST(MapPackTest)
#include "mappack_test.moc"
