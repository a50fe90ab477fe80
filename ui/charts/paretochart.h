#pragma once

#include "ui/charts/chart.h"

#include <array>

namespace supercargo {

/// What few bring most: standing bars, largest first, and a line of their running share with the borders of A and B.
class ParetoChart : public Chart {
public:
  /// `shares`: of the running total behind each bar, 0 to 1. `classes`: "A", "B", "C" of each.
  /// `borders`: the shares up to which A and B reach.
  ParetoChart(std::vector<ChartValue> bars, std::vector<double> shares, std::vector<QString> classes,
              std::array<double, 2> borders);

  bool isEmpty() const override;
  std::vector<ChartMark> marks(const QRectF& paper) const override;
  void draw(QPainter& painter, const QRectF& paper, const Tokens& look) const override;
  int heightFor(int width) const override;

private:
  QRectF plot(const QRectF& paper) const;
  void drawShares(QPainter& painter, const QRectF& plot, const Tokens& look) const;

  std::vector<ChartValue> m_bars;
  std::vector<double> m_shares;
  std::vector<QString> m_classes;
  std::array<double, 2> m_borders;
  ChartScale m_scale;
};

} // namespace supercargo
