#include "tests/app/programs.h"
#include "tests/app/scriptedshop.h"

#include <QFile>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

using namespace supercargo::test;

namespace {

const QString kShopName = QStringLiteral("Lamps & more");
const QStringList kSync{QStringLiteral("sync"), QStringLiteral("--once"), QStringLiteral("--stream"),
                        QStringLiteral("orders")};
const QByteArray kKeys =
    QByteArray("consumer_key=ck_") + QByteArray(40, 'a') + "\nconsumer_secret=cs_" + QByteArray(40, 'b') + "\n";

/// Runs the command line while this process' own server can answer.
Ran runBeside(const Profile& profile, const QStringList& words, const QByteArray& input = {})
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

Ran addShop(const Profile& profile, const QString& endpoint)
{
  return runBeside(profile,
                   {QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--provider"),
                    QStringLiteral("woocommerce"), QStringLiteral("--name"), kShopName, QStringLiteral("--endpoint"),
                    endpoint, QStringLiteral("--secrets-stdin")},
                   kKeys);
}

QByteArray page(const QJsonArray& orders)
{
  return QJsonDocument(orders).toJson(QJsonDocument::Compact);
}

ScriptedShop::Script answering(const ScriptedShop::Answer& answer)
{
  return [answer](const QByteArray&) { return answer; };
}

/// Orders for the orders call, an empty list for the rest.
ScriptedShop::Script telling(const QJsonArray& orders)
{
  return [body = page(orders)](const QByteArray& path) {
    ScriptedShop::Answer answer;
    if (path.contains("/orders?"))
      answer.body = body;
    return answer;
  };
}

QDateTime hoursAgo(int hours)
{
  return QDateTime::currentDateTimeUtc().addSecs(-3600 * hours);
}

/// A certificate for this very server whose time is over.
std::pair<QSslCertificate, QSslKey> expiredCertificate()
{
  EVP_PKEY* key = EVP_EC_gen("P-256");
  X509* certificate = X509_new();
  X509_set_version(certificate, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate), -7200);
  X509_gmtime_adj(X509_getm_notAfter(certificate), -3600);
  X509_set_pubkey(certificate, key);
  X509_NAME* name = X509_get_subject_name(certificate);
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("127.0.0.1"), -1, -1, 0);
  X509_set_issuer_name(certificate, name);
  X509_sign(certificate, key, EVP_sha256());
  const auto pem = [](auto write) {
    BIO* bio = BIO_new(BIO_s_mem());
    write(bio);
    char* text = nullptr;
    const long size = BIO_get_mem_data(bio, &text);
    QByteArray bytes(text, size);
    BIO_free(bio);
    return bytes;
  };
  const QByteArray certificatePem = pem([&](BIO* bio) { PEM_write_bio_X509(bio, certificate); });
  const QByteArray keyPem =
      pem([&](BIO* bio) { PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr); });
  X509_free(certificate);
  EVP_PKEY_free(key);
  return {QSslCertificate(certificatePem), QSslKey(keyPem, QSsl::Ec)};
}

} // namespace

/// What goes wrong outside ends in words that say where, and with the rest in the database.
class BadInputTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void oneBadRecord_isNamedAndTheOthersAreStored()
  {
    QJsonObject unknownStatus = wooOrder(2, hoursAgo(5));
    unknownStatus.insert(QStringLiteral("status"), QStringLiteral("molten"));
    QJsonObject nullPrice = wooOrder(3, hoursAgo(4));
    nullPrice.insert(QStringLiteral("total"), QJsonValue::Null);
    QJsonObject large = wooOrder(4, hoursAgo(3));
    large.insert(QStringLiteral("total"), QStringLiteral("123456789012.34"));
    QJsonObject wordy = wooOrder(5, hoursAgo(2));
    const QString title = QStringLiteral("🛍️👩‍👩‍👧").repeated(1250);
    QJsonObject line = wordy[QStringLiteral("line_items")].toArray().first().toObject();
    line.insert(QStringLiteral("name"), title);
    wordy.insert(QStringLiteral("line_items"), QJsonArray{line});
    ScriptedShop shop(telling({wooOrder(1, hoursAgo(6)), unknownStatus, nullPrice, large, wordy}));

    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const Ran added = addShop(profile, shop.endpoint());
    QVERIFY2(added.status == 0, added.all().constData());
    const Ran first = runBeside(profile, kSync);
    QCOMPARE(first.status, 3);
    const QJsonObject report = first.array().first().toObject();
    QCOMPARE(report.value(QStringLiteral("failed")).toInteger(), 1);
    const QJsonArray failures = report.value(QStringLiteral("failures")).toArray();
    QCOMPARE(failures.size(), 1);
    QCOMPARE(failures.first()[QStringLiteral("record")].toString(), QStringLiteral("3"));
    QVERIFY2(failures.first()[QStringLiteral("reason")].toString().contains(QStringLiteral("total")),
             first.all().constData());
    QVERIFY2(first.err.contains(kShopName.toUtf8()) && first.err.contains("record 3"), first.all().constData());
    const QJsonArray listed = profile.run({QStringLiteral("failures"), QStringLiteral("list")}).array();
    QCOMPARE(listed.size(), 1);
    // The call that brought it can be looked at.
    QVERIFY(profile
                .run({QStringLiteral("calls"), QStringLiteral("show"),
                      QString::number(listed.first()[QStringLiteral("call")].toInteger())})
                .object()
                .value(QStringLiteral("path"))
                .toString()
                .contains(QStringLiteral("/orders")));

    QMap<QString, QJsonObject> orders;
    for (const QJsonValue order : profile.run({QStringLiteral("orders"), QStringLiteral("list")}).array())
      orders.insert(order[QStringLiteral("external_id")].toString(), order.toObject());
    QCOMPARE(orders.keys(),
             (QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("4"), QStringLiteral("5")}));
    QCOMPARE(orders[QStringLiteral("2")].value(QStringLiteral("raw_status")).toString(), QStringLiteral("molten"));
    const QJsonArray notices = profile.run({QStringLiteral("changes"), QStringLiteral("list")}).array();
    const auto unknown = std::ranges::find_if(notices, [](const QJsonValue& notice) {
      return notice[QStringLiteral("where")].toString() == QStringLiteral("order.status");
    });
    QVERIFY(unknown != notices.end());
    QCOMPARE((*unknown)[QStringLiteral("account")].toInteger(), 1);
    QCOMPARE((*unknown)[QStringLiteral("samples")].toArray(), QJsonArray{QStringLiteral("molten")});
    QCOMPARE(orders[QStringLiteral("4")].value(QStringLiteral("total"))[QStringLiteral("minor")].toInteger(),
             12345678901234);
    const QJsonObject shown =
        profile
            .run({QStringLiteral("orders"), QStringLiteral("show"),
                  QString::number(orders[QStringLiteral("5")].value(QStringLiteral("id")).toInteger())})
            .object();
    QCOMPARE(shown.value(QStringLiteral("items"))[0][QStringLiteral("title")].toString(), title);

    // The shop mends it: the failure is over without anybody doing anything.
    shop.setScript(telling({wooOrder(1, hoursAgo(6)), unknownStatus, wooOrder(3, hoursAgo(0)), large, wordy}));
    const Ran second = runBeside(profile, kSync + QStringList{QStringLiteral("--full")});
    QVERIFY2(second.status == 0, second.all().constData());
    QVERIFY(profile.run({QStringLiteral("failures"), QStringLiteral("list")}).array().isEmpty());
    QCOMPARE(profile.run({QStringLiteral("orders"), QStringLiteral("list")}).array().size(), 5);
    QCOMPARE(profile.run({QStringLiteral("verify")}).status, 0);
  }

  void badAnswer_namesAccountAndCall_data()
  {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qsizetype>("promised");
    QTest::addColumn<QString>("kind");
    const QByteArray good = page({wooOrder(1, hoursAgo(6))});
    QTest::newRow("key revoked") << 401 << QByteArray(R"({"code":"woocommerce_rest_cannot_view","message":"no"})")
                                 << qsizetype(-1) << QStringLiteral("auth");
    QTest::newRow("wrong URL") << 404 << QByteArray(R"({"code":"rest_no_route","message":"No route"})") << qsizetype(-1)
                               << QStringLiteral("config");
    QTest::newRow("HTML") << 200 << QByteArray("<html>Welcome!</html>") << qsizetype(-1)
                          << QStringLiteral("bad_response");
    QTest::newRow("JSON that stops") << 200 << good.left(good.size() / 2) << qsizetype(-1)
                                     << QStringLiteral("bad_response");
    QTest::newRow("connection that stops")
        << 200 << good.left(good.size() / 2) << good.size() << QStringLiteral("network");
    QTest::newRow("down") << 503 << QByteArray("{}") << qsizetype(-1) << QStringLiteral("provider_down");
  }
  void badAnswer_namesAccountAndCall()
  {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(qsizetype, promised);
    QFETCH(QString, kind);
    ScriptedShop shop(telling({wooOrder(1, hoursAgo(6))}));
    const Profile profile;
    QCOMPARE(profile.init({QStringLiteral("--simulated")}).status, 0);
    QCOMPARE(addShop(profile, shop.endpoint()).status, 0);
    const Ran before = runBeside(profile, kSync);
    QVERIFY2(before.status == 0, before.all().constData());

    shop.setScript(answering({status, body, "application/json", promised}));
    const Ran ran = runBeside(profile, kSync);
    QVERIFY2(ran.status == 1, ran.all().constData());
    const QJsonValue error = ran.array().first()[QStringLiteral("error")];
    QVERIFY2(error[QStringLiteral("kind")].toString() == kind, ran.all().constData());
    const QString message = error[QStringLiteral("message")].toString();
    QVERIFY2(message.contains(QStringLiteral("GET 127.0.0.1/wp-json/wc/v3/orders")), qPrintable(message));
    QVERIFY2(ran.err.contains(kShopName.toUtf8()), ran.all().constData());
    QCOMPARE(profile.run({QStringLiteral("orders"), QStringLiteral("list")}).array().size(), 1);

    shop.setScript(telling({wooOrder(1, hoursAgo(6)), wooOrder(2, hoursAgo(0).addSecs(-600))}));
    const Ran after = runBeside(profile, kSync + QStringList{QStringLiteral("--full")});
    QVERIFY2(after.status == 0, after.all().constData());
    QCOMPARE(profile.run({QStringLiteral("orders"), QStringLiteral("list")}).array().size(), 2);
    QCOMPARE(profile.run({QStringLiteral("account"), QStringLiteral("show"), QStringLiteral("1")})
                 .object()
                 .value(QStringLiteral("state"))
                 .toString(),
             QStringLiteral("ok"));
  }

  void certificate_thatIsOverIsRefused()
  {
    const auto [certificate, key] = expiredCertificate();
    QVERIFY(!certificate.isNull() && !key.isNull());
    bool asked = false;
    ScriptedShop shop(certificate, key, [&asked](const QByteArray&) {
      asked = true;
      return ScriptedShop::Answer();
    });
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const Ran added = addShop(profile, shop.endpoint());
    QCOMPARE(added.status, 1);
    const QJsonValue error = added.object().value(QStringLiteral("check"))[QStringLiteral("error")];
    QVERIFY2(error[QStringLiteral("message")].toString().contains(QStringLiteral("certificate"), Qt::CaseInsensitive),
             added.all().constData());
    QVERIFY2(!asked, "a request with keys was sent to a server that nobody vouches for");
  }

  void plainHttp_isForThisMachineOnly()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const Ran added = addShop(profile, QStringLiteral("http://shop.example"));
    QVERIFY2(added.status == 1 || added.status == 2, added.all().constData());
    QVERIFY2(added.all().contains("https"), added.all().constData());
    QVERIFY(profile.run({QStringLiteral("account"), QStringLiteral("list")}).array().isEmpty());
  }

  void clockTwoHoursOff_isBridged()
  {
    const World world({QStringLiteral("--seed"), QStringLiteral("5"), QStringLiteral("--orders"), QStringLiteral("60"),
                       QStringLiteral("--shops"), QStringLiteral("woocommerce"), QStringLiteral("--history-days"),
                       QStringLiteral("10"), QStringLiteral("--orders-per-minute"), QStringLiteral("0")});
    QVERIFY(world.isReady());
    world.freeze();
    world.control(QStringLiteral("faults"), {{QStringLiteral("clock-skew"), 1.0}});
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const Ran added = addAccount(profile, world.account(QStringLiteral("woocommerce")));
    QVERIFY2(added.status == 0, added.all().constData());
    const Ran late = profile.run(kSync);
    QVERIFY2(late.status == 0, late.all().constData());
    const auto health = [&] { return profile.run({QStringLiteral("health")}).array().first().toObject(); };
    const qint64 apart = health().value(QStringLiteral("clock_offset_s")).toInteger();
    QVERIFY2(qAbs(qAbs(apart) - 7200) < 60, qPrintable(QString::number(apart)));
    const QString warning = health().value(QStringLiteral("clock_warning")).toString();
    QVERIFY2(warning.contains(QStringLiteral("This computer's clock is %1 s").arg(qAbs(apart))), qPrintable(warning));
    const auto wanted = truth(world, QStringLiteral("woocommerce"));
    // By that clock the newest orders are not placed yet.
    QVERIFY(listed(profile).size() > wanted.size() - 10);
    world.control(QStringLiteral("faults"), {{QStringLiteral("clock-skew"), 0}});
    const Ran right = profile.run(kSync);
    QVERIFY2(right.status == 0, right.all().constData());
    QVERIFY(health().value(QStringLiteral("clock_warning")).isNull());
    const auto got = listed(profile);
    QVERIFY2(got == wanted, qPrintable(difference(got, wanted)));
  }
};

SC_TEST(BadInputTest)
#include "badinput_test.moc"
