#pragma once

#include "core/security/vault.h"
#include "ui/accounts/accountdraft.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace supercargo {

/// What the first run has learnt so far; kept whenever a step is left, so that closing the wizard loses nothing.
struct WizardDraft {
  bool simulated = true;
  int step = 0; ///< where it was left; 0: not begun, or finished
  QString shopName, currency = QStringLiteral("CNY"), timeZone = QStringLiteral("Asia/Shanghai"), backupFolder;
  bool operator==(const WizardDraft&) const = default;
};

/// What the wizard may do; filled by the program (ui does not know how a workspace is made). All are set.
struct WizardActions {
  std::function<void(const QString& language)> setLanguage;
  std::function<void(ThemeMode)> setTheme;
  std::function<void(const WizardDraft&)> keep;
  std::function<QFuture<bool>()> keychainAvailable;
  std::function<bool()> hasWorkspace; ///< made before, or by `createWorkspace`
  std::function<QFuture<Result<void>>(const WizardDraft&, Protection, const QByteArray& passphrase)> createWorkspace;
  std::function<QFuture<Result<void>>()>
      startSimulatedShop;                         ///< after the workspace is there: its accounts are connected
  std::function<AccountActions()> accountActions; ///< valid once there is a workspace
};

/// One page of the wizard.
class WizardStep : public QWidget {
  Q_OBJECT
public:
  WizardStep(WizardDraft& draft, const WizardActions& actions, QWidget* parent)
      : QWidget(parent), m_draft(draft), m_actions(actions)
  {
  }

  virtual QString title() const = 0;
  virtual QString note() const { return {}; }
  virtual bool applies() const { return true; } ///< whether what was chosen before calls for this step
  virtual bool canSkip() const { return true; }
  virtual void enter() {}
  /// Takes over what stands in the fields as it is, so that it survives whatever comes.
  virtual void take() {}
  /// Next was pressed: take over what was entered. Ends with `left` or shows what is wrong.
  virtual void leave() { Q_EMIT left(); }

Q_SIGNALS:
  void left();
  void busyChanged(bool busy);

protected:
  WizardDraft& m_draft;
  const WizardActions& m_actions;
};

} // namespace supercargo
