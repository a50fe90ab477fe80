#include "core/security/keychain.h"
#include "tests/support/testmain.h"
#include "ui/text/language.h"
#include "ui/wizard/passphrase.h"
#include "ui/wizard/wizard.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>

#include <algorithm>

using namespace supercargo;

namespace {

template <class T>
QFuture<T> answer(T value)
{
  QPromise<T> promise;
  promise.start();
  promise.addResult(std::move(value));
  promise.finish();
  return promise.future();
}

/// What the program would do, written down.
struct World {
  bool workspace = false, keychain = false;
  int simulated = 0;
  QByteArray passphrase;
  Result<void> created;
  WizardDraft kept;

  WizardActions actions()
  {
    WizardActions list;
    list.setLanguage = [](const QString& language) { setLanguage(language); };
    list.setTheme = [](ThemeMode) {};
    list.keep = [this](const WizardDraft& draft) { kept = draft; };
    list.keychainAvailable = [this] { return answer(keychain); };
    list.hasWorkspace = [this] { return workspace; };
    list.createWorkspace = [this](const WizardDraft&, Protection, const QByteArray& typed) {
      passphrase = typed;
      workspace = created.has_value();
      return answer(created);
    };
    list.startSimulatedShop = [this] {
      ++simulated;
      return answer(Result<void>());
    };
    list.accountActions = [] { return AccountActions(); };
    return list;
  }
};

void press(Wizard& wizard, Qt::Key key)
{
  QTest::keyClick(wizard.focusWidget() ? wizard.focusWidget() : &wizard, key);
}
} // namespace

class WizardTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void cleanup() { setLanguage(QStringLiteral("en")); }

  void walk_byKeyboardMakesASimulatedWorkspace()
  {
    World world;
    Wizard wizard(world.actions(), {});
    wizard.show();
    QVERIFY(QTest::qWaitForWindowExposed(&wizard));
    press(wizard, Qt::Key_Return); // look
    QCOMPARE(wizard.step(), 1);
    press(wizard, Qt::Key_Return); // way: simulated
    QCOMPARE(wizard.step(), 2);
    press(wizard, Qt::Key_Return); // shop
    QCOMPARE(wizard.step(), 3);
    QTest::keyClicks(wizard.findChild<QLineEdit*>(QStringLiteral("passphrase")),
                     QStringLiteral("four blue ships sail"));
    QTest::keyClicks(wizard.findChild<QLineEdit*>(QStringLiteral("passphraseAgain")),
                     QStringLiteral("four blue ships sail"));
    QTest::keyClick(wizard.findChild<QLineEdit*>(QStringLiteral("passphraseAgain")), Qt::Key_Return);
    QTRY_COMPARE(wizard.step(), 4);
    QCOMPARE(world.passphrase, QByteArray("four blue ships sail"));
    QCOMPARE(world.simulated, 1);
    press(wizard, Qt::Key_Return); // accounts
    QCOMPARE(wizard.step(), 5);
    press(wizard, Qt::Key_Return); // backup
    QCOMPARE(wizard.step(), 6);
    const QSignalSpy accepted(&wizard, &QDialog::accepted);
    press(wizard, Qt::Key_Return);
    QCOMPARE(accepted.count(), 1);
  }

  void protection_refusesTwoDifferentPassphrases()
  {
    World world;
    Wizard wizard(world.actions(), {});
    wizard.show();
    wizard.showStep(3);
    QTest::keyClicks(wizard.findChild<QLineEdit*>(QStringLiteral("passphrase")), QStringLiteral("four blue ships"));
    QTest::keyClicks(wizard.findChild<QLineEdit*>(QStringLiteral("passphraseAgain")), QStringLiteral("four red ships"));
    wizard.currentStep()->leave();
    QCOMPARE(wizard.step(), 3);
    QVERIFY(!world.workspace);
  }

  void protection_saysWhatIsLocked()
  {
    World world;
    world.keychain = true;
    Wizard wizard(world.actions(), {});
    wizard.show();
    wizard.showStep(3);
    const auto says = [&](const QString& words) {
      return std::ranges::any_of(wizard.currentStep()->findChildren<QLabel*>(), [&](const QLabel* label) {
        return label->isVisible() && label->text().contains(words);
      });
    };
    const auto isKeychainChosen = [&] {
      for (const auto* choice : wizard.currentStep()->findChildren<QRadioButton*>())
        if (choice->isChecked() && choice->text().startsWith(QStringLiteral("Keychain")))
          return true;
      return false;
    };
    QTRY_VERIFY(isKeychainChosen());
    world.created = fail(ErrorKind::Locked, QStringLiteral("the keychain refused"), keychain::kSubject);
    wizard.currentStep()->leave();
    QTRY_VERIFY(says(QStringLiteral("choose a passphrase")));
    QCOMPARE(wizard.step(), 3);
    world.created = fail(ErrorKind::Locked, QStringLiteral("the workspace is open in another program"));
    wizard.currentStep()->leave();
    QTRY_VERIFY(says(QStringLiteral("close other programs")));
    QVERIFY(!says(QStringLiteral("choose a passphrase")));
  }

  void close_keepsWhatWasEntered()
  {
    World world;
    Wizard wizard(world.actions(), {});
    wizard.show();
    wizard.showStep(2);
    wizard.currentStep()->findChild<QLineEdit*>()->setText(QStringLiteral("North Quay"));
    wizard.currentStep()->leave();
    wizard.reject();
    QCOMPARE(world.kept.shopName, QStringLiteral("North Quay"));
  }

  void reopened_leavesOutTheProtectionOfAWorkspaceThatIsThere()
  {
    World world;
    world.workspace = true;
    Wizard wizard(world.actions(), {});
    wizard.show();
    wizard.showStep(2);
    wizard.currentStep()->leave();
    QCOMPARE(wizard.step(), 4);
  }

  void chinese_leavesNoEnglishSentence()
  {
    World world;
    Wizard wizard(world.actions(), {});
    setLanguage(QStringLiteral("zh_CN"));
    QCoreApplication::processEvents(); // the change is announced by an event
    static const QRegularExpression kEnglish(QStringLiteral("[A-Za-z]{3,} [a-z]{2,}"));
    for (int step = 0; step < wizard.stepCount(); ++step) {
      wizard.showStep(step);
      for (const QLabel* label : wizard.findChildren<QLabel*>())
        QVERIFY2(!label->text().contains(kEnglish), qPrintable(label->text()));
      for (const QAbstractButton* button : wizard.findChildren<QAbstractButton*>())
        QVERIFY2(!button->text().contains(kEnglish), qPrintable(button->text()));
    }
  }

  void strength_growsWithWhatIsHardToGuess()
  {
    QVERIFY(passphraseStrength(QStringLiteral("abc")) == PassphraseStrength::TooShort);
    QVERIFY(passphraseStrength(QStringLiteral("12345678")) == PassphraseStrength::Weak);
    QVERIFY(passphraseStrength(QStringLiteral("aaaaaaaaaaaaaaaa")) == PassphraseStrength::Weak);
    QVERIFY(passphraseStrength(QStringLiteral("four blue ships sail at dawn")) == PassphraseStrength::Strong);
  }
};

SC_TEST(WizardTest)
#include "wizard_test.moc"
