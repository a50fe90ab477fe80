#include "core/providers/provider.h"
#include "core/sync/accountdetail.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace std::chrono_literals;
using test::must;

namespace {
const Instant kNow = parseIso(u"2026-11-28T12:00:00Z").value();
}

class AccountDetailTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  AccountId m_shop;
  Connection& c() { return m_temp->connection(); }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init()
  {
    m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
    AccountRow row;
    row.provider = QStringLiteral("woocommerce");
    row.name = QStringLiteral("Shop");
    row.createdAt = kNow;
    m_shop = must(addAccount(c(), row));
  }
  void cleanup() { m_temp.reset(); }

  void everyDeclaredStream_isThereAndKnowsWhenItIsNext()
  {
    const auto& declared = findProvider(u"woocommerce")->declaration.streams;
    AccountDetail detail = must(accountDetail(c(), m_shop, kNow, false));
    QCOMPARE(detail.streams.size(), declared.size());
    QCOMPARE(detail.streams[0].state.stream, Stream::Orders);
    QCOMPARE(detail.streams[0].nextAt, std::optional(kNow)); // never read: now
    StreamState state;
    state.account = m_shop;
    state.stream = Stream::Orders;
    state.lastTryAt = state.lastRevisitAt = state.lastAuditAt = state.coveredTo = kNow;
    state.auditCompared = 20;
    state.auditWrong = 1;
    must(saveStreamState(c(), state));
    detail = must(accountDetail(c(), m_shop, kNow, false));
    QVERIFY(*detail.streams[0].nextAt > kNow);
    QCOMPARE(detail.streams[0].drift(), std::optional(0.05));
    QVERIFY(!detail.streams[1].drift()); // nothing compared: no value
    LinkHealth resting;
    resting.restUntil = kNow + 10min;
    applyRest(detail, resting);
    QVERIFY(*detail.streams[0].nextAt >= kNow + 10min);
    must(setAccountState(c(), m_shop, AccountState::Paused, {}, {}));
    QVERIFY(!must(accountDetail(c(), m_shop, kNow, false)).streams[0].nextAt);
  }

  void quota_countsTheMinuteAndTheDay()
  {
    const auto record = [&](Instant at) {
      CallRecord call;
      call.account = m_shop;
      call.at = at;
      call.status = 200;
      must(recordCall(c(), call));
    };
    record(kNow - 30s);
    record(kNow - 2min);
    record(kNow - 25h);
    const AccountDetail detail = must(accountDetail(c(), m_shop, kNow, false));
    QCOMPARE(detail.quota.lastMinute, 1);
    QCOMPARE(detail.quota.lastDay, 2);
    QVERIFY(detail.quota.perMinute > 0);
    QCOMPARE(detail.day.calls, 2);
    QCOMPARE(must(accountHistory(c(), m_shop, kNow, HistorySpan::Day)).size(), size_t(48));
    QCOMPARE(must(accountHistory(c(), m_shop, kNow, HistorySpan::Week)).size(), size_t(56));
  }

  void expiry_isKeptUntilThereAreNewCredentials()
  {
    must(setCredentialExpiry(c(), m_shop, kNow + 240h));
    AccountRow row = must(accountRow(c(), m_shop)).value();
    QCOMPARE(row.credentialExpiresAt, std::optional(kNow + 240h));
    row.credentialExpiresAt.reset();
    must(updateAccount(c(), row));
    QVERIFY(!must(accountRow(c(), m_shop))->credentialExpiresAt);
    QCOMPARE(setCredentialExpiry(c(), AccountId(99), kNow).error().kind, ErrorKind::NotFound);
  }

  void clock_worriesWhenCallsMayBeRefusedForIt()
  {
    AccountRow account;
    account.clockOffset = 4min;
    QVERIFY(!worryingClockOffset(account));
    account.clockOffset = -2h;
    QCOMPARE(worryingClockOffset(account), std::optional<std::chrono::milliseconds>(-2h));
  }

  void account_thatIsGoneIsNotFound()
  {
    QCOMPARE(accountDetail(c(), AccountId(99), kNow, false).error().kind, ErrorKind::NotFound);
  }
};

SC_TEST(AccountDetailTest)
#include "accountdetail_test.moc"
