#include "core/transit/lanehistory.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace std::chrono_literals;

namespace {
const Lane kLane{QStringLiteral("440000"), QStringLiteral("330000"), QStringLiteral("sf")};
const Instant kPicked = fromMs(1'768'471'200'000);

LaneHistory historyOf(const Lane& lane, int samples)
{
  LaneHistory history;
  for (int hour = 1; hour <= samples; ++hour)
    history.add(lane, std::chrono::hours(hour * 10));
  history.finish();
  return history;
}
} // namespace

class LaneHistoryTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void percentile_liesBetweenItsNeighbours()
  {
    const std::vector<Transit> sorted{10h, 20h, 30h, 40h};
    QCOMPARE(*transitPercentile(sorted, 0.5), Transit(25h));
    QCOMPARE(*transitPercentile(sorted, 0), Transit(10h));
    QCOMPARE(*transitPercentile(sorted, 1), Transit(40h));
    QVERIFY(!transitPercentile({}, 0.5));
  }

  void forecast_isWhatParcelsOfTheLaneTook()
  {
    const auto forecast = historyOf(kLane, 9).forecast(kLane, kPicked, kPicked); // 10, 20 … 90 hours
    QVERIFY(forecast);
    QCOMPARE(forecast->half, kPicked + 50h);
    QCOMPARE(forecast->most, kPicked + 82h);
    QCOMPARE(forecast->samples, 9);
    QVERIFY(forecast->basis == ArrivalForecast::Basis::Lane);
  }

  void forecast_ofAnOldParcelLooksOnlyAtThoseThatTookLonger()
  {
    const auto forecast = historyOf(kLane, 9).forecast(kLane, kPicked, kPicked + 65h); // 70, 80, 90 are left
    QCOMPARE(forecast->half, kPicked + 80h);
    QVERIFY(!forecast->beyondAll);
    const auto late = historyOf(kLane, 9).forecast(kLane, kPicked, kPicked + 100h);
    QVERIFY(late->beyondAll);
    QCOMPARE(late->half, kPicked + 100h); // not before now
  }

  void forecast_neverLiesInThePast()
  {
    for (int age = 0; age <= 120; age += 7) {
      const Instant now = kPicked + std::chrono::hours(age);
      const auto forecast = historyOf(kLane, 9).forecast(kLane, kPicked, now);
      QVERIFY(forecast->half >= now);
      QVERIFY(forecast->most >= forecast->half);
    }
  }

  void forecast_fallsBackToTheEndsAndThenToTheCourier()
  {
    Lane other = kLane;
    other.courier = QStringLiteral("yto");
    QVERIFY(historyOf(kLane, 9).forecast(other, kPicked, kPicked)->basis == ArrivalForecast::Basis::Ends);
    Lane elsewhere = kLane;
    elsewhere.origin = QStringLiteral("310000");
    QVERIFY(historyOf(kLane, 9).forecast(elsewhere, kPicked, kPicked)->basis == ArrivalForecast::Basis::Courier);
  }

  void forecast_ofFewSamplesIsNone()
  {
    QVERIFY(!historyOf(kLane, LaneHistory::kLeastSamples - 1).forecast(kLane, kPicked, kPicked));
    Lane nowhere = kLane;
    nowhere.destination.clear();
    QVERIFY(!historyOf(kLane, 9).forecast(nowhere, kPicked, kPicked));
  }
};

SC_TEST(LaneHistoryTest)
#include "lanehistory_test.moc"
