#include "ui/maps/mapscene.h"

#include "ui/text/format.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {

struct MapTexts {
  Q_DECLARE_TR_FUNCTIONS(MapTexts)
};

constexpr qreal kMargin = 12, kLegendSign = 12, kLegendGap = 6, kLegendLine = 20;
constexpr double kFarKm = 1500; ///< from here a straight line on the map is visibly not the way
constexpr int kMostFlows = 1500;

QString shortCount(int count)
{
  return count < 10'000 ? numberText(count) : QStringLiteral("%1k").arg(count / 1000);
}

/// The part of a line inside a rectangle (Liang and Barsky); false: none.
bool clipped(QPointF& a, QPointF& b, const QRectF& r)
{
  const QPointF d = b - a;
  double from = 0, to = 1;
  const auto cut = [&](double p, double q) {
    if (p == 0)
      return q >= 0;
    const double t = q / p;
    if (p < 0)
      from = std::max(from, t);
    else
      to = std::min(to, t);
    return from <= to;
  };
  if (!cut(-d.x(), a.x() - r.left()) || !cut(d.x(), r.right() - a.x()) || !cut(-d.y(), a.y() - r.top()) ||
      !cut(d.y(), r.bottom() - a.y()))
    return false;
  b = a + d * to;
  a = a + d * from;
  return true;
}

/// The world's copy whose first point is drawn nearest to the middle carries the whole line.
std::vector<QPointF> onScreen(const std::vector<MapPoint>& way, const MapCamera& camera)
{
  std::vector<QPointF> points;
  points.reserve(way.size());
  const QPointF first = camera.toScreen(way.front());
  for (const MapPoint& p : way)
    points.push_back(first + QPointF(p.x - way.front().x, p.y - way.front().y) * camera.scale());
  return points;
}

void drawLine(QPainter& painter, const std::vector<QPointF>& points, const QRectF& screen)
{
  for (size_t i = 1; i < points.size(); ++i) {
    QPointF a = points[i - 1], b = points[i];
    if (clipped(a, b, screen))
      painter.drawLine(a, b);
  }
}

void drawArrow(QPainter& painter, QPointF from, QPointF to)
{
  constexpr qreal kArrow = 9, kLeastLeg = 24, kAngle = 25;
  const QLineF leg(from, to);
  if (leg.length() < kLeastLeg)
    return;
  QLineF head(leg.pointAt(0.6), from);
  head.setLength(kArrow);
  QLineF other = head;
  head.setAngle(head.angle() + kAngle);
  other.setAngle(other.angle() - kAngle);
  painter.drawLine(head);
  painter.drawLine(other);
}

void drawPath(QPainter& painter, const MapScene& scene, const MapCamera& camera, const MapLook& look)
{
  const auto& path = scene.path;
  if (path.empty())
    return;
  const QRectF screen = QRectF({0, 0}, camera.size).adjusted(-20, -20, 20, 20);
  for (const bool halo : {true, false})
    for (size_t i = 1; i < path.size(); ++i) {
      const bool expected = path[i].expected;
      painter.setPen(QPen(halo ? look.surface : look.accent, halo ? 5.5 : 2.5,
                          expected && !halo ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap));
      const auto points = onScreen(wayBetween(path[i - 1].at, path[i].at), camera);
      drawLine(painter, points, screen);
      if (!halo && !expected)
        drawArrow(painter, points[points.size() / 2 - (points.size() > 2 ? 1 : 0)],
                  points.size() > 2 ? points[points.size() / 2] : points.back());
    }
  const MapStop* last = nullptr;
  for (const MapStop& stop : path) {
    painter.setPen(QPen(look.accent, 2));
    painter.setBrush(look.surface);
    painter.drawEllipse(camera.toScreen(stop.at), stop.expected ? 3 : 4, stop.expected ? 3 : 4);
    if (!stop.expected)
      last = &stop;
  }
  if (last) { // where it is now
    painter.setBrush(look.accent);
    painter.setPen(QPen(look.surface, 2));
    painter.drawEllipse(camera.toScreen(last->at), 7, 7);
  }
}

QRectF nameRect(const QString& name, const ShownCluster& shown, const QFontMetricsF& metrics)
{
  const qreal wide = metrics.horizontalAdvance(name) + 8;
  return {shown.place.center().x() - wide / 2, shown.place.bottom() + 2, wide, metrics.height() + 2};
}

/// The place a cluster is called by; empty for small ones, whose names would only crowd the map.
QString nameOf(const MapScene& scene, const PointCluster& cluster)
{
  const bool named = cluster.count >= 10 && cluster.place >= 0 && cluster.place < scene.content.places.size();
  return named ? scene.content.places[cluster.place] : QString();
}

void drawClusters(QPainter& painter, const MapScene& scene, const MapCamera& camera, const MapLook& look,
                  const std::vector<ShownCluster>& clusters)
{
  const auto& all = scene.content.clusters.at(camera.zoom);
  const QFontMetricsF metrics(look.smallBold);
  painter.setFont(look.smallBold);
  for (const ShownCluster& shown : clusters) {
    const PointCluster& cluster = all[shown.cluster];
    const size_t kind = kindOf(cluster);
    painter.setPen(QPen(look.surface, 2));
    painter.setBrush(look.kinds[kind]);
    painter.drawPath(kindShape(kind, shown.place.adjusted(1, 1, -1, -1)));
    if (cluster.count > 1) {
      painter.setPen(look.surface);
      QRectF text = shown.place;
      if (kind == 3) // a triangle is widest below
        text.adjust(0, text.height() / 4, 0, text.height() / 4);
      painter.drawText(text, Qt::AlignCenter, shortCount(cluster.count));
    }
  }
  for (const ShownCluster& shown : clusters) {
    const QString name = nameOf(scene, all[shown.cluster]);
    if (name.isEmpty())
      continue;
    const QRectF below = nameRect(name, shown, metrics);
    painter.setPen(QPen(look.border, 1));
    painter.setBrush(look.surface);
    painter.drawRoundedRect(below, 3, 3);
    painter.setPen(look.text);
    painter.drawText(below, Qt::AlignCenter, name);
  }
}

QRectF legendRect(const MapScene& scene, const MapCamera& camera, const MapLook& look)
{
  if (!scene.legend || scene.kindWords.isEmpty())
    return {};
  const QFontMetricsF metrics(look.small);
  qreal wide = scene.flows ? metrics.horizontalAdvance(scene.flowWord) : 0;
  for (const QString& word : scene.kindWords)
    wide = std::max(wide, metrics.horizontalAdvance(word));
  const qreal lines = qreal(scene.kindWords.size()) + (scene.flows ? 1 : 0);
  const QSizeF size(wide + kLegendSign + 3 * kLegendGap + 4, lines * kLegendLine + 2 * kLegendGap);
  return {QPointF(kMargin, camera.size.height() - size.height() - kMargin - 24), size};
}

void drawLegend(QPainter& painter, const MapScene& scene, const MapCamera& camera, const MapLook& look)
{
  const QRectF box = legendRect(scene, camera, look);
  if (box.isEmpty())
    return;
  painter.setPen(QPen(look.border, 1));
  painter.setBrush(look.surface);
  painter.drawRoundedRect(box, 6, 6);
  painter.setFont(look.small);
  QRectF line(box.left() + kLegendGap + 2, box.top() + kLegendGap, box.width() - 2 * kLegendGap, kLegendLine);
  const auto say = [&](const QString& word) {
    painter.setPen(look.text);
    painter.drawText(line.adjusted(kLegendSign + kLegendGap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, word);
    line.translate(0, kLegendLine);
  };
  for (qsizetype kind = 0; kind < scene.kindWords.size() && kind < qsizetype(kPointKinds); ++kind) {
    const QRectF sign(line.left(), line.center().y() - kLegendSign / 2, kLegendSign, kLegendSign);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.kinds[size_t(kind)]);
    painter.drawPath(kindShape(size_t(kind), sign));
    say(scene.kindWords[kind]);
  }
  if (scene.flows) {
    painter.setPen(QPen(look.flow, 3, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(line.left(), line.center().y()), QPointF(line.left() + kLegendSign, line.center().y()));
    say(scene.flowWord);
  }
}

void drawScale(QPainter& painter, const MapCamera& camera, const MapLook& look)
{
  constexpr double kMostWide = 140;
  const GeoPoint middle = toGeo(camera.centre);
  const double perPixel = 40075.0 * std::cos(middle.latitude * std::numbers::pi / 180) / camera.scale();
  double km = std::pow(10, std::floor(std::log10(perPixel * kMostWide)));
  for (const double step : {5.0, 2.0})
    if (km * step / perPixel <= kMostWide) {
      km *= step;
      break;
    }
  const double wide = km / perPixel;
  const QPointF corner(camera.size.width() - wide - kMargin, camera.size.height() - kMargin);
  const QPolygonF bar{corner - QPointF(0, 5), corner, corner + QPointF(wide, 0), corner + QPointF(wide, -5)};
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(look.halo, 4));
  painter.drawPolyline(bar);
  painter.setPen(QPen(look.text, 1.5));
  painter.drawPolyline(bar);
  painter.setFont(look.small);
  const QString text = km >= 1 ? MapTexts::tr("%1 km").arg(numberText(qint64(km)))
                               : MapTexts::tr("%1 m").arg(numberText(qint64(km * 1000)));
  painter.drawText(QRectF(corner - QPointF(20, 24), QSizeF(wide + 40, 20)), Qt::AlignCenter, text);
}

/// The map review number where there is one, and who made the map.
QString noticeText(const MapScene& scene)
{
  return scene.approvalNumber.isEmpty() ? scene.attribution
                                        : scene.approvalNumber + QStringLiteral("  ·  ") + scene.attribution;
}

void drawNotice(QPainter& painter, const MapScene& scene, const MapCamera& camera, const MapLook& look)
{
  const QRectF line(kMargin, camera.size.height() - 26, camera.size.width() - 190, 20);
  painter.setFont(look.small);
  painter.setPen(look.muted);
  painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                   QFontMetricsF(look.small).elidedText(noticeText(scene), Qt::ElideRight, line.width()));
}

} // namespace

size_t kindOf(const PointCluster& cluster)
{
  for (size_t kind = kPointKinds - 1; kind > 0; --kind)
    if (cluster.kinds[kind] > 0 && cluster.kinds[kind] * 20 >= cluster.count)
      return kind;
  return 0;
}

std::vector<ShownCluster> clustersShown(const MapScene& scene, const MapCamera& camera)
{
  std::vector<ShownCluster> shown;
  const auto& clusters = scene.content.clusters.at(camera.zoom);
  const QRectF screen({0, 0}, camera.size);
  for (size_t i = 0; i < clusters.size(); ++i) {
    const int count = clusters[i].count;
    const qreal side = count == 1 ? 14 : count < 10 ? 26 : count < 100 ? 32 : count < 1000 ? 40 : 50;
    QRectF place(0, 0, side, side);
    place.moveCenter(camera.toScreen(clusters[i].at));
    if (screen.intersects(place))
      shown.push_back({place, i});
  }
  return shown;
}

std::vector<MapPoint> wayBetween(MapPoint from, MapPoint to)
{
  to.x -= std::round(to.x - from.x); // the shorter way round
  const double km = distanceKm(toGeo(from), toGeo(to));
  if (km < kFarKm)
    return {from, to};
  const auto vectorOf = [](MapPoint p) {
    const GeoPoint g = toGeo(p);
    const double lon = g.longitude * std::numbers::pi / 180, lat = g.latitude * std::numbers::pi / 180;
    return std::array{std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
  };
  const auto a = vectorOf(from), b = vectorOf(to);
  const double angle = km / 6371.0088, sine = std::sin(angle);
  if (sine < 1e-6)
    return {from, to};
  const int steps = std::clamp(int(km / 250), 4, 64);
  std::vector<MapPoint> way{from};
  for (int i = 1; i < steps; ++i) {
    const double t = double(i) / steps, u = std::sin((1 - t) * angle) / sine, v = std::sin(t * angle) / sine;
    const double x = u * a[0] + v * b[0], y = u * a[1] + v * b[1], z = u * a[2] + v * b[2];
    MapPoint p =
        toMap({std::atan2(y, x) * 180 / std::numbers::pi, std::atan2(z, std::hypot(x, y)) * 180 / std::numbers::pi});
    p.x -= std::round(p.x - way.back().x);
    way.push_back(p);
  }
  to.x -= std::round(to.x - way.back().x);
  way.push_back(to);
  return way;
}

std::vector<QRectF> takenBy(const MapScene& scene, const MapCamera& camera, const MapLook& look,
                            const std::vector<ShownCluster>& clusters)
{
  std::vector<QRectF> taken;
  const QFontMetricsF metrics(look.smallBold);
  const auto& all = scene.content.clusters.at(camera.zoom);
  for (const ShownCluster& shown : clusters) {
    taken.push_back(shown.place);
    if (const QString name = nameOf(scene, all[shown.cluster]); !name.isEmpty())
      taken.push_back(nameRect(name, shown, metrics));
  }
  if (const QRectF legend = legendRect(scene, camera, look); !legend.isEmpty())
    taken.push_back(legend);
  const QSizeF size = camera.size;
  taken.emplace_back(size.width() - 190, size.height() - 44, 190, 44); // the scale bar
  const qreal notice = QFontMetricsF(look.small).horizontalAdvance(noticeText(scene)) + 2 * kMargin;
  taken.emplace_back(0, size.height() - 30, std::min(notice, size.width() / 2), 30);
  return taken;
}

/// Wider by the logarithm of how many; the larger first, so that what is cut off is what matters least.
void drawFlows(QPainter& painter, const MapScene& scene, const MapCamera& camera, const MapLook& look)
{
  if (!scene.flows)
    return;
  const QRectF screen = QRectF({0, 0}, camera.size).adjusted(-4, -4, 4, 4);
  const size_t drawn = std::min<size_t>(scene.content.flows.size(), kMostFlows);
  for (size_t i = drawn; i-- > 0;) {
    const MapFlow& flow = scene.content.flows[i];
    const double width = std::max(1.0, 0.8 * std::log2(1.0 + flow.count));
    painter.setPen(QPen(look.flow, width, Qt::SolidLine, Qt::FlatCap));
    painter.setRenderHint(QPainter::Antialiasing, width > 1.5);
    drawLine(painter, onScreen(wayBetween(flow.from, flow.to), camera), screen);
  }
  painter.setRenderHint(QPainter::Antialiasing);
}

void drawScene(QPainter& painter, const MapScene& scene, const MapCamera& camera, const MapLook& look,
               const std::vector<ShownCluster>& clusters)
{
  drawClusters(painter, scene, camera, look, clusters);
  drawPath(painter, scene, camera, look);
  drawLegend(painter, scene, camera, look);
  drawScale(painter, camera, look);
  drawNotice(painter, scene, camera, look);
  if (scene.marked) {
    QColor inside = look.accent;
    inside.setAlphaF(0.15F);
    painter.setPen(QPen(look.accent, 1.5, Qt::DashLine));
    painter.setBrush(inside);
    painter.drawRect(*scene.marked);
  }
}

} // namespace supercargo
