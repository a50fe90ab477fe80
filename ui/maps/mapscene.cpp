#include "ui/maps/mapscene.h"

#include "ui/maps/maplegend.h"
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

constexpr qreal kScaleText = 100;
constexpr int kLargeCluster = 10;  ///< bears its name always
constexpr size_t kRoomForAll = 60; ///< clusters on the screen

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
  const double scale = camera.scale();
  for (const MapPoint& p : way)
    points.push_back(first + QPointF(p.x - way.front().x, p.y - way.front().y) * scale);
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

/// Text in the middle of a place; the painter's own layout of text in a rectangle takes three times as long.
void drawCentred(QPainter& painter, const QRectF& place, const QString& text, const QFont& font, MapSigns& signs)
{
  const QSizeF size = signs.sizeOf(text, font);
  const qreal base = place.center().y() - size.height() / 2 + QFontMetricsF(font).ascent();
  painter.setFont(font);
  painter.drawText(QPointF(place.center().x() - size.width() / 2, base), text);
}

void drawSign(QPainter& painter, const QRectF& place, const PointCluster& cluster, MapSigns& signs)
{
  const MapLook& look = signs.look();
  const size_t kind = kindOf(cluster);
  const bool hollow = isVague(cluster);
  signs.draw(painter, QStringLiteral("sign %1 %2 %3").arg(kind).arg(place.width()).arg(hollow), place,
             [&](QPainter& on, const QRectF& where) {
               on.setPen(hollow ? QPen(look.kinds[kind], 2.5) : QPen(look.surface, 2));
               on.setBrush(hollow ? look.surface : look.kinds[kind]);
               on.drawPath(kindShape(kind, where.adjusted(1, 1, -1, -1)));
             });
  if (cluster.count <= 1)
    return;
  const QString text = shortCount(cluster.count);
  QRectF within({0, 0}, signs.sizeOf(text, look.smallBold));
  within.moveCenter(place.center());
  if (kind == 3) // a triangle is widest below
    within.translate(0, place.height() / 4);
  signs.draw(painter, QStringLiteral("count %1 ").arg(hollow) + text, within, [&](QPainter& on, const QRectF& where) {
    on.setPen(hollow ? look.text : look.surface);
    drawCentred(on, where, text, look.smallBold, signs);
  });
}

void drawNameplate(QPainter& painter, const QRectF& place, const QString& name, MapSigns& signs)
{
  const MapLook& look = signs.look();
  const auto plate = [&](QPainter& on, const QRectF& where) {
    on.setPen(QPen(look.border, 1));
    on.setBrush(look.surface);
    on.drawRoundedRect(where, 3, 3);
    on.setPen(look.text);
    drawCentred(on, where, name, look.smallBold, signs);
  };
  signs.draw(painter, QStringLiteral("plate ") + name, place, plate, MapSigns::Urgency::CanWait);
}

void drawClusters(QPainter& painter, const MapScene& scene, const MapCamera& camera, MapSigns& signs,
                  const std::vector<ShownCluster>& clusters)
{
  const auto& all = scene.content.clusters.at(camera.zoom);
  for (const ShownCluster& shown : clusters)
    drawSign(painter, shown.place, all[shown.cluster], signs);
  for (const ShownCluster& shown : clusters)
    if (!shown.name.isEmpty())
      drawNameplate(painter, shown.nameplate, shown.name, signs);
}

/// The larger clusters bear their names always, the smaller ones where there is room.
void leaveNamesThatFit(std::vector<ShownCluster>& shown, const std::vector<PointCluster>& clusters)
{
  const auto isLarge = [&](const ShownCluster& one) { return clusters[one.cluster].count >= kLargeCluster; };
  std::vector<QRectF> taken;
  for (const ShownCluster& one : shown) {
    taken.push_back(one.place);
    if (isLarge(one) && !one.name.isEmpty())
      taken.push_back(one.nameplate);
  }
  for (ShownCluster& one : shown) {
    if (isLarge(one) || one.name.isEmpty())
      continue;
    if (std::any_of(taken.begin(), taken.end(),
                    [&one](const QRectF& other) { return other.intersects(one.nameplate); }))
      one.name.clear();
    else
      taken.push_back(one.nameplate);
  }
}

void drawScale(QPainter& painter, const MapCamera& camera, MapSigns& signs)
{
  const MapLook& look = signs.look();
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
  const QPointF corner(camera.size.width() - wide - kMapMargin, camera.size.height() - kMapMargin);
  const QPolygonF bar{corner - QPointF(0, 5), corner, corner + QPointF(wide, 0), corner + QPointF(wide, -5)};
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(look.halo, 4));
  painter.drawPolyline(bar);
  painter.setPen(QPen(look.text, 1.5));
  painter.drawPolyline(bar);
  const QString text = km >= 1 ? MapTexts::tr("%1 km").arg(numberText(qint64(km)))
                               : MapTexts::tr("%1 m").arg(numberText(qint64(km * 1000)));
  const QRectF above(corner.x() + wide / 2 - kScaleText / 2, corner.y() - 24, kScaleText, 20);
  signs.draw(painter, QStringLiteral("scale ") + text, above, [&](QPainter& on, const QRectF& place) {
    on.setFont(look.small);
    on.setPen(look.text);
    on.drawText(place, Qt::AlignCenter, text);
  });
}

/// The map review number where there is one, and who made the map.
QString noticeText(const MapScene& scene)
{
  return scene.approvalNumber.isEmpty() ? scene.attribution
                                        : scene.approvalNumber + QStringLiteral("  ·  ") + scene.attribution;
}

void drawNotice(QPainter& painter, const MapScene& scene, const MapCamera& camera, MapSigns& signs)
{
  const QRectF line(kMapMargin, camera.size.height() - 26, std::floor(camera.size.width()) - 190, 20);
  const QString text = noticeText(scene), key = QStringLiteral("notice %1 %2").arg(line.width()).arg(text);
  signs.draw(painter, key, line, [&](QPainter& on, const QRectF& place) {
    on.setFont(signs.look().small);
    on.setPen(signs.look().muted);
    on.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                QFontMetricsF(signs.look().small).elidedText(text, Qt::ElideRight, place.width()));
  });
}

} // namespace

size_t kindOf(const PointCluster& cluster)
{
  for (size_t kind = kPointKinds - 1; kind > 0; --kind)
    if (cluster.kinds[kind] > 0 && cluster.kinds[kind] * 20 >= cluster.count)
      return kind;
  return 0;
}

bool isVague(const PointCluster& cluster)
{
  return cluster.vague > 0 && cluster.vague == cluster.count;
}

std::vector<ShownCluster> clustersShown(const MapScene& scene, const MapCamera& camera, MapSigns& signs)
{
  std::vector<ShownCluster> shown;
  const auto& clusters = scene.content.clusters.at(camera.zoom);
  const QStringList& places = scene.content.places;
  const QRectF screen({0, 0}, camera.size);
  for (size_t i = 0; i < clusters.size(); ++i) {
    const PointCluster& cluster = clusters[i];
    const qreal side = cluster.count == 1     ? 14
                       : cluster.count < 10   ? 26
                       : cluster.count < 100  ? 32
                       : cluster.count < 1000 ? 40
                                              : 50;
    QRectF place(0, 0, side, side);
    place.moveCenter(camera.toScreen(cluster.at));
    if (!screen.intersects(place))
      continue;
    shown.push_back({place, i, {}});
  }
  // Names of small clusters are for a map that has room; to measure hundreds would only take time.
  const int leastNamed = shown.size() <= kRoomForAll ? 2 : kLargeCluster;
  for (ShownCluster& one : shown) {
    const PointCluster& cluster = clusters[one.cluster];
    if (cluster.count < leastNamed || cluster.place < 0 || cluster.place >= places.size())
      continue;
    one.name = places[cluster.place];
    const QSizeF text = signs.sizeOf(one.name, signs.look().smallBold);
    one.nameplate = {one.place.center().x() - text.width() / 2 - 4, one.place.bottom() + 2, text.width() + 8,
                     text.height() + 2};
  }
  leaveNamesThatFit(shown, clusters);
  return shown;
}

std::vector<QRectF> takenBy(const MapScene& scene, const MapCamera& camera, MapSigns& signs,
                            const std::vector<ShownCluster>& clusters)
{
  std::vector<QRectF> taken;
  for (const ShownCluster& shown : clusters) {
    taken.push_back(shown.place);
    if (!shown.name.isEmpty())
      taken.push_back(shown.nameplate);
  }
  if (const QRectF legend = legendRect(scene, camera, signs); !legend.isEmpty())
    taken.push_back(legend);
  const QSizeF size = camera.size;
  taken.emplace_back(size.width() - 190, size.height() - 44, 190, 44); // the scale bar
  const qreal notice = signs.sizeOf(noticeText(scene), signs.look().small).width() + 2 * kMapMargin;
  taken.emplace_back(0, size.height() - 30, std::min(notice, size.width() / 2), 30);
  return taken;
}

/// Wider by the logarithm of how many; the larger first, so that what is cut off is what matters least.
void drawFlows(QPainter& painter, const MapScene& scene, const MapCamera& camera, const MapLook& look, qreal unit,
               const QRectF& bounds, FlowDetail detail)
{
  if (!scene.flows)
    return;
  constexpr qreal kWidest = 16;
  const QRectF screen = bounds.adjusted(-kWidest * unit, -kWidest * unit, kWidest * unit, kWidest * unit);
  const auto& flows = scene.content.flows;
  QList<QLineF> lines; // of all flows of one width
  for (size_t i = std::min(flows.size(), detail == FlowDetail::Rough ? kMostRoughFlows : kMostFlows); i-- > 0;) {
    const auto points = onScreen(flows[i].way, camera);
    for (size_t p = 1; p < points.size(); ++p) {
      QPointF a = points[p - 1], b = points[p];
      if (clipped(a, b, screen))
        lines.emplace_back(a, b);
    }
    if (i > 0 && flows[i - 1].count == flows[i].count)
      continue;
    const double width = std::clamp(0.8 * std::log2(1.0 + flows[i].count), 1.0, kWidest);
    painter.setPen(QPen(look.flow, width * unit, Qt::SolidLine, Qt::FlatCap));
    painter.setRenderHint(QPainter::Antialiasing, width > 1.5 && detail == FlowDetail::Smooth);
    painter.drawLines(lines);
    lines.clear();
  }
  painter.setRenderHint(QPainter::Antialiasing);
}

void drawScene(QPainter& painter, const MapScene& scene, const MapCamera& camera, MapSigns& signs,
               const std::vector<ShownCluster>& clusters)
{
  drawClusters(painter, scene, camera, signs, clusters);
  drawPath(painter, scene, camera, signs.look());
  if (const QRectF legend = legendRect(scene, camera, signs); !legend.isEmpty())
    drawLegend(painter, legend, scene, signs);
  drawScale(painter, camera, signs);
  drawNotice(painter, scene, camera, signs);
  if (scene.marked) {
    QColor inside = signs.look().accent;
    inside.setAlphaF(0.15F);
    painter.setPen(QPen(signs.look().accent, 1.5, Qt::DashLine));
    painter.setBrush(inside);
    painter.drawRect(*scene.marked);
  }
}

} // namespace supercargo
