#include "ui/charts/paretochart.h"

#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {
constexpr double kLeft = 52, kRight = 44, kTop = 14, kBottom = 22;
} // namespace

ParetoChart::ParetoChart(std::vector<ChartValue> bars, std::vector<double> shares, std::vector<QString> classes,
                         std::array<double, 2> borders)
    : m_bars(std::move(bars)), m_shares(std::move(shares)), m_classes(std::move(classes)), m_borders(borders)
{
  m_shares.resize(m_bars.size());
  m_classes.resize(m_bars.size());
  double most = 0;
  for (const ChartValue& bar : m_bars)
    most = std::max(most, bar.value.value_or(0));
  m_scale = ChartScale::around(0, most);
}

bool ParetoChart::isEmpty() const
{
  return std::none_of(m_bars.begin(), m_bars.end(), [](const ChartValue& bar) { return bar.value.value_or(0) > 0; });
}

QRectF ParetoChart::plot(const QRectF& paper) const
{
  return paper.adjusted(kLeft, kTop, -kRight, -kBottom);
}

std::vector<ChartMark> ParetoChart::marks(const QRectF& paper) const
{
  const QRectF area = plot(paper);
  const double wide = area.width() / std::max<double>(1, double(m_bars.size()));
  std::vector<ChartMark> marks;
  for (size_t i = 0; i < m_bars.size(); ++i) {
    QPainterPath path;
    path.addRect(QRectF(area.left() + wide * double(i), area.top(), wide, area.height()));
    const QString name =
        m_classes[i].isEmpty() ? m_bars[i].name : m_classes[i] + QStringLiteral(" · ") + m_bars[i].name;
    marks.push_back({m_bars[i].key, name, m_bars[i].text + QStringLiteral(" · ") + percentText(m_shares[i]), path});
  }
  return marks;
}

void ParetoChart::drawShares(QPainter& painter, const QRectF& area, const Tokens& look) const
{
  for (const double border : m_borders) {
    const double y = area.bottom() - area.height() * border;
    painter.setPen(QPen(look[Ink::BorderStrong], 1, Qt::DotLine));
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    painter.setPen(look[Ink::TextMuted]);
    painter.drawText(QRectF(area.right() + 6, y - 8, kRight - 6, 16), Qt::AlignVCenter | Qt::AlignLeft,
                     QStringLiteral("%1 %").arg(std::lround(border * 100)));
  }
  const double wide = area.width() / double(m_bars.size());
  QPolygonF line;
  for (size_t i = 0; i < m_bars.size(); ++i)
    line.append(QPointF(area.left() + wide * (double(i) + 0.5), area.bottom() - area.height() * m_shares[i]));
  painter.setPen(QPen(look[Ink::Chart2], 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawPolyline(line);
}

void ParetoChart::draw(QPainter& painter, const QRectF& paper, const Tokens& look) const
{
  painter.setFont(typeFont(Size::TypeSmall));
  const QRectF area = plot(paper);
  for (double value = 0; value <= m_scale.to + m_scale.step / 2; value += m_scale.step) {
    const double y = area.bottom() - area.height() * m_scale.share(value);
    painter.setPen(QPen(look[value < m_scale.step / 2 ? Ink::BorderStrong : Ink::ChartGrid], 1));
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    painter.setPen(look[Ink::TextMuted]);
    drawText(painter, QRectF(paper.left(), y - 8, kLeft - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
             shortNumber(value));
  }
  if (m_bars.empty())
    return;
  const double wide = area.width() / double(m_bars.size());
  for (size_t i = 0; i < m_bars.size(); ++i) {
    const double high = area.height() * m_scale.share(std::max(0.0, m_bars[i].value.value_or(0)));
    const double gap = wide > 6 ? wide * 0.14 : 0;
    const QColor colour = blended(look[Ink::Chart1], look[Ink::Surface],
                                  m_classes[i] == QLatin1String("A")   ? 1
                                  : m_classes[i] == QLatin1String("B") ? 0.66
                                                                       : 0.38);
    painter.fillRect(QRectF(area.left() + wide * double(i) + gap, area.bottom() - high, wide - 2 * gap, high), colour);
  }
  for (size_t i = 0; i < m_bars.size();) { // the letter stands below its stretch: depth of colour alone tells nothing
    size_t end = i;
    while (end < m_bars.size() && m_classes[end] == m_classes[i])
      ++end;
    const QRectF stretch(area.left() + wide * double(i), area.bottom() + 4, wide * double(end - i), kBottom - 6);
    painter.setPen(look[Ink::Text]);
    drawText(painter, stretch, Qt::AlignCenter, m_classes[i]);
    painter.setPen(QPen(look[Ink::Border], 1));
    painter.drawLine(QPointF(stretch.right(), area.bottom()), QPointF(stretch.right(), paper.bottom()));
    i = end;
  }
  drawShares(painter, area, look);
}

int ParetoChart::heightFor(int width) const
{
  return std::clamp(width * 2 / 5, 180, 280);
}

} // namespace supercargo
