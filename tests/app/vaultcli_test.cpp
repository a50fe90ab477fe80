#include "core/db/database.h"
#include "tests/app/programs.h"
#include "tests/support/tempdatabase.h"

using namespace supercargo::test;
using namespace Qt::StringLiterals;

/// A merchant who has lost passphrase or keychain keeps his orders and gives only the credentials again.
class VaultCliTest : public QObject {
  Q_OBJECT

  World m_world{{u"--seed"_s, u"9"_s, u"--shops"_s, u"woocommerce"_s, u"--orders"_s, u"30"_s, u"--history-days"_s,
                 u"10"_s, u"--orders-per-minute"_s, u"0"_s}};
  std::unique_ptr<Profile> m_profile;

  Ran run(const QString& line, const QByteArray& input = {}) const { return m_profile->run(line.split(u' '), input); }
  qsizetype callsMade() const { return run(u"calls list --limit all"_s).array().size(); }
  QJsonObject account() const { return run(u"account list"_s).array().at(0).toObject(); }
  /// As a restored backup or a new computer shows it: the key is in a keychain, which does not have it.
  void loseKeychain() const
  {
    supercargo::DatabaseConfig config;
    config.sqliteFile = m_profile->dir() + u"/workspace.sqlite"_s;
    const auto database = must(supercargo::connectTo(config, false));
    must(database->run(u"UPDATE vault SET protection = 'keychain', wrapped_key = NULL"_s));
  }
  static QString hintOf(const Ran& ran) { return ran.error()["hint"_L1].toString(); }

private Q_SLOTS:
  void initTestCase()
  {
    QVERIFY(m_world.isReady());
    m_world.freeze();
  }

  void init()
  {
    m_profile = std::make_unique<Profile>();
    QCOMPARE(m_profile->initHasty().status, 0);
    QCOMPARE(addAccount(*m_profile, m_world.account(u"woocommerce"_s)).status, 0);
    const Ran synced = run(u"sync --once"_s);
    QVERIFY2(synced.status == 0, synced.all().constData());
  }

  void forgottenPassphrase_isRenewedAndOnlyCredentialsAreGivenAgain()
  {
    const auto orders = listed(*m_profile);
    QVERIFY(!orders.isEmpty());
    m_profile->setPassphrase(u"not that one"_s);
    const Ran closed = run(u"sync --once"_s);
    QCOMPARE(closed.status, 5);
    QVERIFY2(hintOf(closed).contains("SUPERCARGO_PASSPHRASE"_L1) && hintOf(closed).contains("vault renew"_L1),
             closed.all().constData());

    QCOMPARE(run(u"vault renew --protect passphrase"_s).status, 2); // not without a word
    QCOMPARE(run(u"sync --once"_s).status, 5);
    const Ran renewed = run(u"vault renew --protect passphrase --yes"_s);
    QVERIFY2(renewed.status == 0, renewed.all().constData());
    QCOMPARE(renewed.object()["accounts"_L1].toInt(), 1);
    QCOMPARE(renewed.object()["protection"_L1].toString(), u"passphrase"_s);
    QCOMPARE(listed(*m_profile), orders);
    QCOMPARE(account()["state"_L1].toString(), u"needs_attention"_s);
    QVERIFY(account()["detail"_L1].toString().contains("credentials"_L1));

    const qsizetype calls = callsMade();
    QCOMPARE(run(u"sync --once"_s).status, 1);
    QCOMPARE(run(u"account check 1"_s).status, 1);
    QCOMPARE(run(u"account pause 1"_s).object()["state"_L1].toString(), u"paused"_s);
    const Ran resumed = run(u"account resume 1"_s); // gives no credentials
    QCOMPARE(resumed.status, 0);
    QCOMPARE(resumed.object()["state"_L1].toString(), u"needs_attention"_s);
    QVERIFY2(resumed.err.contains("account rotate"), resumed.all().constData());
    QVERIFY(account()["detail"_L1].toString().contains("credentials"_L1));
    QCOMPARE(run(u"account rotate 1 --endpoint http://127.0.0.1:9"_s).status, 2); // neither does another address
    QCOMPARE(run(u"sync --once"_s).status, 1);
    QCOMPARE(callsMade(), calls); // the shop is not asked with nothing

    const Ran rotated = run(u"account rotate 1 --secrets-stdin"_s, secretLines(m_world.account(u"woocommerce"_s)));
    QVERIFY2(rotated.status == 0, rotated.all().constData());
    QCOMPARE(account()["state"_L1].toString(), u"ok"_s);
    const Ran synced = run(u"sync --once"_s);
    QVERIFY2(synced.status == 0, synced.all().constData());
    QVERIFY(callsMade() > calls);
    QCOMPARE(listed(*m_profile), orders);
    QCOMPARE(run(u"verify"_s).status, 0);
  }

  void lostKeychain_isNotAnsweredWithAQuestionForAPassphrase()
  {
    loseKeychain();
    const Ran closed = run(u"sync --once"_s);
    QCOMPARE(closed.status, 5);
    QVERIFY2(hintOf(closed).contains("keychain"_L1) && hintOf(closed).contains("vault renew"_L1),
             closed.all().constData());
    QVERIFY2(!closed.err.contains("passphrase") && !closed.err.contains("PASSPHRASE"), closed.all().constData());
    QVERIFY(!listed(*m_profile).isEmpty()); // reading needs no key

    const Ran renewed = run(u"vault renew --yes"_s); // a passphrase is given: it decides
    QVERIFY2(renewed.status == 0, renewed.all().constData());
    QCOMPARE(renewed.object()["protection"_L1].toString(), u"passphrase"_s);
    QCOMPARE(run(u"account rotate 1 --secrets-stdin"_s, secretLines(m_world.account(u"woocommerce"_s))).status, 0);
    QCOMPARE(run(u"sync --once"_s).status, 0);
  }

  void renewal_withoutAPlaceForTheKeyLeavesTheVaultAsItIs()
  {
    const QString passphrase = u"planted-passphrase-77"_s;
    m_profile->setPassphrase({});
    QCOMPARE(run(u"vault renew --protect passphrase --yes"_s).status, 5);
    QCOMPARE(run(u"vault renew --protect paper --yes"_s).status, 2);
    m_profile->setPassphrase(passphrase);
    QCOMPARE(account()["state"_L1].toString(), u"ok"_s);
    QCOMPARE(run(u"account check 1"_s).status, 0);
  }
};

SC_TEST(VaultCliTest)
#include "vaultcli_test.moc"
