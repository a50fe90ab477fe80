#include "ui/print/labelpainter.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <cmath>

namespace supercargo {
namespace {

constexpr double kUnit = 10;     ///< micrometres a painter's unit
constexpr double kAscent = 0.92; ///< of the type: Chinese characters stand a little below the Latin base line's ascent

QRectF units(const LayoutRect& rect)
{
  return {rect.x / kUnit, rect.y / kUnit, rect.width / kUnit, rect.height / kUnit};
}

/// On whole dots of the device and at least one wide: half a dot is nothing on paper.
QRectF onDots(const QPainter& painter, const QRectF& at)
{
  const QTransform toDevice = painter.deviceTransform();
  const QRectF device = toDevice.mapRect(at);
  const QPointF corner(std::round(device.left()), std::round(device.top()));
  const QSizeF size(std::max(1.0, std::round(device.width())), std::max(1.0, std::round(device.height())));
  return toDevice.inverted().mapRect(QRectF(corner, size));
}

void paintBox(QPainter& painter, const LayoutBox& box)
{
  const QRectF at = units(box.at);
  const auto fill = [&](const QRectF& part) { painter.fillRect(onDots(painter, part), Qt::black); };
  if (box.stroke == 0)
    return fill(at);
  // Four filled bars, not a pen: a pen is smoothed and half outside.
  const double stroke = box.stroke / kUnit;
  fill({at.left(), at.top(), at.width(), stroke});
  fill({at.left(), at.bottom() - stroke, at.width(), stroke});
  fill({at.left(), at.top(), stroke, at.height()});
  fill({at.right() - stroke, at.top(), stroke, at.height()});
}

bool paintCode(QPainter& painter, const LayoutCode& code, int dpi)
{
  const auto placed = placeCode(code, dpi);
  if (!placed) {
    const QRectF at = units(code.at);
    painter.setPen(QPen(Qt::black, 0));
    painter.drawRect(at);
    painter.drawLine(at.topLeft(), at.bottomRight());
    painter.drawLine(at.topRight(), at.bottomLeft());
    return false;
  }
  const Symbol& symbol = code.symbol;
  const double dot = double(kLayoutDotsPerInch) / dpi;
  for (int row = 0; row < symbol.rows; ++row)
    for (int column = 0; column < symbol.columns; ++column) {
      if (!symbol.isDark(column, row))
        continue;
      int end = column;
      while (end < symbol.columns && symbol.isDark(end, row))
        ++end;
      painter.fillRect(QRectF((placed->x + column * placed->module) * dot, (placed->y + row * placed->barHeight) * dot,
                              (end - column) * placed->module * dot, placed->barHeight * dot),
                       Qt::black);
      column = end;
    }
  return true;
}

} // namespace

QFont labelFont(int type, bool bold)
{
  QFont font = QGuiApplication::font();
  QStringList families{QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
                       QStringLiteral("Microsoft YaHei"), QStringLiteral("PingFang SC")};
  families.append(font.families());
  font.setFamilies(families);
  font.setPixelSize(std::max(1, int(std::lround(type / kUnit))));
  font.setWeight(bold ? QFont::Bold : QFont::Normal);
  font.setHintingPreference(QFont::PreferNoHinting); // or widths would differ with the resolution
  font.setStyleStrategy(QFont::PreferOutline);
  return font;
}

MeasureText labelRuler()
{
  return [](const QString& line, int type, bool bold) {
    return int(std::ceil(QFontMetricsF(labelFont(type, bold)).horizontalAdvance(line) * kUnit));
  };
}

void paintText(QPainter& painter, const LayoutText& text)
{
  const FittedText fitted = fitText(text, labelRuler());
  if (fitted.lines.isEmpty())
    return;
  const QFont font = labelFont(fitted.type, text.bold);
  painter.setFont(font);
  painter.setPen(Qt::black);
  const QFontMetricsF metrics(font);
  const QRectF at = units(text.at);
  double baseline = at.top() + fitted.type * kAscent / kUnit;
  for (const QString& line : fitted.lines) {
    const double room = at.width() - metrics.horizontalAdvance(line);
    const double shift = text.place == TextPlace::Left ? 0 : text.place == TextPlace::Centre ? room / 2 : room;
    painter.drawText(QPointF(at.left() + shift, baseline), line);
    baseline += linePitch(fitted.type) / kUnit;
  }
}

bool paintPage(QPainter& painter, const LayoutPage& page, int printerDotsPerInch)
{
  bool fits = true;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing, false);
  for (const LayoutBox& box : page.boxes)
    paintBox(painter, box);
  for (const LayoutCode& code : page.codes)
    fits = paintCode(painter, code, printerDotsPerInch) && fits;
  for (const LayoutText& text : page.texts)
    paintText(painter, text);
  painter.restore();
  return fits;
}

QImage pageImage(const LayoutPage& page, int dotsPerInch)
{
  QImage image(dotsOf(page.paper.width, dotsPerInch), dotsOf(page.paper.height, dotsPerInch),
               QImage::Format_Grayscale8);
  image.fill(Qt::white);
  const int dotsPerMetre = int(std::lround(dotsPerInch / 0.0254));
  image.setDotsPerMeterX(dotsPerMetre);
  image.setDotsPerMeterY(dotsPerMetre);
  QPainter painter(&image);
  painter.scale(double(dotsPerInch) / kLayoutDotsPerInch, double(dotsPerInch) / kLayoutDotsPerInch);
  paintPage(painter, page, dotsPerInch);
  painter.end();
  return image.convertToFormat(QImage::Format_Mono, Qt::MonoOnly | Qt::ThresholdDither);
}

LayoutFaults faultsOf(const LayoutPage& page, int printerDotsPerInch)
{
  LayoutFaults faults;
  for (const LayoutText& text : page.texts) {
    if (fitText(text, labelRuler()).cut)
      faults.cut.append(text.text);
    const QFontMetrics metrics(labelFont(text.type, text.bold));
    for (const uint character : text.text.toUcs4())
      if (character > ' ' && !metrics.inFontUcs4(character)) {
        const QString shown = QString::fromUcs4(reinterpret_cast<const char32_t*>(&character), 1);
        if (!faults.missing.contains(shown))
          faults.missing += shown;
      }
  }
  for (const LayoutCode& code : page.codes)
    if (!placeCode(code, printerDotsPerInch))
      faults.unfit.append(code.symbol.content);
  return faults;
}

} // namespace supercargo
