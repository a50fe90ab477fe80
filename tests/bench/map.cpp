#include "core/geo/bundledmap.h"
#include "core/geo/geocoder.h"
#include "tests/bench/bench.h"
#include "ui/maps/mapview.h"
#include "ui/theme/theme.h"

#include <QApplication>

#include <cmath>
#include <functional>
#include <random>

namespace supercargo::bench {
namespace {

constexpr QSize kScreen(1600, 1000);
constexpr int kFrames = 240, kSteps = 60, kClusterings = 5;
constexpr quint32 kSeed = 20260115;

/// Parcels in the cities of China and the world, the large ones more often, and the routes between them.
struct SampleParcels {
  std::vector<ClusterPoint> points;
  QStringList places;
  std::vector<MapFlow> flows;
};

SampleParcels sampleParcels(const Gazetteer& gazetteer, qint64 count)
{
  SampleParcels sample;
  std::vector<MapPoint> at;
  std::vector<double> weights;
  for (const Division& d : gazetteer.divisions)
    if (d.level == DivisionLevel::Prefecture || d.level == DivisionLevel::County) {
      sample.places.append(d.shortName);
      at.push_back(toMap(d.point));
      weights.push_back(d.level == DivisionLevel::Prefecture ? 20 : 1);
    }
  for (const WorldPlace& place : gazetteer.world)
    if (place.people >= 500'000) {
      sample.places.append(place.name);
      at.push_back(toMap(place.point));
      weights.push_back(2);
    }
  std::mt19937 random(kSeed);
  std::discrete_distribution<int> choose(weights.begin(), weights.end());
  std::uniform_int_distribution<int> percent(0, 99);
  QHash<std::pair<int, int>, int> between;
  for (qint64 i = 0; i < count; ++i) {
    const int place = choose(random), share = percent(random);
    sample.points.push_back({i + 1, at[size_t(place)], place,
                             quint8(share < 90   ? 0
                                    : share < 94 ? 1
                                    : share < 98 ? 2
                                                 : 3)});
    if (i % 10 == 0)
      ++between[{choose(random), place}];
  }
  for (auto it = between.cbegin(); it != between.cend(); ++it)
    sample.flows.push_back({wayBetween(at[size_t(it.key().first)], at[size_t(it.key().second)]), it.value()});
  std::sort(sample.flows.begin(), sample.flows.end(),
            [](const MapFlow& a, const MapFlow& b) { return a.count > b.count; });
  return sample;
}

void waitForTiles(MapView& view, QImage& into)
{
  do {
    view.render(&into);
    QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
  } while (!view.isComplete());
}

double framesP95(MapView& view, QImage& into, int frames, const std::function<void(int)>& move)
{
  std::vector<double> samples;
  for (int i = 0; i < frames; ++i) {
    const Stopwatch watch;
    move(i);
    view.render(&into);
    samples.push_back(watch.ms());
    QCoreApplication::processEvents(QEventLoop::AllEvents, 1); // tiles that workers finished
  }
  return percentile(samples, 0.95);
}

bool sumsAreRight(const PointClusters& clusters, qint64 count)
{
  for (int zoom = 0; zoom <= PointClusters::kFinestZoom + 1; ++zoom) {
    qint64 sum = 0;
    for (const PointCluster& c : clusters.at(zoom))
      sum += c.count;
    if (sum != count)
      return false;
  }
  return true;
}

} // namespace

QJsonObject map(const Options& options)
{
  applyTheme(*qApp, ThemeMode::Light);
  const qint64 count = number(options, QStringLiteral("parcels"), 100'000);
  const auto gazetteer = bundledGazetteer();
  if (!gazetteer)
    return {{QStringLiteral("error"), gazetteer.error().detail}};
  const SampleParcels sample = sampleParcels(**gazetteer, count);
  std::vector<double> clusterings;
  PointClusters clusters;
  for (int i = 0; i < kClusterings; ++i) {
    const Stopwatch watch;
    clusters = PointClusters(sample.points);
    clusterings.push_back(watch.ms());
  }
  const bool right = sumsAreRight(clusters, count);

  QImage screen(kScreen, QImage::Format_RGB32);
  const Stopwatch first; // nothing of the map was read or drawn before
  MapView view;
  view.resize(kScreen);
  view.setGazetteer(**gazetteer);
  view.setContent({clusters, sample.places, sample.flows});
  view.showPlace({108, 34}, 4.6);
  waitForTiles(view, screen);
  const double firstMap = first.ms();

  view.setFlowsShown(options.contains(QStringLiteral("routes")));
  view.showPlace({113, 31}, 6.2);
  waitForTiles(view, screen);
  const double pan = framesP95(view, screen, kFrames, [&](int i) {
    const double angle = double(i) / kFrames * 6.283;
    view.setCamera(view.camera().movedBy({6 * std::cos(angle), 6 * std::sin(angle)}));
  });
  const QPointF anchor(kScreen.width() * 0.4, kScreen.height() * 0.6);
  const double zoom = framesP95(view, screen, kSteps, [&](int i) {
    view.setCamera(view.camera().zoomedTo(view.camera().zoom + ((i / 15) % 2 ? -0.25 : 0.25), anchor));
  });
  const Geocoder geocoder(*gazetteer);
  const QString text = QStringLiteral("【广州市】快件已到达 广州白云转运中心，准备发往 杭州转运中心");
  constexpr int kTexts = 20'000;
  const Stopwatch reading;
  for (int i = 0; i < kTexts; ++i)
    geocoder.locate(text);
  return {{QStringLiteral("parcels"), count},
          {QStringLiteral("pan_p95_ms"), pan},
          {QStringLiteral("zoom_p95_ms"), zoom},
          {QStringLiteral("first_map_ms"), firstMap},
          {QStringLiteral("cluster_ms"), percentile(clusterings, 0.5)},
          {QStringLiteral("sums_equal"), right},
          {QStringLiteral("geocode_us"), reading.ms() * 1000 / kTexts},
          {QStringLiteral("rss_mb"), residentMb()}};
}

} // namespace supercargo::bench
