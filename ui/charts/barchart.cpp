#include "ui/charts/barchart.h"

#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace supercargo {
namespace {
constexpr double kGap = 8, kRow = 26, kMostRow = 44;
}

BarChart::BarChart(std::vector<ChartValue> bars, Shape shape) : m_bars(std::move(bars)), m_shape(shape)
{
  for (const ChartValue& bar : m_bars) {
    m_least = std::min(m_least, bar.value.value_or(0));
    m_most = std::max(m_most, bar.value.value_or(0));
  }
}

bool BarChart::isEmpty() const
{
  return std::none_of(m_bars.begin(), m_bars.end(), [](const ChartValue& bar) { return bar.value.has_value(); });
}

QString BarChart::textOf(size_t row) const
{
  const ChartValue& bar = m_bars[row];
  if (m_shape == Shape::Bars || row == 0 || !bar.value || m_bars.front().value.value_or(0) <= 0)
    return bar.text;
  return bar.text + QStringLiteral(" · ") + percentText(*bar.value / *m_bars.front().value);
}

BarChart::Room BarChart::roomOf(const QRectF& paper) const
{
  const QFontMetricsF metrics(typeFont(Size::TypeSmall));
  Room room;
  for (size_t i = 0; i < m_bars.size(); ++i) {
    room.names = std::max(room.names, metrics.horizontalAdvance(m_bars[i].name) + 2);
    room.values = std::max(room.values, metrics.horizontalAdvance(textOf(i)) + 2);
  }
  room.names = std::min(room.names, paper.width() * 0.34);
  room.row = std::min(kMostRow, paper.height() / double(std::max<size_t>(1, m_bars.size())));
  return room;
}

QRectF BarChart::bar(const QRectF& paper, const Room& room, size_t row) const
{
  const double left = paper.left() + room.names + kGap, right = paper.right() - room.values - kGap;
  const double whole = std::max(1e-9, m_most - m_least), wide = std::max(4.0, right - left);
  const double value = m_bars[row].value.value_or(0);
  const double thick = std::min(room.row * 0.64, 22.0);
  const double y = paper.top() + room.row * (double(row) + 0.5) - thick / 2;
  const double length = wide * std::abs(value) / whole, zero = left + wide * -m_least / whole;
  if (m_shape == Shape::Funnel)
    return {left + (wide - length) / 2, y, length, thick};
  return {value < 0 ? zero - length : zero, y, length, thick};
}

std::vector<ChartMark> BarChart::marks(const QRectF& paper) const
{
  const Room room = roomOf(paper);
  std::vector<ChartMark> marks;
  for (size_t i = 0; i < m_bars.size(); ++i) {
    QPainterPath row; // small bars are as easy to hit as large ones
    row.addRoundedRect(QRectF(paper.left(), paper.top() + room.row * double(i) + 1, paper.width(), room.row - 2), 4, 4);
    marks.push_back({m_bars[i].key, m_bars[i].name, textOf(i), row});
  }
  return marks;
}

void BarChart::draw(QPainter& painter, const QRectF& paper, const Tokens& look) const
{
  const Room room = roomOf(paper);
  painter.setFont(typeFont(Size::TypeSmall));
  for (size_t i = 0; i < m_bars.size(); ++i) {
    const QRectF shape = bar(paper, room, i);
    const double top = paper.top() + room.row * double(i);
    painter.setPen(look[Ink::Text]);
    drawText(painter, QRectF(paper.left(), top, room.names, room.row), Qt::AlignLeft | Qt::AlignVCenter,
             m_bars[i].name);
    QPainterPath path;
    path.addRoundedRect(shape.width() < 1 && m_bars[i].value ? shape.adjusted(0, 0, 1 - shape.width(), 0) : shape, 2,
                        2);
    fillMark(painter, path, look[Ink::Chart1], m_bars[i].estimated);
    const double x = m_shape == Shape::Funnel ? paper.right() - room.values
                                              : std::max(shape.right(), paper.left() + room.names) + kGap;
    painter.setPen(look[Ink::TextMuted]);
    painter.drawText(QRectF(x, top, room.values + 4, room.row),
                     Qt::AlignVCenter | (m_shape == Shape::Funnel ? Qt::AlignRight : Qt::AlignLeft), textOf(i));
  }
}

int BarChart::heightFor(int) const
{
  return int(std::max(3.0, double(m_bars.size())) * kRow);
}

} // namespace supercargo
