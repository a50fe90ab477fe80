#include "core/sync/ratelimiter.h"
#include "core/sync/requestqueue.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace std::chrono_literals;

namespace {
const Instant kStart = fromMs(1'768'439'553'000);
}

class RateLimiterTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void burst_goesAtOnceThenPaced();
  void waiting_asLongAsToldIsEnough();
  void parallel_isCapped();
  void pause_holdsEverything();
  void quota_lastsOneDay();
  void quota_countsWhatWasUsedBefore();
  void clockSetBack_doesNotStall();
  void noRate_isNotLimited();
  void points_areWaitedForBeforeACallIsRefused();
  void points_ofRunningCallsAreAsGoodAsSpent();
  void points_ofANewKindOfCallAreHalfOfAllOrThoseOfTheDearest();
  void points_dearerThanTheBucketWaitForAFullOne();
  void queue_letsForegroundFirst();
  void queue_forgetsWhatIsCancelled();
};

void RateLimiterTest::burst_goesAtOnceThenPaced()
{
  RateLimiter limiter({.perSecond = 2, .burst = 3, .parallel = 10}, kStart);
  for (int i = 0; i < 3; ++i)
    QVERIFY(limiter.admit(kStart).granted);
  const auto fourth = limiter.admit(kStart);
  QVERIFY(!fourth.granted);
  QCOMPARE(fourth.wait, 500ms);
  int granted = 0;
  for (auto now = kStart; now < kStart + 10s; now += 10ms)
    if (limiter.running() < 10 ? limiter.admit(now).granted : false) {
      ++granted;
      limiter.release();
    }
  QVERIFY(granted >= 19 && granted <= 20);
}

void RateLimiterTest::waiting_asLongAsToldIsEnough()
{
  RateLimiter limiter({.perSecond = 3, .burst = 1, .parallel = 10}, kStart);
  QVERIFY(limiter.admit(kStart).granted);
  const auto refused = limiter.admit(kStart + 1ms);
  QVERIFY(!refused.granted && refused.wait > 0ms);
  QVERIFY(limiter.admit(kStart + 1ms + refused.wait).granted);
}

void RateLimiterTest::parallel_isCapped()
{
  RateLimiter limiter({.perSecond = 100, .burst = 100, .parallel = 2}, kStart);
  QVERIFY(limiter.admit(kStart).granted);
  QVERIFY(limiter.admit(kStart).granted);
  const auto third = limiter.admit(kStart);
  QVERIFY(!third.granted);
  QCOMPARE(third.wait, 0ms);
  limiter.release();
  QVERIFY(limiter.admit(kStart).granted);
}

void RateLimiterTest::pause_holdsEverything()
{
  RateLimiter limiter({.perSecond = 10, .burst = 10, .parallel = 2}, kStart);
  limiter.pauseUntil(kStart + 30s);
  limiter.pauseUntil(kStart + 10s); // a shorter wish does not shorten the pause
  QCOMPARE(limiter.admit(kStart + 12s).wait, 18'000ms);
  QVERIFY(limiter.admit(kStart + 30s).granted);
}

void RateLimiterTest::quota_lastsOneDay()
{
  RateLimiter limiter({.perSecond = 10, .burst = 10, .parallel = 5, .perDay = 2}, kStart);
  QVERIFY(limiter.admit(kStart).granted);
  QVERIFY(limiter.admit(kStart + 1s).granted);
  const auto third = limiter.admit(kStart + 2h);
  QVERIFY(!third.granted && third.quotaUsedUp);
  QCOMPARE(third.wait, std::chrono::milliseconds(22h));
  QVERIFY(limiter.admit(kStart + 24h).granted);
}

void RateLimiterTest::quota_countsWhatWasUsedBefore()
{
  RateLimiter limiter({.perSecond = 10, .burst = 10, .parallel = 5, .perDay = 100}, kStart, 100);
  QVERIFY(limiter.admit(kStart).quotaUsedUp);
}

void RateLimiterTest::clockSetBack_doesNotStall()
{
  RateLimiter limiter({.perSecond = 1, .burst = 1, .parallel = 5}, kStart);
  QVERIFY(limiter.admit(kStart).granted);
  QVERIFY(!limiter.admit(kStart - 1h).granted);
  QVERIFY(limiter.admit(kStart - 1h + 1s).granted);
}

void RateLimiterTest::noRate_isNotLimited()
{
  RateLimiter limiter({.perSecond = 0, .burst = 0, .parallel = 0}, kStart);
  for (int i = 0; i < 50; ++i)
    QVERIFY(limiter.admit(kStart).granted);
}

void RateLimiterTest::points_areWaitedForBeforeACallIsRefused()
{
  RateLimiter limiter({.perSecond = 100, .burst = 100, .parallel = 10}, kStart);
  const QString page = QStringLiteral("orders.page");
  const auto first = limiter.admit(kStart, page);
  QVERIFY(first.granted); // nothing is known yet
  QCOMPARE(first.points, 0.0);
  limiter.release(first.points);
  limiter.learn({.available = 100, .most = 1000, .perSecond = 50, .price = 400}, page, kStart);
  const auto second = limiter.admit(kStart, page);
  QVERIFY(!second.granted);
  QCOMPARE(second.wait, 6000ms);
  QCOMPARE(limiter.budget(kStart + 2s)->available, 200.0);
  QCOMPARE(limiter.budget(kStart + 1h)->available, 1000.0);
  const auto third = limiter.admit(kStart + second.wait, page);
  QVERIFY(third.granted);
  QCOMPARE(third.points, 400.0);
}

void RateLimiterTest::points_ofRunningCallsAreAsGoodAsSpent()
{
  RateLimiter limiter({.perSecond = 100, .burst = 100, .parallel = 10}, kStart);
  const QString page = QStringLiteral("orders.page");
  limiter.learn({.available = 700, .most = 1000, .perSecond = 50, .price = 400}, page, kStart);
  const auto first = limiter.admit(kStart, page);
  QVERIFY(first.granted);
  QCOMPARE(limiter.admit(kStart, page).wait, 2000ms);
  limiter.release(first.points); // the call was abandoned: nobody knows that it cost anything
  QVERIFY(limiter.admit(kStart, page).granted);
}

void RateLimiterTest::points_ofANewKindOfCallAreHalfOfAllOrThoseOfTheDearest()
{
  RateLimiter limiter({.perSecond = 100, .burst = 100, .parallel = 10}, kStart);
  limiter.learn({.available = 100, .most = 1000, .perSecond = 50, .price = 20}, QStringLiteral("cheap"), kStart);
  limiter.learn({.available = 100, .most = 1000, .perSecond = 50, .price = 150}, QStringLiteral("dear"), kStart);
  QVERIFY(limiter.admit(kStart, QStringLiteral("cheap")).granted);
  QCOMPARE(limiter.admit(kStart, QStringLiteral("new")).wait, 8400ms);
  limiter.learn({.available = 100, .most = 1000, .perSecond = 50, .price = 600}, QStringLiteral("dear"), kStart);
  QCOMPARE(limiter.admit(kStart, QStringLiteral("new")).wait, 10400ms);
}

void RateLimiterTest::points_dearerThanTheBucketWaitForAFullOne()
{
  RateLimiter limiter({.perSecond = 100, .burst = 100, .parallel = 10}, kStart);
  const QString page = QStringLiteral("orders.page");
  limiter.learn({.available = 90, .most = 100, .perSecond = 10, .price = 400}, page, kStart);
  QCOMPARE(limiter.admit(kStart, page).wait, 1000ms);
  QVERIFY(limiter.admit(kStart + 1s, page).granted);
}

void RateLimiterTest::queue_letsForegroundFirst()
{
  RequestQueue<int> queue;
  queue.push(Priority::Background, 1);
  queue.push(Priority::Background, 2);
  queue.push(Priority::Foreground, 3);
  queue.push(Priority::Foreground, 4);
  queue.pushFirst(Priority::Foreground, 5);
  for (const int expected : {5, 3, 4, 1, 2})
    QCOMPARE(queue.pop().value(), expected);
  QVERIFY(queue.isEmpty() && !queue.pop());
}

void RateLimiterTest::queue_forgetsWhatIsCancelled()
{
  RequestQueue<int> queue;
  for (int i = 0; i < 6; ++i)
    queue.push(i % 2 ? Priority::Foreground : Priority::Background, i);
  queue.removeIf([](int i) { return i > 1; });
  QCOMPARE(queue.pop().value(), 1);
  QCOMPARE(queue.pop().value(), 0);
  QVERIFY(queue.isEmpty());
}

SC_TEST(RateLimiterTest)
#include "ratelimiter_test.moc"
