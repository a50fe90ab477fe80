#include "core/geo/datum.h"
#include "tests/support/places.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace supercargo;

namespace {
GeoPoint pointOf(const QJsonValue& value)
{
  return {value.toArray().at(0).toDouble(), value.toArray().at(1).toDouble()};
}
double metres(GeoPoint a, GeoPoint b)
{
  return distanceKm(a, b) * 1000;
}
} // namespace

class DatumTest : public QObject {
  Q_OBJECT
  QJsonArray m_vectors;

private Q_SLOTS:
  void initTestCase()
  {
    QFile file(supercargo::test::sourceDir() + QStringLiteral("/tests/core/geo/data/coordinates.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_vectors = QJsonDocument::fromJson(file.readAll()).object()[QLatin1String("vectors")].toArray();
    QVERIFY(m_vectors.size() >= 16);
  }

  void shifts_followTheVectors()
  {
    for (const auto& value : m_vectors) {
      const QJsonObject v = value.toObject();
      if (!v[QLatin1String("inside_rough_box")].toBool())
        continue; // the caller does not shift these
      const QByteArray name = v[QLatin1String("name")].toString().toUtf8();
      const GeoPoint wgs = pointOf(v[QLatin1String("wgs84")]);
      const GeoPoint gcj = wgsToGcj(wgs);
      const GeoPoint wanted = pointOf(v[QLatin1String("gcj02")]);
      QVERIFY2(metres(gcj, wanted) < 0.01, name);
      QVERIFY2(metres(gcjToBd(wanted), pointOf(v[QLatin1String("bd09")])) < 0.01, name);
      QVERIFY2(metres(gcjToWgs(gcj), wgs) < 0.01, name);
      QVERIFY2(metres(bdToGcj(gcjToBd(gcj)), gcj) < 0.5, name);
      QVERIFY2(metres(toWgs(gcjToBd(gcj), Datum::Bd09), wgs) < 0.5, name);
    }
  }

  void inverse_endsEverywhere()
  {
    for (double lon = -180; lon <= 180; lon += 7.3)
      for (double lat = -84; lat <= 84; lat += 7.1)
        QVERIFY(std::isfinite(gcjToWgs({lon, lat}).longitude));
    QVERIFY(std::isfinite(gcjToWgs({72.004, 30}).latitude)); // where a well-known library never returns
  }

  void points_outsideTheBoxStayWhereTheyAre()
  {
    const GeoPoint berlin{13.4, 52.5};
    QCOMPARE(toWgs(berlin, Datum::Gcj02), berlin);
    QCOMPARE(toWgs({116.4, 39.9}, Datum::Wgs84), (GeoPoint{116.4, 39.9}));
  }

  void projection_returnsToThePoint()
  {
    for (double lon = -179; lon <= 179; lon += 11.7)
      for (double lat = -84; lat <= 84; lat += 8.3) {
        const GeoPoint back = toGeo(toMap({lon, lat}));
        QVERIFY(std::abs(back.longitude - lon) < 1e-9);
        QVERIFY(std::abs(back.latitude - lat) < 1e-9);
      }
    for (const auto& value : m_vectors) {
      const QJsonObject v = value.toObject();
      constexpr double kHalf = 20037508.342789244; // metres of EPSG:3857 from the middle to the edge
      const MapPoint map = toMap(pointOf(v[QLatin1String("wgs84")]));
      const QJsonArray wanted = v[QLatin1String("epsg3857")].toArray();
      QVERIFY(std::abs((map.x - 0.5) * 2 * kHalf - wanted.at(0).toDouble()) < 0.01);
      QVERIFY(std::abs((0.5 - map.y) * 2 * kHalf - wanted.at(1).toDouble()) < 0.01);
    }
  }
};

SC_TEST(DatumTest)
#include "datum_test.moc"
