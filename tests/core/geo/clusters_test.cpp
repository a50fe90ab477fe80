#include "core/geo/clusters.h"
#include "tests/support/testmain.h"

#include <QSet>

#include <random>

using namespace supercargo;

namespace {
std::vector<ClusterPoint> scattered(int count, int cities)
{
  std::mt19937 random(7);
  std::uniform_real_distribution<double> part(0, 1);
  std::vector<MapPoint> spots;
  for (int i = 0; i < cities; ++i)
    spots.push_back({0.75 + part(random) * 0.1, 0.35 + part(random) * 0.1});
  std::vector<ClusterPoint> points;
  for (int i = 0; i < count; ++i) {
    const int city = int(part(random) * part(random) * cities);
    points.push_back({i + 1, spots[size_t(city)], city, quint8(i % 4)});
  }
  return points;
}
} // namespace

class ClustersTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void sums_equalThePointsAtEveryZoom()
  {
    const auto points = scattered(20'000, 900);
    const PointClusters clusters(points);
    size_t before = 0;
    for (int zoom = 0; zoom <= PointClusters::kFinestZoom + 1; ++zoom) {
      int count = 0, kinds = 0;
      QSet<qint64> ids;
      for (size_t i = 0; i < clusters.at(zoom).size(); ++i) {
        const PointCluster& c = clusters.at(zoom)[i];
        count += c.count;
        for (const int kind : c.kinds)
          kinds += kind;
        const auto members = clusters.pointsOf(zoom, i);
        QCOMPARE(int(members.size()), c.count);
        ids.unite(QSet<qint64>(members.begin(), members.end()));
      }
      QCOMPARE(count, int(points.size()));
      QCOMPARE(kinds, int(points.size()));
      QCOMPARE(ids.size(), qsizetype(points.size()));
      QVERIFY(clusters.at(zoom).size() >= before); // closer never shows less
      before = clusters.at(zoom).size();
    }
    QVERIFY(clusters.at(0).size() < 10);
  }

  void cluster_isNamedByItsLargestPlace()
  {
    std::vector<ClusterPoint> points;
    for (int i = 0; i < 10; ++i)
      points.push_back({i, {0.8, 0.4}, i < 3 ? 1 : 2, 0});
    points.push_back({10, {0.8001, 0.4}, 3, 0});
    const PointClusters clusters(points);
    QCOMPARE(clusters.at(3).size(), size_t(1));
    QCOMPARE(clusters.at(3)[0].place, 2);
    QCOMPARE(clusters.at(3)[0].count, 11);
  }

  void expansion_tellsWhereAClusterFallsApart()
  {
    const PointClusters clusters({{1, {0.8, 0.4}, 0, 0}, {2, {0.801, 0.4}, 1, 0}});
    QCOMPARE(clusters.at(2).size(), size_t(1));
    const int zoom = clusters.expansionZoom(2, 0);
    QVERIFY(zoom > 2);
    QCOMPARE(clusters.at(zoom).size(), size_t(2));
    QCOMPARE(clusters.at(zoom - 1).size(), size_t(1));
    const PointClusters same({{1, {0.8, 0.4}, 0, 0}, {2, {0.8, 0.4}, 0, 0}});
    QCOMPARE(same.expansionZoom(2, 0), PointClusters::kFinestZoom + 1);
  }

  void nothing_isNoCluster()
  {
    QVERIFY(PointClusters().isEmpty());
    QVERIFY(PointClusters(std::vector<ClusterPoint>()).isEmpty());
    QVERIFY(PointClusters().at(5).empty());
  }
};

SC_TEST(ClustersTest)
#include "clusters_test.moc"
