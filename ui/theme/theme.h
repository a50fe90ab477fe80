#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QLabel>

class QApplication;
class QPushButton;

namespace supercargo {

enum class ThemeMode { System, Light, Dark };

/// The look of the application: Fusion, a QPalette and one stylesheet, all made from the tokens. Like QPalette it is
/// one per application and belongs to the GUI thread. Widgets learn of a change through QEvent::StyleChange or
/// PaletteChange.
void applyTheme(QApplication& app, ThemeMode mode, double textScale = 1.0);

/// The tokens in force; before the first applyTheme they are the light ones.
const Tokens& tokens();
inline QColor ink(Ink which)
{
  return tokens()[which];
}
inline int px(Size which)
{
  return tokens()[which];
}
bool isDarkTheme();
ThemeMode themeMode();
double textScale();

/// The interface font at a token's size.
QFont typeFont(Size size, QFont::Weight weight = QFont::Normal);

/// WCAG 2 contrast of two opaque colours, 1 to 21.
double contrastRatio(const QColor& a, const QColor& b);

/// Sets a dynamic property that the stylesheet selects by, and restyles. The roles it knows: QLabel "head", "title",
/// "strong", "muted", "small", "figure", "error"; QPushButton "primary", "quiet", "link", "danger", "combo"; QFrame
/// "card", "divider", "banner". See resources/theme/style.qss.
void setRole(QWidget* widget, const char* role);

/// Colours a label's words by what they say; where the stylesheet has no colour for a tone, its role decides.
void setTone(QLabel* label, Tone tone);

/// Marks an input whose content is not accepted; the sentence that says why stands beside it.
void setInvalid(QWidget* input, bool invalid);

} // namespace supercargo
