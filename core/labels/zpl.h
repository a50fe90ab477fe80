#pragma once

#include "core/labels/layout.h"

#include <QByteArray>

#include <functional>

/// ZPL II, the language of label printers. Fonts of such printers know no Chinese and break lines their own way, and
/// core has no fonts at all: so texts are drawn by whoever calls (ui/print/textraster.h) and sent as graphics, as bar
/// codes are. What the printer burns is dot by dot what the preview shows.
namespace supercargo {

/// A black and white picture: rows from the top, padded to whole bytes, the leftmost dot highest; 1 is ink.
struct DotRaster {
  int width = 0, height = 0;
  QByteArray bits;
  int rowBytes() const { return (width + 7) / 8; }
  void ink(int x, int y) { bits[y * rowBytes() + x / 8] = char(bits.at(y * rowBytes() + x / 8) | (0x80 >> (x % 8))); }
  static DotRaster blank(int width, int height)
  {
    return {width, height, QByteArray(((width + 7) / 8) * height, '\0')};
  }
};

/// Draws a text to the size of its box at this resolution.
using RasteriseText = std::function<DotRaster(const LayoutText& text, int dotsPerInch)>;

/// One label for a printer of 203 or 300 dots an inch (152 and 600 exist too). Invalid when a bar code does not fit.
Result<QByteArray> zplOf(const LayoutPage& page, int dotsPerInch, const RasteriseText& rasterise, int copies = 1);

/// A picture as the data of ^GFA, compressed the printer's way (repeat letters, "," a row's white rest, ":" the same
/// row again).
QByteArray zplGraphic(const DotRaster& raster);

} // namespace supercargo
