#pragma once

#include "ui/theme/tokens.h"

#include <QRect>
#include <QWidget>

class QPainter;

namespace supercargo {

/// A status as a pill of icon and word, left-aligned in `rect` and cut to it.
void paintPill(QPainter& painter, const QRect& rect, const QString& word, const QString& icon, Tone tone, Ink ground);
int pillWidth(const QString& word);

/// The same as a widget.
class Pill : public QWidget {
  Q_OBJECT
public:
  using QWidget::QWidget;
  void set(const QString& word, const QString& icon, Tone tone);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  QString m_word, m_icon;
  Tone m_tone = Tone::Neutral;
};

} // namespace supercargo
