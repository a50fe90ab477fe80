#pragma once

#include "core/store/callhistory.h"

#include <QTimeZone>
#include <QWidget>

#include <array>

namespace supercargo {

/// What a history's span says as one line: "14:30 – 15:00: 120 calls, 3 errors (2.5 %), p50 45 ms, …".
QString bucketText(const CallBucket& bucket, std::chrono::milliseconds width, const QTimeZone& zone);
/// Its figures alone.
QString bucketFigures(const CallBucket& bucket);

/// How long an account's calls took (p50, p95, p99 as lines) and how many failed (bars below), over time. The arrow
/// keys, Home and End go from span to span, as does the mouse; Escape leaves them.
class LatencyChart : public QWidget {
  Q_OBJECT
public:
  explicit LatencyChart(const QTimeZone& zone, QWidget* parent = nullptr);
  void setHistory(std::vector<CallBucket> buckets, std::chrono::milliseconds width);
  const std::vector<CallBucket>& buckets() const { return m_buckets; }
  std::optional<int> chosen() const { return m_chosen; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
  void chosenChanged(std::optional<int> bucket);

protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

private:
  struct Areas {
    QRectF latency, errors;
  };
  /// One of the three lines.
  struct Line {
    std::optional<double> CallBucket::*value;
    const char* name;
    int ink, pen;
  };
  static const std::array<Line, 3>& lines();

  Areas areas() const;
  double x(const Areas& areas, size_t bucket) const;
  void choose(std::optional<int> bucket);
  void paintGrid(QPainter& painter, const Areas& areas, double top, double share) const;
  void paintTimes(QPainter& painter, const Areas& areas) const;
  void paintLine(QPainter& painter, const Areas& areas, double top, const Line& line) const;
  void paintNames(QPainter& painter, const Areas& areas, double top) const;
  void paintErrors(QPainter& painter, const Areas& areas, double share) const;
  void paintChosen(QPainter& painter, const Areas& areas, double top) const;

  QTimeZone m_zone;
  std::vector<CallBucket> m_buckets;
  std::chrono::milliseconds m_width{1};
  std::optional<int> m_chosen;
};

} // namespace supercargo
