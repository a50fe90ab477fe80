#include "core/security/keychain.h"
#include "core/security/vault.h"
#include "core/store/accounts.h"
#include "core/store/workspace.h"
#include "tests/support/storedtext.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>

using namespace supercargo;
using namespace supercargo::test;

namespace {
QString q(const char* sql)
{
  return QString::fromUtf8(sql);
}
const QByteArray kPlanted = QByteArrayLiteral("planted-secret-5f1c9a");

AccountId addShop(Connection& c, const char* name, AccountState state = AccountState::Ok)
{
  AccountRow row;
  row.provider = q("woocommerce");
  row.name = q(name);
  row.endpoint = q("https://shop.example");
  row.fields = {{q("user"), q("wang")}};
  row.state = state;
  row.credentialExpiresAt = fromMs(99);
  return must(addAccount(c, row));
}

/// Everything that is stored, without what renewing is about.
QStringList storedBesides(Connection& c)
{
  static const QStringList kChanging{q("accounts.state"), q("accounts.error_kind"), q("accounts.detail"),
                                     q("accounts.session_expires_at"), q("accounts.credential_expires_at")};
  QStringList list;
  eachStored(c, [&](const QString& place, const QByteArray& value) {
    if (!place.startsWith(q("vault.")) && !place.startsWith(q("secrets.")) && !kChanging.contains(place))
      list += place + u'=' + QString::fromLatin1(value.toHex());
  });
  list.sort();
  return list;
}
} // namespace

class VaultTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase_data() { addEngines(); }

  void secrets_comeBackAfterReopening()
  {
    TempDatabase temp(engineOfRow());
    Connection& c = temp.connection();
    const auto vault = must(Vault::create(c, Protection::Passphrase, "correct horse"));
    must(vault->store(c, AccountId(1), {{q("key"), kPlanted}, {q("pem"), QByteArray("\0\1\xff", 3)}}, fromMs(1)));
    must(vault->store(c, AccountId(1), {{q("session"), "token"}}, fromMs(2)));
    const auto again = must(Vault::open(c, "correct horse"));
    QCOMPARE(again->protection(), Protection::Passphrase);
    const Secrets all = must(again->secrets(c, AccountId(1)));
    QCOMPARE(all, (Secrets{{q("key"), kPlanted}, {q("pem"), QByteArray("\0\1\xff", 3)}, {q("session"), "token"}}));
    QVERIFY(must(again->secrets(c, AccountId(2))).isEmpty());
  }

  void newCredentials_endTheSessionOfTheOldOnes()
  {
    TempDatabase temp(engineOfRow());
    Connection& c = temp.connection();
    const auto vault = must(Vault::create(c, Protection::Passphrase, "correct horse"));
    must(vault->store(c, AccountId(1), {{q("refresh_token"), "old"}}, fromMs(1)));
    must(vault->store(c, AccountId(1), {{q("session"), "token\nrenewed"}}, fromMs(2)));
    must(vault->store(c, AccountId(2), {{q("session"), "of another"}}, fromMs(2)));
    must(vault->store(c, AccountId(1), {}, fromMs(3)));
    QVERIFY(must(vault->secrets(c, AccountId(1))).contains(q("session")));
    must(vault->store(c, AccountId(1), {{q("refresh_token"), "new"}}, fromMs(4)));
    QCOMPARE(must(vault->secrets(c, AccountId(1))), (Secrets{{q("refresh_token"), "new"}}));
    QVERIFY(must(vault->secrets(c, AccountId(2))).contains(q("session")));
  }

  void wrongPassphrase_isLocked()
  {
    TempDatabase temp(engineOfRow());
    must(Vault::create(temp.connection(), Protection::Passphrase, "right"));
    QCOMPARE(Vault::open(temp.connection(), "wrong").error().kind, ErrorKind::Locked);
    QCOMPARE(Vault::open(temp.connection(), {}).error().kind, ErrorKind::Locked);
  }

  void missingVault_isNotFoundAndASecondOneRefused()
  {
    TempDatabase temp(engineOfRow());
    QCOMPARE(Vault::open(temp.connection(), "x").error().kind, ErrorKind::NotFound);
    QCOMPARE(Vault::create(temp.connection(), Protection::Passphrase, {}).error().kind, ErrorKind::Invalid);
    must(Vault::create(temp.connection(), Protection::Passphrase, "x"));
    QCOMPARE(Vault::create(temp.connection(), Protection::Passphrase, "y").error().kind, ErrorKind::Conflict);
  }

  void changedPassphrase_opensAndTheOldOneDoesNot()
  {
    TempDatabase temp(engineOfRow());
    Connection& c = temp.connection();
    const auto vault = must(Vault::create(c, Protection::Passphrase, "old"));
    must(vault->store(c, AccountId(1), {{q("key"), kPlanted}}, fromMs(1)));
    must(vault->changePassphrase(c, "new"));
    QCOMPARE(Vault::open(c, "old").error().kind, ErrorKind::Locked);
    QCOMPARE(must(must(Vault::open(c, "new"))->secrets(c, AccountId(1))).value(q("key")), kPlanted);
  }

  void swappedRows_areRefused()
  {
    TempDatabase temp(engineOfRow());
    Connection& c = temp.connection();
    const auto vault = must(Vault::create(c, Protection::Passphrase, "x"));
    must(vault->store(c, AccountId(1), {{q("key"), "mine"}}, fromMs(1)));
    must(c.run(q("UPDATE secrets SET account_id = 2")));
    QCOMPARE(vault->secrets(c, AccountId(2)).error().kind, ErrorKind::Invalid);
    must(c.run(q("UPDATE secrets SET account_id = 1, field = 'other'")));
    QCOMPARE(vault->secrets(c, AccountId(1)).error().kind, ErrorKind::Invalid);
  }

  void protection_isKnownWithoutOpening()
  {
    TempDatabase temp(engineOfRow());
    Connection& c = temp.connection();
    QCOMPARE(must(Vault::protectionOf(c)), std::optional<Protection>());
    must(Vault::create(c, Protection::Passphrase, "x"));
    QCOMPARE(must(Vault::protectionOf(c)), std::optional(Protection::Passphrase));
    must(c.run(q("UPDATE vault SET protection = 'keychain'"))); // as it comes from another computer
    QCOMPARE(must(Vault::protectionOf(c)), std::optional(Protection::Keychain));
    QCOMPARE(Vault::open(c, "x").error().kind, ErrorKind::Locked);
  }

  void renewed_forgetsWhatTheOldKeySealedAndNothingElse()
  {
    TempDatabase temp(engineOfRow());
    Connection& c = temp.connection();
    WorkspaceInfo info;
    info.shopName = q("North Quay");
    must(saveWorkspaceInfo(c, info));
    const AccountId shop = addShop(c, "Shop"), paused = addShop(c, "Paused", AccountState::Paused),
                    open = addShop(c, "Needs none"), gone = addShop(c, "Gone");
    const auto old = must(Vault::create(c, Protection::Passphrase, "forgotten"));
    for (const AccountId id : {shop, paused, gone, AccountId(0)}) // 0: the workspace's own
      must(old->store(c, id, {{q("key"), kPlanted}}, fromMs(1)));
    must(old->store(c, open, {{q("session"), "token"}}, fromMs(1)));
    must(setSessionExpiry(c, open, fromMs(5)));
    must(removeAccount(c, gone, fromMs(2)));
    const QStringList before = storedBesides(c);
    QCOMPARE(must(Vault::accountsToRenew(c)), 2);

    const RenewedVault renewed = must(Vault::renew(c, Protection::Passphrase, "new words"));
    QCOMPARE(renewed.accounts, 2);
    QCOMPARE(storedBesides(c), before);
    QCOMPARE(must(c.number(q("SELECT COUNT(*) FROM secrets"))), 0);
    QCOMPARE(Vault::open(c, "forgotten").error().kind, ErrorKind::Locked);
    for (const AccountId id : {shop, paused}) {
      const AccountRow row = must(accountRow(c, id)).value();
      QVERIFY(lacksCredentials(row));
      QVERIFY(!row.credentialExpiresAt);
    }
    const AccountRow untouched = must(accountRow(c, open)).value();
    QCOMPARE(untouched.state, AccountState::Ok);
    QVERIFY(!untouched.sessionExpiresAt && untouched.credentialExpiresAt);

    must(renewed.vault->store(c, shop, {{q("key"), "fresh"}}, fromMs(3)));
    const auto again = must(Vault::open(c, "new words"));
    QCOMPARE(must(again->secrets(c, shop)), (Secrets{{q("key"), "fresh"}}));
    QVERIFY(must(again->secrets(c, paused)).isEmpty());
  }

  void renewedTwice_countsThoseThatStillWait()
  {
    TempDatabase temp(engineOfRow());
    Connection& c = temp.connection();
    const AccountId shop = addShop(c, "Shop");
    const auto old = must(Vault::create(c, Protection::Passphrase, "one"));
    must(old->store(c, shop, {{q("key"), kPlanted}}, fromMs(1)));
    QCOMPARE(must(Vault::renew(c, Protection::Passphrase, "two")).accounts, 1);
    QCOMPARE(must(Vault::renew(c, Protection::Passphrase, "three")).accounts, 1);
    must(setAccountState(c, shop, AccountState::Ok, {}, {}));
    QCOMPARE(must(Vault::renew(c, Protection::Passphrase, "four")).accounts, 0);
  }

  void renewal_thatFailsLeavesTheOldVaultAsItWas()
  {
    TempDatabase temp(engineOfRow());
    Connection& c = temp.connection();
    const AccountId shop = addShop(c, "Shop");
    const auto old = must(Vault::create(c, Protection::Passphrase, "old"));
    must(old->store(c, shop, {{q("key"), kPlanted}}, fromMs(1)));
    const auto isAsItWas = [&] {
      const auto vault = Vault::open(c, "old");
      return vault && must((*vault)->secrets(c, shop)).value(q("key")) == kPlanted &&
             must(accountRow(c, shop))->state == AccountState::Ok;
    };
    QCOMPARE(Vault::renew(c, Protection::Passphrase, {}).error().kind, ErrorKind::Invalid);
    QVERIFY(isAsItWas());
    if (!keychainAvailable()) {
      QCOMPARE(Vault::renew(c, Protection::Keychain, {}).error().kind, ErrorKind::Locked);
      QVERIFY(isAsItWas());
    }
    // The new lock is written when this fails.
    must(c.runOnce(q("ALTER TABLE secrets RENAME TO secrets_away")));
    QCOMPARE(Vault::renew(c, Protection::Passphrase, "new").error().kind, ErrorKind::Database);
    must(c.runOnce(q("ALTER TABLE secrets_away RENAME TO secrets")));
    QVERIFY(isAsItWas());
    must(old->store(c, shop, {{q("key"), "changed"}}, fromMs(2)));
    QCOMPARE(must(must(Vault::open(c, "old"))->secrets(c, shop)).value(q("key")), QByteArray("changed"));
  }

  void vaultThatWasOpenBefore_sealsNothingIntoTheNewOne()
  {
    TempDatabase temp(engineOfRow());
    Connection& c = temp.connection();
    const auto old = must(Vault::create(c, Protection::Passphrase, "old"));
    must(old->changePassphrase(c, "old words")); // is no new vault
    must(old->store(c, AccountId(1), {{q("key"), kPlanted}}, fromMs(1)));
    must(Vault::renew(c, Protection::Passphrase, "new"));
    QCOMPARE(old->store(c, AccountId(1), {{q("session"), "token"}}, fromMs(2)).error().kind, ErrorKind::Conflict);
    QCOMPARE(old->changePassphrase(c, "older").error().kind, ErrorKind::Conflict);
    QCOMPARE(must(c.number(q("SELECT COUNT(*) FROM secrets"))), 0);
    QVERIFY(Vault::open(c, "new"));
  }

  void plainBytes_areNowhereInTheFiles()
  {
    if (engineOfRow() != Engine::Sqlite)
      QSKIP("files");
    TempDatabase temp;
    const auto vault = must(Vault::create(temp.connection(), Protection::Passphrase, "passphrase-planted"));
    must(vault->store(temp.connection(), AccountId(1), {{q("key"), kPlanted}}, fromMs(1)));
    temp.disconnect();
    QDir folder(QFileInfo(temp.config().sqliteFile).path());
    const auto files = folder.entryInfoList(QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QFileInfo& info : files) {
      QFile file(info.filePath());
      QVERIFY(file.open(QFile::ReadOnly));
      const QByteArray bytes = file.readAll();
      QVERIFY(bytes.contains("CREATE TABLE secrets"));
      QVERIFY(!bytes.contains(kPlanted) && !bytes.contains("passphrase-planted"));
    }
  }

  void withoutKeychain_createIsLockedAtOnce()
  {
    if (keychainAvailable())
      QSKIP("this machine has a keychain");
    TempDatabase temp(engineOfRow());
    const auto vault = Vault::create(temp.connection(), Protection::Keychain, {});
    QCOMPARE(vault.error().kind, ErrorKind::Locked);
    QVERIFY(vault.error().detail.contains(q("keychain")));
    QCOMPARE(vault.error().subject, QString(keychain::kSubject));
    QCOMPARE(Vault::open(temp.connection(), {}).error().kind, ErrorKind::NotFound);
  }
};

SC_TEST(VaultTest)
#include "vault_test.moc"
