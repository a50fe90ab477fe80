#pragma once

#include "core/labels/symbol.h"

#include <QString>

#include <optional>
#include <vector>

/// What stands on a label or a sheet, and where: plain values, the same for preview, PDF, printer and ZPL. Every length
/// is a whole number of micrometres (1000 to the millimetre) from the paper's upper left corner.
namespace supercargo {

struct PaperSize {
  int width = 0, height = 0;
  bool operator==(const PaperSize&) const = default;
};

inline constexpr PaperSize kPaper76x130{76'000, 130'000}, kPaper100x150{100'000, 150'000},
    kPaper100x180{100'000, 180'000}, kPaper50x30{50'000, 30'000}, kPaperA4{210'000, 297'000};

/// "76x130", "100×150", "50.5x30", "a4": millimetres, each side from 20 to 1000. nullopt: not a size.
std::optional<PaperSize> paperNamed(QStringView name);
QString paperName(PaperSize paper); ///< "76x130", "a4"

struct LayoutRect {
  int x = 0, y = 0, width = 0, height = 0;
  int right() const { return x + width; }
  int bottom() const { return y + height; }
  LayoutRect inset(int by) const { return {x + by, y + by, width - 2 * by, height - 2 * by}; }
  bool operator==(const LayoutRect&) const = default;
};

enum class TextPlace { Left, Centre, Right };

/// A text in a box, fitted by core/labels/textfit.h: smaller, then on more lines, then cut with a mark.
struct LayoutText {
  LayoutRect at;
  QString text;
  int type = 3000;     ///< the size of type that is wanted, em
  int smallest = 2000; ///< never smaller than this
  bool bold = false;
  TextPlace place = TextPlace::Left;
  int lines = 1; ///< at most; fewer where the box is too low
};

struct LayoutBox {
  LayoutRect at;
  int stroke = 0; ///< 0: filled
};

struct LayoutCode {
  LayoutRect at; ///< with the quiet zone inside
  Symbol symbol;
};

struct LayoutPage {
  PaperSize paper;
  std::vector<LayoutText> texts;
  std::vector<LayoutBox> boxes;
  std::vector<LayoutCode> codes;

  void line(int x, int y, int width, int stroke = 200) { boxes.push_back({{x, y, width, stroke}, 0}); }
};

struct Layout {
  QString title; ///< for the document's properties and the printer's queue
  std::vector<LayoutPage> pages;
};

/// Whole dots of a printer with so many dots an inch.
int dotsOf(int micrometres, int dotsPerInch);

/// Where a symbol's modules fall: whole dots, so that bars stay as wide as each other on a thermal printer.
struct CodePlacement {
  int x = 0, y = 0;  ///< dots of the first module's corner
  int module = 1;    ///< dots a module
  int barHeight = 1; ///< Code 128: dots of a bar; QR: the same as `module`
};
/// nullopt: the symbol does not fit into its box at this resolution, not even with modules of one dot.
std::optional<CodePlacement> placeCode(const LayoutCode& code, int dotsPerInch);

} // namespace supercargo
