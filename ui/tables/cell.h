#pragma once

#include "ui/theme/tokens.h"

#include <QMetaType>
#include <QString>
#include <QVariant>

#include <functional>

namespace supercargo {

/// What a table shows in one place, ready to draw.
struct Cell {
  QString text;
  QString muted; ///< before the text, in muted ink: a currency
  QString icon;  ///< with a tone: a status pill
  Tone tone = Tone::Neutral;
  QString tip;                              ///< empty: the text, when it does not fit
  Qt::TextElideMode elide = Qt::ElideRight; ///< where a text that does not fit is cut
};

/// One column of a list of `Row`. `title` is asked again when the language changes.
template <class Row>
struct Column {
  const char* key;
  std::function<QString()> title;
  int width = 0;
  Qt::Alignment align = Qt::AlignLeft;
  std::function<Cell(const Row&)> cell;
  std::function<QVariant(const Row&)> raw; ///< for Qt::UserRole: the value behind the text
  std::optional<int> sort;                 ///< the query's sort that a click on the header asks for
  bool shown = true;                       ///< from the start
};

constexpr int kCellRole = Qt::UserRole + 1;

} // namespace supercargo

Q_DECLARE_METATYPE(supercargo::Cell)
