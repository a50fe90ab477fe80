#include "core/labels/zpl.h"

#include <algorithm>

namespace supercargo {
namespace {

/// "g" to "z" repeat by twenties up to 400, "G" to "Y" by ones up to 19.
QByteArray repeated(char digit, int times)
{
  QByteArray text;
  for (; times > 400; times -= 400)
    text += QByteArray("z") + digit;
  if (times >= 20)
    text += char('g' + times / 20 - 1);
  if (times % 20 > 0 && times > 1)
    text += char('G' + times % 20 - 1);
  return text + digit;
}

QByteArray compressedRow(const QByteArray& hex)
{
  QByteArray text;
  for (qsizetype i = 0; i < hex.size();) {
    qsizetype end = i;
    while (end < hex.size() && hex.at(end) == hex.at(i))
      ++end;
    if (end == hex.size() && hex.at(i) == '0')
      return text + ',';
    text += repeated(hex.at(i), int(end - i));
    i = end;
  }
  return text;
}

QByteArray field(int x, int y, const QByteArray& what)
{
  return "^FO" + QByteArray::number(std::max(0, x)) + ',' + QByteArray::number(std::max(0, y)) + what + "^FS\n";
}

QByteArray graphicField(int x, int y, const DotRaster& raster)
{
  return raster.bits.isEmpty() ? QByteArray() : field(x, y, zplGraphic(raster));
}

/// A printer's ^GB: width, height, thickness; as thick as the box is low, it is filled.
QByteArray boxField(const LayoutBox& box, int dpi)
{
  const int width = std::max(1, dotsOf(box.at.width, dpi)), height = std::max(1, dotsOf(box.at.height, dpi));
  const int stroke = box.stroke == 0 ? std::min(width, height) : std::max(1, dotsOf(box.stroke, dpi));
  return field(dotsOf(box.at.x, dpi), dotsOf(box.at.y, dpi),
               "^GB" + QByteArray::number(width) + ',' + QByteArray::number(height) + ',' + QByteArray::number(stroke));
}

Result<QByteArray> codeField(const LayoutCode& code, int dpi)
{
  const auto placed = placeCode(code, dpi);
  if (!placed)
    return fail(ErrorKind::Invalid, QStringLiteral("the bar code does not fit on this paper"), code.symbol.content);
  const Symbol& symbol = code.symbol;
  auto raster = DotRaster::blank(symbol.columns * placed->module, symbol.rows * placed->barHeight);
  for (int y = 0; y < raster.height; ++y)
    for (int x = 0; x < raster.width; ++x)
      if (symbol.isDark(x / placed->module, y / placed->barHeight))
        raster.ink(x, y);
  return graphicField(placed->x, placed->y, raster);
}

} // namespace

QByteArray zplGraphic(const DotRaster& raster)
{
  const int rowBytes = raster.rowBytes();
  const QByteArray total = QByteArray::number(rowBytes * raster.height);
  QByteArray text = "^GFA," + total + ',' + total + ',' + QByteArray::number(rowBytes) + ',';
  QByteArray before;
  for (int y = 0; y < raster.height; ++y) {
    const QByteArray hex = raster.bits.mid(y * rowBytes, rowBytes).toHex().toUpper();
    text += y > 0 && hex == before ? QByteArray(":") : compressedRow(hex);
    before = hex;
  }
  return text;
}

Result<QByteArray> zplOf(const LayoutPage& page, int dpi, const RasteriseText& rasterise, int copies)
{
  QByteArray text = "^XA\n^LH0,0\n^PW" + QByteArray::number(dotsOf(page.paper.width, dpi)) + "\n^LL" +
                    QByteArray::number(dotsOf(page.paper.height, dpi)) + "\n";
  for (const LayoutBox& box : page.boxes)
    text += boxField(box, dpi);
  for (const LayoutText& words : page.texts)
    if (!words.text.isEmpty())
      text += graphicField(dotsOf(words.at.x, dpi), dotsOf(words.at.y, dpi), rasterise(words, dpi));
  for (const LayoutCode& code : page.codes) {
    SC_TRY_ASSIGN(drawn, codeField(code, dpi));
    text += drawn;
  }
  return text + "^PQ" + QByteArray::number(std::max(1, copies)) + "\n^XZ\n";
}

} // namespace supercargo
