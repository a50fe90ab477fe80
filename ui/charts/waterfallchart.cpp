#include "ui/charts/waterfallchart.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {
constexpr double kLeft = 52, kTop = 20, kBottom = 38;
}

WaterfallChart::WaterfallChart(std::vector<Step> steps) : m_steps(std::move(steps))
{
  double level = 0, least = 0, most = 0;
  for (const Step& step : m_steps) {
    const double value = step.value.value.value_or(0);
    const double from = step.isTotal ? 0 : level;
    if (step.value.value)
      level = from + value;
    m_spans.emplace_back(from, step.value.value ? level : from);
    least = std::min(least, level);
    most = std::max(most, level);
  }
  m_scale = ChartScale::around(least, most);
}

bool WaterfallChart::isEmpty() const
{
  return std::none_of(m_steps.begin(), m_steps.end(),
                      [](const Step& step) { return step.value.value.value_or(0) != 0; });
}

QRectF WaterfallChart::plot(const QRectF& paper) const
{
  return paper.adjusted(kLeft, kTop, -4, -kBottom);
}

double WaterfallChart::y(const QRectF& area, double value) const
{
  return area.bottom() - area.height() * m_scale.share(value);
}

QRectF WaterfallChart::column(const QRectF& area, size_t step) const
{
  const double wide = area.width() / double(m_steps.size());
  const double top = y(area, std::max(m_spans[step].first, m_spans[step].second));
  const double bottom = y(area, std::min(m_spans[step].first, m_spans[step].second));
  return {area.left() + wide * (double(step) + 0.16), top, wide * 0.68, std::max(1.5, bottom - top)};
}

std::vector<ChartMark> WaterfallChart::marks(const QRectF& paper) const
{
  const QRectF area = plot(paper);
  std::vector<ChartMark> marks;
  for (size_t i = 0; i < m_steps.size(); ++i) {
    const double wide = area.width() / double(m_steps.size());
    QPainterPath path;
    path.addRoundedRect(QRectF(area.left() + wide * double(i) + 2, paper.top(), wide - 4, paper.height()), 4, 4);
    marks.push_back({m_steps[i].value.key, m_steps[i].value.name, m_steps[i].value.text, path});
  }
  return marks;
}

void WaterfallChart::draw(QPainter& painter, const QRectF& paper, const Tokens& look) const
{
  painter.setFont(typeFont(Size::TypeSmall));
  const QRectF area = plot(paper);
  for (double value = m_scale.from; value <= m_scale.to + m_scale.step / 2; value += m_scale.step) {
    painter.setPen(QPen(look[std::abs(value) < m_scale.step / 1e6 ? Ink::BorderStrong : Ink::ChartGrid], 1));
    painter.drawLine(QPointF(area.left(), y(area, value)), QPointF(area.right(), y(area, value)));
    painter.setPen(look[Ink::TextMuted]);
    drawText(painter, QRectF(paper.left(), y(area, value) - 8, kLeft - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
             shortNumber(value));
  }
  const double wide = area.width() / std::max<double>(1, double(m_steps.size()));
  for (size_t i = 0; i < m_steps.size(); ++i) {
    const Step& step = m_steps[i];
    const QRectF box = column(area, i);
    // Less is told by the sign of its text too; the hue only helps.
    const bool less = m_spans[i].second < m_spans[i].first;
    const QColor colour = look[step.isTotal ? Ink::Chart1 : less ? Ink::Chart2 : Ink::Chart3];
    QPainterPath path;
    path.addRoundedRect(box, 1, 1);
    if (step.value.value)
      fillMark(painter, path, colour, step.value.estimated);
    if (i + 1 < m_steps.size()) {
      painter.setPen(QPen(look[Ink::BorderStrong], 1, Qt::DotLine));
      painter.drawLine(QPointF(box.right(), y(area, m_spans[i].second)),
                       QPointF(column(area, i + 1).left(), y(area, m_spans[i].second)));
    }
    painter.setPen(look[Ink::Text]);
    const double left = area.left() + wide * double(i);
    drawText(painter, QRectF(left - 4, box.top() - 17, wide + 8, 15), Qt::AlignCenter,
             step.value.value ? shortNumber(*step.value.value) : step.value.text);
    painter.setPen(look[Ink::TextMuted]);
    painter.drawText(QRectF(left + 1, area.bottom() + 4, wide - 2, kBottom - 4),
                     int(Qt::AlignHCenter | Qt::AlignTop) | Qt::TextWordWrap, step.value.name);
  }
}

int WaterfallChart::heightFor(int width) const
{
  return std::clamp(width * 2 / 5, 200, 280);
}

} // namespace supercargo
