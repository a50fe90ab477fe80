#include "tests/support/testmain.h"
#include "ui/notify/singleinstance.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace supercargo;

class SingleInstanceTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void claim_raisesTheFirstAtASecondStart()
  {
    QTemporaryDir profile;
    SingleInstance first(profile.path());
    const QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QVERIFY(*first.claim() == SingleInstance::Role::First);

    SingleInstance second(profile.path() + QStringLiteral("/."));
    QVERIFY(*second.claim() == SingleInstance::Role::Second);
    QTRY_COMPARE(raised.count(), 1);
  }

  void claim_keepsProfilesApart()
  {
    QTemporaryDir one, other;
    SingleInstance first(one.path()), second(other.path());
    QVERIFY(*first.claim() == SingleInstance::Role::First);
    QVERIFY(*second.claim() == SingleInstance::Role::First);
  }

  void claim_isFreeAgainAfterTheFirstHasGone()
  {
    QTemporaryDir profile;
    {
      SingleInstance first(profile.path());
      QVERIFY(*first.claim() == SingleInstance::Role::First);
    }
    SingleInstance next(profile.path());
    QVERIFY(*next.claim() == SingleInstance::Role::First);
  }
};

SC_TEST(SingleInstanceTest)
#include "singleinstance_test.moc"
