#include "ui/connections/connectdialog.h"

#include "core/base/deliver.h"
#include "core/store/accounts.h"
#include "ui/accounts/connectpanel.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace supercargo {

ConnectDialog::ConnectDialog(AccountActions actions, QWidget* parent) : QDialog(parent)
{
  m_panel = new ConnectPanel(std::move(actions), this);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space6), px(Size::Space4), px(Size::Space6), px(Size::Space4));
  column->addWidget(m_panel);
  resize(px(Size::Palette), px(Size::Palette));
  setWindowTitle(tr("Connect an account"));
  connect(m_panel, &ConnectPanel::added, this, [this](AccountId account, const QString& name) {
    Q_EMIT added(account, name);
    accept();
  });
  m_panel->setFocus();
}

void ConnectDialog::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    setWindowTitle(tr("Connect an account"));
  QDialog::changeEvent(event);
}

AccountDialog::AccountDialog(const AccountRow& account, const Provider& provider, AccountForm::Purpose purpose,
                             Save save, QWidget* parent)
    : QDialog(parent), m_account(account.name), m_renews(purpose == AccountForm::Purpose::RenewSecrets),
      m_storing(std::move(save))
{
  m_title = new QLabel(this);
  setRole(m_title, "title");
  m_title->setWordWrap(true);
  m_note = new QLabel(this);
  setRole(m_note, "muted");
  m_note->setWordWrap(true);
  m_form = new AccountForm(provider, purpose, this);
  m_form->fill(account);
  auto* scroll = new QScrollArea(this); // some providers have more fields than a small screen has room
  scroll->setWidget(m_form);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  m_cancel = new QPushButton(this);
  m_save = new QPushButton(this);
  setRole(m_save, "primary");
  m_save->setDefault(true);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  buttons->addWidget(m_cancel);
  buttons->addWidget(m_save);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space6), px(Size::Space4), px(Size::Space6), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  column->addWidget(m_title);
  column->addWidget(m_note);
  column->addWidget(scroll, 1);
  column->addLayout(buttons);
  setMinimumWidth(px(Size::Details));
  connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_save, &QPushButton::clicked, this, &AccountDialog::save);
  retranslate();
}

void AccountDialog::save()
{
  const auto draft = m_form->draft();
  if (!draft)
    return;
  m_form->setEnabled(false);
  m_save->setEnabled(false);
  deliver(m_storing(*draft), this, [this](const Result<void>& stored) {
    m_form->setEnabled(true);
    m_save->setEnabled(true);
    if (stored)
      accept();
    else
      m_form->showError(stored.error());
  });
}

void AccountDialog::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QDialog::changeEvent(event);
}

void AccountDialog::retranslate()
{
  setWindowTitle(m_renews ? tr("Renew credentials") : tr("Edit account"));
  m_title->setText((m_renews ? tr("Renew the credentials of %1") : tr("Edit %1")).arg(m_account));
  m_note->setText(
      m_renews ? tr("The new ones are checked with the provider first. Until they work the old ones stay.")
               : tr("What changes is checked with the provider first. Until it works everything stays as it is."));
  m_cancel->setText(tr("Cancel"));
  m_save->setText(tr("Check and save"));
}

} // namespace supercargo
