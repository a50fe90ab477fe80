#include "core/store/calls.h"
#include "core/sync/recordedhealth.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace std::chrono_literals;
using test::must;

namespace {
const Instant kNow = parseIso(u"2026-11-28T12:00:00Z").value();
const AccountId kShop(1);
} // namespace

class RecordedHealthTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  Connection& c() { return m_temp->connection(); }

  void record(Instant at, const QString& errorKind, AccountId account = kShop)
  {
    CallRecord call;
    call.account = account;
    call.at = at;
    call.duration = 2s;
    call.errorKind = errorKind;
    must(recordCall(c(), call));
  }
  void recordOutage()
  {
    for (int i = 0; i < Breaker::kFailuresToOpen; ++i)
      record(kNow - 2s, QStringLiteral("network"));
  }
  LinkHealth healthAt(Instant now) { return must(recordedHealth(c(), kShop, now)); }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init() { m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow()); }
  void cleanup() { m_temp.reset(); }

  void failuresInARow_openItForAsLongAsTheEngineWould()
  {
    QCOMPARE(healthAt(kNow).breaker, Breaker::State::Closed); // nothing was ever asked
    recordOutage();
    record(kNow, QString(), AccountId(2)); // somebody else's success proves nothing
    const LinkHealth open = healthAt(kNow + 1s);
    QCOMPARE(open.breaker, Breaker::State::Open);
    QCOMPARE(open.failuresInRow, Breaker::kFailuresToOpen);
    QCOMPARE(open.opensAt, std::optional(kNow + Breaker::kFirstPause));
    QCOMPARE(healthAt(kNow + Breaker::kFirstPause).breaker, Breaker::State::HalfOpen);
  }

  void failedProbe_doublesThePause()
  {
    recordOutage();
    const Instant probed = kNow + Breaker::kFirstPause;
    record(probed, QStringLiteral("timeout"));
    QCOMPARE(healthAt(probed + 3s).opensAt, std::optional(probed + 2s + 2 * Breaker::kFirstPause));
  }

  void refusalOrSuccess_closesIt()
  {
    recordOutage();
    record(kNow + 1s, QStringLiteral("rate_limited")); // who asks for patience is there
    QCOMPARE(healthAt(kNow + 4s).breaker, Breaker::State::Closed);
    recordOutage();
    record(kNow + 5s, QString());
    QCOMPARE(healthAt(kNow + 8s).failuresInRow, 0);
  }
};

SC_TEST(RecordedHealthTest)
#include "recordedhealth_test.moc"
