#include "ui/overview/sparkline.h"

#include "ui/theme/theme.h"

#include <algorithm>

namespace supercargo {

void Sparkline::setValues(std::vector<double> values, std::vector<double> before)
{
  m_values = std::move(values);
  m_before = std::move(before);
  update();
}

QSize Sparkline::sizeHint() const
{
  return {px(Size::Space8), px(Size::Space8)};
}

QPolygonF Sparkline::line(const std::vector<double>& values, double top, size_t count) const
{
  const double margin = px(Size::Focus);
  const QRectF area = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
  QPolygonF points;
  for (size_t i = 0; i < values.size(); ++i) {
    const double x = count < 2 ? 0 : double(i) / double(count - 1);
    points << QPointF(area.left() + x * area.width(), area.bottom() - std::max(0.0, values[i]) / top * area.height());
  }
  return points;
}

void Sparkline::paintEvent(QPaintEvent*)
{
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  double top = 0;
  for (const auto* values : {&m_values, &m_before}) {
    for (const double value : *values)
      top = std::max(top, value);
  }
  const double border = px(Size::Border);
  if (top <= 0) {
    painter.setPen(QPen(ink(Ink::ChartGrid), border));
    painter.drawLine(QPointF(0, height() - px(Size::Focus)), QPointF(width(), height() - px(Size::Focus)));
    return;
  }
  const size_t count = std::max(m_values.size(), m_before.size());
  painter.setPen(QPen(ink(Ink::BorderStrong), border, Qt::DotLine));
  painter.drawPolyline(line(m_before, top, count));
  const QPolygonF today = line(m_values, top, count);
  if (today.size() > 1) {
    QPolygonF area = today;
    area << QPointF(today.last().x(), height()) << QPointF(today.first().x(), height());
    QColor fill = ink(Ink::Chart1);
    fill.setAlphaF(0.12F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(area);
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(ink(Ink::Chart1), px(Size::Focus) * 0.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolyline(today);
  if (!today.isEmpty()) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink(Ink::Chart1));
    painter.drawEllipse(today.last(), px(Size::Focus), px(Size::Focus));
  }
}

} // namespace supercargo
