#include "core/geo/bundledmap.h"
#include "tests/support/testmain.h"
#include "ui/maps/mapview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QSignalSpy>

using namespace supercargo;

class MapViewTest : public QObject {
  Q_OBJECT

  static MapContent content()
  {
    MapContent content;
    content.places = {QStringLiteral("深圳"), QStringLiteral("杭州"), QStringLiteral("Los Angeles")};
    std::vector<ClusterPoint> points;
    const GeoPoint spots[] = {{114.06, 22.55}, {120.2, 30.25}, {-118.24, 34.05}};
    for (int i = 0; i < 300; ++i)
      points.push_back({i + 1, toMap(spots[i % 3]), i % 3, quint8(i % 3 == 1 ? 2 : 0)});
    content.clusters = PointClusters(points);
    return content;
  }
  static void drawn(MapView& view)
  {
    view.grab();
    QTRY_VERIFY_WITH_TIMEOUT(view.isComplete(), 20'000);
  }

private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }

  void zoom_keepsThePlaceUnderThePointer()
  {
    MapCamera camera;
    camera.size = {800, 600};
    const QPointF anchor(123, 456);
    const MapPoint before = camera.toWorld(anchor);
    const MapPoint after = camera.zoomedTo(camera.zoom + 1.25, anchor).toWorld(anchor);
    QVERIFY(std::hypot(before.x - after.x, before.y - after.y) < 1e-12);
    const QPointF there = camera.toScreen(before);
    QVERIFY(std::hypot(there.x() - anchor.x(), there.y() - anchor.y()) < 1e-6);
    QCOMPARE(camera.zoomedTo(99, anchor).zoom, MapCamera::kMostZoom);
  }

  void map_showsLandAndSea()
  {
    MapView view;
    view.resize(800, 600);
    view.showPlace({116, 30}, 4);
    drawn(view);
    const QImage image = view.image();
    const MapLook look = mapLook();
    const auto colourAt = [&](GeoPoint p) {
      return image.pixelColor((view.camera().toScreen(toMap(p)) * image.devicePixelRatio()).toPoint());
    };
    QCOMPARE(colourAt({126.5, 29.3}).rgb(), look.sea.rgb());  // East China Sea
    QCOMPARE(colourAt({104.4, 41.0}).rgb(), look.home.rgb()); // the Gobi
    QVERIFY(look.sea.rgb() != look.home.rgb());
  }

  void press_opensAClusterAndThenItsParcels()
  {
    MapView view;
    view.resize(800, 600);
    view.setContent(content());
    view.showPlace({114.06, 22.55}, 10);
    QSignalSpy chosen(&view, &MapView::chosen);
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.rect().center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<std::vector<qint64>>().size(), size_t(100));
  }

  void keys_moveAndZoom()
  {
    MapView view;
    view.resize(800, 600);
    const MapCamera before = view.camera();
    QTest::keyClick(&view, Qt::Key_Plus);
    QVERIFY(view.camera().zoom > before.zoom);
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(view.camera().centre.x > before.centre.x);
    QTest::keyClick(&view, Qt::Key_Down);
    QVERIFY(view.camera().centre.y > before.centre.y);
  }

  void fit_showsEveryPoint()
  {
    MapView view;
    view.resize(800, 600);
    view.setContent(content());
    view.fitContent();
    for (const GeoPoint p : {GeoPoint{114.06, 22.55}, GeoPoint{-118.24, 34.05}}) {
      MapCamera camera = view.camera();
      QVERIFY(QRectF(view.rect()).contains(camera.toScreen(toMap(p))));
    }
  }

  void names_standBesideTheClusters()
  {
    MapView view;
    view.resize(1000, 700);
    view.showPlace({113, 31}, 4.6);
    drawn(view);
    const QImage bare = view.image();
    const auto gazetteer = bundledGazetteer();
    QVERIFY(gazetteer);
    view.setGazetteer(**gazetteer);
    view.setContent(content());
    view.setPath({{toMap({114.06, 22.55}), {}}, {toMap({120.2, 30.25}), {}}});
    view.setApprovalNumber(QStringLiteral("GS(2026)0000"));
    QVERIFY(view.image() != bare);
    if (const QByteArray folder = qgetenv("SUPERCARGO_SHOTS"); !folder.isEmpty())
      view.image().save(QString::fromLocal8Bit(folder) + QStringLiteral("/map.png"));
  }
};

SC_TEST(MapViewTest)
#include "mapview_test.moc"
