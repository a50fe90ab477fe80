#pragma once

#include <QWidget>

#include <vector>

namespace supercargo {

/// A line of today's values over a faint one to compare with. Decoration: the card that holds it says the figures.
class Sparkline : public QWidget {
  Q_OBJECT
public:
  using QWidget::QWidget;
  void setValues(std::vector<double> values, std::vector<double> before);
  QSize sizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  QPolygonF line(const std::vector<double>& values, double top, size_t count) const;

  std::vector<double> m_values, m_before;
};

} // namespace supercargo
