#pragma once

#include "ui/wizard/wizardstep.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace supercargo {

class ConnectPanel;
class ProtectionChoice;

/// How secrets are kept; leaving it makes the workspace.
class ProtectionStep : public WizardStep {
  Q_OBJECT
public:
  ProtectionStep(WizardDraft& draft, const WizardActions& actions, QWidget* parent);
  QString title() const override;
  QString note() const override;
  bool applies() const override { return !m_actions.hasWorkspace(); }
  bool canSkip() const override { return false; } ///< secrets must be sealed somehow
  void enter() override;
  void leave() override;

private:
  bool m_asked = false, m_busy = false;
  ProtectionChoice* m_choice;
};

/// The first accounts; for the simulated shop they connect themselves.
class AccountsStep : public WizardStep {
  Q_OBJECT
public:
  AccountsStep(WizardDraft& draft, const WizardActions& actions, QWidget* parent);
  QString title() const override;
  QString note() const override;
  void enter() override;
  QStringList connected() const { return m_connected; }

protected:
  void changeEvent(QEvent* event) override;

private:
  void startSimulated();
  void retranslate();
  ConnectPanel* m_panel = nullptr;
  QLabel* m_state = nullptr;
  QStringList m_connected;
  enum class Simulated { NotStarted, Starting, Ready, Failed } m_simulated = Simulated::NotStarted;
  std::optional<Error> m_error;
};

/// Where backups go.
class BackupStep : public WizardStep {
  Q_OBJECT
public:
  BackupStep(WizardDraft& draft, const WizardActions& actions, QWidget* parent);
  QString title() const override;
  QString note() const override;
  void enter() override;
  void take() override;
  void leave() override;

protected:
  void changeEvent(QEvent* event) override;

private:
  void retranslate();
  QLabel *m_label = nullptr, *m_error = nullptr;
  QLineEdit* m_folder = nullptr;
  QPushButton* m_choose = nullptr;
};

/// What was set up.
class SummaryStep : public WizardStep {
  Q_OBJECT
public:
  SummaryStep(WizardDraft& draft, const WizardActions& actions, const AccountsStep& accounts, QWidget* parent);
  QString title() const override;
  bool canSkip() const override { return false; }
  void enter() override;

protected:
  void changeEvent(QEvent* event) override;

private:
  const AccountsStep& m_accounts;
  QLabel* m_text = nullptr;
};

} // namespace supercargo
