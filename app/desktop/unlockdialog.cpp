#include "app/desktop/unlockdialog.h"

#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace supercargo {

UnlockDialog::UnlockDialog(Protection protection, QWidget* parent)
    : QDialog(parent), m_protection(protection), m_error(new QLabel)
{
  const bool asks = protection == Protection::Passphrase;
  setWindowTitle(tr("Open the workspace"));
  setMinimumWidth(px(Size::Details));
  auto* layout = new QVBoxLayout(this);
  auto* why = new QLabel(asks ? tr("The accounts' secrets are sealed. Enter the passphrase to go on.")
                              : tr("The accounts' secrets are sealed, and their key is in a keychain."));
  why->setWordWrap(true);
  layout->addWidget(why);
  if (asks) {
    m_passphrase = new QLineEdit;
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setAccessibleName(tr("Passphrase of the vault"));
    auto* label = new QLabel(tr("&Passphrase"));
    label->setBuddy(m_passphrase);
    layout->addWidget(label);
    layout->addWidget(m_passphrase);
  }
  m_error->setWordWrap(true);
  setRole(m_error, "error");
  m_error->hide();
  layout->addWidget(m_error);
  auto* buttons = new QDialogButtonBox;
  m_open = buttons->addButton(asks ? tr("Open") : tr("Try again"), QDialogButtonBox::AcceptRole);
  m_lost = buttons->addButton(asks ? tr("Forgotten?…") : tr("New vault…"), QDialogButtonBox::ActionRole);
  buttons->addButton(asks ? tr("Cancel") : tr("Quit"), QDialogButtonBox::RejectRole);
  m_lost->setAccessibleName(asks ? tr("The passphrase is forgotten: begin a new vault")
                                 : tr("The key is lost: begin a new vault"));
  m_lost->setAutoDefault(false);
  m_open->setDefault(true);
  setRole(m_open, "primary");
  layout->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &UnlockDialog::enter);
  connect(m_lost, &QPushButton::clicked, this, [this] {
    wait();
    Q_EMIT newVaultRequested();
  });
  connect(buttons, &QDialogButtonBox::rejected, this, [this] {
    Q_EMIT givenUp();
    close();
  });
}

void UnlockDialog::enter()
{
  wait();
  Q_EMIT entered(m_passphrase ? m_passphrase->text().toUtf8() : QByteArray());
}

void UnlockDialog::wait()
{
  m_open->setEnabled(false);
  m_lost->setEnabled(false);
  m_error->hide();
}

void UnlockDialog::rest()
{
  m_open->setEnabled(true);
  m_lost->setEnabled(true);
}

void UnlockDialog::showError(const QString& sentence)
{
  rest();
  m_error->setText(sentence);
  m_error->show();
  if (m_passphrase) {
    m_passphrase->selectAll();
    m_passphrase->setFocus();
  } else {
    m_open->setFocus();
  }
}

} // namespace supercargo
