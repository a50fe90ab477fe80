#include "core/store/accounts.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;

namespace {
QString q(const char* sql)
{
  return QString::fromUtf8(sql);
}

AccountRow shop(const QString& name)
{
  AccountRow row;
  row.provider = q("woocommerce");
  row.name = name;
  row.endpoint = q("https://shop.example");
  row.fields = {{q("consumer_key"), q("ck_1")}, {q("店名"), q("\"quoted\" \\ 掌柜")}};
  row.createdAt = fromMs(1'000);
  row.credentialAt = fromMs(2'000);
  return row;
}
} // namespace

class AccountsTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase_data() { addEngines(); }

  void account_isReadAsItWasAdded()
  {
    TempDatabase temp(engineOfRow());
    Connection& c = temp.connection();
    const AccountId id = must(addAccount(c, shop(q("A"))));
    const auto row = must(accountRow(c, id));
    QVERIFY(row);
    QCOMPARE(row->fields, shop({}).fields);
    QCOMPARE(row->name, q("A"));
    QCOMPARE(row->state, AccountState::Ok);
    QCOMPARE(row->credentialAt, fromMs(2'000));
  }

  void update_changesOnlyThatAccount()
  {
    TempDatabase temp(engineOfRow());
    Connection& c = temp.connection();
    const AccountId a = must(addAccount(c, shop(q("A"))));
    const AccountId b = must(addAccount(c, shop(q("B"))));
    AccountRow changed = *must(accountRow(c, a));
    changed.name = q("A2");
    changed.fields.remove(q("consumer_key"));
    must(updateAccount(c, changed));
    must(setAccountState(c, b, AccountState::NeedsAttention, q("auth"), q("key revoked")));
    must(setClockOffset(c, b, std::chrono::milliseconds(-1500)));
    const auto rows = must(accountRows(c));
    QCOMPARE(rows.size(), size_t(2));
    QCOMPARE(rows[0].name, q("A2"));
    QCOMPARE(rows[0].fields.size(), 1);
    QCOMPARE(rows[0].state, AccountState::Ok);
    QCOMPARE(rows[1].state, AccountState::NeedsAttention);
    QCOMPARE(rows[1].detail, q("key revoked"));
    QCOMPARE(rows[1].clockOffset.count(), -1500);
  }

  void pause_keepsTheMarkOfCredentialsThatAreGone()
  {
    TempDatabase temp(engineOfRow());
    Connection& c = temp.connection();
    const AccountId lacking = must(addAccount(c, shop(q("A")))), refused = must(addAccount(c, shop(q("B"))));
    must(setAccountState(c, lacking, AccountState::NeedsAttention, q("config"), kCredentialsMissing));
    must(setAccountState(c, refused, AccountState::NeedsAttention, q("auth"), q("key revoked")));
    for (const AccountId id : {lacking, refused}) {
      QCOMPARE(must(pauseAccount(c, id, false)), AccountState::NeedsAttention); // it is not paused
      QCOMPARE(must(pauseAccount(c, id, true)), AccountState::Paused);
      QCOMPARE(must(pauseAccount(c, id, true)), AccountState::Paused);
    }
    QVERIFY(lacksCredentials(*must(accountRow(c, lacking))));
    QCOMPARE(must(pauseAccount(c, lacking, false)), AccountState::NeedsAttention);
    const AccountRow resumed = *must(accountRow(c, lacking));
    QVERIFY(lacksCredentials(resumed));
    QCOMPARE(resumed.state, AccountState::NeedsAttention);
    QCOMPARE(resumed.errorKind, q("config"));
    QCOMPARE(must(pauseAccount(c, refused, false)), AccountState::Ok); // what a provider refuses may be tried anew
    QVERIFY(must(accountRow(c, refused))->detail.isEmpty());
  }

  void unknownAccount_isNotFound()
  {
    TempDatabase temp(engineOfRow());
    QCOMPARE(pauseAccount(temp.connection(), AccountId(9), true).error().kind, ErrorKind::NotFound);
    QCOMPARE(setAccountState(temp.connection(), AccountId(9), AccountState::Paused, {}, {}).error().kind,
             ErrorKind::NotFound);
    QCOMPARE(removeAccount(temp.connection(), AccountId(9), fromMs(1)).error().kind, ErrorKind::NotFound);
  }

  void remove_takesSecretsAndCursorsAndHidesTheAccount()
  {
    TempDatabase temp(engineOfRow());
    Connection& c = temp.connection();
    const AccountId a = must(addAccount(c, shop(q("A"))));
    const AccountId b = must(addAccount(c, shop(q("B"))));
    for (AccountId id : {a, b}) {
      StreamState state;
      state.account = id;
      state.cursor = q("x");
      must(saveStreamState(c, state));
      must(c.run(q("INSERT INTO secrets (account_id, field, nonce, sealed, changed_at) VALUES (?, 'k', ?, ?, 1)"),
                 {id, QByteArray("n"), QByteArray("s")}));
    }
    must(removeAccount(c, a, fromMs(5)));
    QCOMPARE(must(accountRows(c)).size(), size_t(1));
    QVERIFY(!must(accountRow(c, a)));
    QCOMPARE(must(streamStates(c)).size(), size_t(1));
    QCOMPARE(must(c.number(q("SELECT account_id FROM secrets"))), b.value());
    QCOMPARE(must(c.number(q("SELECT count(*) FROM accounts WHERE removed_at = 5"))), 1);
  }

  void streamState_isEmptyBeforeTheFirstSyncAndReplacedLater()
  {
    TempDatabase temp(engineOfRow());
    Connection& c = temp.connection();
    StreamState state = must(streamState(c, AccountId(3), Stream::Bills));
    QCOMPARE(state.account, AccountId(3));
    QCOMPARE(state.stream, Stream::Bills);
    QVERIFY(state.cursor.isEmpty() && !state.lastOkAt);
    QCOMPARE(state.remoteTotal, -1);
    state.cursor = q("page 2");
    state.lastOkAt = fromMs(7);
    state.lastError = q("slow");
    must(saveStreamState(c, state));
    state.cursor = q("page 3");
    state.lastOkAt = std::nullopt;
    state.remoteTotal = 12;
    must(saveStreamState(c, state));
    const StreamState again = must(streamState(c, AccountId(3), Stream::Bills));
    QCOMPARE(again.cursor, q("page 3"));
    QVERIFY(!again.lastOkAt);
    QCOMPARE(again.remoteTotal, 12);
    QCOMPARE(again.lastError, q("slow"));
  }
};

SC_TEST(AccountsTest)
#include "accounts_test.moc"
