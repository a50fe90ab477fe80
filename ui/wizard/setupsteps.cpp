#include "ui/wizard/setupsteps.h"

#include "core/base/deliver.h"
#include "ui/accounts/connectpanel.h"
#include "ui/accounts/trouble.h"
#include "ui/text/format.h"
#include "ui/wizard/passphrase.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>

namespace supercargo {
namespace {

QLabel* makeLabel(const char* role, QWidget* parent)
{
  auto* label = new QLabel(parent);
  label->setWordWrap(true);
  setRole(label, role);
  return label;
}

QVBoxLayout* makeColumn(QWidget* page)
{
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins({});
  column->setSpacing(px(Size::Space2));
  return column;
}

} // namespace

ProtectionStep::ProtectionStep(WizardDraft& draft, const WizardActions& actions, QWidget* parent)
    : WizardStep(draft, actions, parent)
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
  m_error = makeLabel("error", m_box);
  m_warning = makeLabel("muted", m_box);
  auto* box = makeColumn(m_box);
  box->setContentsMargins(px(Size::Space6), 0, 0, 0);
  for (QWidget* part :
       std::initializer_list<QWidget*>{m_firstLabel, m_first, m_strength, m_againLabel, m_again, m_error, m_warning})
    box->addWidget(part);
  auto* column = makeColumn(this);
  for (QWidget* part : std::initializer_list<QWidget*>{m_keychain, m_keychainNote, m_passphrase, m_box})
    column->addWidget(part);
  column->addStretch(1);
  connect(m_passphrase, &QRadioButton::toggled, this, &ProtectionStep::refresh);
  connect(m_first, &QLineEdit::textEdited, this, &ProtectionStep::refresh);
  connect(m_again, &QLineEdit::textEdited, this, &ProtectionStep::refresh);
  retranslate();
}

QString ProtectionStep::title() const
{
  return tr("Protect your credentials");
}
QString ProtectionStep::note() const
{
  return tr("Keys and tokens of your accounts are encrypted on this computer.");
}

void ProtectionStep::enter()
{
  if (!m_asked) {
    m_asked = true;
    deliver(m_actions.keychainAvailable(), this, [this](bool available) { setKeychain(available); });
  }
  (m_passphrase->isChecked() ? static_cast<QWidget*>(m_first) : m_keychain)->setFocus(Qt::OtherFocusReason);
}

void ProtectionStep::setKeychain(bool available)
{
  m_available = available;
  m_keychain->setEnabled(available);
  if (available && m_first->text().isEmpty())
    m_keychain->setChecked(true);
  retranslate();
}

void ProtectionStep::leave()
{
  if (m_busy)
    return;
  m_fault.clear();
  const bool useKeychain = m_keychain->isChecked();
  if (!useKeychain && passphraseStrength(m_first->text()) == PassphraseStrength::TooShort)
    m_fault = tr("Use at least eight characters.");
  else if (!useKeychain && m_first->text() != m_again->text())
    m_fault = tr("The two are not the same.");
  m_error->setText(m_fault);
  m_error->setVisible(!m_fault.isEmpty());
  if (!m_fault.isEmpty()) {
    (m_first->text().size() < 8 ? m_first : m_again)->setFocus(Qt::OtherFocusReason);
    return;
  }
  m_busy = true;
  Q_EMIT busyChanged(true);
  const QByteArray passphrase = useKeychain ? QByteArray() : m_first->text().toUtf8();
  deliver(m_actions.createWorkspace(m_draft, useKeychain ? Protection::Keychain : Protection::Passphrase, passphrase),
          this, [this](Result<void> made) {
            m_busy = false;
            Q_EMIT busyChanged(false);
            if (made) {
              m_first->clear();
              m_again->clear();
              Q_EMIT left();
              return;
            }
            m_error->setText(troubleText(made.error().kind));
            m_error->setToolTip(made.error().detail);
            m_error->show();
          });
}

void ProtectionStep::refresh()
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

void ProtectionStep::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  WizardStep::changeEvent(event);
}

void ProtectionStep::retranslate()
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

AccountsStep::AccountsStep(WizardDraft& draft, const WizardActions& actions, QWidget* parent)
    : WizardStep(draft, actions, parent)
{
  m_state = makeLabel("muted", this);
  auto* column = makeColumn(this);
  column->addWidget(m_state);
  column->addStretch(0);
  retranslate();
}

QString AccountsStep::title() const
{
  return m_draft.simulated ? tr("The simulated shop") : tr("Connect your accounts");
}
QString AccountsStep::note() const
{
  return m_draft.simulated ? tr("It runs beside this program and ends with it.")
                           : tr("As many as you like; more can be added under Connections at any time.");
}

void AccountsStep::enter()
{
  auto* column = static_cast<QVBoxLayout*>(layout());
  if (m_panel)
    m_panel->setVisible(!m_draft.simulated);
  if (m_draft.simulated) {
    startSimulated();
    return;
  }
  if (!m_panel) {
    m_panel = new ConnectPanel(m_actions.accountActions(), this);
    column->addWidget(m_panel, 1);
    connect(m_panel, &ConnectPanel::added, this, [this](AccountId, const QString& name) {
      m_connected += name;
      retranslate();
    });
  }
  m_panel->setFocus(Qt::OtherFocusReason);
  retranslate();
}

void AccountsStep::startSimulated()
{
  if (m_simulated == Simulated::Starting || m_simulated == Simulated::Ready)
    return;
  m_simulated = Simulated::Starting;
  retranslate();
  deliver(m_actions.startSimulatedShop(), this, [this](Result<void> started) {
    m_simulated = started ? Simulated::Ready : Simulated::Failed;
    m_error = started ? std::nullopt : std::optional(started.error());
    retranslate();
  });
}

void AccountsStep::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  WizardStep::changeEvent(event);
}

void AccountsStep::retranslate()
{
  QString text;
  if (!m_draft.simulated)
    text = m_connected.isEmpty() ? QString() : tr("Connected: %1").arg(m_connected.join(tr(", ")));
  else if (m_simulated == Simulated::Ready)
    text = tr("Its accounts are connected and their orders are being read.");
  else if (m_simulated == Simulated::Failed)
    text = tr("The simulated shop could not be started. It can be tried again from here: go back and forth.");
  else
    text = tr("The simulated shop is starting…");
  m_state->setText(text);
  m_state->setToolTip(m_error ? m_error->detail : QString());
  m_state->setVisible(!text.isEmpty());
}

BackupStep::BackupStep(WizardDraft& draft, const WizardActions& actions, QWidget* parent)
    : WizardStep(draft, actions, parent)
{
  m_folder = new QLineEdit(this);
  m_label = new QLabel(this);
  m_label->setBuddy(m_folder);
  m_choose = new QPushButton(this);
  m_error = makeLabel("error", this);
  m_error->hide();
  auto* row = new QHBoxLayout;
  row->addWidget(m_folder, 1);
  row->addWidget(m_choose);
  auto* column = makeColumn(this);
  column->addWidget(m_label);
  column->addLayout(row);
  column->addWidget(m_error);
  column->addStretch(1);
  setFocusProxy(m_folder);
  connect(m_choose, &QPushButton::clicked, this, [this] {
    auto* dialog = new QFileDialog(this, tr("Folder for backups"), m_folder->text());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
  });
  retranslate();
}

QString BackupStep::title() const
{
  return tr("Backups");
}
QString BackupStep::note() const
{
  return tr("Best on another disk or in a folder that is synchronised elsewhere. Credentials stay encrypted in it.");
}
void BackupStep::enter()
{
  m_folder->setText(m_draft.backupFolder);
}

void BackupStep::take()
{
  m_draft.backupFolder = m_folder->text().trimmed();
}

void BackupStep::leave()
{
  const QString folder = m_draft.backupFolder;
  const QFileInfo info(folder);
  const bool good = folder.isEmpty() || (info.isDir() && info.isWritable());
  m_error->setText(good ? QString() : tr("This folder cannot be written to. Choose another one."));
  m_error->setVisible(!good);
  if (good)
    Q_EMIT left();
}

void BackupStep::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  WizardStep::changeEvent(event);
}

void BackupStep::retranslate()
{
  m_label->setText(tr("Folder for backups"));
  m_folder->setAccessibleName(tr("Folder for backups"));
  m_choose->setText(tr("Choose…"));
  m_choose->setAccessibleName(tr("Choose the folder for backups"));
}

SummaryStep::SummaryStep(WizardDraft& draft, const WizardActions& actions, const AccountsStep& accounts,
                         QWidget* parent)
    : WizardStep(draft, actions, parent), m_accounts(accounts)
{
  m_text = new QLabel(this);
  m_text->setWordWrap(true);
  auto* column = makeColumn(this);
  column->addWidget(m_text);
  column->addStretch(1);
}

QString SummaryStep::title() const
{
  return tr("Ready");
}

void SummaryStep::enter()
{
  QStringList lines;
  lines += m_draft.simulated ? tr("You explore with the simulated shop. A banner says so on every page.")
                             : tr("Shop: %1").arg(m_draft.shopName.isEmpty() ? tr("without a name") : m_draft.shopName);
  lines += tr("Currency %1, time zone %2.").arg(m_draft.currency, m_draft.timeZone);
  if (!m_draft.simulated)
    lines += m_accounts.connected().isEmpty() ? tr("No account is connected yet: do it under Connections.")
                                              : tr("Connected: %1").arg(m_accounts.connected().join(tr(", ")));
  lines += m_draft.backupFolder.isEmpty() ? tr("No folder for backups is set: do it in Settings.")
                                          : tr("Backups go to %1.").arg(m_draft.backupFolder);
  m_text->setText(lines.join(QStringLiteral("\n\n")));
}

void SummaryStep::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    enter();
  WizardStep::changeEvent(event);
}

} // namespace supercargo
