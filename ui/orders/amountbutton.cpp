#include "ui/orders/amountbutton.h"

#include "ui/text/format.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

namespace supercargo {

AmountButton::AmountButton(Currency currency, QWidget* parent)
    : QPushButton(parent), m_currency(currency), m_popup(new QFrame(this, Qt::Popup)), m_from(new QLineEdit),
      m_to(new QLineEdit), m_fromLabel(new QLabel), m_toLabel(new QLabel), m_apply(new QPushButton)
{
  setRole(m_popup, "card");
  setRole(m_apply, "primary");
  setRole(this, "combo");
  auto* grid = new QGridLayout(m_popup);
  grid->setContentsMargins(px(Size::Space3), px(Size::Space3), px(Size::Space3), px(Size::Space3));
  grid->setSpacing(px(Size::Space2));
  grid->addWidget(m_fromLabel, 0, 0);
  grid->addWidget(m_from, 0, 1);
  grid->addWidget(m_toLabel, 1, 0);
  grid->addWidget(m_to, 1, 1);
  grid->addWidget(m_apply, 2, 1, Qt::AlignRight);
  m_fromLabel->setBuddy(m_from);
  m_toLabel->setBuddy(m_to);
  for (QLineEdit* field : {m_from, m_to}) {
    field->setAlignment(Qt::AlignRight);
    field->setMaximumWidth(px(Size::Sidebar));
    connect(field, &QLineEdit::returnPressed, this, &AmountButton::takeFields);
  }
  connect(this, &QPushButton::clicked, this, &AmountButton::openFields);
  connect(m_apply, &QPushButton::clicked, this, &AmountButton::takeFields);
}

void AmountButton::set(Bound least, Bound most)
{
  m_least = least;
  m_most = most;
  retranslate();
}

void AmountButton::retranslate()
{
  if (m_least && m_most)
    setText(tr("%1 to %2").arg(textOf(m_least), textOf(m_most)));
  else if (m_least)
    setText(tr("From %1").arg(textOf(m_least)));
  else if (m_most)
    setText(tr("Up to %1").arg(textOf(m_most)));
  else
    setText(tr("Any amount"));
  setAccessibleName(tr("Amount"));
  setAccessibleDescription(text());
  m_fromLabel->setText(tr("At least"));
  m_toLabel->setText(tr("At most"));
  m_from->setAccessibleName(tr("Amount at least"));
  m_to->setAccessibleName(tr("Amount at most"));
  m_apply->setText(tr("Apply"));
}

void AmountButton::paintEvent(QPaintEvent* event)
{
  QPushButton::paintEvent(event);
  QPainter painter(this);
  const int icon = px(Size::IconSmall);
  paintIcon(painter, QStringLiteral("chevron-down"),
            QRect(width() - icon - px(Size::Space2), (height() - icon) / 2, icon, icon), Ink::TextMuted);
}

void AmountButton::openFields()
{
  m_from->setText(textOf(m_least));
  m_to->setText(textOf(m_most));
  for (QLineEdit* field : {m_from, m_to})
    setInvalid(field, false);
  m_popup->adjustSize();
  m_popup->move(mapToGlobal(QPoint(width() - m_popup->width(), height() + px(Size::Space1))));
  m_popup->show();
  m_from->setFocus(Qt::PopupFocusReason);
}

void AmountButton::takeFields()
{
  const auto least = boundOf(m_from), most = boundOf(m_to);
  if (!least || !most)
    return;
  m_popup->hide();
  set(*least, *most);
  Q_EMIT edited();
}

std::optional<AmountButton::Bound> AmountButton::boundOf(QLineEdit* field) const
{
  const QString text = field->text().trimmed();
  if (text.isEmpty())
    return Bound();
  const auto amount = Money::parse(text, m_currency);
  setInvalid(field, !amount);
  if (!amount)
    return std::nullopt;
  return Bound(amount->minor());
}

QString AmountButton::textOf(const Bound& bound) const
{
  return bound ? Money(*bound, m_currency).text() : QString();
}

} // namespace supercargo
