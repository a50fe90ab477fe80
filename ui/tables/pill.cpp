#include "ui/tables/pill.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace supercargo {

int pillWidth(const QString& word)
{
  return QFontMetrics(typeFont(Size::TypeSmall)).horizontalAdvance(word) + px(Size::IconSmall) + px(Size::Space6);
}

void paintPill(QPainter& painter, const QRect& rect, const QString& word, const QString& icon, Tone tone, Ink ground)
{
  const int height = px(Size::Pill), iconSize = px(Size::IconSmall);
  const QRect pill(rect.left(), rect.center().y() - height / 2 + 1, std::min(rect.width(), pillWidth(word)), height);
  painter.setPen(Qt::NoPen);
  painter.setBrush(ink(ground));
  painter.drawRoundedRect(pill, px(Size::Radius), px(Size::Radius));
  paintIcon(painter, icon,
            QRect(pill.left() + px(Size::Space2) - 1, pill.top() + (height - iconSize) / 2, iconSize, iconSize),
            toneInk(tone));
  painter.setFont(typeFont(Size::TypeSmall));
  painter.setPen(ink(toneInk(tone)));
  const QRect text = pill.adjusted(iconSize + px(Size::Space3), 0, -px(Size::Space1), 0);
  painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(word, Qt::ElideRight, text.width()));
}

void Pill::set(const QString& word, const QString& icon, Tone tone)
{
  m_word = word;
  m_icon = icon;
  m_tone = tone;
  setAccessibleName(word);
  updateGeometry();
  update();
}

QSize Pill::sizeHint() const
{
  return {pillWidth(m_word), px(Size::Pill) + 2};
}

void Pill::paintEvent(QPaintEvent*)
{
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (!m_icon.isEmpty())
    paintPill(painter, rect(), m_word, m_icon, m_tone, toneGround(m_tone));
}

} // namespace supercargo
