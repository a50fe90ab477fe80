#include "app/desktop/unlockdialog.h"

#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace supercargo {

UnlockDialog::UnlockDialog(QWidget* parent)
    : QDialog(parent), m_passphrase(new QLineEdit), m_error(new QLabel), m_open(new QPushButton(tr("Open")))
{
  setWindowTitle(tr("Open the workspace"));
  auto* label = new QLabel(tr("&Passphrase"));
  label->setBuddy(m_passphrase);
  m_passphrase->setEchoMode(QLineEdit::Password);
  m_passphrase->setAccessibleName(tr("Passphrase of the vault"));
  m_error->setWordWrap(true);
  setRole(m_error, "error");
  m_error->hide();
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  buttons->addButton(m_open, QDialogButtonBox::AcceptRole);
  m_open->setDefault(true);
  setRole(m_open, "primary");
  setMinimumWidth(px(Size::Details));
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(new QLabel(tr("The accounts' secrets are sealed. Enter the passphrase to go on.")));
  layout->addWidget(label);
  layout->addWidget(m_passphrase);
  layout->addWidget(m_error);
  layout->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &UnlockDialog::enter);
  connect(buttons, &QDialogButtonBox::rejected, this, [this] {
    Q_EMIT givenUp();
    close();
  });
}

void UnlockDialog::enter()
{
  m_open->setEnabled(false);
  m_error->hide();
  Q_EMIT entered(m_passphrase->text().toUtf8());
}

void UnlockDialog::showError(const QString& sentence)
{
  m_open->setEnabled(true);
  m_error->setText(sentence);
  m_error->show();
  m_passphrase->selectAll();
  m_passphrase->setFocus();
}

} // namespace supercargo
