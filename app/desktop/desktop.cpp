#include "app/desktop/desktop.h"

#include "app/desktop/screenshots.h"
#include "app/desktop/wizardmemory.h"
#include "app/workspace/logfile.h"
#include "core/db/backup.h"
#include "ui/maps/mapkey.h"
#include "ui/text/format.h"
#include "ui/text/language.h"

#include <QMessageBox>
#include <QStatusBar>
#include <QTimeZone>
#include <QtConcurrent>

#include <cstdio>

namespace supercargo {

using namespace std::chrono_literals;

namespace {

constexpr int kNoticeMs = 15'000;

ThemeMode modeOf(Theme theme)
{
  return theme == Theme::Light ? ThemeMode::Light : theme == Theme::Dark ? ThemeMode::Dark : ThemeMode::System;
}

Theme themeOf(ThemeMode mode)
{
  return mode == ThemeMode::Light ? Theme::Light : mode == ThemeMode::Dark ? Theme::Dark : Theme::System;
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
  m_pictures.reset();
  m_schedules.reset();
  m_wayKeeper.reset();
  m_demandKeeper.reset();
  m_cubeUpkeep.reset();
  m_engine.reset();
  m_vault.reset();
  m_database.reset();
}

std::optional<int> Desktop::start()
{
  const bool picturing = !m_options.screenshots.isEmpty();
  m_settings = std::make_unique<Settings>(m_options.profile + QStringLiteral("/settings.ini"));
  m_draft = loadDraft(*m_settings);
  applyLook();
  if (!picturing) {
    m_instance = std::make_unique<SingleInstance>(m_options.profile);
    const auto role = m_instance->claim();
    if (role && *role == SingleInstance::Role::Second)
      return 0;
    connect(m_instance.get(), &SingleInstance::raiseRequested, this, &Desktop::raise);
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
    MainWindow window(pageContext());
    return takeScreenshots(window, m_options.screenshots);
  }
  if (!vault) {
    askForKey(vault.error());
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
  keepLog(logFileOf(m_options.profile));
  return {};
}

void Desktop::startEngine(std::shared_ptr<Vault> vault)
{
  m_vault = std::move(vault);
  moveOldMapKey(*m_database, m_vault, *m_settings, systemNow());
  SyncOptions options;
  options.clock = systemNow;
  m_engine = std::make_unique<SyncEngine>(*m_database, m_vault, options);
  const QTimeZone zone(m_workspace->info().timeZone.toUtf8());
  m_dailyBackup = std::make_unique<DailyBackup>(*m_database, *m_settings, zone, systemNow);
  m_cubeUpkeep = std::make_unique<CubeUpkeep>(*m_database);
  m_demandKeeper = std::make_unique<DemandKeeper>(*m_database, systemNow, zone, m_workspace->info().currency);
  PictureFetchOptions pictures;
  pictures.cacheFolder = m_options.profile + QStringLiteral("/cache/pictures");
  pictures.clock = systemNow;
  m_pictures = std::make_unique<PictureFetcher>(std::move(pictures));
  m_schedules = std::make_unique<ScheduleRunner>(*m_database, systemNow, m_workspace->info().shopName);
  connect(m_schedules.get(), &ScheduleRunner::ran, this,
          [this](const ReportSchedule& schedule, const Result<QString>& file) {
            if (m_window)
              m_window->statusBar()->showMessage(scheduleNotice(schedule, file), kNoticeMs);
          });
  QTimer::singleShot(20s, m_schedules.get(), &ScheduleRunner::look); // not while the program is starting
  m_wayKeeper = std::make_unique<WayKeeper>(*m_database, systemNow, zone);
}

PageContext Desktop::pageContext()
{
  PageContext context{*m_database, *m_engine, m_vault, systemNow, m_workspace->info(), {}, uiState(), m_settings.get()};
  context.logFile = logFileOf(m_options.profile);
  context.pictures = m_pictures.get();
  return context;
}

void Desktop::showWindow()
{
  PageContext context = pageContext();
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
  connect(m_window.get(), &MainWindow::quitRequested, &m_app, &QApplication::quit);
  connect(m_window.get(), &MainWindow::simulatedShopRequested, this, [this] { startSimulatedShop(); });
  addTray();
  // Without a tray a hidden window could not be brought back: then closing it ends the program.
  const auto stay = [this] {
    QApplication::setQuitOnLastWindowClosed(!(m_settings->get(settings::kStayInTray) && m_tray->isShown()));
  };
  connect(m_settings.get(), &Settings::changed, this, stay);
  stay();
  m_window->show();
  if (m_workspace->info().simulated && !m_simulated)
    startSimulatedShop();
  m_engine->start();
  if (m_draft.step > 0 && !m_wizard) // the first run was broken off after the workspace was made
    showWizard();
}

void Desktop::raise()
{
  QWidget* window = m_wizard ? static_cast<QWidget*>(m_wizard.get()) : m_window.get();
  if (m_unlock)
    window = m_unlock;
  for (QWidget* each : {static_cast<QWidget*>(m_window.get()), window})
    if (each) {
      each->showNormal();
      each->raise();
      each->activateWindow();
    }
}

void Desktop::addTray()
{
  m_tray =
      std::make_unique<TrayIcon>(*m_database, *m_settings, systemNow, QTimeZone(m_workspace->info().timeZone.toUtf8()));
  connect(m_tray.get(), &TrayIcon::openRequested, this, &Desktop::raise);
  connect(m_tray.get(), &TrayIcon::syncRequested, this, [this] { m_engine->syncOnce({}, {}, false); });
  connect(m_tray.get(), &TrayIcon::pauseRequested, this, [this](bool pause) {
    pause ? m_engine->stop() : m_engine->start();
    m_tray->setPaused(pause);
  });
  connect(m_tray.get(), &TrayIcon::quitRequested, &m_app, &QApplication::quit);
  connect(m_tray.get(), &TrayIcon::noticeClicked, this, [this](const Notice& notice) {
    raise();
    m_window->open(noticePlace(notice));
  });
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
