#pragma once

#include "ui/charts/chart.h"
#include "ui/charts/provinceshapes.h"

namespace supercargo {

/// China's provinces, darker for more, with a scale beside and what lies elsewhere told below.
class RegionChart : public Chart {
public:
  struct Region {
    int province = -1; ///< in `provinceShapes()`
    ChartValue value;
  };
  /// `elsewhere`: a sentence about what is not on the map; may be empty.
  RegionChart(const ProvinceShapes& shapes, std::vector<Region> regions, QString elsewhere);

  bool isEmpty() const override;
  std::vector<ChartMark> marks(const QRectF& paper) const override;
  void draw(QPainter& painter, const QRectF& paper, const Tokens& look) const override;
  int heightFor(int width) const override;
  int neighbour(int mark, int count, Qt::Key arrow) const override;

private:
  QRectF southBox(const QRectF& paper) const;
  QTransform placed(const QRectF& paper) const;
  QColor groundOf(const Region& region, const Tokens& look) const;
  void drawLand(QPainter& painter, const QTransform& onPaper, const Tokens& look) const;
  void drawSouth(QPainter& painter, const QRectF& paper, const Tokens& look) const;
  void drawNames(QPainter& painter, const QTransform& onPaper, const Tokens& look) const;
  void drawScale(QPainter& painter, const QRectF& paper, const Tokens& look) const;

  const ProvinceShapes& m_shapes;
  std::vector<Region> m_regions; ///< from north to south, the order in which Home, End and readers go
  QString m_elsewhere;
  double m_most = 0;
};

} // namespace supercargo
