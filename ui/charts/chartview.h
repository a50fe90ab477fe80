#pragma once

#include "core/base/result.h"
#include "ui/charts/chart.h"

#include <QWidget>

#include <memory>

namespace supercargo {

/// A chart on the screen: marks answer to pointer and keyboard alike and are read out; it can be copied and saved.
/// Arrows move over the marks, Home and End to the ends, Return or a click chooses, Ctrl+C copies the picture.
class ChartView : public QWidget {
  Q_OBJECT
public:
  explicit ChartView(QWidget* parent = nullptr);
  ~ChartView() override;

  void setChart(std::unique_ptr<Chart> chart); ///< null: nothing to show
  /// Why there is nothing, and what would bring something.
  void setEmptyText(const QString& why);
  const Chart* chart() const { return m_chart.get(); }
  bool isEmpty() const;

  const std::vector<ChartMark>& marks() const { return m_marks; }
  int currentMark() const { return m_current; } ///< -1: none
  void setCurrentMark(int mark);

  QImage picture(qreal ratio = 2) const;
  void copyPicture() const;
  /// By the ending: ".svg" drawn lines and text, else PNG in twice the resolution. Denied or DiskFull, with the file.
  Result<void> savePicture(const QString& file) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

Q_SIGNALS:
  void markChosen(const QString& key);
  void currentMarkChanged(int mark);

protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  QRectF paper() const;
  void layOut();
  int markAt(const QPointF& point) const;
  void drawMark(QPainter& painter, int mark, bool focused) const;
  void drawTip(QPainter& painter, int mark) const;

  std::unique_ptr<Chart> m_chart;
  std::vector<ChartMark> m_marks;
  QString m_emptyText;
  int m_current = -1, m_hovered = -1;
};

/// So that screen readers know a chart and the mark that was moved to; called once by every ChartView.
void installChartAccessibility();

} // namespace supercargo
