#include "app/desktop/desktop.h"
#include "app/desktop/newvaultdialog.h"
#include "app/desktop/unlockdialog.h"
#include "core/store/accounts.h"
#include "tests/app/programs.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"
#include "ui/text/language.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>

using namespace supercargo;
using namespace supercargo::test;

namespace {

const QByteArray kPassphrase = "four blue ships sail";

template <class T>
T* shown()
{
  for (QWidget* widget : QApplication::topLevelWidgets())
    if (auto* found = qobject_cast<T*>(widget); found && found->isVisible())
      return found;
  return nullptr;
}

template <class T>
T* field(QWidget* in, const char* name)
{
  for (T* found : in->findChildren<T*>())
    if (found->accessibleName() == QLatin1String(name) || found->objectName() == QLatin1String(name))
      return found;
  return nullptr;
}

QPushButton* button(QWidget* in, const QString& text)
{
  for (QPushButton* found : in->findChildren<QPushButton*>())
    if (found->text() == text && found->isVisibleTo(in))
      return found;
  return nullptr;
}

bool says(QWidget* in, const QString& text)
{
  for (const QLabel* label : in->findChildren<QLabel*>())
    if (label->isVisible() && label->text().contains(text))
      return true;
  return false;
}

/// Types a passphrase twice and presses the button.
void beginWith(NewVaultDialog* dialog, const char* first, const char* again)
{
  dialog->findChildren<QRadioButton*>().value(1)->setChecked(true); // the passphrase, also where there is a keychain
  field<QLineEdit>(dialog, "passphrase")->setText(QString::fromLatin1(first));
  field<QLineEdit>(dialog, "passphraseAgain")->setText(QString::fromLatin1(again));
  button(dialog, QStringLiteral("Begin a new vault"))->click();
}

/// A folder for one profile, and the desktop on it.
struct Start {
  DesktopOptions options()
  {
    DesktopOptions made;
    made.profile = folder.filePath(QStringLiteral("profile"));
    made.language = QStringLiteral("en");
    made.sandbox = sandbox;
    return made;
  }

  std::optional<int> open()
  {
    desktop.reset();
    desktop = std::make_unique<Desktop>(*qApp, options());
    return desktop->start();
  }

  void close()
  {
    if (auto* window = shown<MainWindow>())
      window->close();
    if (auto* wizard = shown<Wizard>())
      wizard->close();
    QCoreApplication::processEvents();
    desktop.reset();
  }

  /// What has no workspace yet gets one, protected by kPassphrase.
  void makeWorkspace(bool simulated = false)
  {
    WorkspaceInfo info;
    info.shopName = QStringLiteral("North Quay");
    info.timeZone = QStringLiteral("Asia/Shanghai");
    info.currency = *Currency::of(QStringLiteral("CNY"));
    info.simulated = simulated;
    must(Workspace::create(options().profile, info, Protection::Passphrase,
                           simulated ? kSimulatedPassphrase : kPassphrase));
  }

  /// What was done to the data by somebody else.
  template <class Fn>
  auto inData(Fn fn)
  {
    const auto workspace = must(Workspace::open(options().profile));
    const auto connection = must(workspace->connect(false));
    return must(fn(*connection));
  }

  AccountId addShop()
  {
    return inData([](Connection& c) -> Result<AccountId> {
      AccountRow row;
      row.provider = row.name = QStringLiteral("woocommerce");
      row.endpoint = QStringLiteral("https://shop.example");
      SC_TRY_ASSIGN(id, addAccount(c, row));
      SC_TRY_ASSIGN(vault, Vault::open(c, kPassphrase));
      SC_TRY(vault->store(c, id, {{QStringLiteral("consumer_secret"), "cs_1"}}, systemNow()));
      return id;
    });
  }

  AccountRow account(AccountId id)
  {
    return inData([id](Connection& c) { return accountRow(c, id); }).value();
  }

  /// A simulated shop that is ready at once and dies when the file `alive` is gone.
  void makeMortalSandbox()
  {
    sandbox = folder.filePath(QStringLiteral("sandbox"));
    write(QStringLiteral("alive"), "");
    write(QStringLiteral("sandbox"), "#!/bin/sh\necho '{\"ready\":true,\"accounts\":[]}'\necho x >> '" +
                                         folder.filePath(QStringLiteral("starts")).toUtf8() + "'\nwhile [ -e '" +
                                         folder.filePath(QStringLiteral("alive")).toUtf8() +
                                         "' ]; do sleep 0.05; done\nexit 7\n");
    QFile::setPermissions(sandbox, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  }

  void write(const QString& name, const QByteArray& bytes)
  {
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  }

  QTemporaryDir folder;
  QString sandbox;
  std::unique_ptr<Desktop> desktop;
};

} // namespace

class DesktopTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() { qunsetenv("SUPERCARGO_PASSPHRASE"); }
  void cleanup()
  {
    QApplication::setQuitOnLastWindowClosed(true);
    setLanguage(QStringLiteral("en"));
  }

  void wizard_makesAWorkspaceAndShowsTheWindow()
  {
    Start f;
    QVERIFY(!f.open());
    Wizard* wizard = shown<Wizard>();
    QVERIFY(wizard);
    const auto next = [&] { button(wizard, QStringLiteral("Next"))->click(); };
    next();
    wizard->currentStep()->findChildren<QRadioButton*>().value(1)->setChecked(true); // my own
    next();
    field<QLineEdit>(wizard, "Name of the shop")->setText(QStringLiteral("北码头"));
    next();
    field<QLineEdit>(wizard, "passphrase")->setText(QString::fromLatin1(kPassphrase));
    field<QLineEdit>(wizard, "passphraseAgain")->setText(QString::fromLatin1(kPassphrase));
    next();
    QTRY_COMPARE(wizard->step(), 4);
    next();
    next();
    QCOMPARE(wizard->step(), 6);
    button(wizard, QStringLiteral("Start working"))->click();
    QTRY_VERIFY(shown<MainWindow>());
    QVERIFY(shown<MainWindow>()->windowTitle().startsWith(QStringLiteral("北码头")));
    QVERIFY(Workspace::exists(f.options().profile));
    const auto workspace = must(Workspace::open(f.options().profile));
    QCOMPARE(workspace->info().shopName, QStringLiteral("北码头"));
    QVERIFY(!workspace->info().simulated);
    QVERIFY(workspace->openVault(kPassphrase));
    f.close();
  }

  void wizard_goesOnWhereItWasBrokenOff()
  {
    Start f;
    QVERIFY(!f.open());
    Wizard* wizard = shown<Wizard>();
    wizard->showStep(1);
    wizard->currentStep()->findChildren<QRadioButton*>().value(1)->setChecked(true);
    button(wizard, QStringLiteral("Next"))->click();
    field<QLineEdit>(wizard, "Name of the shop")->setText(QStringLiteral("Half typed"));
    // No step is left and nothing is closed: what a second brings to the disk must be enough.
    const QString file = f.options().profile + QStringLiteral("/settings.ini");
    QTRY_COMPARE(QSettings(file, QSettings::IniFormat).value(QStringLiteral("wizard/shop")).toString(),
                 QStringLiteral("Half typed"));
    const QByteArray survived = [&] {
      QFile kept(file);
      return kept.open(QIODevice::ReadOnly) ? kept.readAll() : QByteArray();
    }();
    f.close();
    f.write(QStringLiteral("profile/settings.ini"), survived);

    QVERIFY(!f.open());
    wizard = shown<Wizard>();
    QVERIFY(wizard);
    QCOMPARE(wizard->step(), 2);
    QCOMPARE(field<QLineEdit>(wizard, "Name of the shop")->text(), QStringLiteral("Half typed"));
    QVERIFY(!wizard->draft().simulated);
    f.close();
  }

  void wizard_keepsNoPassphraseOnTheDisk()
  {
    Start f;
    QVERIFY(!f.open());
    Wizard* wizard = shown<Wizard>();
    wizard->showStep(3);
    field<QLineEdit>(wizard, "passphrase")->setText(QStringLiteral("planted-words-991"));
    QTest::qWait(1200);
    f.close();
    QFile kept(f.options().profile + QStringLiteral("/settings.ini"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(!kept.readAll().contains("planted-words-991"));
  }

  void unlock_refusesAWrongPassphraseAndTakesTheRightOne()
  {
    Start f;
    f.makeWorkspace();
    QVERIFY(!f.open());
    auto* dialog = shown<UnlockDialog>();
    QVERIFY(dialog);
    QVERIFY(!shown<MainWindow>());
    auto* passphrase = dialog->findChild<QLineEdit*>();
    passphrase->setText(QStringLiteral("wrong"));
    button(dialog, QStringLiteral("Open"))->click();
    const auto told = [&] {
      for (const QLabel* label : dialog->findChildren<QLabel*>())
        if (label->isVisible() && label->text() == QStringLiteral("This is not the passphrase."))
          return true;
      return false;
    };
    QTRY_VERIFY(told());
    QVERIFY(!shown<MainWindow>());
    passphrase->setText(QString::fromLatin1(kPassphrase));
    button(dialog, QStringLiteral("Open"))->click();
    QTRY_VERIFY(shown<MainWindow>());
    QTRY_VERIFY(!shown<UnlockDialog>());
    f.close();
  }

  void unlock_beginsANewVaultWhereThePassphraseIsForgotten()
  {
    Start f;
    f.makeWorkspace();
    const AccountId shop = f.addShop();
    QVERIFY(!f.open());
    auto* unlock = shown<UnlockDialog>();
    QVERIFY(unlock);
    QVERIFY(field<QPushButton>(unlock, "The passphrase is forgotten: begin a new vault"));
    button(unlock, QStringLiteral("Forgotten?…"))->click();
    QTRY_VERIFY(shown<NewVaultDialog>());
    QVERIFY(says(shown<NewVaultDialog>(), QStringLiteral("typed again: 1.")));
    button(shown<NewVaultDialog>(), QStringLiteral("Cancel"))->click();
    QTRY_VERIFY(!shown<NewVaultDialog>());
    QVERIFY(!lacksCredentials(f.account(shop))); // nothing without a yes

    button(unlock, QStringLiteral("Forgotten?…"))->click();
    QTRY_VERIFY(shown<NewVaultDialog>());
    beginWith(shown<NewVaultDialog>(), "short", "short");
    QVERIFY(says(shown<NewVaultDialog>(), QStringLiteral("Use at least eight characters.")));
    beginWith(shown<NewVaultDialog>(), "five red boats rest", "five red boats rest");
    QTRY_VERIFY(shown<MainWindow>());
    QTRY_VERIFY(!shown<UnlockDialog>() && !shown<NewVaultDialog>());
    QVERIFY(lacksCredentials(f.account(shop)));
    QCOMPARE(shown<MainWindow>()->pageId(shown<MainWindow>()->currentPage()), QStringLiteral("connections"));
    QTRY_VERIFY(says(shown<MainWindow>(), QStringLiteral("Give them again with “Renew credentials…”.")));
    const auto workspace = must(Workspace::open(f.options().profile));
    QVERIFY(workspace->openVault("five red boats rest"));
    QVERIFY(!workspace->openVault(kPassphrase));
    f.close();
  }

  void unlock_tellsOfALostKeyAndAsksForNoPassphrase()
  {
    Start f;
    f.makeWorkspace();
    f.addShop();
    f.inData([](Connection& c) { // as a backup comes from another computer
      return c.run(QStringLiteral("UPDATE vault SET protection = 'keychain', wrapped_key = NULL"));
    });
    QVERIFY(!f.open());
    auto* unlock = shown<UnlockDialog>();
    QVERIFY(unlock);
    QVERIFY(!unlock->findChild<QLineEdit*>());
    QVERIFY(button(unlock, QStringLiteral("Quit")));
    QVERIFY(field<QPushButton>(unlock, "The key is lost: begin a new vault"));
    const auto toldOfKeychain = [unlock] {
      return says(unlock, QStringLiteral("The key is not in this computer's keychain.")) ||
             says(unlock, QStringLiteral("The keychain does not give out the key."));
    };
    QVERIFY(toldOfKeychain());
    QPushButton* again = button(unlock, QStringLiteral("Try again"));
    again->click();
    QVERIFY(!again->isEnabled());
    QTRY_VERIFY(again->isEnabled() && toldOfKeychain());
    QVERIFY(!shown<MainWindow>());

    button(unlock, QStringLiteral("New vault…"))->click();
    QTRY_VERIFY(shown<NewVaultDialog>());
    beginWith(shown<NewVaultDialog>(), "five red boats rest", "five red boats rest");
    QTRY_VERIFY(shown<MainWindow>());
    QVERIFY(must(Workspace::open(f.options().profile))->openVault("five red boats rest"));
    f.close();
  }

  void secondStart_raisesTheFirstAndLeaves()
  {
    qputenv("SUPERCARGO_PASSPHRASE", kPassphrase);
    Start f;
    f.makeWorkspace();
    QVERIFY(!f.open());
    MainWindow* window = shown<MainWindow>();
    QVERIFY(window);
    window->showMinimized();
    Desktop second(*qApp, f.options());
    QCOMPARE(second.start(), std::optional<int>(0));
    QTRY_VERIFY(!window->isMinimized());
    f.close();
  }

  void simulatedShop_thatDiesIsToldAndStartsAgain()
  {
    Start f;
    f.makeWorkspace(true);
    f.makeMortalSandbox();
    QVERIFY(!f.open());
    MainWindow* window = shown<MainWindow>();
    QVERIFY(window);
    const auto starts = [&] {
      QFile file(f.folder.filePath(QStringLiteral("starts")));
      return file.open(QIODevice::ReadOnly) ? file.readAll().count('x') : 0;
    };
    QTRY_COMPARE(starts(), 1);
    QVERIFY(!button(window, QStringLiteral("Start it again")));
    QVERIFY(QFile::remove(f.folder.filePath(QStringLiteral("alive"))));
    QTRY_VERIFY(button(window, QStringLiteral("Start it again")));
    f.write(QStringLiteral("alive"), "");
    button(window, QStringLiteral("Start it again"))->click();
    QTRY_COMPARE(starts(), 2);
    QTRY_VERIFY(!button(window, QStringLiteral("Start it again")));
    f.close();
  }

  void window_doesNotHideWhereThereIsNoTray()
  {
    if (QSystemTrayIcon::isSystemTrayAvailable())
      QSKIP("this platform has a tray");
    qputenv("SUPERCARGO_PASSPHRASE", kPassphrase);
    Start f;
    f.makeWorkspace();
    {
      Settings settings(f.options().profile + QStringLiteral("/settings.ini"));
      settings.set(settings::kStayInTray, true);
    }
    QVERIFY(!f.open());
    QVERIFY(shown<MainWindow>());
    QVERIFY(QApplication::quitOnLastWindowClosed());
    f.close();
  }

#ifdef Q_OS_UNIX
  void signal_endsTheProgramWithItsStateSaved()
  {
    qputenv("SUPERCARGO_PASSPHRASE", kPassphrase);
    Start f;
    f.makeWorkspace();
    QProcess process;
    process.start(program("supercargo"), {QStringLiteral("--profile"), f.options().profile});
    QVERIFY(process.waitForStarted());
    // The signal comes once the window is there: it is the first to open the write-ahead log.
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(f.options().profile + QStringLiteral("/workspace.sqlite-wal")), 20'000);
    QTest::qWait(1500);
    process.terminate();
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(QSettings(f.options().profile + QStringLiteral("/settings.ini"), QSettings::IniFormat)
                .contains(QStringLiteral("state/window/geometry")));
  }
#endif
};

SC_TEST(DesktopTest)
#include "desktop_test.moc"
