#pragma once

#include "ui/charts/chart.h"

#include <QStringList>

namespace supercargo {

/// Cells of rows and columns, darker for more: hours of a week, cohorts, RFM. Values stand in the cells where there is
/// room.
class GridChart : public Chart {
public:
  struct Cell {
    ChartValue value;
    bool exists = true; ///< false: the corner of a triangle that time has not reached
  };
  /// `cells` row by row. `most`: what the darkest cell stands for; 0: the largest value.
  GridChart(QStringList columns, QStringList rows, std::vector<Cell> cells, double most = 0);

  bool isEmpty() const override;
  std::vector<ChartMark> marks(const QRectF& paper) const override;
  void draw(QPainter& painter, const QRectF& paper, const Tokens& look) const override;
  int heightFor(int width) const override;
  int neighbour(int mark, int count, Qt::Key arrow) const override;

private:
  QRectF cellBox(const QRectF& paper, size_t row, size_t column) const;
  double namesWide(double paperWide) const;
  const Cell& cell(size_t row, size_t column) const { return m_cells[row * size_t(m_columns.size()) + column]; }
  void drawCell(QPainter& painter, const QRectF& box, const Cell& cell, const Tokens& look) const;

  QStringList m_columns, m_rows;
  std::vector<Cell> m_cells;
  std::vector<std::pair<int, int>> m_places; ///< of the marks: row, column
  double m_most = 1;
};

} // namespace supercargo
