#include "tests/app/programs.h"

#include <QRandomGenerator>

using namespace supercargo::test;

namespace {
const QStringList kPass{QStringLiteral("sync"), QStringLiteral("--once"), QStringLiteral("--stream"),
                        QStringLiteral("orders"), QStringLiteral("--full")};
} // namespace

/// A process that is killed in the middle of its work loses nothing and repeats nothing.
class KillTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void killedWhileSyncing_losesAndDoublesNothing()
  {
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("SUPERCARGO_KILLS", &isNumber);
    const int kills = isNumber ? wanted : 20;
    const World world({QStringLiteral("--seed"), QStringLiteral("11"), QStringLiteral("--shops"),
                       QStringLiteral("woocommerce,vendure"), QStringLiteral("--orders"), QStringLiteral("600"),
                       QStringLiteral("--history-days"), QStringLiteral("30"), QStringLiteral("--orders-per-minute"),
                       QStringLiteral("0")});
    QVERIFY(world.isReady());
    world.freeze();
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const Ran added = addAccount(profile, world.account(QStringLiteral("woocommerce")));
    QVERIFY2(added.status == 0, added.all().constData());

    // How long a whole pass takes here says when one is at work.
    QElapsedTimer timer;
    timer.start();
    const Ran whole = profile.run(kPass);
    QVERIFY2(whole.status == 0, whole.all().constData());
    const int atWork = static_cast<int>(timer.elapsed());

    QRandomGenerator random(20261123);
    int killedAlive = 0;
    for (int i = 0; i < kills; ++i) {
      world.control(QStringLiteral("step"), {{QStringLiteral("orders"), 20}}); // always something to write
      QProcess process;
      process.setProcessEnvironment(profile.environment());
      process.start(program("supercargo-cli"), profile.arguments(kPass));
      QVERIFY(process.waitForStarted());
      killedAlive += process.waitForFinished(1 + random.bounded(std::max(atWork, 2))) ? 0 : 1;
      process.kill();
      process.waitForFinished();
    }
    QVERIFY2(killedAlive * 2 >= kills,
             qPrintable(QStringLiteral("only %1 of %2 runs were killed at work").arg(killedAlive).arg(kills)));

    const Ran verified = profile.run({QStringLiteral("verify")});
    QVERIFY2(verified.status == 0, verified.all().constData());
    // What was placed in the last seconds is left for the next window on purpose.
    const auto truthNow = truth(world, QStringLiteral("woocommerce"));
    QMap<QString, QString> got;
    for (timer.restart(); got != truthNow && !timer.hasExpired(30'000);) {
      const Ran last = profile.run(kPass);
      QVERIFY2(last.status == 0, last.all().constData());
      got = listed(profile);
    }
    QVERIFY2(got == truthNow, qPrintable(difference(got, truthNow)));
    const Ran again = profile.run({QStringLiteral("verify")});
    QVERIFY2(again.status == 0, again.all().constData());
  }
};

SC_TEST(KillTest)
#include "kill_test.moc"
