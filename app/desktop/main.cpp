#include "app/desktop/screenshots.h"
#include "app/desktop/statefile.h"
#include "app/workspace/workspace.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/theme/icon.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>

#include <cstdio>

using namespace supercargo;

namespace {

struct Options {
  QString profile, language, theme, screenshots;
};

Options optionsOf(const QApplication& app)
{
  QCommandLineParser parser;
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addOptions({{QStringLiteral("profile"), QStringLiteral("Folder of the workspace."), QStringLiteral("DIR")},
                     {QStringLiteral("lang"), QStringLiteral("en or zh_CN."), QStringLiteral("LANGUAGE")},
                     {QStringLiteral("theme"), QStringLiteral("light or dark."), QStringLiteral("THEME")},
                     {QStringLiteral("screenshots"), QStringLiteral("Save a picture of every page and leave."),
                      QStringLiteral("DIR")}});
  parser.process(app);
  return {parser.value(QStringLiteral("profile")), parser.value(QStringLiteral("lang")),
          parser.value(QStringLiteral("theme")), parser.value(QStringLiteral("screenshots"))};
}

ThemeMode themeNamed(const QString& name)
{
  return name == u"light" ? ThemeMode::Light : name == u"dark" ? ThemeMode::Dark : ThemeMode::System;
}

QString nameOf(ThemeMode mode)
{
  return mode == ThemeMode::Light  ? QStringLiteral("light")
         : mode == ThemeMode::Dark ? QStringLiteral("dark")
                                   : QStringLiteral("system");
}

/// Says why there is no window, on the terminal and in a box.
int refuse(const Error& error, bool silent)
{
  const ErrorSentence sentence = errorSentence(error.kind);
  std::fprintf(stderr, "%s %s\n", qPrintable(sentence.what), qPrintable(error.detail));
  if (!silent) {
    QMessageBox box(QMessageBox::Critical,
                    QCoreApplication::translate("desktop", "Supercargo cannot open the workspace"),
                    sentence.what + u'\n' + sentence.todo, QMessageBox::Close);
    box.setDetailedText(error.detail);
    box.exec();
  }
  return 1;
}

} // namespace

/// Opens (and migrates) the workspace before there is any window, then puts window and engine together.
int main(int argc, char** argv)
{
  QApplication app(argc, argv);
  QApplication::setApplicationName(QStringLiteral("supercargo"));
  QApplication::setApplicationVersion(QStringLiteral(SUPERCARGO_VERSION));
  QApplication::setDesktopFileName(QStringLiteral("supercargo"));
  const Options options = optionsOf(app);
  const QString profile = options.profile.isEmpty() ? defaultProfileDir() : options.profile;
  const bool picturing = !options.screenshots.isEmpty();
  setLanguage(options.language.isEmpty() ? systemLanguage() : options.language);
  applyTheme(app, themeNamed(options.theme));

  auto workspace = Workspace::open(profile);
  if (!workspace)
    return refuse(workspace.error(), picturing);
  auto database = (*workspace)->openDatabase();
  if (!database)
    return refuse(database.error(), picturing);
  auto vault = (*workspace)->openVault(qgetenv("SUPERCARGO_PASSPHRASE"));
  if (!vault && !picturing)
    return refuse(vault.error(), false);

  StateFile state((*workspace)->settingsFile());
  if (options.language.isEmpty() && !state.text(QStringLiteral("ui/language")).isEmpty())
    setLanguage(state.text(QStringLiteral("ui/language")));
  const QString theme = options.theme.isEmpty() ? state.text(QStringLiteral("ui/theme")) : options.theme;
  applyTheme(app, themeNamed(theme),
             std::max(0.8, state.text(QStringLiteral("ui/textScale"), QStringLiteral("1")).toDouble()));

  SyncOptions sync;
  sync.clock = systemNow;
  SyncEngine engine(**database, vault ? *vault : nullptr, sync);
  PageContext context{**database,           engine, vault ? *vault : nullptr, systemNow,
                      (*workspace)->info(), {},     state.uiState()};
  MainWindow window(context);
  if (picturing)
    return takeScreenshots(window, options.screenshots);
  QObject::connect(&window, &MainWindow::languageChosen, &window,
                   [&](const QString& chosen) { state.setText(QStringLiteral("ui/language"), chosen); });
  QObject::connect(&window, &MainWindow::themeChosen, &window,
                   [&](ThemeMode mode) { state.setText(QStringLiteral("ui/theme"), nameOf(mode)); });
  QObject::connect(&window, &MainWindow::textScaleChosen, &window,
                   [&](double scale) { state.setText(QStringLiteral("ui/textScale"), QString::number(scale)); });
  window.show();
  engine.start();
  const int status = app.exec();
  engine.stop();
  return status;
}
