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
    CallRecord known = call(1, 10);
    known.id = must(nextCallId(c()));
    known.stored = QStringLiteral("orders: 3 new");
    const CallId first = must(recordCall(c(), known));
    QCOMPARE(first, known.id);
    const CallId second = must(recordCall(c(), call(2, 20, QStringLiteral("timeout"))));
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

  void trimBySize_takesOfTheLastDayOnlyTheBodies()
  {
    const qint64 hour = 3'600'000, now = 30 * hour;
    for (qint64 i = 1; i <= 6; ++i) {
      CallRecord each = call(i * 4 * hour, 1); // hours 4 to 24
      each.replay = "{}";
      must(recordCall(c(), each));
    }
    const auto expectTrimmed = [&] {
      const auto rows = must(callRows(c(), {}, 0));
      QCOMPARE(rows.size(), size_t(5)); // hour 4 is more than a day ago
      for (size_t i = 0; i < rows.size(); ++i) {
        const auto details = must(callDetails(c(), rows[i].id));
        const bool isKept = i < 2;
        QCOMPARE(!details->request.isEmpty(), isKept);
        QCOMPARE(!details->response.isEmpty(), isKept);
        QCOMPARE(!details->replay.isEmpty(), isKept);
        QCOMPARE(details->operation, QStringLiteral("orders 50%_"));
      }
      QCOMPARE(must(callStats(c(), fromMs(now - 24 * hour)))[0].calls, 5);
    };
    must(trimCalls(c(), fromMs(now), 3, 800));
    expectTrimmed();
    must(trimCalls(c(), fromMs(now), 3, 800)); // what has no bodies any more takes none from the others
    expectTrimmed();
    must(trimCalls(c(), fromMs(now + 2 * hour + 1), 3, 800));
    QCOMPARE(count({}), size_t(4)); // hour 8 has become a day old
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

  void filter_asksForStreamAnswerAndTime()
  {
    CallRecord orders = call(1'000, 5);
    orders.stream = Stream::Orders;
    must(recordCall(c(), orders));
    CallRecord lost = call(2'000, 5, QStringLiteral("timeout"));
    lost.stream = Stream::Stock;
    lost.status = 0;
    must(recordCall(c(), lost));
    CallRecord refused = call(3'000, 5, QStringLiteral("auth"));
    refused.status = 401;
    must(recordCall(c(), refused));
    QCOMPARE(must(callRows(c(), {.stream = Stream::Stock}, 0)).at(0).stream, std::optional(Stream::Stock));
    QVERIFY(!must(callRows(c(), {.answer = AnswerKind::ClientError}, 0)).at(0).stream);
    QCOMPARE(count({.answer = AnswerKind::Success}), size_t(1));
    QCOMPARE(count({.answer = AnswerKind::None}), size_t(1));
    QCOMPARE(count({.answer = AnswerKind::ServerError}), size_t(0));
    QCOMPARE(count({.since = fromMs(2'000)}), size_t(2));
    QCOMPARE(count({.since = fromMs(2'000), .until = fromMs(3'000)}), size_t(1));
  }

  void search_looksIntoBodiesAndGoesOnWhereItStopped()
  {
    for (int i = 1; i <= 6; ++i) {
      CallRecord each = call(i, 5);
      each.response = i % 3 == 0 ? QByteArray(R"({"id":"A-4711"})") : QByteArray(R"({"id":"B"})");
      must(recordCall(c(), each));
    }
    const CallFilter wanted{.text = QStringLiteral("a-4711")};
    QVERIFY(must(callRows(c(), wanted, 0)).empty()); // it stands in no column
    const CallPage first = must(searchCalls(c(), wanted, 10, 0, 3));
    QCOMPARE(first.rows.size(), size_t(1));
    QVERIFY(first.rows[0].response.isEmpty());
    QVERIFY(first.next > 0);
    const CallPage rest = must(searchCalls(c(), wanted, 10, first.next, 4));
    QCOMPARE(rest.rows.size(), size_t(1));
    QCOMPARE(rest.next, 0);
    const CallPage full = must(searchCalls(c(), wanted, 1, 0));
    QVERIFY(full.next > 0); // a full page is not the end
    QCOMPARE(must(searchCalls(c(), wanted, 1, full.next)).rows.size(), size_t(1));
  }
};

SC_TEST(CallsTest)
#include "calls_test.moc"
