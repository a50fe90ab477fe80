#include "ui/charts/linechart.h"

#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {

constexpr double kLeft = 52, kRight = 12, kTop = 26, kBottom = 22;
constexpr double kLabelGap = 14;

} // namespace

LineChart::LineChart(QStringList labels, std::vector<Line> lines)
    : m_labels(std::move(labels)), m_lines(std::move(lines))
{
  double least = 0, most = 0;
  for (const Line& line : m_lines)
    for (const ChartValue& point : line.points) {
      least = std::min(least, point.value.value_or(0));
      most = std::max(most, point.value.value_or(0));
    }
  m_scale = ChartScale::around(least, most);
}

bool LineChart::isEmpty() const
{
  return std::none_of(m_lines.begin(), m_lines.end(), [](const Line& line) {
    return std::any_of(line.points.begin(), line.points.end(), [](const ChartValue& p) { return p.value.has_value(); });
  });
}

QRectF LineChart::plot(const QRectF& paper) const
{
  return paper.adjusted(kLeft, kTop, -kRight, -kBottom);
}

QPointF LineChart::place(const QRectF& plot, size_t point, double value) const
{
  const double steps = std::max<double>(1, double(m_labels.size()) - 1);
  const double x = m_labels.size() == 1 ? plot.center().x() : plot.left() + plot.width() * double(point) / steps;
  return {x, plot.bottom() - plot.height() * m_scale.share(value)};
}

std::vector<ChartMark> LineChart::marks(const QRectF& paper) const
{
  std::vector<ChartMark> marks;
  if (m_lines.empty())
    return marks;
  const QRectF area = plot(paper);
  const double wide = m_labels.size() > 1 ? area.width() / double(m_labels.size() - 1) : area.width();
  for (size_t i = 0; i < m_lines.front().points.size(); ++i) {
    const ChartValue& point = m_lines.front().points[i];
    QStringList texts = {point.text};
    for (size_t line = 1; line < m_lines.size(); ++line)
      if (i < m_lines[line].points.size() && m_lines[line].points[i].value)
        texts.append(m_lines[line].name + QStringLiteral(" ") + m_lines[line].points[i].text);
    QPainterPath column; // the whole height can be pointed at
    column.addRect(QRectF(place(area, i, 0).x() - wide / 2, area.top(), wide, area.height()).intersected(area));
    marks.push_back({point.key, point.name, texts.join(QStringLiteral(" · ")), column});
  }
  return marks;
}

void LineChart::drawLabels(QPainter& painter, const QRectF& area, const Tokens& look) const
{
  const QFontMetricsF metrics(painter.font());
  for (double value = m_scale.from; value <= m_scale.to + m_scale.step / 2; value += m_scale.step) {
    const double y = place(area, 0, value).y();
    painter.setPen(QPen(look[std::abs(value) < m_scale.step / 1e6 ? Ink::BorderStrong : Ink::ChartGrid], 1));
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    painter.setPen(look[Ink::TextMuted]);
    drawText(painter, QRectF(area.left() - kLeft, y - 8, kLeft - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
             shortNumber(value));
  }
  double widest = 1;
  for (const QString& label : m_labels)
    widest = std::max(widest, metrics.horizontalAdvance(label));
  const int fit = std::max(1, int(area.width() / (widest + kLabelGap)));
  const int every = std::max(1, int(std::ceil(double(m_labels.size()) / fit)));
  for (int i = 0; i < m_labels.size(); i += every) {
    const double x = place(area, size_t(i), 0).x();
    const double left = std::clamp(x - widest / 2, area.left() - kLeft + 4, area.right() + kRight - widest);
    painter.drawText(QRectF(left, area.bottom() + 4, widest + 1, 16), Qt::AlignCenter, m_labels[i]);
  }
}

void LineChart::drawLine(QPainter& painter, const QRectF& area, const Tokens& look, size_t line) const
{
  const QColor colour = look[seriesInk(line)];
  const auto& points = m_lines[line].points;
  for (size_t i = 0; i < points.size();) {
    QPolygonF run;
    for (; i < points.size() && points[i].value; ++i)
      run.append(place(area, i, *points[i].value));
    for (; i < points.size() && !points[i].value;)
      ++i;
    if (run.isEmpty())
      continue;
    if (line == 0) {
      QPolygonF ground = run;
      ground.append(QPointF(run.last().x(), place(area, 0, 0).y()));
      ground.append(QPointF(run.first().x(), place(area, 0, 0).y()));
      QColor faint = colour;
      faint.setAlphaF(0.12F);
      painter.setPen(Qt::NoPen);
      painter.setBrush(faint);
      painter.drawPolygon(ground);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(colour, line == 0 ? 2 : 1.5, line == 0 ? Qt::SolidLine : Qt::DashLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPolyline(run);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    if (run.size() == 1 || (line == 0 && area.width() / double(points.size()) > 24))
      for (const QPointF& point : run)
        painter.drawEllipse(point, 2.5, 2.5);
  }
}

void LineChart::drawLegend(QPainter& painter, const QRectF& paper, const Tokens& look) const
{
  double x = paper.left() + kLeft;
  const QFontMetricsF metrics(painter.font());
  for (size_t i = 0; i < m_lines.size(); ++i) {
    painter.setPen(QPen(look[seriesInk(i)], 2, i == 0 ? Qt::SolidLine : Qt::DashLine));
    painter.drawLine(QPointF(x, paper.top() + 10), QPointF(x + 18, paper.top() + 10));
    painter.setPen(look[Ink::TextMuted]);
    const double wide = metrics.horizontalAdvance(m_lines[i].name);
    painter.drawText(QRectF(x + 24, paper.top() + 2, wide + 2, 16), Qt::AlignVCenter | Qt::AlignLeft, m_lines[i].name);
    x += 24 + wide + 20;
  }
}

void LineChart::draw(QPainter& painter, const QRectF& paper, const Tokens& look) const
{
  painter.setFont(typeFont(Size::TypeSmall));
  const QRectF area = plot(paper);
  drawLabels(painter, area, look);
  for (size_t line = m_lines.size(); line-- > 0;)
    drawLine(painter, area, look, line);
  drawLegend(painter, paper, look);
}

int LineChart::heightFor(int width) const
{
  return std::clamp(width * 2 / 5, 180, 280);
}

} // namespace supercargo
