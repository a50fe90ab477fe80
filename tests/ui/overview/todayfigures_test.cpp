#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"
#include "ui/overview/todayfigures.h"

using namespace supercargo;

namespace {
Instant at(const char* iso)
{
  return *parseIso(QString::fromLatin1(iso));
}
} // namespace

class TodayFiguresTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void startOfDay_isCutByTheZone()
  {
    const Instant now = at("2026-03-05T17:30:00Z"); // already the 6th in Shanghai
    QCOMPARE(toIso(startOfDay(now, QTimeZone("Asia/Shanghai"), 0)), QStringLiteral("2026-03-05T16:00:00Z"));
    QCOMPARE(toIso(startOfDay(now, QTimeZone::utc(), 0)), QStringLiteral("2026-03-05T00:00:00Z"));
    QCOMPARE(toIso(startOfDay(now, QTimeZone("Asia/Shanghai"), 7)), QStringLiteral("2026-02-26T16:00:00Z"));
  }

  void todayFigures_comparesTheSameTimeOfDayAcrossSummerTime()
  {
    test::TempDatabase database;
    const auto figures = todayFigures(database.connection(), at("2026-03-30T10:00:00Z"), QTimeZone("Europe/Berlin"));
    QVERIFY(figures.has_value());
    QCOMPARE(toIso(figures->thenNow), QStringLiteral("2026-03-23T11:00:00Z")); // 12:00 in both weeks
  }

  void change_hasNoValueWithoutABase()
  {
    QVERIFY(!change(5, 0));
    QCOMPARE(*change(15, 10), 0.5);
    QCOMPARE(*change(0, 10), -1.0);
  }

  void averageOrder_hasNoValueWithoutOrdersOrInSeveralCurrencies()
  {
    SalesSum sum;
    QVERIFY(!averageOrder(sum));
    sum.orders = 3;
    sum.placed.add(Money(1000, *Currency::of(u"CNY")));
    QCOMPARE(averageOrder(sum)->minor(), qint64(333));
    sum.placed.add(Money(1000, *Currency::of(u"USD")));
    QVERIFY(!averageOrder(sum));
  }
};

SC_TEST(TodayFiguresTest)
#include "todayfigures_test.moc"
