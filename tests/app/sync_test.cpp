#include "core/db/database.h"
#include "tests/app/programs.h"
#include "tests/support/storedtext.h"
#include "tests/support/tempdatabase.h"

#include <QDirIterator>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

using namespace supercargo::test;

namespace {

const QStringList kSmallWorld{QStringLiteral("--seed"),
                              QStringLiteral("5"),
                              QStringLiteral("--shops"),
                              QStringLiteral("woocommerce,vendure"),
                              QStringLiteral("--orders"),
                              QStringLiteral("120"),
                              QStringLiteral("--history-days"),
                              QStringLiteral("20"),
                              QStringLiteral("--orders-per-minute"),
                              QStringLiteral("0")};
const QStringList kWorldOfPages{QStringLiteral("--seed"),
                                QStringLiteral("5"),
                                QStringLiteral("--shops"),
                                QStringLiteral("woocommerce,vendure"),
                                QStringLiteral("--orders"),
                                QStringLiteral("700"),
                                QStringLiteral("--history-days"),
                                QStringLiteral("20"),
                                QStringLiteral("--orders-per-minute"),
                                QStringLiteral("0")};
const QStringList kSync{QStringLiteral("sync"), QStringLiteral("--once"), QStringLiteral("--stream"),
                        QStringLiteral("orders")};

qint64 sum(const QJsonArray& reports, const char* key)
{
  qint64 total = 0;
  for (const QJsonValue report : reports)
    total += report[QLatin1String(key)].toInteger();
  return total;
}

/// A server that answers everything with a page for people.
class HtmlServer : public QTcpServer {
public:
  HtmlServer()
  {
    listen(QHostAddress::LocalHost);
    QObject::connect(this, &QTcpServer::newConnection, this, [this] {
      QTcpSocket* socket = nextPendingConnection();
      QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
        if (!socket->readAll().contains("\r\n\r\n"))
          return;
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 34\r\nConnection: "
                      "close\r\n\r\n<html><body>Welcome!</body></html>");
        socket->disconnectFromHost();
      });
    });
  }
};

/// Runs the command line while this process' own server can answer.
Ran runBeside(const Profile& profile, const QStringList& words, const QByteArray& input)
{
  QProcess process;
  QEventLoop loop;
  QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
  process.setProcessEnvironment(profile.environment());
  process.start(program("supercargo-cli"), profile.arguments(words));
  process.write(input);
  process.closeWriteChannel();
  loop.exec();
  return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Runs a command and looks meanwhile at what everybody on the machine can see of it.
Ran runWatched(const Profile& profile, const QStringList& words, const QByteArray& input, QByteArray& seen)
{
  QProcess process;
  process.setProcessEnvironment(profile.environment());
  process.start(program("supercargo-cli"), profile.arguments(words));
  const auto look = [&] {
    QFile line(QStringLiteral("/proc/%1/cmdline").arg(process.processId()));
    if (line.open(QIODevice::ReadOnly))
      seen += line.readAll() + '\n';
  };
  if (process.waitForStarted())
    look(); // it waits for its input
  process.write(input);
  process.closeWriteChannel();
  for (int i = 0; i < 1'200 && !process.waitForFinished(100); ++i)
    look();
  return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
          process.readAllStandardError()};
}

Ran addWatched(const Profile& profile, const QJsonObject& account, QByteArray& seen)
{
  const QString provider = account.value(QStringLiteral("provider")).toString();
  return runWatched(profile,
                    {QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--provider"), provider,
                     QStringLiteral("--name"), provider, QStringLiteral("--endpoint"),
                     account.value(QStringLiteral("endpoint")).toString(), QStringLiteral("--secrets-stdin")},
                    secretLines(account), seen);
}

supercargo::DatabaseConfig databaseOf(const Profile& profile, const char* file)
{
  supercargo::DatabaseConfig config;
  config.sqliteFile = profile.dir() + QLatin1String(file);
  return config;
}

#ifdef Q_OS_UNIX
/// The window for a moment: it syncs, and keeps a log.
bool openWindow(const Profile& profile)
{
  // It would start a simulated world of its own.
  must(must(supercargo::connectTo(databaseOf(profile, "/workspace.sqlite"), false))
           ->run(QStringLiteral("UPDATE workspace SET simulated = 0")));
  QProcess process;
  process.setProcessEnvironment(profile.environment());
  process.start(program("supercargo"), {QStringLiteral("--profile"), profile.dir()});
  const bool isLogging =
      process.waitForStarted() &&
      QTest::qWaitFor([&] { return QFile::exists(profile.dir() + QStringLiteral("/supercargo.log")); }, 20'000);
  QTest::qWait(1'500);
  process.terminate();
  return process.waitForFinished(20'000) && isLogging;
}
#endif

} // namespace

class SyncTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void sync_endsWithTheShopsTruth_data()
  {
    QTest::addColumn<QString>("provider");
    QTest::newRow("woocommerce") << QStringLiteral("woocommerce");
    QTest::newRow("vendure") << QStringLiteral("vendure");
  }
  void sync_endsWithTheShopsTruth()
  {
    QFETCH(QString, provider);
    const World world(kSmallWorld);
    QVERIFY(world.isReady());
    world.freeze();
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const Ran added = addAccount(profile, world.account(provider));
    QVERIFY2(added.status == 0, added.all().constData());
    QCOMPARE(added.object().value(QStringLiteral("state")).toString(), QStringLiteral("ok"));

    const Ran first = profile.run(kSync);
    QVERIFY2(first.status == 0, first.all().constData());
    QCOMPARE(sum(first.array(), "failed"), 0);
    const auto wanted = truth(world, provider);
    QVERIFY(wanted.size() > 20);
    const auto got = listed(profile);
    QVERIFY2(got == wanted, qPrintable(difference(got, wanted)));

    // Nothing happened in between: nothing is new.
    const Ran second = profile.run(kSync);
    QVERIFY2(second.status == 0, second.all().constData());
    QVERIFY2(sum(second.array(), "inserted") == 0 && sum(second.array(), "changed") == 0, second.all().constData());
    const Ran verified = profile.run({QStringLiteral("verify")});
    QVERIFY2(verified.status == 0, verified.all().constData());
  }

  void watch_keepsWhatWasAskedForUpToDate()
  {
    const World world(kSmallWorld);
    QVERIFY(world.isReady());
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    for (const char* provider : {"vendure", "woocommerce"})
      QCOMPARE(addAccount(profile, world.account(QLatin1String(provider))).status, 0);
    QProcess watch;
    watch.setProcessEnvironment(profile.environment());
    watch.setReadChannel(QProcess::StandardError);
    watch.start(program("supercargo-cli"),
                profile.arguments({QStringLiteral("sync"), QStringLiteral("--watch"), QStringLiteral("--full"),
                                   QStringLiteral("--account"), QStringLiteral("2"), QStringLiteral("--stream"),
                                   QStringLiteral("orders")}));
    // Counters come once a second: two after the first call, its run is over.
    int lines = 0;
    while (lines < 3 && (watch.canReadLine() || watch.waitForReadyRead(60'000)))
      if (const QByteArray line = watch.readLine(); line.contains("| calls ") && !line.contains("| calls 0 "))
        ++lines;
    watch.terminate();
    QVERIFY(watch.waitForFinished(60'000));
    const Ran ran{watch.exitCode(), watch.readAllStandardOutput(), watch.readAllStandardError()};
    QVERIFY2(ran.status == 0, ran.all().constData());
    QVERIFY2(sum(ran.array(), "fetched") > 0, ran.all().constData());
    for (const QJsonValue row : ran.array()) {
      QCOMPARE(row[QStringLiteral("account")].toInteger(), 2);
      QCOMPARE(row[QStringLiteral("stream")].toString(), QStringLiteral("orders"));
    }
    // Payouts stand in the bills, which no shop has.
    const Ran payouts = profile.run({QStringLiteral("sync"), QStringLiteral("--stream"), QStringLiteral("payouts")});
    QVERIFY2(payouts.status == 0 && payouts.array().isEmpty(), payouts.all().constData());
    QCOMPARE(profile.run({QStringLiteral("sync"), QStringLiteral("--once"), QStringLiteral("--watch")}).status, 2);
  }

  void sync_survivesEveryFault_data()
  {
    QTest::addColumn<QString>("fault");
    for (const char* fault : {"429", "5xx", "truncated", "bad-signature", "duplicate-page", "reordered-page",
                              "expired-token", "changed-mid-page"})
      QTest::newRow(fault) << QString::fromLatin1(fault);
  }
  void sync_survivesEveryFault()
  {
    QFETCH(QString, fault);
    const QString provider =
        fault == QStringLiteral("expired-token") ? QStringLiteral("vendure") : QStringLiteral("woocommerce");
    const World world(kWorldOfPages);
    QVERIFY(world.isReady());
    world.freeze();
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    QCOMPARE(addAccount(profile, world.account(provider)).status, 0);
    world.control(QStringLiteral("faults"), {{fault, 0.15}});
    Ran ran;
    qint64 struck = 0;
    for (int pass = 0; pass < 10 && struck == 0; ++pass) {
      ran = profile.run(kSync + QStringList{QStringLiteral("--full")});
      struck = world.control(QStringLiteral("state"))[QStringLiteral("struck")][fault].toInteger();
    }
    QVERIFY2(struck > 0, "the fault never struck");
    const QByteArray during = ran.all();
    // A pass that ran out of patience says so, and the next one goes on from there. What was placed in the last seconds
    // is left for the next window on purpose, so an order that a fault added may need a few of them.
    world.control(QStringLiteral("faults"), {{fault, 0}});
    const auto wanted = truth(world, provider);
    QMap<QString, QString> got;
    QElapsedTimer timer;
    for (timer.start(); got != wanted && !timer.hasExpired(30'000);) {
      ran = profile.run(kSync);
      got = listed(profile);
    }
    QVERIFY2(got == wanted, qPrintable(difference(got, wanted) + QString::fromUtf8(during)));
    QVERIFY2(ran.status == 0, ran.all().constData());
    QCOMPARE(profile.run({QStringLiteral("verify")}).status, 0);
  }

  void wrongKey_isTold()
  {
    const World world(kSmallWorld);
    QVERIFY(world.isReady());
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const Ran added = addAccount(profile, world.account(QStringLiteral("woocommerce")),
                                 QByteArray("consumer_key=ck_") + QByteArray(40, 'a') + "\nconsumer_secret=cs_" +
                                     QByteArray(40, 'b') + "\n");
    QCOMPARE(added.status, 1);
    const QJsonObject object = added.object();
    QCOMPARE(object.value(QStringLiteral("state")).toString(), QStringLiteral("needs_attention"));
    QCOMPARE(object.value(QStringLiteral("check"))
                 .toObject()
                 .value(QStringLiteral("error"))
                 .toObject()
                 .value(QStringLiteral("kind"))
                 .toString(),
             QStringLiteral("auth"));
    // Kept, and put right with the real key.
    const Ran rotated = profile.run(
        {QStringLiteral("account"), QStringLiteral("rotate"), QStringLiteral("1"), QStringLiteral("--secrets-stdin")},
        secretLines(world.account(QStringLiteral("woocommerce"))));
    QVERIFY2(rotated.status == 0, rotated.all().constData());
    QCOMPARE(profile.run({QStringLiteral("account"), QStringLiteral("check"), QStringLiteral("1")}).status, 0);
  }

  void pageForPeople_isTold()
  {
    HtmlServer server;
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const Ran ran = runBeside(
        profile,
        {QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--provider"), QStringLiteral("woocommerce"),
         QStringLiteral("--name"), QStringLiteral("x"), QStringLiteral("--endpoint"),
         QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()), QStringLiteral("--secrets-stdin")},
        QByteArray("consumer_key=ck_") + QByteArray(40, 'a') + "\nconsumer_secret=cs_" + QByteArray(40, 'b') + "\n");
    QCOMPARE(ran.status, 1);
    const QJsonObject error =
        ran.object().value(QStringLiteral("check")).toObject().value(QStringLiteral("error")).toObject();
    QVERIFY2(error.value(QStringLiteral("kind")).toString() == QStringLiteral("bad_response") ||
                 error.value(QStringLiteral("kind")).toString() == QStringLiteral("config"),
             ran.all().constData());
  }

  void nobodyThere_isTold()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const Ran ran = addAccount(profile, {{QStringLiteral("provider"), QStringLiteral("woocommerce")}},
                               QByteArray("consumer_key=ck_") + QByteArray(40, 'a') + "\nconsumer_secret=cs_" +
                                   QByteArray(40, 'b') + "\n",
                               QStringLiteral("http://127.0.0.1:9"));
    QCOMPARE(ran.status, 1);
    QCOMPARE(ran.object()
                 .value(QStringLiteral("check"))
                 .toObject()
                 .value(QStringLiteral("error"))
                 .toObject()
                 .value(QStringLiteral("kind"))
                 .toString(),
             QStringLiteral("network"));
  }

  void pausedAccount_isLeftAloneUntilItIsResumed()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    addAccount(profile, {{QStringLiteral("provider"), QStringLiteral("woocommerce")}},
               QByteArray("consumer_key=ck_") + QByteArray(40, 'a') + "\nconsumer_secret=cs_" + QByteArray(40, 'b') +
                   "\n",
               QStringLiteral("http://127.0.0.1:9"));
    const auto turn = [&](const char* word) {
      return profile.run({QStringLiteral("account"), QLatin1String(word), QStringLiteral("1")})
          .object()
          .value(QStringLiteral("state"))
          .toString();
    };
    QCOMPARE(turn("resume"), QStringLiteral("ok")); // it was not paused
    QCOMPARE(turn("pause"), QStringLiteral("paused"));
    const Ran synced = profile.run(kSync);
    QVERIFY2(synced.status == 0 && synced.array().isEmpty(), synced.all().constData());
    QCOMPARE(turn("show"), QStringLiteral("paused"));
    QCOMPARE(turn("resume"), QStringLiteral("ok"));
    QCOMPARE(turn("show"), QStringLiteral("ok"));
    QCOMPARE(profile.run({QStringLiteral("account"), QStringLiteral("pause"), QStringLiteral("99")}).status, 1);
  }

  /// Everything is run, then every byte that was written is searched for what was secret, opened where it is packed.
  void secrets_areNowhereInClear()
  {
    const World world(kSmallWorld);
    QVERIFY(world.isReady());
    const Profile profile;
    QByteArray said = profile.initHasty().all();
    QList<QByteArray> secrets{"planted-passphrase-77"};
    for (const char* provider : {"woocommerce", "vendure", "alipay", "sf", "kuaidi100"}) {
      const QJsonObject account = world.account(QLatin1String(provider));
      const Ran added = addWatched(profile, account, said);
      QVERIFY2(added.status == 0, added.all().constData());
      said += added.all();
      const QJsonObject fields = account.value(QStringLiteral("fields")).toObject();
      const QJsonArray declared =
          profile.run({QStringLiteral("providers"), QStringLiteral("show"), QLatin1String(provider)})
              .object()
              .value(QStringLiteral("fields"))
              .toArray();
      for (const QJsonValue field : declared)
        if (field[QStringLiteral("secret")].toBool() && fields.contains(field[QStringLiteral("name")].toString()))
          secrets += fields.value(field[QStringLiteral("name")].toString()).toString().toUtf8();
    }
    QVERIFY(secrets.size() >= 6);
    for (int pass = 0; pass < 2; ++pass) { // payments and parcels are asked for when the orders are known
      const Ran synced = runWatched(profile, {QStringLiteral("sync"), QStringLiteral("--once")}, {}, said);
      QVERIFY2(synced.status == 0 || synced.status == 3, synced.all().constData()); // couriers want telephones
      said += synced.all();
    }
#ifdef Q_OS_LINUX
    QVERIFY(said.contains(QByteArray("sync") + '\0' + "--once"));
#endif
#ifdef Q_OS_UNIX
    QVERIFY(openWindow(profile));
#endif
    const QJsonArray calls = profile.run({QStringLiteral("calls"), QStringLiteral("list")}).array();
    QVERIFY(!calls.isEmpty());
    for (qsizetype i = 0; i < calls.size(); i += std::max<qsizetype>(1, calls.size() / 12))
      said += profile
                  .run({QStringLiteral("calls"), QStringLiteral("show"),
                        QString::number(calls.at(i)[QStringLiteral("id")].toInteger())})
                  .all();
    for (const char* words :
         {"account list", "account show 1", "account check 1", "calls list", "health", "customers list"})
      said += profile.run(QString::fromLatin1(words).split(u' ')).all();
    said += profile.run({QStringLiteral("backup"), profile.dir() + QStringLiteral("/copy.sqlite")}).all();
    said +=
        profile.run({QStringLiteral("export"), QStringLiteral("all"), profile.dir() + QStringLiteral("/out")}).all();

    // Secrets hide in long keys too: any 24 bytes of one count.
    const auto holds = [&](const QByteArray& bytes) -> QByteArray {
      for (const QByteArray& secret : secrets)
        if (bytes.contains(secret) || (secret.size() > 64 && bytes.contains(secret.mid(secret.size() / 2, 24))))
          return secret.left(12);
      return {};
    };
    QVERIFY2(holds(said).isEmpty(), holds(said).constData());
    int files = 0;
    QDirIterator walk(profile.dir(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
      QFile file(walk.next());
      QVERIFY(file.open(QIODevice::ReadOnly));
      const QByteArray found = holds(file.readAll());
      QVERIFY2(found.isEmpty(), qPrintable(file.fileName() + QStringLiteral(" holds ") + QString::fromUtf8(found)));
      ++files;
    }
    QVERIFY(files > 20);
    QMap<QString, int> opened;
    for (const char* name : {"/workspace.sqlite", "/copy.sqlite"}) {
      const auto database = must(supercargo::connectTo(databaseOf(profile, name), true));
      eachStored(*database, [&](const QString& place, const QByteArray& value) {
        opened[place] += value.startsWith("HTTP 200") || value.startsWith("GET ") || value.startsWith("{\"");
        const QByteArray found = holds(value);
        QVERIFY2(found.isEmpty(), qPrintable(place + QStringLiteral(" holds ") + QString::fromUtf8(found)));
      });
    }
    // It looked inside: what is packed was read as what it is.
    for (const char* place : {"calls.request", "calls.response", "calls.replay"})
      QVERIFY2(opened.value(QLatin1String(place)) > 10, place);
    QFile exported(profile.dir() + QStringLiteral("/out/calls.jsonl"));
    QVERIFY(exported.open(QIODevice::ReadOnly));
    QVERIFY(exported.readAll().contains("\"response\":\"HTTP 200"));
  }
};

SC_TEST(SyncTest)
#include "sync_test.moc"
