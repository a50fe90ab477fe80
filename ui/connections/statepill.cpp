#include "ui/connections/statepill.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

namespace supercargo {

void StatePill::setState(const QString& word, const QString& icon, Tone tone)
{
  m_word = word;
  m_icon = icon;
  m_tone = tone;
  setAccessibleName(word);
  updateGeometry();
  update();
}

QSize StatePill::sizeHint() const
{
  const QFontMetrics metrics(typeFont(Size::TypeSmall));
  return {metrics.horizontalAdvance(m_word) + px(Size::IconSmall) + px(Size::Space1) + 2 * px(Size::Space2),
          px(Size::Pill)};
}

void StatePill::paintEvent(QPaintEvent*)
{
  if (m_word.isEmpty())
    return; // nothing is known yet
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(ink(toneGround(m_tone)));
  const double radius = height() / 2.0;
  painter.drawRoundedRect(QRectF(rect()), radius, radius);
  const int icon = px(Size::IconSmall);
  paintIcon(painter, m_icon, QRect(px(Size::Space2), (height() - icon) / 2, icon, icon), toneInk(m_tone));
  painter.setFont(typeFont(Size::TypeSmall));
  painter.setPen(ink(toneInk(m_tone)));
  painter.drawText(rect().adjusted(px(Size::Space2) + icon + px(Size::Space1), 0, 0, 0),
                   Qt::AlignVCenter | Qt::AlignLeft, m_word);
}

} // namespace supercargo
