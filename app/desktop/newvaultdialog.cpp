#include "app/desktop/newvaultdialog.h"

#include "ui/theme/theme.h"
#include "ui/wizard/protectionchoice.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace supercargo {

NewVaultDialog::NewVaultDialog(qint64 accounts, QWidget* parent) : QDialog(parent), m_choice(new ProtectionChoice)
{
  setWindowTitle(tr("New vault"));
  setMinimumWidth(px(Size::Details));
  auto* title = new QLabel(tr("Begin a new vault?"));
  setRole(title, "title");
  auto* stays = new QLabel(tr("Orders, products and settings stay."));
  auto* goes = new QLabel(
      tr("Accounts whose credentials are forgotten and must be typed again: %1. So must the key of a map, if you "
         "have given one. There is no way back.")
          .arg(accounts));
  for (QLabel* text : {title, stays, goes})
    text->setWordWrap(true);
  m_begin = new QPushButton(tr("Begin a new vault"));
  m_cancel = new QPushButton(tr("Cancel"));
  setRole(m_begin, "danger");
  auto* buttons = new QHBoxLayout; // a QDialogButtonBox would make one the default: nobody loses credentials by Enter
  buttons->addStretch(1);
  for (QPushButton* button : {m_cancel, m_begin}) {
    button->setAutoDefault(false);
    buttons->addWidget(button);
  }
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(px(Size::Space3));
  for (QWidget* part : std::initializer_list<QWidget*>{title, stays, goes, m_choice})
    layout->addWidget(part);
  layout->addLayout(buttons);
  connect(m_begin, &QPushButton::clicked, this, &NewVaultDialog::confirm);
  connect(m_cancel, &QPushButton::clicked, this, &NewVaultDialog::reject);
}

void NewVaultDialog::setKeychain(bool available)
{
  m_choice->setKeychain(available);
}

void NewVaultDialog::showError(const Error& error)
{
  setBusy(false);
  m_choice->showError(error);
}

void NewVaultDialog::reject()
{
  if (!m_busy)
    QDialog::reject();
}

void NewVaultDialog::confirm()
{
  const auto chosen = m_choice->chosen();
  if (!chosen)
    return;
  setBusy(true);
  Q_EMIT confirmed(chosen->protection, chosen->passphrase);
}

void NewVaultDialog::setBusy(bool busy)
{
  m_busy = busy;
  for (QWidget* part : std::initializer_list<QWidget*>{m_choice, m_begin, m_cancel})
    part->setEnabled(!busy);
}

} // namespace supercargo
