#include "ui/maps/mapsource.h"
#include "ui/maps/mapview.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace supercargo {

namespace {

constexpr std::chrono::milliseconds kPatience(3); ///< of a frame with names that it is the first to show

} // namespace

bool MapView::isComplete() const
{
  return !m_tiles.isBusy() && m_ground.isCurrent() && !m_signs.hasLeftOut();
}

void MapView::paintEvent(QPaintEvent*)
{
  const MapLook look = mapLook();
  m_scene.attribution = credit();
  m_tiles.setLook(look, devicePixelRatioF());
  m_signs.setLook(look, devicePixelRatioF());
  const bool whole = std::exchange(m_wholeFrame, false);
  m_signs.beginFrame(whole ? std::chrono::nanoseconds::max() : kPatience);
  QPainter painter(this);
  m_ground.draw(painter, m_scene, m_camera, look, devicePixelRatioF(), whole);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto clusters = clustersShown(m_scene, m_camera, m_signs);
  if (m_tiles.showsOffline() || !m_tiles.source().named)
    m_labels.draw(painter, m_camera, m_signs, takenBy(m_scene, m_camera, m_signs, clusters));
  drawScene(painter, m_scene, m_camera, m_signs, clusters);
  drawTrouble(painter, look);
  drawCard(painter, look);
  if (hasFocus()) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.accent, px(Size::Focus)));
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
  }
  painter.end();
  if (m_signs.hasLeftOut())
    update();
  if (m_ground.isRough() && !m_stillness.isActive())
    m_stillness.start();
  Q_EMIT painted();
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
  if (m_tiles.fault()) {
    painter.setPen(look.danger);
    painter.drawText(
        QRectF(rect()).adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
        tr("The map of the program is damaged (%1). Install the program again.").arg(m_tiles.fault()->detail));
    return;
  }
  if (!m_tiles.trouble())
    return;
  const QString text =
      tr("The chosen map gives nothing, the offline map stands in: %1").arg(mapTroubleText(*m_tiles.trouble()));
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
