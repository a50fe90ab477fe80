#include "ui/overview/figurecard.h"

#include "ui/overview/sparkline.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace supercargo {

FigureCard::FigureCard(QWidget* parent) : QFrame(parent)
{
  setRole(this, "card");
  setFocusPolicy(Qt::TabFocus);
  setCursor(Qt::PointingHandCursor);
  m_title = new QLabel(this);
  setRole(m_title, "small");
  m_value = new QLabel(this);
  setRole(m_value, "head");
  m_value->setTextFormat(Qt::PlainText);
  m_others = new QLabel(this);
  setRole(m_others, "small");
  m_change = new QLabel(this);
  setRole(m_change, "small");
  m_line = new Sparkline(this);
  m_line->setFixedHeight(px(Size::Space8));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space3), px(Size::Space3), px(Size::Space3), px(Size::Space3));
  column->setSpacing(px(Size::Space1));
  for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_value, m_others, m_change})
    column->addWidget(part);
  column->addStretch(1);
  column->addWidget(m_line);
  for (QLabel* label : {m_title, m_value, m_others, m_change}) // a long amount must not push its neighbours aside
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void FigureCard::setValue(const Value& value)
{
  m_title->setText(value.title);
  m_value->setText(value.value.isEmpty() ? QStringLiteral("–") : value.value);
  m_others->setText(value.others);
  m_others->setVisible(!value.others.isEmpty());
  const QString words = value.isNew ? tr("new") : supercargo::changeText(value.change);
  const bool isFlat = !value.change || std::abs(*value.change) < 0.0005;
  setTone(m_change, isFlat ? Tone::Neutral : (*value.change > 0) == value.moreIsBetter ? Tone::Success : Tone::Danger);
  m_change->setText(words);
  const QString against =
      value.before.isEmpty() ? tr("Nothing to compare with a week ago") : tr("A week ago: %1").arg(value.before);
  m_change->setToolTip(against);
  setToolTip(value.definition + u'\n' + against);
  m_line->setValues(value.steps, value.stepsBefore);
  setAccessibleName(tr("%1: %2, change %3").arg(value.title, m_value->text(), words));
  setAccessibleDescription(value.definition + u' ' + against);
}

void FigureCard::mousePressEvent(QMouseEvent* event)
{
  if (event->button() == Qt::LeftButton)
    Q_EMIT chosen();
}

void FigureCard::keyPressEvent(QKeyEvent* event)
{
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
    Q_EMIT chosen();
  else
    QFrame::keyPressEvent(event);
}

void FigureCard::focusInEvent(QFocusEvent*)
{
  update();
}

void FigureCard::focusOutEvent(QFocusEvent*)
{
  update();
}

void FigureCard::paintEvent(QPaintEvent* event)
{
  QFrame::paintEvent(event);
  if (!hasFocus())
    return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(ink(Ink::Accent), px(Size::Focus)));
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), px(Size::Radius), px(Size::Radius));
}

} // namespace supercargo
