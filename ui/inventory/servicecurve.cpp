#include "ui/inventory/servicecurve.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace supercargo {

void ServiceCurve::setPoints(std::vector<ServicePoint> points, double chosen)
{
  m_points = std::move(points);
  m_chosen = chosen;
  update();
}

QSize ServiceCurve::sizeHint() const
{
  return {px(Size::Sidebar), 2 * px(Size::Space8)};
}

void ServiceCurve::paintEvent(QPaintEvent*)
{
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double margin = px(Size::Space2);
  const QRectF area = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
  painter.setPen(QPen(ink(Ink::ChartGrid), px(Size::Border)));
  painter.drawLine(area.bottomLeft(), area.bottomRight());
  if (m_points.size() < 2)
    return;
  double stock = 1e-9, missing = 1e-9;
  for (const ServicePoint& point : m_points) {
    stock = std::max(stock, point.safetyStock);
    missing = std::max(missing, point.shortPerYear);
  }
  QPolygonF stockLine, missingLine;
  QPointF mark;
  for (std::size_t i = 0; i < m_points.size(); ++i) {
    const double x = area.left() + area.width() * double(i) / double(m_points.size() - 1);
    stockLine << QPointF(x, area.bottom() - area.height() * std::max(0.0, m_points[i].safetyStock) / stock);
    missingLine << QPointF(x, area.bottom() - area.height() * m_points[i].shortPerYear / missing);
    if (m_points[i].serviceLevel <= m_chosen + 1e-9)
      mark = stockLine.last();
  }
  painter.setPen(QPen(ink(Ink::Danger), px(Size::Focus) * 0.75, Qt::DashLine));
  painter.drawPolyline(missingLine);
  painter.setPen(QPen(ink(Ink::Chart1), px(Size::Focus) * 0.75));
  painter.drawPolyline(stockLine);
  painter.setPen(QPen(ink(Ink::BorderStrong), px(Size::Border), Qt::DotLine));
  painter.drawLine(QPointF(mark.x(), area.top()), QPointF(mark.x(), area.bottom()));
  painter.setPen(Qt::NoPen);
  painter.setBrush(ink(Ink::Chart1));
  painter.drawEllipse(mark, px(Size::Space1), px(Size::Space1));
}

} // namespace supercargo
