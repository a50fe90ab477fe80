#include "ui/charts/chart.h"

#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace supercargo {
namespace {

struct Unit {
  double size;
  const char16_t* sign;
};
constexpr std::array<Unit, 3> kWestern = {{{1e9, u"B"}, {1e6, u"M"}, {1e3, u"k"}}};
constexpr std::array<Unit, 2> kChinese = {{{1e8, u"亿"}, {1e4, u"万"}}};

template <class Units>
QString withUnit(double value, const Units& units)
{
  const QLocale locale;
  for (const Unit& unit : units)
    if (std::abs(value) >= unit.size) {
      const double scaled = value / unit.size;
      const double tenths = std::round(scaled * 10) / 10;
      const bool whole = std::abs(scaled) >= 100 || tenths == std::round(tenths);
      return locale.toString(scaled, 'f', whole ? 0 : 1) + QString::fromUtf16(unit.sign);
    }
  const bool whole = value == std::round(value) || std::abs(value) >= 100;
  return locale.toString(value, 'f', whole ? 0 : std::abs(value) < 1 ? 2 : 1);
}

} // namespace

int Chart::neighbour(int mark, int count, Qt::Key arrow) const
{
  const int step = arrow == Qt::Key_Left || arrow == Qt::Key_Up ? -1 : 1;
  return std::clamp(mark + step, 0, count - 1);
}

ChartScale ChartScale::around(double least, double most, int lines)
{
  least = std::min(least, 0.0);
  most = std::max(most, 0.0);
  if (most - least < 1e-12)
    most = least + 1;
  const double rough = (most - least) / lines, power = std::pow(10, std::floor(std::log10(rough)));
  double step = 10 * power;
  for (const double factor : {1.0, 2.0, 2.5, 5.0})
    if (factor * power >= rough) {
      step = factor * power;
      break;
    }
  return {std::floor(least / step) * step, std::ceil(most / step) * step, step};
}

QString shortNumber(double value)
{
  return QLocale().language() == QLocale::Chinese ? withUnit(value, kChinese) : withUnit(value, kWestern);
}

Ink seriesInk(size_t series)
{
  return Ink(size_t(Ink::Chart1) + series % 6);
}

void drawText(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text)
{
  const QString cut = QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, box.width());
  painter.drawText(box, int(alignment) | Qt::TextSingleLine, cut);
}

QColor readableOn(const QColor& ground, const Tokens& look)
{
  const QColor& text = look[Ink::Text];
  const QColor& other = look[Ink::Surface];
  return contrastRatio(text, ground) >= contrastRatio(other, ground) ? text : other;
}

QColor blended(const QColor& colour, const QColor& ground, double share)
{
  const auto mix = [share](float a, float b) { return float(share * double(a) + (1 - share) * double(b)); };
  return QColor::fromRgbF(mix(colour.redF(), ground.redF()), mix(colour.greenF(), ground.greenF()),
                          mix(colour.blueF(), ground.blueF()));
}

void fillMark(QPainter& painter, const QPainterPath& shape, const QColor& colour, bool estimated)
{
  if (!estimated) {
    painter.fillPath(shape, colour);
    return;
  }
  QColor faint = colour;
  faint.setAlphaF(0.18F);
  painter.fillPath(shape, faint);
  painter.save();
  painter.setClipPath(shape, Qt::IntersectClip);
  painter.setPen(QPen(colour, 1));
  const QRectF box = shape.boundingRect();
  for (double x = box.left() - box.height(); x < box.right(); x += 6) // drawn lines, as brushes differ in SVG and PDF
    painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
  painter.restore();
  painter.save();
  painter.setPen(QPen(colour, 1));
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(shape);
  painter.restore();
}

} // namespace supercargo
