#include "ui/wizard/setupsteps.h"

#include "core/base/deliver.h"
#include "ui/accounts/connectpanel.h"
#include "ui/text/format.h"
#include "ui/wizard/protectionchoice.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>

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
    : WizardStep(draft, actions, parent), m_choice(new ProtectionChoice(this))
{
  auto* column = makeColumn(this);
  column->addWidget(m_choice);
  column->addStretch(1);
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
    deliver(m_actions.keychainAvailable(), this, [this](bool available) { m_choice->setKeychain(available); });
  }
  m_choice->takeFocus();
}

void ProtectionStep::leave()
{
  if (m_busy)
    return;
  const auto chosen = m_choice->chosen();
  if (!chosen)
    return;
  m_busy = true;
  Q_EMIT busyChanged(true);
  deliver(m_actions.createWorkspace(m_draft, chosen->protection, chosen->passphrase), this, [this](Result<void> made) {
    m_busy = false;
    Q_EMIT busyChanged(false);
    if (made) {
      m_choice->forget();
      Q_EMIT left();
    } else {
      m_choice->showError(made.error());
    }
  });
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
