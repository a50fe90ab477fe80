#include "core/store/accounts.h"
#include "core/store/orders.h"
#include "tests/support/sampleshop.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"
#include "ui/overview/todayfigures.h"

using namespace supercargo;
using namespace supercargo::test;

namespace {
constexpr Instant kNow{std::chrono::milliseconds(1'767'600'000'000)}; // 2026-01-05 16:00 in Shanghai, a Monday

const TodayFigure& figureNamed(const TodayFigures& figures, const char* key)
{
  for (const TodayFigure& figure : figures.figures)
    if (figure.column.key == QLatin1String(key))
      return figure;
  qFatal("no tile %s", key);
}

void storeOrders(Connection& c)
{
  must(c.transaction([&c]() -> Result<void> {
    AccountRow row;
    row.provider = QStringLiteral("woocommerce");
    row.name = QStringLiteral("云杉小店");
    SC_TRY_ASSIGN(account, addAccount(c, row));
    ChangeSet changes;
    SC_TRY(upsertOrders(c, Origin{account, std::nullopt, kNow},
                        reportOrders(40, kNow - std::chrono::hours(24 * 10), Currency()), changes));
    return {};
  }));
}

} // namespace

class TodayFiguresTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void figures_areTheEnginesAndTheSumOfTheirRows()
  {
    TempDatabase database;
    Connection& c = database.connection();
    storeOrders(c);
    const TodayFigures figures = must(todayFigures(c, kNow, "Asia/Shanghai", Currency()));
    QCOMPARE(figures.day, QDate(2026, 1, 5));
    QCOMPARE(figures.hoursOver, 16);
    QCOMPARE(figures.figures.size(), size_t(6));
    const TodayFigure& orders = figureNamed(figures, "placed_orders");
    QVERIFY(std::get<qint64>(orders.value) > 0);
    qint64 sum = 0;
    for (const FigureRow& row : must(rowsOf(c, figures.spec, QStringLiteral("placed_orders"), {})))
      sum += row.amount;
    QCOMPARE(sum, std::get<qint64>(orders.value));
    sum = 0;
    for (const FigureRow& row :
         must(rowsOf(c, figures.spec, QStringLiteral("gmv"), {{QStringLiteral("currency"), QStringLiteral("CNY")}})))
      sum += row.amount;
    QCOMPARE(sum, std::get<Money>(figureNamed(figures, "gmv").value).minor());
  }

  void figures_haveNoMeanWithoutOrders()
  {
    TempDatabase database;
    const TodayFigures figures = must(todayFigures(database.connection(), kNow, "Asia/Shanghai", Currency()));
    QVERIFY(isNothing(figureNamed(figures, "aov").value));
    QCOMPARE(std::get<qint64>(figureNamed(figures, "placed_orders").value), 0);
    QVERIFY(!figureNamed(figures, "gmv").change);
  }

  void change_hasNoValueWithoutABase()
  {
    QVERIFY(!change(5, 0));
    QCOMPARE(*change(15, 10), 0.5);
    QCOMPARE(*change(0, 10), -1.0);
  }
};

SC_TEST(TodayFiguresTest)
#include "todayfigures_test.moc"
