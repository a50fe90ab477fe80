#pragma once

#include "core/stock/suggestion.h"

#include <QWidget>

namespace supercargo {

/// Safety stock over service level, with the chosen level marked. Decoration: the sentence below says the figures.
class ServiceCurve : public QWidget {
  Q_OBJECT
public:
  using QWidget::QWidget;
  void setPoints(std::vector<ServicePoint> points, double chosen);
  QSize sizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  std::vector<ServicePoint> m_points;
  double m_chosen = 0;
};

} // namespace supercargo
