#include "tests/support/testmain.h"
#include "ui/maps/maplegend.h"
#include "ui/maps/mapview.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"

#include <QApplication>

using namespace supercargo;

namespace {

void drawn(MapView& view)
{
  QTRY_VERIFY_WITH_TIMEOUT((view.grab(), view.isComplete()), 20'000);
}

} // namespace

class MapLegendTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }

  void legend_tellsOnlyOfSignsThatThereAre()
  {
    MapScene scene;
    scene.kindWords = QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")};
    scene.vagueWord = QStringLiteral("vague");
    scene.flowWord = QStringLiteral("flow");
    MapCamera camera;
    camera.size = {800, 600};
    MapSigns signs;
    signs.setLook(mapLook(), 1);
    const auto heightWith = [&](bool vague, bool exact, bool flows) {
      std::vector<ClusterPoint> points{{1, toMap({114, 30}), 0, 0, vague}};
      if (exact)
        points.push_back({2, toMap({114, 30}), 0, 0, false}); // at the same spot: its sign is whole
      scene.content.clusters = PointClusters(points);
      scene.flows = flows;
      return legendRect(scene, camera, signs).height();
    };
    const qreal kinds = heightWith(false, false, false), line = heightWith(false, false, true) - kinds;
    QVERIFY(line > 0);
    QCOMPARE(heightWith(true, false, false), kinds + line);
    QCOMPARE(heightWith(true, false, true), kinds + 2 * line);
    QCOMPARE(heightWith(true, true, false), kinds);
    heightWith(true, false, true);
    QVERIFY(QRectF({0, 0}, camera.size).contains(legendRect(scene, camera, signs)));
    camera.size = {240, 160};
    QVERIFY(legendRect(scene, camera, signs).isEmpty()); // all six lines have no room
    heightWith(false, false, false);
    QVERIFY(QRectF({0, 0}, camera.size).contains(legendRect(scene, camera, signs)));
  }

  void legend_drawsTheHollowSign()
  {
    const auto shown = [](bool vague) {
      MapView view;
      view.resize(800, 600);
      MapContent content;
      content.clusters = PointClusters({{1, toMap({114, 30}), -1, 0, vague}});
      view.setContent(content);
      view.showPlace({-60, -40}, 5); // the parcel itself is far away
      drawn(view);
      return view.image();
    };
    const QImage whole = shown(false), hollow = shown(true);
    QVERIFY(whole != hollow);
    setLanguage(QStringLiteral("zh_CN"));
    const QImage chinese = shown(true);
    setLanguage(QStringLiteral("en"));
    QVERIFY(chinese != hollow);
  }
};

SC_TEST(MapLegendTest)
#include "maplegend_test.moc"
