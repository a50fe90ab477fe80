#include "core/domain/snapshot.h"
#include "core/store/calls.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using test::must;

namespace {
const AccountId kShop{1}, kOther{2};

CallRecord call(qint64 at, qint64 ms, const QString& error = {})
{
  CallRecord c;
  c.account = kShop;
  c.at = fromMs(at);
  c.operation = QStringLiteral("orders 50%_");
  c.path = QStringLiteral("/Orders");
  c.status = 200;
  c.duration = std::chrono::milliseconds(ms);
  c.errorKind = error;
  c.request = "GET";
  c.response = QByteArray(2'000, 'x');
  return c;
}
} // namespace

class CallsTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  Connection& c() { return m_temp->connection(); }
  size_t count(const CallFilter& filter) { return must(callRows(c(), filter, 0)).size(); }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init() { m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow()); }
  void cleanup() { m_temp.reset(); }

  void call_isListedWithoutAndShownWithBodies()
  {
    const CallId first = must(recordCall(c(), call(1, 10)));
    const CallId second = must(recordCall(c(), call(2, 20, QStringLiteral("timeout"))));
    must(noteStored(c(), first, QStringLiteral("orders: 3 new")));
    const auto rows = must(callRows(c(), {}, 10));
    QCOMPARE(rows.size(), size_t(2));
    QCOMPARE(rows[0].id, second);
    QVERIFY(rows[0].response.isEmpty());
    QCOMPARE(must(callRows(c(), {}, 10, second.value())).size(), size_t(1));
    const auto details = must(callDetails(c(), first));
    QCOMPARE(details->response, QByteArray(2'000, 'x'));
    QCOMPARE(details->stored, QStringLiteral("orders: 3 new"));
    QCOMPARE(count({kOther, false, {}}), size_t(0));
    QCOMPARE(count({kShop, true, {}}), size_t(1));
    QCOMPARE(count({std::nullopt, false, QStringLiteral("/orders")}), size_t(2));
    QCOMPARE(count({std::nullopt, false, QStringLiteral("50%_")}), size_t(2));
    QCOMPARE(count({std::nullopt, false, QStringLiteral("5%0")}), size_t(0));
  }

  void trim_dropsTheOldestByAgeAndBySize()
  {
    const qint64 day = 86'400'000;
    for (qint64 i = 1; i <= 6; ++i)
      must(recordCall(c(), call(i * day, 1)));
    must(trimCalls(c(), fromMs(6 * day), 3, 1'000'000));
    QCOMPARE(count({}), size_t(4)); // days 3 to 6
    must(trimCalls(c(), fromMs(6 * day), 3, 800));
    const auto rows = must(callRows(c(), {}, 0));
    QCOMPARE(rows.size(), size_t(2));
    QCOMPARE(rows[0].at, fromMs(6 * day));
  }

  void stats_areExactPercentilesOfWhatWasAnswered()
  {
    for (qint64 ms = 100; ms >= 1; --ms)
      must(recordCall(c(), call(1'000, ms)));
    CallRecord lost = call(1'000, 60'000, QStringLiteral("timeout"));
    lost.status = 0;
    must(recordCall(c(), lost));
    must(recordCall(c(), call(10, 99'999))); // before the window
    const auto stats = must(callStats(c(), fromMs(1'000)));
    QCOMPARE(stats.size(), size_t(1));
    QCOMPARE(stats[0].calls, 101);
    QCOMPARE(stats[0].errors, 1);
    QCOMPARE(stats[0].p50, std::optional(50.0));
    QCOMPARE(stats[0].p95, std::optional(95.0));
    QCOMPARE(stats[0].p99, std::optional(99.0));
  }

  void failures_countTriesUntilTheRecordComesWell()
  {
    ChangeSet changes;
    const std::vector<ItemFailure> failures{{QStringLiteral("7"), QStringLiteral("total: missing"), "{}"},
                                            {{}, QStringLiteral("id: missing"), "{\"a\":1}"},
                                            {{}, QStringLiteral("id: missing"), "{\"b\":1}"}};
    for (qint64 at : {1, 2})
      must(noteFailures(c(), kShop, Stream::Orders, CallId(at), fromMs(at), failures, changes));
    QVERIFY(changes.failures && changes.accounts.contains(kShop.value()));
    const auto all = must(syncFailures(c(), kShop, 10));
    QCOMPARE(all.size(), size_t(3)); // two without an id are two
    for (const SyncFailure& f : all) {
      QCOMPARE(f.attempts, 2);
      QCOMPARE(f.firstAt, fromMs(1));
      QCOMPARE(f.call, std::optional(CallId(2)));
    }
    must(resolveFailures(c(), kShop, Stream::Products, {QStringLiteral("7")}));
    QCOMPARE(must(syncFailures(c(), std::nullopt, 0)).size(), size_t(3));
    must(resolveFailures(c(), kShop, Stream::Orders, {QStringLiteral("7"), QStringLiteral("8")}));
    QCOMPARE(must(syncFailures(c(), std::nullopt, 0)).size(), size_t(2));
  }
};

SC_TEST(CallsTest)
#include "calls_test.moc"
