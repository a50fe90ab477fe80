#pragma once

#include "ui/theme/tokens.h"

#include <QPainterPath>
#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace supercargo {

/// A figure as a chart shows it. `key` is what a click on its mark tells; no value is drawn as a gap, never as 0.
struct ChartValue {
  QString key, name;
  std::optional<double> value;
  QString text;           ///< the value as people read it
  bool estimated = false; ///< drawn hatched: not booked yet, or computed from a rule
};

/// What can be pointed at: where it is on the paper and what it says.
struct ChartMark {
  QString key, name, text;
  QPainterPath area;
};

/// A drawing of figures, for the screen and for paper alike: it knows no widget and keeps no state. Colours are the
/// theme's tokens; none is told by hue alone: names stand beside what they name.
class Chart {
public:
  Chart() = default;
  virtual ~Chart() = default;
  Chart(const Chart&) = delete;
  Chart& operator=(const Chart&) = delete;

  virtual bool isEmpty() const = 0;
  virtual std::vector<ChartMark> marks(const QRectF& paper) const = 0;
  virtual void draw(QPainter& painter, const QRectF& paper, const Tokens& look) const = 0;
  /// Height that shows everything well at this width.
  virtual int heightFor(int width) const = 0;
  /// The mark that an arrow key leads to from `mark`, of `count`.
  virtual int neighbour(int mark, int count, Qt::Key arrow) const;
};

/// Ends of a scale and the distance of its lines: round numbers around [least, most], 0 always among them.
struct ChartScale {
  double from = 0, to = 1, step = 1;
  static ChartScale around(double least, double most, int lines = 4);
  double share(double value) const { return (value - from) / (to - from); }
};

/// "12.3k", "1.2M"; in Chinese "1.2万", "3.4亿".
QString shortNumber(double value);

/// The hues of series in their order (safe for colour-blind eyes), going round after six.
Ink seriesInk(size_t series);

/// A line of text in `box`, cut with an ellipsis.
void drawText(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text);
/// The dark or the light ink, whichever reads better on `ground`.
QColor readableOn(const QColor& ground, const Tokens& look);
/// `colour` laid over `ground`: 0 all ground, 1 all colour.
QColor blended(const QColor& colour, const QColor& ground, double share);
/// Fills `shape`; what is estimated is hatched inside an outline.
void fillMark(QPainter& painter, const QPainterPath& shape, const QColor& colour, bool estimated);

} // namespace supercargo
