#include "core/geo/bundledmap.h"
#include "core/http/client.h"
#include "tests/support/testmain.h"
#include "ui/maps/mapexport.h"
#include "ui/maps/mapview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QBuffer>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace supercargo;

namespace {

class SilentTransport : public Transport {
public:
  Cancel send(const HttpRequest&, Answer) override
  {
    return [] {};
  }
};

/// A provider that is down, or gives red pictures; asked from the fetcher's thread.
class MoodyTransport : public QObject, public Transport {
public:
  explicit MoodyTransport(std::shared_ptr<std::atomic<bool>> isDown) : m_isDown(std::move(isDown)) {}
  Cancel send(const HttpRequest&, Answer answer) override
  {
    HttpResponse response;
    response.status = *m_isDown ? 500 : 200;
    QImage red(256, 256, QImage::Format_RGB32);
    red.fill(Qt::red);
    QBuffer buffer(&response.body);
    red.save(&buffer, "PNG");
    QMetaObject::invokeMethod(
        this, [answer, response] { answer(response); }, Qt::QueuedConnection);
    return [] {};
  }

private:
  std::shared_ptr<std::atomic<bool>> m_isDown;
};

} // namespace

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
  static void drawn(MapView& view) { QTRY_VERIFY_WITH_TIMEOUT((view.grab(), view.isComplete()), 20'000); }

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

  /// Panning moves the picture and draws the rest: it must end as if it were drawn anew.
  void pan_showsWhatAFreshMapShows()
  {
    MapContent flowing = content();
    flowing.flows = {{wayBetween(toMap({114.06, 22.55}), toMap({120.2, 30.25})), 40},
                     {wayBetween(toMap({120.2, 30.25}), toMap({-118.24, 34.05})), 3}};
    const auto viewAt = [&](MapView& view) {
      view.resize(700, 500);
      view.setContent(flowing);
      view.setFlowsShown(true);
      view.showPlace({116, 30}, 5.3);
      drawn(view);
    };
    MapView panned, fresh;
    viewAt(panned);
    for (const QPointF step :
         {QPointF(37, -21), QPointF(-160, 90), QPointF(0, 1), QPointF(1, 0), QPointF(-300, -220)}) {
      panned.setCamera(panned.camera().movedBy(step));
      panned.grab();
    }
    panned.setFlowsShown(false); // drawn anew, and once more
    panned.setFlowsShown(true);
    panned.grab();
    panned.setCamera(panned.camera().movedBy({55, 48}));
    drawn(panned);
    viewAt(fresh);
    fresh.setCamera(panned.camera());
    drawn(fresh);
    const QImage a = panned.image(), b = fresh.image();
    QCOMPARE(a.size(), b.size());
    constexpr int kSmoothing = 12; // a strip is smoothed from its own edge on
    int different = 0;
    for (int y = 0; y < a.height(); ++y)
      for (int x = 0; x < a.width(); ++x)
        different += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > kSmoothing;
    QVERIFY2(different < a.width() * a.height() / 500, qPrintable(QString::number(different)));
  }

  void clusters_bearTheNameOfTheirPlace()
  {
    MapScene scene;
    scene.content.places = {QStringLiteral("深圳"), QStringLiteral("东莞"), QStringLiteral("兰州")};
    std::vector<ClusterPoint> points;
    const auto add = [&](GeoPoint at, int place, int count) {
      for (int i = 0; i < count; ++i)
        points.push_back({qint64(points.size()) + 1, toMap(at), place, 0});
    };
    add({114.06, 22.55}, 0, 40);
    add({114.06, 22.25}, 1, 3); // so near below that its name would lie on the other's
    add({103.8, 36.1}, 2, 2);
    scene.content.clusters = PointClusters(points, 10);
    MapCamera camera;
    camera.size = {1400, 900};
    camera.centre = toMap({110, 29});
    camera.zoom = 6;
    MapSigns signs;
    signs.setLook(mapLook(), 1);
    const auto shown = clustersShown(scene, camera, signs);
    QCOMPARE(shown.size(), size_t(3));
    QStringList names;
    for (const ShownCluster& one : shown) {
      names.append(one.name);
      for (const ShownCluster& other : shown)
        QVERIFY(one.name.isEmpty() || other.name.isEmpty() || one.cluster == other.cluster ||
                !one.nameplate.intersects(other.nameplate));
    }
    QVERIFY(names.contains(QStringLiteral("深圳")) && names.contains(QStringLiteral("兰州")));
    QVERIFY(!names.contains(QStringLiteral("东莞")));
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

  void box_choosesWhatLiesInIt()
  {
    MapView view;
    view.resize(800, 600);
    view.setContent(content());
    view.showPlace({117, 27}, 5);
    QSignalSpy boxed(&view, &MapView::boxed);
    QTest::mousePress(&view, Qt::LeftButton, Qt::ShiftModifier, {5, 5});
    QTest::mouseRelease(&view, Qt::LeftButton, Qt::ShiftModifier, {790, 590});
    QCOMPARE(boxed.size(), 1);
    QCOMPARE(boxed[0][0].value<std::vector<qint64>>().size(), size_t(200)); // Los Angeles lies outside
  }

  void hover_tellsPlaceAndNumbers()
  {
    MapView view;
    view.resize(800, 600);
    view.setContent(content());
    view.showPlace({120.2, 30.25}, 10);
    const QPointF middle = QRectF(view.rect()).center();
    QMouseEvent move(QEvent::MouseMove, middle, view.mapToGlobal(middle), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &move);
    QVERIFY(view.hoverText().contains(QStringLiteral("杭州")));
    QVERIFY(view.hoverText().contains(QStringLiteral("100")));
  }

  void enter_opensWhatIsNearestToTheMiddle()
  {
    MapView view;
    view.resize(800, 600);
    view.setContent(content());
    view.showPlace({114.2, 22.6}, 10);
    QSignalSpy chosen(&view, &MapView::chosen);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
  }

  void way_acrossTheDateLineIsTheShorterOne()
  {
    const auto way = wayBetween(toMap({121.5, 31.2}), toMap({-118.2, 34.0}));
    QVERIFY(way.size() > 10);
    for (size_t i = 1; i < way.size(); ++i)
      QVERIFY(std::abs(way[i].x - way[i - 1].x) < 0.05); // no leap around the world
    QVERIFY(way.back().x > way.front().x);
    QCOMPARE(wayBetween(toMap({114, 22.5}), toMap({120, 30})).size(), size_t(2));
  }

  void picture_goesIntoFiles()
  {
    QTemporaryDir folder;
    MapView view;
    view.resize(640, 400);
    view.setContent(content());
    view.showPlace({116, 30}, 4);
    const QString png = folder.filePath(QStringLiteral("map.png")), pdf = folder.filePath(QStringLiteral("map.pdf"));
    auto saved = saveMapImage(view.image(), png);
    QTRY_VERIFY_WITH_TIMEOUT(saved.isFinished(), 20'000);
    QVERIFY(saved.result());
    QCOMPARE(QImage(png).width(), view.image().width());
    MapPicture picture{view.scene(), view.camera(), mapLook(), nullptr, QStringLiteral("Parcels")};
    auto printed = saveMapPdf(picture, pdf);
    QTRY_VERIFY_WITH_TIMEOUT(printed.isFinished(), 60'000);
    QVERIFY(printed.result());
    QFile file(pdf);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(5) == "%PDF-" && file.size() > 20'000); // lines, not nothing
    auto refused = saveMapPdf(picture, folder.filePath(QStringLiteral("no/such/map.pdf")));
    QTRY_VERIFY_WITH_TIMEOUT(refused.isFinished(), 20'000);
    QVERIFY(!refused.result());
  }

  void source_thatFailsLeavesTheOfflineMap()
  {
    MapView view;
    view.resize(800, 600);
    view.showPlace({104.4, 41.0}, 5);
    TileSource source;
    source.kind = TileSourceKind::Mbtiles;
    QTemporaryDir folder;
    source.address = folder.filePath(QStringLiteral("map.mbtiles"));
    QFile damaged(source.address);
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(QByteArray(5000, 'x'));
    damaged.close();
    TileFetchOptions options;
    options.clock = [] { return fromMs(1'768'471'200'000); };
    view.setSource(source, options);
    drawn(view);
    const QImage image = view.image();
    const QPointF middle(image.width() / 2.0 + 40, image.height() / 2.0);
    QCOMPARE(image.pixelColor(middle.toPoint()).rgb(), mapLook().home.rgb()); // the Gobi is still there
  }

  void source_thatHangsLeavesNoHole()
  {
    MapView view;
    view.resize(800, 600);
    view.showPlace({104.4, 41.0}, 5);
    TileSource source;
    source.kind = TileSourceKind::Xyz;
    source.address = QStringLiteral("https://tiles.example/{z}/{x}/{y}.png");
    source.attribution = QStringLiteral("Somebody");
    TileFetchOptions options;
    options.clock = [] { return fromMs(1'768'471'200'000); };
    options.transport = [] { return std::make_unique<SilentTransport>(); };
    view.setSource(source, options);
    drawn(view);
    const QImage image = view.image();
    QCOMPARE(image.pixelColor(image.width() / 2 + 40, image.height() / 2).rgb(), mapLook().home.rgb());
    const QString credit = view.scene().attribution; // of both: the offline map stands in
    QVERIFY2(credit.contains(QLatin1String("Somebody")) && credit.contains(MapView::offlineCredit()),
             qPrintable(credit));
  }

  void source_thatRecoversReplacesWhatStoodIn()
  {
    const auto isDown = std::make_shared<std::atomic<bool>>(true);
    const auto now = std::make_shared<std::atomic<qint64>>(1'768'471'200'000);
    MapView view;
    view.resize(800, 600);
    view.showPlace({104.4, 41.0}, 5);
    TileSource source;
    source.kind = TileSourceKind::Xyz;
    source.address = QStringLiteral("https://tiles.example/{z}/{x}/{y}.png");
    source.attribution = QStringLiteral("Somebody");
    TileFetchOptions options;
    options.clock = [now] { return fromMs(*now); };
    options.transport = [isDown] { return std::make_unique<MoodyTransport>(isDown); };
    view.setSource(source, options);
    drawn(view);
    const QPoint spot(400, 300);
    QVERIFY(view.image().pixelColor(spot) != QColor(Qt::red));
    QVERIFY2(view.scene().attribution.contains(MapView::offlineCredit()), qPrintable(view.scene().attribution));
    *isDown = false;
    *now += 61'000; // the fetcher has rested
    view.showPlace({20, 10}, 5);
    drawn(view);
    view.showPlace({104.4, 41.0}, 5); // where the offline map stood in
    QTRY_COMPARE_WITH_TIMEOUT(view.image().pixelColor(spot), QColor(Qt::red), 20'000);
    QCOMPARE(view.scene().attribution, QStringLiteral("Somebody"));
  }

  void newNames_waitForTheNextFrameWhenTimeIsUp()
  {
    MapSigns signs;
    signs.setLook(mapLook(), 1);
    QImage image(100, 40, QImage::Format_RGB32);
    const auto drawnIn = [&](const QString& key) {
      int made = 0;
      QPainter painter(&image);
      signs.draw(
          painter, key, {0, 0, 90, 30}, [&made](QPainter&, const QRectF&) { ++made; }, MapSigns::Urgency::CanWait);
      return made;
    };
    signs.beginFrame(std::chrono::nanoseconds(0));
    QCOMPARE(drawnIn(QStringLiteral("one")), 1);
    QVERIFY(!signs.hasLeftOut());
    QCOMPARE(drawnIn(QStringLiteral("two")), 0);
    QVERIFY(signs.hasLeftOut());
    signs.beginFrame(std::chrono::nanoseconds(0));
    QCOMPARE(drawnIn(QStringLiteral("one")), 0); // known: copied
    QCOMPARE(drawnIn(QStringLiteral("two")), 1);
    QVERIFY(!signs.hasLeftOut());
  }

  void approvalNumber_standsLowerLeft()
  {
    MapView view;
    view.resize(800, 600);
    view.showPlace({104.4, 41.0}, 5);
    drawn(view);
    const QImage without = view.image();
    view.setApprovalNumber(QStringLiteral("GS(2026)0000"));
    const QImage with = view.image();
    QRect changed;
    for (int y = 0; y < with.height(); ++y)
      for (int x = 0; x < with.width(); ++x)
        if (with.pixel(x, y) != without.pixel(x, y))
          changed |= QRect(x, y, 1, 1);
    QVERIFY(!changed.isEmpty());
    QVERIFY(changed.right() < with.width() / 2 && changed.top() > with.height() - 30 * with.devicePixelRatio());
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
