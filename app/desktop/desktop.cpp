#include "app/desktop/desktop.h"

#include "app/desktop/screenshots.h"
#include "app/desktop/unlockdialog.h"
#include "core/base/deliver.h"
#include "core/db/backup.h"
#include "ui/accounts/accountstore.h"
#include "ui/text/format.h"
#include "ui/text/language.h"

#include <QMessageBox>
#include <QTimeZone>
#include <QtConcurrent>

#include <cstdio>

namespace supercargo {
namespace {

// The simulated world's credentials are thrown away with it; what seals them is no secret.
const QByteArray kSimulatedPassphrase = "simulated";

ThemeMode modeOf(Theme theme)
{
  return theme == Theme::Light ? ThemeMode::Light : theme == Theme::Dark ? ThemeMode::Dark : ThemeMode::System;
}

Theme themeOf(ThemeMode mode)
{
  return mode == ThemeMode::Light ? Theme::Light : mode == ThemeMode::Dark ? Theme::Dark : Theme::System;
}

WorkspaceInfo infoOf(const WizardDraft& draft)
{
  WorkspaceInfo info;
  info.shopName = draft.shopName;
  info.timeZone = draft.timeZone;
  info.currency = Currency::of(draft.currency).value_or(Currency());
  info.createdAt = systemNow();
  info.simulated = draft.simulated;
  return info;
}

} // namespace

Desktop::Desktop(QApplication& app, DesktopOptions options) : m_app(app), m_options(std::move(options)) {}

Desktop::~Desktop()
{
  m_wizard.reset();
  m_tray.reset();
  m_window.reset();
  m_simulated.reset();
  if (m_engine)
    m_engine->stop();
  m_engine.reset();
  m_vault.reset();
  m_database.reset();
}

std::optional<int> Desktop::start()
{
  const bool picturing = !m_options.screenshots.isEmpty();
  m_settings = std::make_unique<Settings>(m_options.profile + QStringLiteral("/settings.ini"));
  applyLook();
  if (!picturing) {
    m_instance = std::make_unique<SingleInstance>(m_options.profile);
    const auto role = m_instance->claim();
    if (role && *role == SingleInstance::Role::Second)
      return 0;
    connect(m_instance.get(), &SingleInstance::raiseRequested, this, [this] {
      QWidget* window = m_window ? static_cast<QWidget*>(m_window.get()) : m_wizard.get();
      if (window) {
        window->showNormal();
        window->raise();
        window->activateWindow();
      }
    });
  }
  if (!Workspace::exists(m_options.profile)) {
    if (!m_options.simulate && !picturing) {
      showWizard();
      return std::nullopt;
    }
    if (auto made = makeSimulatedWorkspace(); !made) {
      refuse(made.error());
      return 1;
    }
  }
  if (auto opened = openWorkspace(); !opened) {
    refuse(opened.error());
    return 1;
  }
  QByteArray passphrase = qgetenv("SUPERCARGO_PASSPHRASE");
  if (passphrase.isEmpty() && m_workspace->info().simulated)
    passphrase = kSimulatedPassphrase;
  auto vault = m_workspace->openVault(passphrase);
  if (picturing) {
    startEngine(vault.value_or(nullptr));
    MainWindow window(
        {*m_database, *m_engine, m_vault, systemNow, m_workspace->info(), {}, uiState(), m_settings.get()});
    return takeScreenshots(window, m_options.screenshots);
  }
  if (!vault) {
    askPassphrase();
    return std::nullopt;
  }
  startEngine(*vault);
  showWindow();
  return std::nullopt;
}

Result<void> Desktop::openWorkspace()
{
  SC_TRY_ASSIGN(workspace, Workspace::open(m_options.profile));
  SC_TRY_ASSIGN(database, workspace->openDatabase());
  m_workspace = std::move(workspace);
  m_database = std::move(database);
  return {};
}

void Desktop::startEngine(std::shared_ptr<Vault> vault)
{
  m_vault = std::move(vault);
  SyncOptions options;
  options.clock = systemNow;
  m_engine = std::make_unique<SyncEngine>(*m_database, m_vault, options);
}

void Desktop::showWindow()
{
  PageContext context{*m_database, *m_engine, m_vault, systemNow, m_workspace->info(), {}, uiState(), m_settings.get()};
  context.actions.showWizard = [this] { showWizard(); };
  context.actions.backUp = [this](const QString& file) {
    return QtConcurrent::run([workspace = m_workspace.get(), file]() -> Result<void> {
      SC_TRY_ASSIGN(connection, workspace->connect(false));
      return backupTo(*connection, file);
    });
  };
  m_window = std::make_unique<MainWindow>(context);
  connect(m_window.get(), &MainWindow::languageChosen, this,
          [this](const QString& chosen) { m_settings->set(settings::kLanguage, chosen); });
  connect(m_window.get(), &MainWindow::themeChosen, this,
          [this](ThemeMode mode) { m_settings->set(settings::kTheme, themeOf(mode)); });
  connect(m_window.get(), &MainWindow::textScaleChosen, this,
          [this](double scale) { m_settings->set(settings::kTextScale, int(scale * 100 + 0.5)); });
  addTray();
  const auto stay = [this] { QApplication::setQuitOnLastWindowClosed(!m_settings->get(settings::kStayInTray)); };
  connect(m_settings.get(), &Settings::changed, this, stay);
  stay();
  m_window->show();
  if (m_workspace->info().simulated && !m_simulated)
    startSimulatedShop();
  m_engine->start();
}

void Desktop::addTray()
{
  m_tray =
      std::make_unique<TrayIcon>(*m_database, *m_settings, systemNow, QTimeZone(m_workspace->info().timeZone.toUtf8()));
  const auto raise = [this] {
    m_window->showNormal();
    m_window->raise();
    m_window->activateWindow();
  };
  connect(m_tray.get(), &TrayIcon::openRequested, this, raise);
  connect(m_tray.get(), &TrayIcon::syncRequested, this, [this] { m_engine->syncOnce({}, {}, false); });
  connect(m_tray.get(), &TrayIcon::pauseRequested, this, [this](bool pause) {
    pause ? m_engine->stop() : m_engine->start();
    m_tray->setPaused(pause);
  });
  connect(m_tray.get(), &TrayIcon::quitRequested, &m_app, &QApplication::quit);
  connect(m_tray.get(), &TrayIcon::noticeClicked, this, [this, raise](const Notice& notice) {
    raise();
    m_window->showPage(
        pageNamed(notice.kind == NoticeKind::NewOrders ? QStringLiteral("orders") : QStringLiteral("connections")));
  });
}

int Desktop::pageNamed(const QString& id) const
{
  for (int i = 0; i < m_window->pageCount(); ++i)
    if (m_window->pageId(i) == id)
      return i;
  return 0;
}

void Desktop::askPassphrase()
{
  auto* dialog = new UnlockDialog;
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &UnlockDialog::entered, this, [this, dialog](const QByteArray& passphrase) {
    // scrypt takes a tenth of a second on purpose: not in this thread.
    deliver(QtConcurrent::run([workspace = m_workspace.get(), passphrase] { return workspace->openVault(passphrase); }),
            dialog, [this, dialog](Result<std::shared_ptr<Vault>> vault) {
              if (!vault) {
                dialog->showError(errorSentence(vault.error().kind).what);
                return;
              }
              startEngine(std::move(*vault));
              showWindow();
              dialog->close();
            });
  });
  connect(dialog, &UnlockDialog::givenUp, &m_app, &QApplication::quit);
  dialog->show();
}

void Desktop::showWizard()
{
  m_wizard = std::make_unique<Wizard>(wizardActions(), m_draft, m_window.get());
  connect(m_wizard.get(), &QDialog::finished, this, [this] {
    m_draft = m_wizard->draft();
    if (m_workspace && !m_window)
      showWindow();
    else if (!m_workspace)
      m_app.quit();
    else
      m_engine->reload();
    m_wizard.release()->deleteLater();
  });
  m_wizard->show();
}

WizardActions Desktop::wizardActions()
{
  WizardActions actions;
  actions.setLanguage = [this](const QString& language) { chooseLanguage(language); };
  actions.setTheme = [this](ThemeMode mode) { chooseTheme(mode); };
  actions.keep = [this](const WizardDraft& draft) {
    m_draft = draft;
    if (!draft.backupFolder.isEmpty())
      m_settings->set(settings::kBackupFolder, draft.backupFolder);
  };
  actions.keychainAvailable = [] { return QtConcurrent::run(keychainAvailable); };
  actions.hasWorkspace = [this] { return m_workspace != nullptr; };
  actions.createWorkspace = [this](const WizardDraft& draft, Protection protection, const QByteArray& passphrase) {
    return createWorkspace(draft, protection, passphrase);
  };
  actions.startSimulatedShop = [this] { return startSimulatedShop(); };
  actions.accountActions = [this] { return accountActions(*m_database, *m_engine, m_vault, systemNow); };
  return actions;
}

QFuture<Result<void>> Desktop::createWorkspace(const WizardDraft& draft, Protection protection,
                                               const QByteArray& passphrase)
{
  auto promise = std::make_shared<QPromise<Result<void>>>();
  promise->start();
  const auto make = [profile = m_options.profile, info = infoOf(draft), protection,
                     passphrase]() -> Result<std::shared_ptr<Vault>> {
    SC_TRY_ASSIGN(workspace, Workspace::create(profile, info, protection, passphrase));
    return workspace->openVault(passphrase);
  };
  deliver(QtConcurrent::run(make), this, [this, promise](Result<std::shared_ptr<Vault>> vault) {
    Result<void> opened = vault ? openWorkspace() : Result<void>(fail(vault.error()));
    if (opened)
      startEngine(std::move(*vault));
    promise->addResult(std::move(opened));
    promise->finish();
  });
  return promise->future();
}

Result<void> Desktop::makeSimulatedWorkspace()
{
  WizardDraft draft;
  draft.shopName = QCoreApplication::translate("desktop", "Simulated shop");
  SC_TRY(Workspace::create(m_options.profile, infoOf(draft), Protection::Passphrase, kSimulatedPassphrase));
  return {};
}

QFuture<Result<void>> Desktop::startSimulatedShop()
{
  auto promise = std::make_shared<QPromise<Result<void>>>();
  promise->start();
  SimulatedShop::Options world;
  world.ordersPerMinute = 30;
  world.orders = 2000;
  m_simulated = std::make_unique<SimulatedShop>(world);
  connect(m_simulated.get(), &SimulatedShop::ready, this,
          [this, promise](const std::vector<SimulatedAccount>& accounts) {
            auto adopted = m_database->write([accounts, vault = m_vault](Connection& c, ChangeSet& changes) {
              changes.settings = true;
              return adoptSimulatedAccounts(c, *vault, accounts, systemNow());
            });
            deliver(adopted, this, [this, promise](Result<void> result) {
              m_engine->reload();
              promise->addResult(std::move(result));
              promise->finish();
            });
          });
  connect(m_simulated.get(), &SimulatedShop::failed, this, [promise](const Error& error) {
    std::fprintf(stderr, "%s\n", qPrintable(error.detail));
    if (!promise->future().isFinished()) {
      promise->addResult(Result<void>(fail(error)));
      promise->finish();
    }
  });
  m_simulated->start();
  return promise->future();
}

/// Says why there is no window, on the terminal and in a box.
void Desktop::refuse(const Error& error)
{
  const ErrorSentence sentence = errorSentence(error.kind);
  std::fprintf(stderr, "%s %s\n", qPrintable(sentence.what), qPrintable(error.detail));
  if (!m_options.screenshots.isEmpty())
    return;
  QMessageBox box(QMessageBox::Critical, QCoreApplication::translate("desktop", "Supercargo cannot open the workspace"),
                  sentence.what + u'\n' + sentence.todo, QMessageBox::Close);
  box.setDetailedText(error.detail);
  box.exec();
}

void Desktop::applyLook()
{
  const QString chosen = m_options.language.isEmpty() ? m_settings->get(settings::kLanguage) : m_options.language;
  setLanguage(chosen.isEmpty() ? systemLanguage() : chosen);
  const ThemeMode mode = m_options.theme == u"light"  ? ThemeMode::Light
                         : m_options.theme == u"dark" ? ThemeMode::Dark
                                                      : modeOf(m_settings->get(settings::kTheme));
  applyTheme(m_app, mode, std::clamp(m_settings->get(settings::kTextScale) / 100.0, 0.8, 2.0));
}

void Desktop::chooseLanguage(const QString& language)
{
  m_settings->set(settings::kLanguage, language);
  setLanguage(language);
}

void Desktop::chooseTheme(ThemeMode mode)
{
  m_settings->set(settings::kTheme, themeOf(mode));
  applyTheme(m_app, mode, m_settings->get(settings::kTextScale) / 100.0);
}

UiState Desktop::uiState()
{
  const auto setting = [](const QString& key) { return Setting<QByteArray>{QStringLiteral("state/") + key, {}}; };
  return {[this, setting](const QString& key) { return m_settings->get(setting(key)); },
          [this, setting](const QString& key, const QByteArray& bytes) { m_settings->set(setting(key), bytes); }};
}

} // namespace supercargo
