#include "ui/maps/mapsigns.h"

#include <QElapsedTimer>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace supercargo {
namespace {

constexpr qreal kEdge = 2;            ///< pens reach this far over a place
constexpr qsizetype kMostKept = 4000; ///< images of some kilobytes each

} // namespace

void MapSigns::setLook(const MapLook& look, qreal ratio)
{
  if (m_look == look && m_ratio == ratio)
    return;
  m_look = look;
  m_ratio = ratio;
  m_images.clear();
  m_sizes.clear();
}

QSizeF MapSigns::sizeOf(const QString& text, const QFont& font)
{
  const QString key = QStringLiteral("%1 %2 ").arg(font.weight()).arg(font.pixelSize()) + text;
  const auto known = m_sizes.constFind(key);
  if (known != m_sizes.cend())
    return *known;
  const QFontMetricsF metrics(font);
  return *m_sizes.insert(key, {metrics.horizontalAdvance(text), metrics.height()});
}

void MapSigns::beginFrame(std::chrono::nanoseconds patience)
{
  m_patience = patience;
  m_spent = {};
  m_leftOut = false;
}

void MapSigns::draw(QPainter& painter, const QString& key, const QRectF& place, const Drawing& drawing, Urgency urgency)
{
  if (m_ratio <= 0) {
    painter.save();
    drawing(painter, place);
    painter.restore();
    return;
  }
  auto known = m_images.constFind(key);
  if (known == m_images.cend()) {
    if (urgency == Urgency::CanWait && m_spent > m_patience) {
      m_leftOut = true;
      return;
    }
    QElapsedTimer watch;
    watch.start();
    if (m_images.size() >= kMostKept)
      m_images.clear();
    known = m_images.insert(key, imageOf(place.size(), drawing));
    m_spent += std::chrono::nanoseconds(watch.nsecsElapsed());
  }
  painter.drawImage(place.topLeft() - QPointF(kEdge, kEdge), *known);
}

QImage MapSigns::imageOf(QSizeF size, const Drawing& drawing) const
{
  const QSizeF whole = (size + QSizeF(2 * kEdge, 2 * kEdge)) * m_ratio;
  QImage image(int(std::ceil(whole.width())), int(std::ceil(whole.height())), QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(m_ratio);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  drawing(painter, {QPointF(kEdge, kEdge), size});
  return image;
}

} // namespace supercargo
