#include "core/geo/datum.h"
#include "ui/maps/mapview.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace supercargo {

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
  drawFlows(painter, m_scene, m_camera, look);
  const auto clusters = clustersShown(m_scene, m_camera);
  m_labels.draw(painter, m_camera, takenBy(m_scene, m_camera, look, clusters));
  drawScene(painter, m_scene, m_camera, look, clusters);
  drawTrouble(painter, look);
  drawCard(painter, look);
  if (hasFocus()) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.accent, px(Size::Focus)));
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
  }
  painter.end();
  Q_EMIT painted();
}

/// A base map in GCJ-02 is drawn moved by the shift of the view's middle, so that our points stand where they are.
MapCamera MapView::baseCamera() const
{
  MapCamera camera = m_camera;
  if (m_tiles.source().shifted && m_tiles.source().kind != TileSourceKind::Offline) {
    const GeoPoint middle = toGeo(camera.centre);
    if (insideChinaBox(middle))
      camera.centre = toMap(wgsToGcj(middle));
  }
  return camera;
}

void MapView::drawTiles(QPainter& painter)
{
  const MapCamera camera = baseCamera();
  const double finer = std::log2(m_tiles.side() / 256);
  const int zoom = std::clamp(int(std::lround(camera.zoom - finer)), 0, m_tiles.mostZoom());
  const double count = std::exp2(zoom), side = camera.scale() / count;
  const double left = camera.centre.x - width() / 2.0 / camera.scale();
  const double top = camera.centre.y - height() / 2.0 / camera.scale();
  const int firstX = int(std::floor(left * count)), firstY = std::max(0, int(std::floor(top * count)));
  std::vector<std::pair<TileKey, QRectF>> wanted;
  for (int y = firstY; y < count && (y / count - top) * camera.scale() < height(); ++y)
    for (int x = firstX; (x / count - left) * camera.scale() < width(); ++x) {
      const int all = int(count);
      const QRectF place((x / count - left) * camera.scale(), (y / count - top) * camera.scale(), side, side);
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

/// The tile, or until it is made the part of a coarser one that is there.
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
      const double pixels = image->width();
      painter.drawImage(whole, *image, QRectF(x * pixels, y * pixels, part * pixels, part * pixels));
      return;
    }
  }
}

/// What the pointer stands on: its place, how many parcels, and what presses, each with its sign.
void MapView::drawCard(QPainter& painter, const MapLook& look) const
{
  if (m_hoverText.isEmpty())
    return;
  constexpr qreal kPad = 10, kAway = 14, kMostWide = 320;
  const QFontMetricsF metrics(look.small);
  const QRectF text = metrics.boundingRect(QRectF(0, 0, kMostWide, 400), Qt::TextWordWrap, m_hoverText);
  QRectF card(m_hoverAt + QPointF(kAway, kAway), text.size() + QSizeF(2 * kPad, 2 * kPad));
  if (card.right() > width())
    card.moveRight(m_hoverAt.x() - kAway);
  if (card.bottom() > height())
    card.moveBottom(m_hoverAt.y() - kAway);
  card.moveTopLeft({std::max(4.0, card.left()), std::max(4.0, card.top())});
  painter.setPen(QPen(look.border, 1));
  painter.setBrush(look.surface);
  painter.drawRoundedRect(card, px(Size::Radius), px(Size::Radius));
  painter.setPen(look.text);
  painter.setFont(look.small);
  painter.drawText(card.adjusted(kPad, kPad, -kPad, -kPad), Qt::TextWordWrap, m_hoverText);
}

/// Plainly what is wrong: no map at all, or a chosen source that fails while the offline map stands in.
void MapView::drawTrouble(QPainter& painter, const MapLook& look) const
{
  painter.setFont(look.small);
  if (!m_tiles.fault().isEmpty()) {
    painter.setPen(look.danger);
    painter.drawText(QRectF(rect()).adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("The map cannot be shown: %1").arg(m_tiles.fault()));
    return;
  }
  if (m_tiles.trouble().isEmpty())
    return;
  const QString text = tr("The chosen map gives nothing, the offline map stands in: %1").arg(m_tiles.trouble());
  const QFontMetricsF metrics(look.small);
  const qreal wide = std::min(metrics.horizontalAdvance(text) + 20, width() - 24.0);
  const QRectF strip((width() - wide) / 2, 52, wide, metrics.height() + 12);
  painter.setPen(QPen(look.kinds[2], 1));
  painter.setBrush(look.surface);
  painter.drawRoundedRect(strip, 4, 4);
  painter.setPen(look.text);
  painter.drawText(strip, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, wide - 16));
}

} // namespace supercargo
