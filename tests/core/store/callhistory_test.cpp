#include "core/store/callhistory.h"
#include "core/store/calls.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace std::chrono_literals;
using test::must;

namespace {
const AccountId kShop{1}, kOther{2};
const Instant kNow = fromMs(1'767'600'000'000 + 10 * 60'000); // ten minutes into a half hour

CallRecord call(Instant at, qint64 ms, int status = 200, const QString& error = {})
{
  CallRecord c;
  c.account = kShop;
  c.at = at;
  c.status = status;
  c.duration = std::chrono::milliseconds(ms);
  c.errorKind = error;
  return c;
}
} // namespace

class CallHistoryTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  Connection& c() { return m_temp->connection(); }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init() { m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow()); }
  void cleanup() { m_temp.reset(); }

  void spans_beginAtWholeMultiplesAndTheLastHoldsNow()
  {
    const auto history = must(callHistory(c(), kShop, kNow, 30min, 48));
    QCOMPARE(history.size(), size_t(48));
    QCOMPARE(history.back().from, kNow - 10min);
    QCOMPARE(history.front().from, kNow - 10min - 47 * 30min);
    QCOMPARE(history.back().calls, 0);
    QVERIFY(!history.back().p50 && !history.back().errorShare()); // nothing called: no value, not zero
    // A minute later they are the same spans.
    QCOMPARE(must(callHistory(c(), kShop, kNow + 1min, 30min, 48)).back().from, history.back().from);
  }

  void calls_fallIntoTheirSpanWithExactPercentiles()
  {
    for (qint64 ms = 100; ms >= 1; --ms)
      must(recordCall(c(), call(kNow - 1min, ms)));
    must(recordCall(c(), call(kNow - 10min - 1ms, 7))); // the last moment of the span before
    must(recordCall(c(), call(kNow - 10min, 30'000, 0, QStringLiteral("timeout")))); // not answered
    must(recordCall(c(), call(kNow - 2min, 5, 503, QStringLiteral("provider_down"))));
    CallRecord others = call(kNow - 1min, 9'999);
    others.account = kOther;
    must(recordCall(c(), others));
    const auto history = must(callHistory(c(), kShop, kNow, 30min, 3));
    QCOMPARE(history[0].calls, 0);
    QCOMPARE(history[1].calls, 1);
    QCOMPARE(history[1].p99, std::optional(7.0));
    QCOMPARE(history[2].calls, 102);
    QCOMPARE(history[2].errors, 2);
    QCOMPARE(history[2].p50, std::optional(50.0)); // 101 answered: 1 to 100 and one more 5
    QCOMPARE(history[2].p95, std::optional(95.0));
    QCOMPARE(history[2].p99, std::optional(99.0));
    QCOMPARE(history[2].errorShare(), std::optional(2.0 / 102));
  }

  void total_isReadAnewAndNotAddedUp()
  {
    for (const qint64 ms : {10, 20, 30})
      must(recordCall(c(), call(kNow - 3h, ms)));
    must(recordCall(c(), call(kNow - 1min, 1'000)));
    must(recordCall(c(), call(kNow - 30h, 9)));
    const CallBucket day = must(callTotal(c(), kShop, kNow - 24h));
    QCOMPARE(day.calls, 4);
    QCOMPARE(day.p50, std::optional(20.0));
    QCOMPARE(day.p99, std::optional(1'000.0));
  }
};

SC_TEST(CallHistoryTest)
#include "callhistory_test.moc"
