#include "core/sync/breaker.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace std::chrono_literals;

namespace {
const Instant kStart = fromMs(1'768'439'553'000);

Breaker openBreaker()
{
  Breaker breaker;
  for (int i = 0; i < Breaker::kFailuresToOpen; ++i) {
    breaker.sending(kStart);
    breaker.failed(kStart);
  }
  return breaker;
}
} // namespace

class BreakerTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void opens_afterFailuresInARow();
  void success_startsTheCountAnew();
  void halfOpen_letsOneProbeThrough();
  void failedProbe_doublesThePauseUpToTheLongest();
  void successfulProbe_closes();
  void lateFailures_doNotLengthenThePause();
};

void BreakerTest::opens_afterFailuresInARow()
{
  Breaker breaker;
  for (int i = 1; i < Breaker::kFailuresToOpen; ++i)
    breaker.failed(kStart);
  QCOMPARE(breaker.waitBefore(kStart), 0ms);
  breaker.failed(kStart);
  QCOMPARE(breaker.state(kStart), Breaker::State::Open);
  QCOMPARE(breaker.waitBefore(kStart + 10s), 20'000ms);
}

void BreakerTest::success_startsTheCountAnew()
{
  Breaker breaker;
  for (int round = 0; round < 10; ++round) {
    for (int i = 1; i < Breaker::kFailuresToOpen; ++i)
      breaker.failed(kStart);
    breaker.succeeded();
  }
  QCOMPARE(breaker.state(kStart), Breaker::State::Closed);
}

void BreakerTest::halfOpen_letsOneProbeThrough()
{
  Breaker breaker = openBreaker();
  const Instant later = kStart + Breaker::kFirstPause;
  QCOMPARE(breaker.state(later), Breaker::State::HalfOpen);
  QCOMPARE(breaker.waitBefore(later), 0ms);
  breaker.sending(later);
  QVERIFY(breaker.waitBefore(later) > 0ms);
}

void BreakerTest::failedProbe_doublesThePauseUpToTheLongest()
{
  Breaker breaker = openBreaker();
  Instant now = kStart;
  std::chrono::milliseconds expected = Breaker::kFirstPause;
  for (int i = 0; i < 8; ++i) {
    QCOMPARE(breaker.waitBefore(now), expected);
    now += breaker.waitBefore(now);
    breaker.sending(now);
    breaker.failed(now);
    expected = std::min<std::chrono::milliseconds>(expected * 2, Breaker::kLongestPause);
  }
  QCOMPARE(breaker.waitBefore(now), std::chrono::milliseconds(Breaker::kLongestPause));
}

void BreakerTest::successfulProbe_closes()
{
  Breaker breaker = openBreaker();
  const Instant later = kStart + Breaker::kFirstPause;
  breaker.sending(later);
  breaker.succeeded();
  QCOMPARE(breaker.state(later), Breaker::State::Closed);
  QCOMPARE(breaker.waitBefore(later), 0ms);
}

void BreakerTest::lateFailures_doNotLengthenThePause()
{
  Breaker breaker = openBreaker();
  breaker.failed(kStart + 5s);
  breaker.failed(kStart + 6s);
  QCOMPARE(breaker.waitBefore(kStart + 6s), 24'000ms);
}

SC_TEST(BreakerTest)
#include "breaker_test.moc"
