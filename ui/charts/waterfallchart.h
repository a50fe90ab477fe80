#pragma once

#include "ui/charts/chart.h"

namespace supercargo {

/// How one amount becomes another: totals stand on the ground, what adds or takes away hangs between them. A step
/// without a value is shown as missing, and nothing is made up for it.
class WaterfallChart : public Chart {
public:
  struct Step {
    ChartValue value;
    bool isTotal = false;
  };
  explicit WaterfallChart(std::vector<Step> steps);

  bool isEmpty() const override;
  std::vector<ChartMark> marks(const QRectF& paper) const override;
  void draw(QPainter& painter, const QRectF& paper, const Tokens& look) const override;
  int heightFor(int width) const override;

private:
  QRectF plot(const QRectF& paper) const;
  QRectF column(const QRectF& plot, size_t step) const;
  double y(const QRectF& plot, double value) const;

  std::vector<Step> m_steps;
  std::vector<std::pair<double, double>> m_spans; ///< from, to
  ChartScale m_scale;
};

} // namespace supercargo
