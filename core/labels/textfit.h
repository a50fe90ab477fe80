#pragma once

#include "core/labels/layout.h"

#include <QStringList>

#include <functional>

/// How a text gets into its box. Core has no fonts: whoever draws lends a ruler, and since every renderer lends the
/// same one (ui/print/labelpainter.h), lines break at the same places everywhere.
namespace supercargo {

/// Width in micrometres of one line in this size of type.
using MeasureText = std::function<int(const QString& line, int type, bool bold)>;

struct FittedText {
  int type = 0;
  QStringList lines;
  bool cut = false; ///< a part is missing; its place is marked with "…"
};

/// First smaller type on one line (to three quarters of what is wanted), then several lines in the largest type that
/// fits, then the smallest type with the rest cut off. Blanks and line ends become one blank.
FittedText fitText(const LayoutText& text, const MeasureText& measure);

/// From one line's foot to the next one's.
int linePitch(int type);

} // namespace supercargo
