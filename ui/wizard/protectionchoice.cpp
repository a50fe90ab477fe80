#include "ui/wizard/protectionchoice.h"

#include "core/security/keychain.h"
#include "ui/accounts/trouble.h"
#include "ui/theme/theme.h"
#include "ui/wizard/passphrase.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace supercargo {
namespace {

QLabel* makeLabel(const char* role, QWidget* parent)
{
  auto* label = new QLabel(parent);
  label->setWordWrap(true);
  setRole(label, role);
  return label;
}

QVBoxLayout* makeColumn(QWidget* of, int left)
{
  auto* column = new QVBoxLayout(of);
  column->setContentsMargins(left, 0, 0, 0);
  column->setSpacing(px(Size::Space2));
  return column;
}

} // namespace

ProtectionChoice::ProtectionChoice(QWidget* parent) : QWidget(parent)
{
  m_keychain = new QRadioButton(this);
  m_keychain->setEnabled(false);
  m_keychainNote = makeLabel("muted", this);
  m_keychainNote->setContentsMargins(px(Size::Space6), 0, 0, px(Size::Space3));
  m_passphrase = new QRadioButton(this);
  m_passphrase->setChecked(true);
  m_box = new QWidget(this);
  m_firstLabel = new QLabel(m_box);
  m_first = new QLineEdit(m_box);
  m_againLabel = new QLabel(m_box);
  m_again = new QLineEdit(m_box);
  for (QLineEdit* edit : {m_first, m_again})
    edit->setEchoMode(QLineEdit::Password);
  m_first->setObjectName(QStringLiteral("passphrase"));
  m_again->setObjectName(QStringLiteral("passphraseAgain"));
  m_firstLabel->setBuddy(m_first);
  m_againLabel->setBuddy(m_again);
  m_strength = makeLabel("small", m_box);
  m_warning = makeLabel("muted", m_box);
  m_error = makeLabel("error", this);
  auto* box = makeColumn(m_box, px(Size::Space6));
  for (QWidget* part :
       std::initializer_list<QWidget*>{m_firstLabel, m_first, m_strength, m_againLabel, m_again, m_warning})
    box->addWidget(part);
  auto* column = makeColumn(this, 0);
  for (QWidget* part : std::initializer_list<QWidget*>{m_keychain, m_keychainNote, m_passphrase, m_box, m_error})
    column->addWidget(part);
  connect(m_passphrase, &QRadioButton::toggled, this, &ProtectionChoice::refresh);
  connect(m_first, &QLineEdit::textEdited, this, &ProtectionChoice::refresh);
  connect(m_again, &QLineEdit::textEdited, this, &ProtectionChoice::refresh);
  retranslate();
}

void ProtectionChoice::setKeychain(bool available)
{
  m_available = available;
  m_keychain->setEnabled(available);
  if (available && m_first->text().isEmpty())
    m_keychain->setChecked(true);
  retranslate();
}

std::optional<ProtectionChoice::Chosen> ProtectionChoice::chosen()
{
  m_error->hide();
  if (m_keychain->isChecked())
    return Chosen{Protection::Keychain, {}};
  const bool tooShort = passphraseStrength(m_first->text()) == PassphraseStrength::TooShort;
  if (!tooShort && m_first->text() == m_again->text())
    return Chosen{Protection::Passphrase, m_first->text().toUtf8()};
  say(tooShort ? tr("Use at least eight characters.") : tr("The two are not the same."));
  (tooShort ? m_first : m_again)->setFocus(Qt::OtherFocusReason);
  return std::nullopt;
}

void ProtectionChoice::showError(const Error& error)
{
  const bool isKeychain = error.kind == ErrorKind::Locked && error.subject == keychain::kSubject;
  say(isKeychain ? tr("The keychain does not take the key. Unlock it and try again, or choose a passphrase.")
                 : troubleText(error.kind),
      error.detail);
}

void ProtectionChoice::say(const QString& fault, const QString& detail)
{
  m_error->setText(fault);
  m_error->setToolTip(detail);
  m_error->show();
}

void ProtectionChoice::takeFocus()
{
  (m_passphrase->isChecked() ? static_cast<QWidget*>(m_first) : m_keychain)->setFocus(Qt::OtherFocusReason);
}

void ProtectionChoice::forget()
{
  m_first->clear();
  m_again->clear();
}

void ProtectionChoice::refresh()
{
  m_box->setEnabled(m_passphrase->isChecked());
  m_error->hide();
  switch (passphraseStrength(m_first->text())) {
  case PassphraseStrength::TooShort:
    m_strength->setText(m_first->text().isEmpty() ? tr("Several words in a row are strong and easy to remember.")
                                                  : tr("Strength: too short"));
    break;
  case PassphraseStrength::Weak:
    m_strength->setText(tr("Strength: weak"));
    break;
  case PassphraseStrength::Fair:
    m_strength->setText(tr("Strength: fair"));
    break;
  case PassphraseStrength::Strong:
    m_strength->setText(tr("Strength: strong"));
    break;
  }
}

void ProtectionChoice::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QWidget::changeEvent(event);
}

void ProtectionChoice::retranslate()
{
  m_keychain->setText(tr("Keychain of the system"));
  if (!m_available)
    m_keychainNote->setText(tr("Looking for one…"));
  else
    m_keychainNote->setText(*m_available ? tr("Unlocked together with your session; nothing to type.")
                                         : tr("This system offers none at the moment."));
  m_passphrase->setText(tr("Passphrase"));
  m_firstLabel->setText(tr("Passphrase"));
  m_againLabel->setText(tr("Passphrase once more"));
  m_first->setAccessibleName(tr("Passphrase"));
  m_again->setAccessibleName(tr("Passphrase once more"));
  m_warning->setText(tr("Nobody can recover it, neither can we. Without it the accounts must be connected again; "
                        "orders and other data stay readable."));
  refresh();
}

} // namespace supercargo
