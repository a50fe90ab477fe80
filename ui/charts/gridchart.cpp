#include "ui/charts/gridchart.h"

#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {
constexpr double kHead = 20, kGap = 1.5, kRow = 26;
}

GridChart::GridChart(QStringList columns, QStringList rows, std::vector<Cell> cells, double most)
    : m_columns(std::move(columns)), m_rows(std::move(rows)), m_cells(std::move(cells)), m_most(most)
{
  m_cells.resize(size_t(m_rows.size() * m_columns.size()));
  for (int row = 0; row < m_rows.size(); ++row)
    for (int column = 0; column < m_columns.size(); ++column)
      if (cell(size_t(row), size_t(column)).exists) {
        m_places.emplace_back(row, column);
        if (most <= 0)
          m_most = std::max(m_most, cell(size_t(row), size_t(column)).value.value.value_or(0));
      }
  if (m_most <= 0)
    m_most = 1;
}

bool GridChart::isEmpty() const
{
  return std::none_of(m_cells.begin(), m_cells.end(),
                      [](const Cell& cell) { return cell.value.value.value_or(0) != 0; });
}

double GridChart::namesWide(double paperWide) const
{
  const QFontMetricsF metrics(typeFont(Size::TypeSmall));
  double widest = 0;
  for (const QString& row : m_rows)
    widest = std::max(widest, metrics.horizontalAdvance(row));
  return std::min(widest + 8, paperWide * 0.3);
}

QRectF GridChart::cellBox(const QRectF& paper, size_t row, size_t column) const
{
  const double left = paper.left() + namesWide(paper.width());
  const double wide = (paper.right() - left) / std::max<double>(1, double(m_columns.size()));
  const double high = (paper.height() - kHead) / std::max<double>(1, double(m_rows.size()));
  return QRectF(left + wide * double(column), paper.top() + kHead + high * double(row), wide, high)
      .adjusted(kGap / 2, kGap / 2, -kGap / 2, -kGap / 2);
}

std::vector<ChartMark> GridChart::marks(const QRectF& paper) const
{
  std::vector<ChartMark> marks;
  for (const auto& [row, column] : m_places) {
    const ChartValue& value = cell(size_t(row), size_t(column)).value;
    QPainterPath path;
    path.addRoundedRect(cellBox(paper, size_t(row), size_t(column)), 2, 2);
    marks.push_back({value.key, value.name, value.text, path});
  }
  return marks;
}

void GridChart::drawCell(QPainter& painter, const QRectF& box, const Cell& cell, const Tokens& look) const
{
  const double value = cell.value.value.value_or(0);
  const double depth = std::clamp(value / m_most, 0.0, 1.0);
  // The root spreads the many small values; the least that is something differs from nothing.
  const QColor ground =
      value > 0 ? blended(look[Ink::Chart1], look[Ink::Surface], 0.10 + 0.90 * std::sqrt(depth)) : look[Ink::Inset];
  QPainterPath path;
  path.addRoundedRect(box, 2, 2);
  painter.fillPath(path, ground);
  const QFontMetricsF metrics(painter.font());
  if (!cell.value.text.isEmpty() && value > 0 && metrics.horizontalAdvance(cell.value.text) + 4 <= box.width() &&
      metrics.height() <= box.height()) {
    painter.setPen(readableOn(ground, look));
    painter.drawText(box, Qt::AlignCenter, cell.value.text);
  }
}

void GridChart::draw(QPainter& painter, const QRectF& paper, const Tokens& look) const
{
  painter.setFont(typeFont(Size::TypeSmall));
  const QFontMetricsF metrics(painter.font());
  double widest = 1;
  for (const QString& column : m_columns)
    widest = std::max(widest, metrics.horizontalAdvance(column) + 6);
  const double wide = m_columns.isEmpty() ? 1 : cellBox(paper, 0, 0).width() + kGap;
  const int every = std::max(1, int(std::ceil(widest / wide)));
  painter.setPen(look[Ink::TextMuted]);
  for (int column = 0; column < m_columns.size(); column += every) {
    const double middle = cellBox(paper, 0, size_t(column)).center().x();
    painter.drawText(QRectF(middle - widest / 2, paper.top(), widest, kHead - 4), Qt::AlignCenter, m_columns[column]);
  }
  for (int row = 0; row < m_rows.size(); ++row) {
    const QRectF first = cellBox(paper, size_t(row), 0);
    painter.setPen(look[Ink::TextMuted]);
    drawText(painter, QRectF(paper.left(), first.top(), first.left() - paper.left() - 6, first.height()),
             Qt::AlignLeft | Qt::AlignVCenter, m_rows[row]);
  }
  for (const auto& [row, column] : m_places)
    drawCell(painter, cellBox(paper, size_t(row), size_t(column)), cell(size_t(row), size_t(column)), look);
}

int GridChart::heightFor(int) const
{
  return int(kHead + kRow * std::max(3.0, double(m_rows.size())));
}

int GridChart::neighbour(int mark, int count, Qt::Key arrow) const
{
  if (mark < 0 || mark >= int(m_places.size()))
    return std::clamp(mark, 0, count - 1);
  auto [row, column] = m_places[size_t(mark)];
  row += arrow == Qt::Key_Down ? 1 : arrow == Qt::Key_Up ? -1 : 0;
  column += arrow == Qt::Key_Right ? 1 : arrow == Qt::Key_Left ? -1 : 0;
  const auto found = std::find(m_places.begin(), m_places.end(), std::pair(row, column));
  return found == m_places.end() ? mark : int(found - m_places.begin());
}

} // namespace supercargo
