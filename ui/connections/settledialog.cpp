#include "ui/connections/settledialog.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace supercargo {

SettleDialog::SettleDialog(const QString& deed, bool needsNumber, QWidget* parent)
    : QDialog(parent), m_needsNumber(needsNumber)
{
  setWindowTitle(tr("Settle"));
  auto* title = new QLabel(deed, this);
  setRole(title, "title");
  title->setWordWrap(true);
  auto* note = new QLabel(tr("The provider does not say how it ended. Look in its console, then say it here; the "
                             "order's timeline keeps who said so."),
                          this);
  note->setWordWrap(true);
  setRole(note, "muted");
  m_happened = new QRadioButton(tr("It happened"), this);
  m_didNotHappen = new QRadioButton(tr("It did not happen"), this);
  m_number = new QLineEdit(this);
  m_number->setPlaceholderText(needsNumber ? tr("Waybill number") : tr("Number of the refund, if there is one"));
  m_number->setAccessibleName(tr("Number"));
  auto* cancel = new QPushButton(tr("Cancel"), this);
  m_yes = new QPushButton(tr("Settle"), this);
  setRole(m_yes, "primary");
  m_yes->setDefault(true);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  buttons->addWidget(cancel);
  buttons->addWidget(m_yes);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space6), px(Size::Space4), px(Size::Space6), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  for (QWidget* each : std::initializer_list<QWidget*>{title, note, m_happened, m_number, m_didNotHappen})
    column->addWidget(each);
  column->addLayout(buttons);
  setMinimumWidth(px(Size::Details));
  connect(m_happened, &QRadioButton::toggled, this, &SettleDialog::showChoice);
  connect(m_didNotHappen, &QRadioButton::toggled, this, &SettleDialog::showChoice);
  connect(m_number, &QLineEdit::textChanged, this, &SettleDialog::showChoice);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_yes, &QPushButton::clicked, this, [this] {
    Q_EMIT settled(m_happened->isChecked(), m_happened->isChecked() ? m_number->text().trimmed() : QString());
    accept();
  });
  showChoice();
}

void SettleDialog::showChoice()
{
  const bool hasNumber = !m_needsNumber || !m_number->text().trimmed().isEmpty();
  m_number->setEnabled(m_happened->isChecked());
  m_yes->setEnabled(m_didNotHappen->isChecked() || (m_happened->isChecked() && hasNumber));
}

} // namespace supercargo
