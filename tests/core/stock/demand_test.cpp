#include "core/stock/abcxyz.h"
#include "core/stock/demandforecast.h"
#include "core/stock/lotsize.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace supercargo;

namespace {

/// Every `interval`-th day `pieces`.
DemandHistory everyDays(std::size_t days, std::size_t interval, double pieces)
{
  DemandHistory history;
  for (std::size_t day = 0; day < days; ++day)
    history.pieces.push_back((day + 1) % interval == 0 ? pieces : 0);
  return history;
}

double score(const DemandForecast& forecast, ForecastMethod method)
{
  return forecast.scores[std::size_t(method)];
}

} // namespace

class DemandTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void average_dividesByDaysInStock()
  {
    DemandHistory history{{4, 0, 0, 2}, {true, false, true, true}};
    QCOMPARE(averageDailyDemand(history).value(), 2.0);
    history.inStock = {};
    QCOMPARE(averageDailyDemand(history).value(), 1.5);
  }

  void average_countsADayThatSoldAsInStock()
  {
    const DemandHistory history{{3, 0}, {false, false}};
    QCOMPARE(history.daysInStock(), std::size_t(1));
    QCOMPARE(averageDailyDemand(history).value(), 3.0);
  }

  void average_hasNoValueWithoutADayInStock()
  {
    const DemandHistory history{{0, 0}, {false, false}};
    QVERIFY(!averageDailyDemand(history));
    QVERIFY(!dailyDeviation(history));
    QVERIFY(!forecastDemand(history, 7));
  }

  void lifted_fillsWithTheSameWeekday()
  {
    DemandHistory history;
    for (std::size_t day = 0; day < 21; ++day) {
      history.pieces.push_back(day % 7 == 5 ? 12 : 2);
      history.inStock.push_back(true);
    }
    history.pieces[12] = history.pieces[13] = 0; // a Saturday and a Sunday of the second week, nothing to sell
    history.inStock[12] = history.inStock[13] = false;
    QCOMPARE(lifted(history)[12], 12.0);
    QCOMPARE(lifted(history)[13], 2.0);
    QCOMPARE(uncensored(history).size(), std::size_t(19));
  }

  void cover_isZeroBelowZeroAndNothingWithoutDemand()
  {
    QCOMPARE(daysOfCover(10, 2.5).value(), 4.0);
    QCOMPARE(daysOfCover(-3, 2.5).value(), 0.0);
    QVERIFY(!daysOfCover(10, 0.0));
    QVERIFY(!daysOfCover(10, std::nullopt));
  }

  /// Poisson demand split by chance stays Poisson: variance equals mean in every part.
  void share_splitsPoissonIntoPoisson()
  {
    const DailyDemand part = shareOf({9, 3}, 0.25);
    QCOMPARE(part.perDay, 2.25);
    QCOMPARE(part.deviation, 1.5);
    const DailyDemand whole = shareOf({9, 4}, 1);
    QCOMPARE(whole.deviation, 4.0);
  }

  void forecast_takesTheAverageOfAShortHistory()
  {
    const auto forecast = forecastDemand(everyDays(20, 2, 6), 7);
    QCOMPARE(forecast->origins, 0);
    QCOMPARE(forecast->method, ForecastMethod::Average);
    QCOMPARE(forecast->perDay, 3.0);
    QVERIFY(score(*forecast, ForecastMethod::Croston) < 0);
  }

  void forecast_findsTheWeek()
  {
    DemandHistory history;
    for (std::size_t day = 0; day < 112; ++day)
      history.pieces.push_back(day % 7 == 6 ? 30 : day % 7 == 5 ? 20 : 10);
    const auto forecast = forecastDemand(history, 2);
    QVERIFY(forecast->method == ForecastMethod::WeekAdditive || forecast->method == ForecastMethod::WeekMultiplicative);
    QVERIFY2(std::abs(forecast->perDay - 10) < 0.5, "Monday and Tuesday come next");
    QVERIFY(score(*forecast, forecast->method) < score(*forecast, ForecastMethod::Average) / 3);
  }

  void forecast_letsAnArticleDieOut()
  {
    DemandHistory history = everyDays(60, 2, 8);
    history.pieces.resize(180, 0);
    const auto forecast = forecastDemand(history, 14);
    QVERIFY(score(*forecast, ForecastMethod::FadingChance) < score(*forecast, ForecastMethod::Croston) / 3);
    QVERIFY2(forecast->perDay < 0.1, qPrintable(QString::number(forecast->perDay)));
  }

  void forecast_staysPlainWhereNothingIsBetter()
  {
    const auto forecast = forecastDemand(everyDays(120, 1, 5), 7);
    QCOMPARE(forecast->method, ForecastMethod::Average);
    QCOMPARE(forecast->perDay, 5.0);
    QCOMPARE(forecast->deviation, 0.0);
    QVERIFY(forecast->origins > 40);
  }

  void forecast_followsALevelThatRose()
  {
    DemandHistory history = everyDays(60, 1, 5);
    history.pieces.resize(200, 15);
    const auto forecast = forecastDemand(history, 7);
    QVERIFY(forecast->method != ForecastMethod::Average);
    QVERIFY2(forecast->perDay > 14, qPrintable(QString::number(forecast->perDay)));
  }

  void forecast_neverGoesBelowZero()
  {
    DemandHistory history;
    for (int day = 0; day < 90; ++day)
      history.pieces.push_back(std::max(0, 90 - 2 * day));
    const auto forecast = forecastDemand(history, 30);
    QVERIFY(forecast->perDay >= 0);
  }

  void packs_roundUpToPackAndMinimum()
  {
    QCOMPARE(roundedToPacks(0, 12, 24), qint64(0));
    QCOMPARE(roundedToPacks(-5, 12, 24), qint64(0));
    QCOMPARE(roundedToPacks(1, 12, 0), qint64(12));
    QCOMPARE(roundedToPacks(12.0000000001, 12, 0), qint64(12));
    QCOMPARE(roundedToPacks(13, 12, 0), qint64(24));
    QCOMPARE(roundedToPacks(1, 12, 30), qint64(36));
    QCOMPARE(roundedToPacks(0.2, 0, 0), qint64(1));
  }

  void valueClasses_cutAtTheShares()
  {
    const std::vector<double> values{5, 60, 20, 0, 10, 5};
    QCOMPARE(valueClasses(values),
             (std::vector{ValueClass::B, ValueClass::A, ValueClass::A, ValueClass::C, ValueClass::B, ValueClass::C}));
    QCOMPARE(valueClasses({0, 0}), (std::vector{ValueClass::C, ValueClass::C}));
    QVERIFY(valueClasses({}).empty());
  }

  void steadiness_needsTwelvePeriodsAndDemand()
  {
    QVERIFY(!steadinessClass(std::vector<double>(11, 4)));
    QVERIFY(!steadinessClass(std::vector<double>(12, 0)));
    QCOMPARE(steadinessClass(std::vector<double>(12, 4)).value(), SteadinessClass::X);
    std::vector<double> waves(12, 10);
    for (std::size_t i = 0; i < waves.size(); i += 2)
      waves[i] = 5; // mean 7.5, deviation 2.5
    QCOMPARE(steadinessClass(waves).value(), SteadinessClass::Y);
    std::vector<double> once(12, 0);
    once[3] = 100;
    QCOMPARE(steadinessClass(once).value(), SteadinessClass::Z);
  }
};

SC_TEST(DemandTest)
#include "demand_test.moc"
