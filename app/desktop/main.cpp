#include "app/desktop/desktop.h"
#include "app/desktop/quitsignals.h"

#include <QCommandLineParser>
#include <QDir>

using namespace supercargo;

namespace {

DesktopOptions optionsOf(const QApplication& app)
{
  QCommandLineParser parser;
  parser.addHelpOption();
  parser.addVersionOption();
  const QCommandLineOption profile(QStringLiteral("profile"), QStringLiteral("Folder of the workspace."),
                                   QStringLiteral("DIR"));
  const QCommandLineOption language(QStringLiteral("lang"), QStringLiteral("en or zh_CN."), QStringLiteral("LANGUAGE"));
  const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light or dark."), QStringLiteral("THEME"));
  const QCommandLineOption screenshots(
      QStringLiteral("screenshots"), QStringLiteral("Save a picture of every page and leave."), QStringLiteral("DIR"));
  const QCommandLineOption simulate(QStringLiteral("simulate"),
                                    QStringLiteral("Explore with the simulated shop, without questions."));
  parser.addOptions({profile, language, theme, screenshots, simulate});
  parser.process(app);
  const QString chosen = parser.value(profile);
  return {chosen.isEmpty() ? defaultProfileDir() : QDir(chosen).absolutePath(),
          parser.value(language),
          parser.value(theme),
          parser.value(screenshots),
          parser.isSet(simulate),
          {}};
}

} // namespace

int main(int argc, char** argv)
{
  QApplication app(argc, argv);
  QApplication::setApplicationName(QStringLiteral("supercargo"));
  QApplication::setApplicationVersion(QStringLiteral(SUPERCARGO_VERSION));
  QApplication::setDesktopFileName(QStringLiteral("supercargo"));
  Desktop desktop(app, optionsOf(app));
  if (const auto status = desktop.start())
    return *status;
  const QuitSignals signals;
  QObject::connect(&signals, &QuitSignals::received, &app, &QApplication::quit);
  return QApplication::exec();
}
