#include "app/desktop/screenshots.h"

#include "ui/mainwindow/mainwindow.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>

#include <cstdio>

namespace supercargo {
namespace {

constexpr QSize kPicture(1280, 800);
constexpr qint64 kSettleMs = 700; ///< queries answered, debounces over

void settle()
{
  QElapsedTimer since;
  since.start();
  while (since.elapsed() < kSettleMs)
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
}

bool save(MainWindow& window, const QDir& folder, const QString& name)
{
  settle();
  const QString file = folder.filePath(name + QStringLiteral(".png"));
  const bool saved = window.grab().save(file);
  std::printf("%s %s\n", saved ? "saved" : "cannot save", qPrintable(file));
  return saved;
}

} // namespace

int takeScreenshots(MainWindow& window, const QString& path)
{
  const QDir folder(path);
  bool ok = QDir().mkpath(path);
  window.resize(kPicture);
  window.show();
  for (const QString& language : languages())
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
      setLanguage(language);
      applyTheme(*qApp, mode);
      const QString suffix = QStringLiteral(".%1.%2").arg(language, mode == ThemeMode::Dark ? QStringLiteral("dark")
                                                                                            : QStringLiteral("light"));
      for (int i = 0; i < window.pageCount(); ++i) {
        window.showPage(i);
        ok &= save(window, folder, window.pageId(i) + suffix);
        for (const QString& state : window.page(i)->screenshotStates()) {
          window.page(i)->showScreenshotState(state);
          ok &= save(window, folder, window.pageId(i) + u'-' + state + suffix);
        }
        if (!window.page(i)->screenshotStates().isEmpty())
          window.page(i)->showScreenshotState({}); // back to the first state for the next language
      }
    }
  return ok ? 0 : 1;
}

} // namespace supercargo
