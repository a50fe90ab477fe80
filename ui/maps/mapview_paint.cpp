#include "ui/maps/mapview.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {

constexpr int kMostTileZoom = 13;

/// By kind: what the point is pressing for. Colour and shape both say it.
Ink inkOf(size_t kind)
{
  static constexpr Ink kInks[kPointKinds]{Ink::Info, Ink::Violet, Ink::Warning, Ink::Danger};
  return kInks[kind];
}

/// On its way: a circle; quiet: a diamond; late: a square; a problem: a triangle.
QPainterPath shapeOf(size_t kind, const QRectF& r)
{
  QPainterPath path;
  if (kind == 0)
    path.addEllipse(r);
  else if (kind == 1)
    path.addPolygon(QPolygonF{{r.center().x(), r.top()},
                              {r.right(), r.center().y()},
                              {r.center().x(), r.bottom()},
                              {r.left(), r.center().y()}});
  else if (kind == 2)
    path.addRoundedRect(r, 3, 3);
  else
    path.addPolygon(QPolygonF{{r.center().x(), r.top()}, r.bottomRight(), r.bottomLeft()});
  path.closeSubpath();
  return path;
}

/// The most pressing kind that at least a twentieth of the points have: one late parcel must not colour a city.
size_t kindOf(const PointCluster& cluster)
{
  for (size_t kind = kPointKinds - 1; kind > 0; --kind)
    if (cluster.kinds[kind] * 20 >= cluster.count && cluster.kinds[kind] > 0)
      return kind;
  return 0;
}

QString shortCount(int count)
{
  return count < 10'000 ? numberText(count) : QStringLiteral("%1k").arg(count / 1000);
}

} // namespace

bool MapView::isComplete() const
{
  return !m_tiles.isBusy();
}

void MapView::paintEvent(QPaintEvent*)
{
  const MapLook look = mapLook();
  m_tiles.setLook(look, devicePixelRatioF());
  m_labels.setLook(look, devicePixelRatioF());
  QPainter painter(this);
  painter.fillRect(rect(), look.sea);
  drawTiles(painter);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto clusters = clustersShown();
  std::vector<QRectF> taken;
  for (const Drawn& cluster : clusters)
    taken.push_back(cluster.place);
  m_labels.draw(painter, m_camera, taken);
  drawPath(painter);
  drawClusters(painter, clusters);
  drawScale(painter);
  drawNotice(painter);
  painter.end();
  Q_EMIT painted();
}

void MapView::drawTiles(QPainter& painter)
{
  const int zoom = std::clamp(int(std::lround(m_camera.zoom)) - 1, 0, kMostTileZoom);
  const double count = std::exp2(zoom), side = m_camera.scale() / count;
  const double left = m_camera.centre.x - width() / 2.0 / m_camera.scale();
  const double top = m_camera.centre.y - height() / 2.0 / m_camera.scale();
  const int firstX = int(std::floor(left * count)), firstY = std::max(0, int(std::floor(top * count)));
  std::vector<std::pair<TileKey, QRectF>> wanted;
  for (int y = firstY; y < count && (y / count - top) * m_camera.scale() < height(); ++y)
    for (int x = firstX; (x / count - left) * m_camera.scale() < width(); ++x) {
      const int all = int(count);
      const QRectF place((x / count - left) * m_camera.scale(), (y / count - top) * m_camera.scale(), side, side);
      wanted.push_back({{zoom, ((x % all) + all) % all, y}, place});
    }
  // The middle first: that is where people look.
  const QPointF middle = QRectF(rect()).center();
  std::sort(wanted.begin(), wanted.end(), [&](const auto& a, const auto& b) {
    return (a.second.center() - middle).manhattanLength() < (b.second.center() - middle).manhattanLength();
  });
  for (const auto& [key, place] : wanted)
    drawTile(painter, key, place);
}

/// The tile, or until it is drawn the part of a coarser one that is there.
void MapView::drawTile(QPainter& painter, TileKey key, const QRectF& place)
{
  const QRectF whole = place.toAlignedRect(); // no seams between neighbours
  if (const QImage* image = m_tiles.tile(key)) {
    painter.drawImage(whole, *image);
    return;
  }
  TileKey coarse = key;
  double x = 0, y = 0, part = 1;
  while (coarse.zoom > 0) {
    x = (x + (coarse.x & 1)) / 2;
    y = (y + (coarse.y & 1)) / 2;
    part /= 2;
    coarse = {coarse.zoom - 1, coarse.x / 2, coarse.y / 2};
    if (const QImage* image = m_tiles.known(coarse)) {
      const double side = image->width();
      painter.drawImage(whole, *image, QRectF(x * side, y * side, part * side, part * side));
      return;
    }
  }
}

void MapView::drawClusters(QPainter& painter, const std::vector<Drawn>& clusters) const
{
  const auto& all = m_content.clusters.at(m_camera.zoom);
  const QFont number = typeFont(Size::TypeSmall, QFont::DemiBold);
  const QFontMetricsF metrics(number);
  for (const Drawn& drawn : clusters) {
    const PointCluster& cluster = all[drawn.cluster];
    const size_t kind = kindOf(cluster);
    painter.setPen(QPen(ink(Ink::Surface), 2));
    painter.setBrush(ink(inkOf(kind)));
    painter.drawPath(shapeOf(kind, drawn.place.adjusted(1, 1, -1, -1)));
    painter.setFont(number);
    if (cluster.count > 1) {
      painter.setPen(ink(Ink::Surface));
      QRectF text = drawn.place;
      if (kind == 3) // a triangle is widest below
        text.adjust(0, text.height() / 4, 0, text.height() / 4);
      painter.drawText(text, Qt::AlignCenter, shortCount(cluster.count));
    }
    const bool named = cluster.count >= 10 && cluster.place >= 0 && cluster.place < m_content.places.size();
    if (!named)
      continue;
    const QString& name = m_content.places[cluster.place];
    const QRectF below(drawn.place.center().x() - metrics.horizontalAdvance(name) / 2 - 3, drawn.place.bottom() + 1,
                       metrics.horizontalAdvance(name) + 6, metrics.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink(Ink::Surface));
    painter.drawRoundedRect(below, 3, 3);
    painter.setPen(ink(Ink::Text));
    painter.drawText(below, Qt::AlignCenter, name);
  }
}

void MapView::drawPath(QPainter& painter) const
{
  if (m_path.empty())
    return;
  const QColor colour = ink(Ink::Accent);
  painter.setPen(QPen(colour, 2.5, Qt::SolidLine, Qt::RoundCap));
  for (size_t i = 1; i < m_path.size(); ++i) {
    const QPointF a = m_camera.toScreen(m_path[i - 1].at), b = m_camera.toScreen(m_path[i].at);
    const QLineF leg(a, b);
    constexpr qreal kArrow = 9, kLeastLeg = 24;
    painter.drawLine(leg);
    if (leg.length() < kLeastLeg)
      continue;
    QLineF head(leg.pointAt(0.6), a);
    head.setLength(kArrow);
    QLineF other = head;
    head.setAngle(head.angle() + 25);
    other.setAngle(other.angle() - 25);
    painter.drawLine(head);
    painter.drawLine(other);
  }
  painter.setBrush(ink(Ink::Surface));
  for (const MapStop& stop : m_path)
    painter.drawEllipse(m_camera.toScreen(stop.at), 4, 4);
}

void MapView::drawScale(QPainter& painter) const
{
  constexpr double kMostWide = 140;
  const GeoPoint middle = toGeo(m_camera.centre);
  const double perPixel = 40075.0 * std::cos(middle.latitude * std::numbers::pi / 180) / m_camera.scale();
  double km = std::pow(10, std::floor(std::log10(perPixel * kMostWide)));
  for (const double step : {5.0, 2.0})
    if (km * step / perPixel <= kMostWide) {
      km *= step;
      break;
    }
  const double wide = km / perPixel;
  const QPointF corner(width() - wide - px(Size::Space4), height() - px(Size::Space4));
  painter.setPen(QPen(ink(Ink::Text), 1.5));
  painter.drawPolyline(
      QPolygonF{corner - QPointF(0, 5), corner, corner + QPointF(wide, 0), corner + QPointF(wide, -5)});
  painter.setFont(typeFont(Size::TypeSmall));
  const QString text =
      km >= 1 ? tr("%1 km").arg(numberText(qint64(km))) : tr("%1 m").arg(numberText(qint64(km * 1000)));
  painter.drawText(QRectF(corner - QPointF(0, 24), QSizeF(wide, 20)), Qt::AlignCenter, text);
}

/// The map review number where there is one, and what is wrong when the map cannot be read.
void MapView::drawNotice(QPainter& painter) const
{
  painter.setFont(typeFont(Size::TypeSmall));
  painter.setPen(ink(Ink::TextMuted));
  const QRectF line(px(Size::Space2), height() - 24, width() / 2.0, 20);
  const QString source = tr("Natural Earth, GeoNames");
  painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                   m_approvalNumber.isEmpty() ? source : m_approvalNumber + QStringLiteral("  ·  ") + source);
  if (m_tiles.fault().isEmpty())
    return;
  painter.setPen(ink(Ink::Danger));
  painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("The map cannot be shown: %1").arg(m_tiles.fault()));
}

} // namespace supercargo
