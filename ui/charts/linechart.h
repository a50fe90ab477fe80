#pragma once

#include "ui/charts/chart.h"

#include <QStringList>

namespace supercargo {

/// Values over time: a filled line, and fainter dashed ones to compare with. Marks are the first line's points.
class LineChart : public Chart {
public:
  struct Line {
    QString name;
    std::vector<ChartValue> points; ///< all lines as many as there are labels
  };
  LineChart(QStringList labels, std::vector<Line> lines);

  bool isEmpty() const override;
  std::vector<ChartMark> marks(const QRectF& paper) const override;
  void draw(QPainter& painter, const QRectF& paper, const Tokens& look) const override;
  int heightFor(int width) const override;

private:
  QRectF plot(const QRectF& paper) const;
  QPointF place(const QRectF& plot, size_t point, double value) const;
  void drawLabels(QPainter& painter, const QRectF& plot, const Tokens& look) const;
  void drawLine(QPainter& painter, const QRectF& plot, const Tokens& look, size_t line) const;
  void drawLegend(QPainter& painter, const QRectF& paper, const Tokens& look) const;

  QStringList m_labels;
  std::vector<Line> m_lines;
  ChartScale m_scale;
};

} // namespace supercargo
