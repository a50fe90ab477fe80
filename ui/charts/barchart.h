#pragma once

#include "ui/charts/chart.h"

namespace supercargo {

/// Lying bars, one a value, each with its name before and its value behind it: what differs in size.
class BarChart : public Chart {
public:
  enum class Shape {
    Bars,  ///< from the left
    Funnel ///< around the middle, each with its share of the first and of the step before
  };
  explicit BarChart(std::vector<ChartValue> bars, Shape shape = Shape::Bars);

  bool isEmpty() const override;
  std::vector<ChartMark> marks(const QRectF& paper) const override;
  void draw(QPainter& painter, const QRectF& paper, const Tokens& look) const override;
  int heightFor(int width) const override;

private:
  struct Room {
    double names = 0, values = 0, row = 0;
  };
  Room roomOf(const QRectF& paper) const;
  QRectF bar(const QRectF& paper, const Room& room, size_t row) const;
  QString textOf(size_t row) const;

  std::vector<ChartValue> m_bars;
  Shape m_shape;
  double m_least = 0, m_most = 0;
};

} // namespace supercargo
