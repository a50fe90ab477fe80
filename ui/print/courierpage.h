#pragma once

#include "core/labels/printmatter.h"

#include <QImage>

class QPainter;

/// A courier's picture or HTML on paper. Preview, printer and PDF all draw it here, so what one shows the others print.
namespace supercargo {

/// The picture as the printer burns it: one pixel a dot, the size of the paper, white around. Its dots become squares
/// of whole dots where the paper nearly fills so, since bars of a bar code are read by how wide they are against each
/// other; white margins may be cut off for that. Else it fits by the nearest dot. Null: `picture` is.
QImage pictureDots(const QImage& picture, PaperSize paper, int dotsPerInch);

/// Paints HTML into the paper's area, black on white, a CSS pixel 1/96 inch. The painter is scaled to hundredths of a
/// millimetre. Neither scripts nor network nor files of this machine are touched. False: there is nothing to paint.
bool paintHtml(QPainter& painter, const QByteArray& html, PaperSize paper);

/// The whole page at the printer's resolution; null for PDF, ZPL and what cannot be read.
QImage courierPage(const CourierFile& file, int dotsPerInch);

} // namespace supercargo
