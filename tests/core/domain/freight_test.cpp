#include "core/domain/freight.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace supercargo;

namespace {

Money yuan(qint64 minor)
{
  return Money(minor, Currency());
}

FreightTariff tariff(qint64 id, const char* courier, QDate from, const QStringList& regions = {})
{
  return {id, QLatin1String(courier), from, regions, 1000, 500, yuan(350), yuan(80), yuan(0)};
}

constexpr qint64 kTenTons = 10'000'000;

} // namespace

class FreightTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void freightOf_countsEveryStepBegun()
  {
    const FreightTariff one = tariff(1, "zto", QDate(2026, 1, 1));
    QCOMPARE(freightOf(one, 0), yuan(350));
    QCOMPARE(freightOf(one, 1000), yuan(350));
    QCOMPARE(freightOf(one, 1001), yuan(430));
    QCOMPARE(freightOf(one, 1500), yuan(430));
    QCOMPARE(freightOf(one, 1501), yuan(510));
    FreightTariff least = one;
    least.minimum = yuan(500);
    QCOMPARE(freightOf(least, 300), yuan(500));
    QCOMPARE(freightOf(least, 1501), yuan(510));
  }

  void freightOf_holdsItsPropertiesForAnyTariff()
  {
    QRandomGenerator dice(20260301); // the same cases every time
    for (int round = 0; round < 2000; ++round) {
      FreightTariff one = tariff(1, "sf", QDate(2026, 1, 1));
      one.firstGrams = 1 + dice.bounded(5000);
      one.stepGrams = 1 + dice.bounded(2000);
      one.first = yuan(dice.bounded(3000));
      one.step = yuan(dice.bounded(1000));
      one.minimum = yuan(dice.bounded(4000));
      QVERIFY(checkTariff(one));
      const qint64 light = dice.bounded(int(kTenTons)), heavy = light + dice.bounded(100'000);
      QVERIFY(freightOf(one, light).minor() <= freightOf(one, heavy).minor());
      QVERIFY(freightOf(one, light).minor() >= std::max(one.first.minor(), one.minimum.minor()));
      // Within a step nothing changes; one gram beyond its end costs one step more.
      const qint64 end = one.firstGrams + (1 + dice.bounded(500)) * one.stepGrams;
      QCOMPARE(freightOf(one, end - one.stepGrams + 1), freightOf(one, end));
      one.minimum = yuan(0);
      QCOMPARE(freightOf(one, end + 1).minor() - freightOf(one, end).minor(), one.step.minor());
    }
  }

  void freightOf_doesNotOverflowWithinTheLimits()
  {
    FreightTariff most = tariff(1, "sf", QDate(2026, 1, 1));
    most.firstGrams = most.stepGrams = 1;
    most.first = most.step = yuan(kDearestFreightMinor);
    QVERIFY(checkTariff(most));
    QCOMPARE(freightOf(most, kHeaviestGrams).minor(), kHeaviestGrams * kDearestFreightMinor);
  }

  void tariffFor_prefersTheNamedRegionThenTheNewest()
  {
    const std::vector<FreightTariff> all{
        tariff(1, "zto", QDate(2026, 1, 1)),
        tariff(2, "zto", QDate(2026, 3, 1)),
        tariff(3, "zto", QDate(2026, 1, 1), {QStringLiteral("新疆"), QStringLiteral("西藏")}),
        tariff(4, "zto", QDate(2026, 1, 1), {QStringLiteral("us")}),
        tariff(5, "sf", QDate(2026, 1, 1)),
    };
    const auto found = [&](const char* courier, const char* country, const char* province, QDate day) {
      const FreightTariff* one =
          tariffFor(all, {QLatin1String(courier), QLatin1String(country), QString::fromUtf8(province), day});
      return one ? one->id : 0;
    };
    QCOMPARE(found("zto", "CN", "浙江省", QDate(2026, 2, 28)), 1);
    QCOMPARE(found("zto", "CN", "浙江省", QDate(2026, 3, 1)), 2);
    QCOMPARE(found("zto", "CN", "新疆维吾尔自治区", QDate(2026, 4, 1)), 3);
    QCOMPARE(found("zto", "US", "Texas", QDate(2026, 4, 1)), 4);
    QCOMPARE(found("zto", "CN", "浙江省", QDate(2025, 12, 31)), 0);
    QCOMPARE(found("sf", "CN", "浙江省", QDate(2026, 4, 1)), 5);
    QCOMPARE(found("yto", "CN", "浙江省", QDate(2026, 4, 1)), 0);
  }

  void checkTariff_namesWhatIsWrong()
  {
    const auto subject = [](auto change) {
      FreightTariff one = tariff(1, "zto", QDate(2026, 1, 1));
      change(one);
      const auto checked = checkTariff(one);
      return checked ? QString() : checked.error().subject;
    };
    QCOMPARE(subject([](FreightTariff&) {}), QString());
    QCOMPARE(subject([](FreightTariff& one) { one.courier.clear(); }), QStringLiteral("courier"));
    QCOMPARE(subject([](FreightTariff& one) { one.validFrom = {}; }), QStringLiteral("day"));
    QCOMPARE(subject([](FreightTariff& one) { one.stepGrams = 0; }), QStringLiteral("step"));
    QCOMPARE(subject([](FreightTariff& one) { one.firstGrams = 0; }), QStringLiteral("first weight"));
    QCOMPARE(subject([](FreightTariff& one) { one.first = yuan(-1); }), QStringLiteral("price"));
    QCOMPARE(subject([](FreightTariff& one) { one.step = Money(1, *Currency::of(u"JPY")); }),
             QStringLiteral("currency"));
  }
};

SC_TEST(FreightTest)

#include "freight_test.moc"
