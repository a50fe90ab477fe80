#pragma once

#include "app/desktop/cubeupkeep.h"
#include "app/desktop/dailybackup.h"
#include "app/desktop/simulatedshop.h"
#include "app/workspace/workspace.h"
#include "core/pictures/picturefetcher.h"
#include "core/settings/settings.h"
#include "core/stock/demandkeeper.h"
#include "core/transit/waykeeper.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/notify/singleinstance.h"
#include "ui/notify/trayicon.h"
#include "ui/reports/schedulerunner.h"
#include "ui/wizard/wizard.h"

#include <QApplication>
#include <QPointer>

namespace supercargo {

class NewVaultDialog;
class UnlockDialog;

/// What the command line of the desktop asked for.
struct DesktopOptions {
  QString profile, language, theme, screenshots;
  bool simulate = false; ///< make and use a workspace with the simulated shop, without questions
  QString sandbox;       ///< the program of the simulated shop; empty: beside this one
};

/// The simulated world's credentials are thrown away with it; what seals them is no secret.
inline const QByteArray kSimulatedPassphrase = "simulated";

/// Puts the program together: one workspace, its database, vault and engine, the window, the tray, and for the
/// simulated shop the world beside it. The only place of the desktop that knows all parts; taken apart in the reverse
/// order.
class Desktop : public QObject {
  Q_OBJECT
public:
  Desktop(QApplication& app, DesktopOptions options);
  ~Desktop() override;

  /// Shows the first window (the wizard, the question for the passphrase or the main window). Returns the exit status
  /// when there is nothing to wait for.
  std::optional<int> start();

private:
  Result<void> openWorkspace();
  /// The vault is open: database and engine get to work; no window yet.
  void startEngine(std::shared_ptr<Vault> vault);
  PageContext pageContext();
  void showWindow();
  void raise(); ///< what is open comes to the front
  void addTray();
  /// The vault did not open: asks for the passphrase or tells of the keychain, and offers a new vault.
  void askForKey(const Error& why);
  void openVault(UnlockDialog* unlock, const QByteArray& passphrase);
  void offerNewVault(UnlockDialog* unlock);
  void renewVault(UnlockDialog* unlock, NewVaultDialog* dialog, Protection protection, const QByteArray& passphrase);
  void unlocked(UnlockDialog* unlock, std::shared_ptr<Vault> vault);
  void showWizard();
  WizardActions wizardActions();
  QFuture<Result<void>> createWorkspace(const WizardDraft& draft, Protection protection, const QByteArray& passphrase);
  QFuture<Result<void>> startSimulatedShop();
  Result<void> makeSimulatedWorkspace();
  void refuse(const Error& error);
  void applyLook();
  UiState uiState();
  void chooseLanguage(const QString& language);
  void chooseTheme(ThemeMode mode);

  QApplication& m_app;
  DesktopOptions m_options;
  std::unique_ptr<SingleInstance> m_instance;
  std::unique_ptr<Workspace> m_workspace;
  std::unique_ptr<Settings> m_settings;
  std::unique_ptr<Database> m_database;
  std::shared_ptr<Vault> m_vault;
  std::unique_ptr<SyncEngine> m_engine;
  std::unique_ptr<DailyBackup> m_dailyBackup;
  std::unique_ptr<CubeUpkeep> m_cubeUpkeep;
  std::unique_ptr<DemandKeeper> m_demandKeeper;
  std::unique_ptr<ScheduleRunner> m_schedules;
  std::unique_ptr<PictureFetcher> m_pictures;
  std::unique_ptr<WayKeeper> m_wayKeeper;
  std::unique_ptr<SimulatedShop> m_simulated;
  std::unique_ptr<MainWindow> m_window;
  std::unique_ptr<TrayIcon> m_tray;
  std::unique_ptr<Wizard> m_wizard;
  QPointer<QWidget> m_unlock;
  WizardDraft m_draft;
};

} // namespace supercargo
