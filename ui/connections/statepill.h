#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

namespace supercargo {

/// A state as a pill of icon and word.
class StatePill : public QWidget {
  Q_OBJECT
public:
  using QWidget::QWidget;
  void setState(const QString& word, const QString& icon, Tone tone);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  QString m_word, m_icon;
  Tone m_tone = Tone::Neutral;
};

} // namespace supercargo
