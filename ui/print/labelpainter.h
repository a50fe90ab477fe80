#pragma once

#include "core/labels/layout.h"
#include "core/labels/textfit.h"

class QFont;
class QImage;
class QPainter;

/// Draws a layout with QPainter. Preview, PDF, printer and ZPL's graphics all come through here with the same fonts and
/// the same ruler, so what one shows the others print.
namespace supercargo {

/// One unit of the painter is then a hundredth of a millimetre: 2540 dots an inch.
inline constexpr int kLayoutDotsPerInch = 2540;

/// The ruler that every renderer lends to core/labels/textfit.h. GUI thread, or a program with a QGuiApplication.
MeasureText labelRuler();
QFont labelFont(int type, bool bold); ///< in units of a hundredth of a millimetre

/// Paints the page with its upper left corner at the origin; the caller has scaled the painter to hundredths of a
/// millimetre. Bar codes fall on the dots of a printer with so many dots an inch. False: a bar code does not fit, and a
/// crossed box stands in its place.
bool paintPage(QPainter& painter, const LayoutPage& page, int printerDotsPerInch);
/// One text, in the same units.
void paintText(QPainter& painter, const LayoutText& text);

/// As a printer of this resolution burns it: black or white, nothing between.
QImage pageImage(const LayoutPage& page, int dotsPerInch);

/// What a person should know before the page is printed.
struct LayoutFaults {
  QStringList cut;   ///< texts of which a part is missing
  QString missing;   ///< characters that no font here has
  QStringList unfit; ///< bar codes that need wider paper
  bool isEmpty() const { return cut.isEmpty() && missing.isEmpty() && unfit.isEmpty(); }
};
LayoutFaults faultsOf(const LayoutPage& page, int printerDotsPerInch);

} // namespace supercargo
