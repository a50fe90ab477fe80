#include "tests/support/testmain.h"
#include "ui/maps/mapview.h"
#include "ui/theme/theme.h"

#include <QApplication>

using namespace supercargo;

namespace {

void drawn(MapView& view)
{
  QTRY_VERIFY_WITH_TIMEOUT((view.grab(), view.isComplete()), 20'000);
}

} // namespace

class MapGroundTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }

  /// Hard edges and the largest routes only while the wheel turns; all of them, smooth, when it rests.
  void routes_areRoughOnlyWhileTheZoomChanges()
  {
    MapContent flowing;
    flowing.flows.assign(kMostRoughFlows, {wayBetween(toMap({114.06, 22.55}), toMap({120.2, 30.25})), 40});
    flowing.flows.push_back({wayBetween(toMap({106, 24}), toMap({106, 32})), 1});
    const auto viewAt = [&](MapView& view, double zoom) {
      view.resize(700, 500);
      view.setContent(flowing);
      view.setFlowsShown(true);
      view.showPlace({114, 27}, zoom);
      drawn(view);
    };
    MapView zoomed, fresh;
    viewAt(zoomed, 5.3);
    viewAt(fresh, 5.35);
    const QImage smooth = fresh.image();
    zoomed.showPlace({114, 27}, 5.35);
    const QImage moving = zoomed.grab().toImage();
    QVERIFY(!zoomed.isComplete());
    const MapLook look = mapLook();
    const auto shows = [&](const QImage& image, GeoPoint p) { // near there, a line is a pixel wide
      const QPoint at = fresh.camera().toScreen(toMap(p)).toPoint();
      for (int x = at.x() - 2; x <= at.x() + 2; ++x)
        if (image.pixelColor(x, at.y()).rgb() == look.flow.rgb())
          return true;
      return false;
    };
    const GeoPoint large = toGeo({(toMap({114.06, 22.55}).x + toMap({120.2, 30.25}).x) / 2,
                                  (toMap({114.06, 22.55}).y + toMap({120.2, 30.25}).y) / 2});
    const GeoPoint small{106, 28};
    QVERIFY(shows(moving, large) && !shows(moving, small));
    QVERIFY(shows(smooth, large) && shows(smooth, small));
    QCOMPARE(zoomed.image(), smooth); // what goes into a file is never rough
    zoomed.showPlace({114, 27}, 5.4);
    fresh.showPlace({114, 27}, 5.4);
    zoomed.grab();
    QVERIFY(!zoomed.isComplete());
    drawn(zoomed);
    QCOMPARE(zoomed.grab().toImage(), fresh.image());
  }
};

SC_TEST(MapGroundTest)
#include "mapground_test.moc"
