#include "tests/app/programs.h"

#include <QFile>

using namespace supercargo::test;
using namespace Qt::StringLiterals;

/// How accounts fare, from the command line: what the Connections page shows and does.
class ConnectionsTest : public QObject {
  Q_OBJECT

  std::unique_ptr<World> m_world;
  std::unique_ptr<Profile> m_profile;

  Ran run(const QString& words, const QByteArray& input = {}) const
  {
    return m_profile->run(words.split(u' ', Qt::SkipEmptyParts), input);
  }

private Q_SLOTS:
  void initTestCase()
  {
    m_world =
        std::make_unique<World>(QStringList{u"--seed"_s, u"5"_s, u"--shops"_s, u"woocommerce"_s, u"--orders"_s, u"60"_s,
                                            u"--history-days"_s, u"10"_s, u"--orders-per-minute"_s, u"0"_s});
    QVERIFY(m_world->isReady());
    m_world->freeze();
    m_profile = std::make_unique<Profile>();
    QCOMPARE(m_profile->initHasty().status, 0);
    const Ran added = addAccount(*m_profile, m_world->account(u"woocommerce"_s));
    QVERIFY2(added.status == 0, added.all().constData());
    const Ran synced = run(u"sync --once --stream orders"_s);
    QVERIFY2(synced.status == 0, synced.all().constData());
  }
  void cleanupTestCase()
  {
    m_profile.reset();
    m_world.reset();
  }

  void readCall_isAskedAgainAndSaysTheSame()
  {
    const QJsonArray calls = run(u"calls list --stream orders --status 2xx"_s).array();
    QVERIFY(!calls.isEmpty());
    const QJsonObject call = calls.last().toObject();
    const Ran again = run(u"calls replay %1"_s.arg(call["id"_L1].toInteger()));
    QVERIFY2(again.status == 0, again.all().constData());
    QCOMPARE(again.object()["after"_L1].toObject()["status"_L1].toInt(), 200);
    QCOMPARE(again.object()["after"_L1].toObject()["bytes"_L1], call["bytes"_L1]);
    QVERIFY2(again.object()["differences"_L1].toArray().isEmpty(), again.all().constData()); // the world stands still
    QCOMPARE(run(u"calls replay 999999"_s).status, 1);
  }

  void bodies_areSearched()
  {
    const QString number = run(u"orders list --limit 1"_s).array().at(0)["number"_L1].toString();
    QVERIFY(!number.isEmpty());
    QVERIFY(!run(u"calls list --bodies --text \"number\":"_s).array().isEmpty());
    QVERIFY(run(u"calls list --text \"number\":"_s).array().isEmpty());
    QCOMPARE(run(u"calls list --status 9xx"_s).status, 2);
  }

  void wrongCredentials_doNotReplaceThoseThatWork()
  {
    const Ran refused = run(u"account rotate 1 --secrets-stdin"_s,
                            "consumer_key=ck_" + QByteArray(40, 'a') + "\nconsumer_secret=cs_" + QByteArray(40, 'b'));
    QCOMPARE(refused.status, 1);
    const Ran checked = run(u"account check 1"_s);
    QVERIFY2(checked.status == 0, checked.all().constData());
  }

  void expiry_isNotedAndTold()
  {
    QCOMPARE(run(u"account expiry 1 2027-03-31"_s).status, 0);
    const auto told = [this] { return run(u"health"_s).array().at(0)["credential_expires_at"_L1]; };
    QCOMPARE(told().toString(), u"2027-03-31T16:00:00Z"_s); // the day ends in Shanghai
    QCOMPARE(run(u"account expiry 1 31.3.2027"_s).status, 2);
    QCOMPARE(run(u"account expiry 1 none"_s).status, 0);
    QVERIFY(told().isNull());
  }

  void history_holdsEveryCall()
  {
    const QJsonArray spans = run(u"account history 1"_s).array();
    QCOMPARE(spans.size(), 48);
    qint64 calls = 0;
    for (const QJsonValue span : spans)
      calls += span["calls"_L1].toInteger();
    QCOMPARE(calls, qint64(run(u"calls list --account 1"_s).array().size()));
    QCOMPARE(run(u"account history 1 --week"_s).array().size(), 56);
  }

  void listsOfWhatIsWrong_areThereAndEmpty()
  {
    for (const QString& words : {u"failures list"_s, u"failures causes"_s, u"changes list"_s})
      QVERIFY2(run(words).status == 0 && run(words).array().isEmpty(), qPrintable(words));
    QCOMPARE(run(u"failures show 99"_s).status, 1);
    QCOMPARE(run(u"failures dismiss 99"_s).status, 2); // without a reason
    QCOMPARE(run(u"changes dismiss 99"_s).status, 1);
  }

  void bundle_isAZip()
  {
    const QString file = m_profile->file(u"bundle.zip"_s);
    const Ran ran = m_profile->run({u"support"_s, u"bundle"_s, file});
    QVERIFY2(ran.status == 0, ran.all().constData());
    QFile zip(file);
    QVERIFY(zip.open(QIODevice::ReadOnly));
    QVERIFY(zip.read(2) == "PK");
    QCOMPARE(m_profile->run({u"support"_s, u"bundle"_s, u"/nowhere/x.zip"_s}).status, 4);
  }

  void document_namesEveryCall()
  {
    const QString document = run(u"providers doc woocommerce"_s).object()["markdown"_L1].toString();
    QVERIFY(document.startsWith(u"# "_s));
    QVERIFY2(document.contains(u"## What is called"_s), qPrintable(document));
  }

  void document_saysWhatIsNotCertain()
  {
    const QString document = run(u"providers doc zto"_s).object()["markdown"_L1].toString();
    QVERIFY2(document.contains(u"## What is not certain"_s), qPrintable(document));
    QVERIFY2(document.contains(u"| `value_added` | `collect = COD, insure = insured` |"_s), qPrintable(document));
  }
};

SC_TEST(ConnectionsTest)
#include "connections_test.moc"
