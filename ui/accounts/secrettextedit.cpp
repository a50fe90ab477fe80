#include "ui/accounts/secrettextedit.h"

namespace supercargo {

void SecretTextEdit::setRevealed(bool revealed)
{
  m_revealed = revealed;
  viewport()->update();
}

void SecretTextEdit::paintEvent(QPaintEvent* event)
{
  const qsizetype length = toPlainText().size();
  if (m_revealed || length == 0) {
    QPlainTextEdit::paintEvent(event);
    return;
  }
  QPainter painter(viewport());
  painter.setPen(palette().color(QPalette::Text));
  const int margin = qRound(document()->documentMargin());
  painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
                   Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                   QString(12, QChar(0x2022)) + u' ' + tr("%n characters, hidden", nullptr, int(length)));
}

} // namespace supercargo
