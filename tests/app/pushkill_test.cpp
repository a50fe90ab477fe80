#include "tests/app/programs.h"

#include <QRandomGenerator>

using namespace supercargo::test;

namespace {

QString word(const char* text)
{
  return QString::fromLatin1(text);
}

/// variant -> pieces that the shop itself shows, read from it anew.
QMap<QString, qint64> shownByTheShop(const Profile& profile)
{
  QMap<QString, qint64> shown;
  for (const char* stream : {"products", "stock"}) {
    const Ran read = profile.run({word("sync"), word("--once"), word("--stream"), word(stream), word("--full")});
    if (read.status != 0)
      qWarning("%s", read.all().constData());
  }
  for (const QJsonValue product : profile.run({word("products"), word("list"), word("--limit"), word("all")}).array())
    for (const QJsonValue variant : product[word("variants")].toArray())
      shown.insert(variant[word("external_id")].toString(), variant[word("stock")].toInteger(-1));
  return shown;
}

QJsonArray levels(const Profile& profile)
{
  return profile.run({word("stock"), word("levels"), word("--limit"), word("all")}).array();
}

/// What the shop shows, or what was told it, against what there is; a line for each that differs or was never told.
QStringList differences(const Profile& profile, QStringList skus, const QMap<QString, qint64>& available,
                        const QMap<QString, qint64>& shown)
{
  QStringList wrong;
  for (const QJsonValue row : levels(profile)) {
    const QString sku = row[word("sku")].toString();
    if (!skus.removeOne(sku))
      continue;
    const qint64 told = row[word("level")].toInteger(), there = available.value(sku);
    const qint64 seen = shown.value(row[word("variant")].toString());
    if (told != there || seen != there)
      wrong
          << QStringLiteral("%1: the shop shows %2, was told %3, there are %4").arg(sku).arg(seen).arg(told).arg(there);
  }
  return wrong + skus;
}

} // namespace

/// Levels that a process died over reach the shop all the same, and the newest one wins.
class PushKillTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void killedWhilePushing_levelIsRightAfterRestart()
  {
    constexpr int kKills = 6, kMoved = 3;
    const World world({word("--seed"), word("23"), word("--shops"), word("woocommerce"), word("--orders"), word("40"),
                       word("--history-days"), word("10"), word("--orders-per-minute"), word("0")});
    QVERIFY(world.isReady());
    world.freeze();
    const Profile profile;
    QCOMPARE(profile.initHasty().status, 0);
    const Ran added = addAccount(profile, world.account(word("woocommerce")));
    QVERIFY2(added.status == 0, added.all().constData());
    const Ran read = profile.run({word("sync"), word("--once")});
    QVERIFY2(read.status == 0, read.all().constData());
    QStringList skus;
    for (const QJsonValue row : profile.run({word("stock"), word("list"), word("--limit"), word("200")}).array())
      if (row[word("available")].toInteger() > 50 && skus.size() < kMoved)
        skus << row[word("sku")].toString();
    QCOMPARE(skus.size(), kMoved);
    for (const QString& sku : skus) {
      const Ran ruled =
          profile.run({word("stock"), word("channel"), word("1"), word("--sku"), sku, word("--share"), word("100")});
      QVERIFY2(ruled.status == 0, ruled.all().constData());
    }
    QRandomGenerator dice(23);
    const auto move = [&](int round) {
      for (const QString& sku : skus) {
        const Ran moved = profile.run({word("stock"), word("adjust"), sku, word("--by"),
                                       QString::number(round % 2 ? 1 + dice.bounded(9) : -1 - int(dice.bounded(3))),
                                       word("--reason"), word("counted")});
        QVERIFY2(moved.status == 0, moved.all().constData());
      }
    };
    // How long such a push takes here says when one is at work.
    move(0);
    QElapsedTimer timer;
    timer.start();
    const Ran whole = profile.run({word("stock"), word("push")});
    QVERIFY2(whole.status == 0, whole.all().constData());
    const int atWork = int(timer.elapsed());
    int killedAlive = 0;
    for (int kill = 0; kill < kKills; ++kill) {
      move(kill);
      QProcess process;
      process.setProcessEnvironment(profile.environment());
      process.start(program("supercargo-cli"), profile.arguments({word("stock"), word("push")}));
      QVERIFY(process.waitForStarted());
      killedAlive += process.waitForFinished(1 + dice.bounded(std::max(atWork, 2))) ? 0 : 1;
      process.kill();
      process.waitForFinished();
    }
    QVERIFY2(killedAlive >= kKills / 3, qPrintable(QString::number(killedAlive)));

    // Started again, everything is told. What was under way when it died would wait five minutes, since another program
    // might still be sending it; a person who knows better asks at once.
    Ran last;
    for (timer.restart(); !timer.hasExpired(90'000);) {
      last = profile.run({word("stock"), word("push")});
      if (last.status == 0)
        break;
      for (const QJsonValue action : profile.run({word("actions"), word("list"), word("--limit"), word("all")}).array())
        if (action[word("state")].toString() == word("unknown"))
          profile.run({word("actions"), word("retry"), QString::number(action[word("action")].toInteger())});
    }
    QVERIFY2(last.status == 0, last.all().constData());
    QMap<QString, qint64> available;
    for (const QJsonValue row : profile.run({word("stock"), word("list"), word("--limit"), word("all")}).array())
      available.insert(row[word("sku")].toString(), row[word("available")].toInteger());
    // What changed within the last seconds is read by the next look only: a window ends in the past.
    QStringList wrong;
    for (timer.restart(); !timer.hasExpired(90'000);) {
      const QMap<QString, qint64> shown = shownByTheShop(profile);
      wrong = differences(profile, skus, available, shown);
      if (wrong.isEmpty())
        break;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    const Ran verified = profile.run({word("verify")});
    QVERIFY2(verified.status == 0, verified.all().constData());
  }
};

SC_TEST(PushKillTest)
#include "pushkill_test.moc"
