#include "ui/print/textraster.h"

#include "ui/print/labelpainter.h"

#include <QImage>
#include <QPainter>

namespace supercargo {

RasteriseText textRaster()
{
  return [](const LayoutText& text, int dotsPerInch) {
    LayoutText moved = text;
    moved.at.x = moved.at.y = 0;
    // Descenders of the last line hang below a box that is as low as its type.
    const int height = std::max(text.at.height, linePitch(text.type));
    QImage image(std::max(1, dotsOf(text.at.width, dotsPerInch)), std::max(1, dotsOf(height, dotsPerInch)),
                 QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(double(dotsPerInch) / kLayoutDotsPerInch, double(dotsPerInch) / kLayoutDotsPerInch);
    paintText(painter, moved);
    painter.end();
    DotRaster raster = DotRaster::blank(image.width(), image.height());
    constexpr uchar kDark = 128;
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x)
        if (image.constScanLine(y)[x] < kDark)
          raster.ink(x, y);
    return raster;
  };
}

} // namespace supercargo
