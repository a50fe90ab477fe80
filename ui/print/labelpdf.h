#pragma once

#include "core/labels/layout.h"

#include <QByteArray>

namespace supercargo {

/// The layout as PDF, each page as large as its paper to a hundredth of a millimetre, bar codes on the dots of a
/// printer with so many dots an inch. Needs a QGuiApplication. Invalid when there are no pages or a bar code does not
/// fit.
Result<QByteArray> pdfOf(const Layout& layout, int printerDotsPerInch);

/// Qt rounds a page to whole points (0.35 mm), which is too coarse for label rolls: writes the exact sizes of the pages
/// into a PDF of Qt's, in micrometres, and moves its table of objects along. BadResponse when the file has another
/// shape.
Result<QByteArray> withExactPages(const QByteArray& pdf, const std::vector<PaperSize>& pages);

} // namespace supercargo
