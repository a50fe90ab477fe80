#include "app/desktop/screenshots.h"

#include "app/desktop/newvaultdialog.h"
#include "app/desktop/unlockdialog.h"
#include "app/workspace/workspace.h"
#include "ui/accounts/accountstore.h"
#include "ui/connections/connectdialog.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/palette.h"
#include "ui/mainwindow/shortcutsheet.h"
#include "ui/text/language.h"
#include "ui/wizard/wizard.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QPromise>
#include <QTemporaryDir>

#include <cstdio>

namespace supercargo {
namespace {

constexpr QSize kPicture(1280, 800);
constexpr qint64 kSettleMs = 500; ///< queries answered, debounces over

void settle()
{
  QElapsedTimer since;
  since.start();
  while (since.elapsed() < kSettleMs)
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
}

template <class T>
QFuture<T> answered(T value)
{
  QPromise<T> promise;
  promise.start();
  promise.addResult(std::move(value));
  promise.finish();
  return promise.future();
}

/// A workspace in which nothing is connected, for as long as the pictures are taken.
struct EmptyWorkspace {
  static Result<std::unique_ptr<EmptyWorkspace>> make()
  {
    auto made = std::make_unique<EmptyWorkspace>();
    WorkspaceInfo info;
    info.timeZone = QStringLiteral("Asia/Shanghai");
    info.currency = Currency::of(QStringLiteral("CNY")).value_or(Currency());
    info.createdAt = systemNow();
    SC_TRY_ASSIGN(workspace, Workspace::create(made->folder.filePath(QStringLiteral("empty")), info,
                                               Protection::Passphrase, QByteArrayLiteral("pictures")));
    made->workspace = std::move(workspace);
    SC_TRY_ASSIGN(database, made->workspace->openDatabase());
    made->database = std::move(database);
    SyncOptions options;
    options.clock = systemNow;
    made->engine = std::make_unique<SyncEngine>(*made->database, nullptr, options);
    return made;
  }

  PageContext context() const
  {
    return {*database,
            *engine,
            nullptr,
            systemNow,
            workspace->info(),
            {},
            {[](const QString&) { return QByteArray(); }, [](const QString&, const QByteArray&) {}}};
  }

  QTemporaryDir folder;
  std::unique_ptr<Workspace> workspace;
  std::unique_ptr<Database> database;
  std::unique_ptr<SyncEngine> engine;
};

/// The camera: one folder, one language and theme at a time.
class Pictures {
public:
  explicit Pictures(const QString& folder) : m_folder(folder) { m_ok = QDir().mkpath(folder); }

  void setLook(const QString& language, ThemeMode mode)
  {
    setLanguage(language);
    applyTheme(*qApp, mode);
    m_suffix = u'.' + language + (mode == ThemeMode::Dark ? QStringLiteral(".dark") : QStringLiteral(".light"));
  }

  void take(QWidget& widget, const QString& name)
  {
    settle();
    const QString file = m_folder.filePath(name + m_suffix + QStringLiteral(".png"));
    const bool saved = widget.grab().save(file);
    std::printf("%s %s\n", saved ? "saved" : "cannot save", qPrintable(file));
    m_ok &= saved;
  }

  /// The page, or the dialog that its state is.
  void takeState(MainWindow& window, QWidget& page, const QString& name)
  {
    settle();
    for (QDialog* dialog : page.findChildren<QDialog*>())
      if (dialog->isVisible()) {
        take(*dialog, name);
        dialog->close();
        return;
      }
    take(window, name);
  }

  void takePages(MainWindow& window, const QString& ending, bool states)
  {
    for (int i = 0; i < window.pageCount(); ++i) {
      window.showPage(i);
      take(window, window.pageId(i) + ending);
      if (!states)
        continue;
      for (const QString& state : window.page(i)->screenshotStates()) {
        window.page(i)->showScreenshotState(state);
        takeState(window, *window.page(i), window.pageId(i) + u'-' + state);
      }
      if (!window.page(i)->screenshotStates().isEmpty())
        window.page(i)->showScreenshotState({}); // back to the first state for the next language
    }
  }

  void takeDialogs(MainWindow& window)
  {
    window.openPalette();
    if (auto* palette = window.findChild<Palette*>()) {
      take(*palette, QStringLiteral("palette"));
      palette->close();
    }
    ShortcutSheet sheet(&window);
    sheet.show();
    take(sheet, QStringLiteral("shortcuts"));
    UnlockDialog unlock(Protection::Passphrase);
    unlock.show();
    unlock.showError(QCoreApplication::translate("desktop", "This is not the passphrase."));
    take(unlock, QStringLiteral("unlock"));
    UnlockDialog keychain(Protection::Keychain);
    keychain.show();
    take(keychain, QStringLiteral("unlock-keychain"));
    NewVaultDialog vault(3);
    vault.setKeychain(true);
    vault.show();
    take(vault, QStringLiteral("new-vault"));
  }

  void takeWizard(const WizardActions& actions, bool simulated)
  {
    WizardDraft draft;
    draft.simulated = simulated;
    draft.shopName = QStringLiteral("云杉");
    Wizard wizard(actions, draft);
    wizard.show();
    for (int step = 0; step < wizard.stepCount(); ++step) {
      wizard.showStep(step);
      if (wizard.step() == step)
        take(wizard, QStringLiteral("wizard-%1-%2")
                         .arg(step + 1)
                         .arg(simulated ? QStringLiteral("simulated") : QStringLiteral("own")));
    }
  }

  bool ok() const { return m_ok; }

private:
  QDir m_folder;
  QString m_suffix;
  bool m_ok = true;
};

WizardActions quietActions(const EmptyWorkspace& empty)
{
  WizardActions actions;
  actions.setLanguage = [](const QString&) {};
  actions.setTheme = [](ThemeMode) {};
  actions.keep = [](const WizardDraft&) {};
  actions.keychainAvailable = [] { return answered(false); };
  actions.hasWorkspace = [] { return false; };
  actions.createWorkspace = [](const WizardDraft&, Protection, const QByteArray&) { return answered(Result<void>()); };
  actions.startSimulatedShop = [] { return answered(Result<void>()); };
  actions.accountActions = [&empty] { return accountActions(*empty.database, *empty.engine, nullptr, systemNow); };
  return actions;
}

} // namespace

int takeScreenshots(MainWindow& window, const QString& path)
{
  const auto empty = EmptyWorkspace::make();
  if (!empty) {
    std::fprintf(stderr, "%s\n", qPrintable(empty.error().detail));
    return 1;
  }
  MainWindow nothing((*empty)->context());
  Pictures pictures(path);
  for (MainWindow* each : {&window, &nothing}) {
    each->resize(kPicture);
    each->show();
  }
  for (const QString& language : languages())
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
      pictures.setLook(language, mode);
      pictures.takePages(window, {}, true);
      pictures.takePages(nothing, QStringLiteral("-none"), false);
      pictures.takeDialogs(window);
      pictures.takeWizard(quietActions(**empty), true);
      pictures.takeWizard(quietActions(**empty), false);
    }
  return pictures.ok() ? 0 : 1;
}

} // namespace supercargo
