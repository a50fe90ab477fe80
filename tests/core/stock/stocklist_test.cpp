#include "core/stock/articledemand.h"
#include "core/stock/stocklist.h"
#include "core/store/catalogue.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace std::chrono_literals;
using test::must;

namespace {

const Instant kNow = fromMs(1'768'471'200'000);
const QTimeZone kZone("Asia/Shanghai");
constexpr auto kDay = std::chrono::hours(24);

} // namespace

class StockListTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  ChangeSet m_changes;
  Connection& c() { return m_temp->connection(); }

  void receive(const QString& sku, qint64 quantity, const QString& warehouse = {})
  {
    must(adjustStock(c(), sku, warehouse, quantity, QStringLiteral("opening"), QStringLiteral("owner"),
                     kNow - 200 * kDay, m_changes));
  }
  void sell(const QString& sku, qint64 quantity, Instant at, qint64 minor)
  {
    OrderSnapshot o;
    o.externalId = o.number = sku + QString::number(toMs(at));
    o.status = OrderStatus::ToShip;
    o.payment = PaymentStatus::Paid;
    o.total = o.paid = Money(minor, Currency());
    o.placedAt = at;
    o.updatedAt = at;
    LineSnapshot line;
    line.externalId = QStringLiteral("l");
    line.sku = sku;
    line.quantity = quantity;
    line.total = o.total;
    o.lines = {line};
    must(upsertOrders(c(), {AccountId(1), std::nullopt, at}, {o}, m_changes));
  }
  QStringList list(StockListQuery query = {})
  {
    QStringList found;
    for (const StockListRow& row : must(stockListRows(c(), query)))
      found << row.sku + u'@' + row.warehouse;
    return found;
  }
  void keepDemand()
  {
    const auto all = must(computeArticleDemand(c(), kZone, Currency(), 180, kNow));
    must(saveArticleDemand(c(), all, kNow, m_changes));
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init()
  {
    m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
    receive(QStringLiteral("B"), 5);
    receive(QStringLiteral("A"), 50);
    receive(QStringLiteral("A"), 3, QStringLiteral("south"));
    receive(QStringLiteral("C_1"), 1);
    for (int day = 1; day <= 40; ++day)
      sell(QStringLiteral("A"), 1, kNow - day * kDay, 9000);
    sell(QStringLiteral("B"), 1, kNow - 2 * kDay, 700);
    keepDemand();
  }

  void rows_comeBySkuAndWarehouseInWindows()
  {
    QCOMPARE(list(), (QStringList{QStringLiteral("A@main"), QStringLiteral("A@south"), QStringLiteral("B@main"),
                                  QStringLiteral("C_1@main")}));
    StockListQuery query;
    query.limit = 1;
    QStringList walked;
    for (;;) {
      const auto rows = must(stockListRows(c(), query));
      if (rows.empty())
        break;
      walked << rows.front().sku + u'@' + rows.front().warehouse;
      query.after = rows.front();
    }
    query.limit = 0;
    query.after.reset();
    QCOMPARE(walked, list(query));
    QCOMPARE(must(stockListCount(c(), {})), qint64(4));
  }

  void rows_canBeSortedAndWalkedByFigures()
  {
    for (const StockSort sort : {StockSort::AvailableAscending, StockSort::AvailableDescending,
                                 StockSort::CoverAscending, StockSort::DemandDescending}) {
      StockListQuery query;
      query.sort = sort;
      const QStringList whole = list(query);
      QCOMPARE(whole.size(), 4);
      QStringList walked;
      for (query.limit = 1;; query.after = must(stockListRows(c(), query)).front()) {
        const QStringList next = list(query);
        if (next.isEmpty())
          break;
        walked << next;
      }
      QCOMPARE(walked, whole);
    }
    StockListQuery query;
    query.sort = StockSort::AvailableAscending;
    QCOMPARE(list(query).front(), QStringLiteral("C_1@main"));
    query.sort = StockSort::DemandDescending;
    QVERIFY(list(query).front().startsWith(u'A'));
  }

  void filters_areCombined()
  {
    StockListQuery query;
    query.filter.warehouse = QStringLiteral("south");
    QCOMPARE(list(query), QStringList{QStringLiteral("A@south")});
    query.filter.text = QStringLiteral("b");
    QVERIFY(list(query).isEmpty());
    query.filter.warehouse.clear();
    QCOMPARE(list(query), QStringList{QStringLiteral("B@main")});
    query.filter.text = QStringLiteral("c_"); // no wildcard
    QCOMPARE(list(query), QStringList{QStringLiteral("C_1@main")});
    query.filter = {};
    query.filter.valueClass = ValueClass::A;
    QCOMPARE(list(query), (QStringList{QStringLiteral("A@main"), QStringLiteral("A@south")}));
    QCOMPARE(must(stockListCount(c(), query.filter)), qint64(2));
    query.filter.hasNoSteadiness = true; // half a year tells how steadily it sells
    QVERIFY(list(query).isEmpty());
    query.filter.hasNoSteadiness = false;
    QCOMPARE(must(stockWarehouses(c())), (QStringList{QStringLiteral("main"), QStringLiteral("south")}));
  }

  void row_tellsDemandAndCover()
  {
    const StockListRow row = must(stockListRows(c(), {})).front();
    QCOMPARE(row.onHand, qint64(50));
    QCOMPARE(row.available(), qint64(10));
    QVERIFY(row.perDay.value() > 0.1);
    QCOMPARE(row.daysOfCover().value(), 10 / *row.perDay);
    QCOMPARE(recentFromText(row.recent.toLatin1()), std::vector<double>(30, 1.0));
    QVERIFY(row.known);
  }

  void matrix_countsEveryArticleOnce()
  {
    qint64 articles = 0, minor = 0;
    for (const ClassField& field : must(classMatrix(c()))) {
      articles += field.articles;
      minor += field.soldMinor;
    }
    QCOMPARE(articles, qint64(3));
    QCOMPARE(minor, qint64(40 * 9000 + 700));
    QCOMPARE(must(articleDemandAt(c())).value(), kNow);
  }

  void demand_ofArticlesThatAreGoneIsForgotten()
  {
    const auto all = must(computeArticleDemand(c(), kZone, Currency(), 180, kNow));
    must(saveArticleDemand(c(), std::span(all).first(1), kNow + 1h, m_changes));
    must(forgetArticleDemand(c(), kNow + 1h, m_changes));
    QCOMPARE(must(c().number(QStringLiteral("SELECT COUNT(*) FROM article_demand"))), qint64(1));
  }
};

SC_TEST(StockListTest)
#include "stocklist_test.moc"
