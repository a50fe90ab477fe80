#include "core/security/vault.h"
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
    QCOMPARE(Vault::open(temp.connection(), {}).error().kind, ErrorKind::NotFound);
  }
};

SC_TEST(VaultTest)
#include "vault_test.moc"
