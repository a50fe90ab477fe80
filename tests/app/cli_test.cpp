#include "core/db/database.h"
#include "tests/app/programs.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace supercargo::test;

/// The command line's contract, as far as it needs no provider.
class CliTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init_refusesToOverwrite()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const Ran again = profile.init();
    QCOMPARE(again.status, 1);
    QCOMPARE(again.error().value(QStringLiteral("kind")).toString(), QStringLiteral("conflict"));
    QVERIFY(again.out.isEmpty());
  }

  void init_leavesNothingWhenItFails()
  {
    const Profile profile;
    const Ran ran = profile.run({QStringLiteral("init"), QStringLiteral("--shop"), QStringLiteral("T"),
                                 QStringLiteral("--currency"), QStringLiteral("XXQ"), QStringLiteral("--time-zone"),
                                 QStringLiteral("Asia/Shanghai")});
    QCOMPARE(ran.status, 2);
    QCOMPARE(profile.run({QStringLiteral("orders"), QStringLiteral("list")})
                 .error()
                 .value(QStringLiteral("kind"))
                 .toString(),
             QStringLiteral("not_found"));
    QCOMPARE(profile.init().status, 0);
  }

  void wrongUse_namesTheNearest_data()
  {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("command") << QStringList{QStringLiteral("ordres"), QStringLiteral("lst")}
                             << QStringLiteral("orders list");
    QTest::newRow("half") << QStringList{QStringLiteral("orders")} << QStringLiteral("orders show");
    QTest::newRow("option") << QStringList{QStringLiteral("orders"), QStringLiteral("list"), QStringLiteral("--limt"),
                                           QStringLiteral("3")}
                            << QStringLiteral("--limit");
    QTest::newRow("provider") << QStringList{QStringLiteral("providers"), QStringLiteral("show"),
                                             QStringLiteral("woocomerce")}
                              << QStringLiteral("woocommerce");
    QTest::newRow("nothing") << QStringList{} << QStringLiteral("--help");
    QTest::newRow("operand") << QStringList{QStringLiteral("orders"), QStringLiteral("show")} << QStringLiteral("ID");
    QTest::newRow("stream") << QStringList{QStringLiteral("sync"), QStringLiteral("--stream"), QStringLiteral("order")}
                            << QStringLiteral("products");
    QTest::newRow("filter") << QStringList{QStringLiteral("orders"), QStringLiteral("list"), QStringLiteral("--filter"),
                                           QStringLiteral("status:shiped")}
                            << QStringLiteral("part_shipped");
    QTest::newRow("limit") << QStringList{QStringLiteral("orders"), QStringLiteral("list"), QStringLiteral("--limit"),
                                          QStringLiteral("-3")}
                           << QStringLiteral("all");
  }
  void wrongUse_namesTheNearest()
  {
    QFETCH(QStringList, words);
    QFETCH(QString, mentions);
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const Ran ran = profile.run(words);
    QCOMPARE(ran.status, 2);
    QVERIFY(ran.out.isEmpty());
    const QJsonObject error = ran.error();
    const QString said =
        error.value(QStringLiteral("message")).toString() + error.value(QStringLiteral("hint")).toString();
    QVERIFY2(said.contains(mentions), ran.all().constData());
  }

  void secretOnTheCommandLine_isRefusedUnseen()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const Ran ran = profile.run({QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--provider"),
                                 QStringLiteral("woocommerce"), QStringLiteral("--name"), QStringLiteral("x"),
                                 QStringLiteral("--endpoint"), QStringLiteral("https://shop.example"),
                                 QStringLiteral("--set"), QStringLiteral("consumer_secret=cs_planted")});
    QCOMPARE(ran.status, 2);
    QVERIFY2(ran.err.contains("--secrets-stdin"), ran.all().constData());
    QVERIFY2(!ran.err.contains("cs_planted"), ran.all().constData());
  }

  void httpToAStranger_isRefused()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const Ran ran = addAccount(profile, {{QStringLiteral("provider"), QStringLiteral("woocommerce")}},
                               "consumer_key=ck_1\nconsumer_secret=cs_1\n", QStringLiteral("http://shop.example"));
    QCOMPARE(ran.status, 2);
    QVERIFY2(ran.err.contains("https"), ran.all().constData());
    QCOMPARE(profile.run({QStringLiteral("account"), QStringLiteral("list")}).array().size(), 0);
  }

  void wrongPassphrase_isLocked()
  {
    Profile profile;
    QCOMPARE(profile.init().status, 0);
    profile.setPassphrase(QStringLiteral("another"));
    const Ran ran = profile.run({QStringLiteral("sync"), QStringLiteral("--once")});
    QCOMPARE(ran.status, 5);
    QCOMPARE(ran.error().value(QStringLiteral("kind")).toString(), QStringLiteral("locked"));
    // Reading needs no secret.
    QCOMPARE(profile.run({QStringLiteral("orders"), QStringLiteral("list")}).status, 0);
  }

  void providersList_hasTheContractsFields()
  {
    const QJsonArray providers = Profile().run({QStringLiteral("providers"), QStringLiteral("list")}).array();
    QVERIFY(providers.size() >= 5);
    for (const QJsonValue provider : providers) {
      for (const char* key :
           {"id", "name", "kind", "capabilities", "streams", "fields", "api_version", "retires_at", "certainty"})
        QVERIFY2(provider.toObject().contains(QLatin1String(key)), key);
      QVERIFY(!provider[QStringLiteral("fields")].toArray().isEmpty());
    }
  }

  void everyList_isAnEmptyArrayInANewWorkspace_data()
  {
    QTest::addColumn<QString>("list");
    for (const char* list : {"account list", "orders list", "products list", "stock list", "shipments list",
                             "payments list", "customers list", "calls list", "health"})
      QTest::newRow(list) << QString::fromLatin1(list);
  }
  void everyList_isAnEmptyArrayInANewWorkspace()
  {
    QFETCH(QString, list);
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const Ran ran = profile.run(list.split(u' '));
    QCOMPARE(ran.status, 0);
    QVERIFY(QJsonDocument::fromJson(ran.out).isArray());
    QVERIFY(ran.array().isEmpty());
    QVERIFY2(ran.err.isEmpty(), ran.all().constData());
  }

  void chinese_isSpokenWhenAsked()
  {
    QProcess process;
    process.start(program("supercargo-cli"),
                  {QStringLiteral("--lang"), QStringLiteral("zh_CN"), QStringLiteral("--help")});
    QVERIFY(process.waitForFinished());
    QVERIFY(process.readAllStandardOutput().contains(QStringLiteral("用法").toUtf8()));
  }

  void backup_restoresToTheSameWorkspace()
  {
    const Profile profile, other;
    QCOMPARE(profile.init().status, 0);
    const QString file = profile.file(QStringLiteral("copy.sqlite"));
    QCOMPARE(profile.run({QStringLiteral("backup"), file}).status, 0);
    const Ran restored = other.run({QStringLiteral("restore"), file});
    QVERIFY2(restored.status == 0, restored.all().constData());
    QCOMPARE(restored.object().value(QStringLiteral("shop")).toString(), QStringLiteral("Test"));
    const Ran verified = other.run({QStringLiteral("verify")});
    QVERIFY2(verified.status == 0 && verified.object().value(QStringLiteral("ok")).toBool(),
             verified.all().constData());
  }

  void restore_refusesWhatIsNoBackup()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    QFile file(profile.file(QStringLiteral("no.sqlite")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not a database");
    file.close();
    QCOMPARE(profile.run({QStringLiteral("restore"), file.fileName()}).status, 1);
    QCOMPARE(profile.run({QStringLiteral("verify")}).status, 0);
  }

  void newerDatabase_isRefusedWithBothVersions()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    {
      auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("newer"));
      database.setDatabaseName(profile.dir() + QStringLiteral("/workspace.sqlite"));
      QVERIFY(database.open());
      database.exec(
          QStringLiteral("INSERT INTO schema_history SELECT 4711, name, applied_at FROM schema_history LIMIT 1"));
      database.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("newer"));
    const Ran ran = profile.run({QStringLiteral("orders"), QStringLiteral("list")});
    QCOMPARE(ran.status, 1);
    QCOMPARE(ran.error().value(QStringLiteral("kind")).toString(), QStringLiteral("conflict"));
    const QString message = ran.error().value(QStringLiteral("message")).toString();
    QVERIFY2(message.contains(QStringLiteral("4711")) &&
                 message.contains(QStringLiteral("up to %1").arg(supercargo::schemaVersion())),
             qPrintable(message));
  }
};

SC_TEST(CliTest)
#include "cli_test.moc"
