#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QPixmap>

class QPainter;

namespace supercargo {

/// A Lucide icon of resources/icons by name ("truck"), drawn from its vector at every size in the theme's ink of the
/// moment, so that a kept QIcon follows a change of theme. Disabled icons take Ink::TextDisabled. Unknown names are
/// asserted.
QIcon themedIcon(const QString& name, Ink ink = Ink::TextMuted);

/// Draws the icon sharply into `rect` in that ink: for delegates and own widgets.
void paintIcon(QPainter& painter, const QString& name, const QRect& rect, Ink ink);

/// For labels: a pixmap of `size` at the screen's ratio. Take a new one on QEvent::StyleChange.
QPixmap iconPixmap(const QString& name, int size, Ink ink, qreal ratio);

/// The application's own icon.
QIcon applicationIcon();

} // namespace supercargo
