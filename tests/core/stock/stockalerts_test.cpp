#include "core/stock/alerts.h"
#include "core/stock/articledemand.h"
#include "core/stock/articles.h"
#include "core/stock/counts.h"
#include "core/stock/transfers.h"
#include "tests/core/stock/stockworld.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;
using namespace std::chrono_literals;

class StockAlertsTest : public QObject, StockWorld {
  Q_OBJECT

  const QString kSku = QStringLiteral("SKU-1");

  void receive(qint64 quantity, const QString& sku = QStringLiteral("SKU-1")) { StockWorld::receive(sku, quantity); }
  /// An order as the sync thread stores it: with the alerts in the same transaction.
  void put(const OrderSnapshot& order, Instant now = kStockNow)
  {
    must(upsertOrders(c(), {kShopA, std::nullopt, now}, {order}, m_changes));
    must(refreshStockAlerts(c(), now, m_changes));
  }
  /// Sold and shipped over the last four weeks, before its stock was known.
  void sell(qint64 unitsPerDay, const QString& sku = QStringLiteral("SKU-1"))
  {
    for (int day = 1; day <= 28; ++day)
      StockWorld::sell(sku, unitsPerDay, kStockNow - std::chrono::hours(24 * day) + 1h);
  }
  void price(qint64 minor, const QString& sku = QStringLiteral("SKU-1")) { offer(sku, minor, QStringLiteral("Tea")); }
  std::vector<StockAlert> alerts(Instant now = kStockNow) { return must(stockAlerts(c(), now)); }
  QStringList kinds(Instant now = kStockNow)
  {
    QStringList list;
    for (const StockAlert& alert : alerts(now))
      list << alert.sku + u' ' + stockAlertKindName(alert.kind);
    list.sort();
    return list;
  }

private Q_SLOTS:
  void initTestCase_data() { addEngines(); }
  void init() { begin(engineOfRow()); }
  void cleanup() { end(); }

  void unknownStock_isNeverMissing()
  {
    put(stockOrder(QStringLiteral("1"), kSku, 3));
    QVERIFY(alerts().empty());
  }

  void level_becomesWorseAndHealsWithEachMovement()
  {
    StockThreshold t;
    t.scope = ThresholdScope::Sku;
    t.subject = kSku;
    t.low = 3;
    limit(t);
    receive(5);
    QVERIFY(alerts().empty());
    put(stockOrder(QStringLiteral("1"), kSku, 2));
    QCOMPARE(kinds(), QStringList{QStringLiteral("SKU-1 low")});
    put(stockOrder(QStringLiteral("2"), kSku, 3));
    QCOMPARE(kinds(), QStringList{QStringLiteral("SKU-1 out")});
    put(stockOrder(QStringLiteral("3"), kSku, 1));
    QCOMPARE(kinds(), QStringList{QStringLiteral("SKU-1 oversold")});
    QCOMPARE(alerts().front().facts.value(QStringLiteral("oversold")).toInt(), 1);
    put(stockOrder(QStringLiteral("3"), kSku, 1, OrderStatus::Cancelled));
    QCOMPARE(kinds(), QStringList{QStringLiteral("SKU-1 out")});
    receive(100);
    QVERIFY(alerts().empty());
    QVERIFY(m_changes.stock);
  }

  void loss_isOverReserved()
  {
    receive(5);
    put(stockOrder(QStringLiteral("1"), kSku, 4));
    must(scrapStock(c(), m_worker, {kSku, {}, {}}, 3, QStringLiteral("flood"), false, kStockNow, m_changes));
    QCOMPARE(kinds(), QStringList{QStringLiteral("SKU-1 over_reserved")});
  }

  void goodsOnOrder_countBeforeStockIsCalledLow()
  {
    StockThreshold t;
    t.low = 10;
    limit(t);
    receive(5);
    QCOMPARE(kinds(), QStringList{QStringLiteral("SKU-1 low")});
    must(expectStock(c(), m_worker, {kSku, {}, {}}, 6, QStringLiteral("PO-1"), kStockNow, m_changes));
    QVERIFY(alerts().empty());
  }

  void coverBelowLeadTime_costsTheRestOfIt()
  {
    price(1000);
    sell(2);
    receive(6); // three days, where seven are needed
    const auto found = alerts();
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found.front().kind, StockAlertKind::Cover);
    QCOMPARE(found.front().title, QStringLiteral("Title of SKU-1"));
    const double perDay = found.front().facts.value(QStringLiteral("per_day")).toDouble();
    QVERIFY2(perDay > 1.9 && perDay < 2.1, qPrintable(QString::number(perDay)));
    const qint64 lost = found.front().lostPerDay->minor();
    QVERIFY2(lost > 1000 && lost < 1300, qPrintable(QString::number(lost))); // 2 a day × 4 of 7 days × 10.00
    QCOMPARE(found.front().facts.value(QStringLiteral("heals")).toObject().value(QStringLiteral("figure")).toString(),
             QStringLiteral("projected"));
  }

  void narrowerThreshold_goesFirstAndTheWiderFillsItsGaps()
  {
    StockThreshold all, category, sku, there;
    all.low = 1;
    all.leadDays = 3;
    category.scope = ThresholdScope::Category;
    category.subject = QStringLiteral("Tea");
    category.low = 2;
    sku.scope = ThresholdScope::Sku;
    sku.subject = kSku;
    sku.low = 3;
    there = sku;
    there.warehouse = QStringLiteral("north");
    there.low = 4;
    const std::vector<StockThreshold> list{there, all, sku, category};
    const QStringList tea{QStringLiteral("Tea")};
    const QString main = QStringLiteral("main");
    QCOMPARE(effectiveThreshold(list, kSku, QStringLiteral("north"), tea).low, std::optional<qint64>(4));
    QCOMPARE(effectiveThreshold(list, kSku, main, tea).low, std::optional<qint64>(3));
    QCOMPARE(effectiveThreshold(list, QStringLiteral("B"), main, tea).low, std::optional<qint64>(2));
    QCOMPARE(effectiveThreshold(list, QStringLiteral("B"), main, {}).low, std::optional<qint64>(1));
    QCOMPARE(effectiveThreshold(list, kSku, main, tea).leadDays, std::optional(3.0));
    QCOMPARE(effectiveThreshold({}, kSku, main, {}).service, std::optional(kDefaultService));
  }

  void alerts_areRankedByWhatIsLostADay()
  {
    price(1000, QStringLiteral("CHEAP"));
    price(9000, QStringLiteral("DEAR"));
    for (const char* sku : {"CHEAP", "DEAR"}) {
      sell(1, QString::fromLatin1(sku));
      receive(1, QString::fromLatin1(sku));
      put(stockOrder(QString::fromLatin1(sku), QString::fromLatin1(sku), 1));
    }
    const auto found = alerts();
    QCOMPARE(found.size(), size_t(2));
    QCOMPARE(found.front().sku, QStringLiteral("DEAR"));
    QCOMPARE(found.front().kind, StockAlertKind::Out);
    QVERIFY(found.front().lostPerDay->minor() > 8 * found.back().lostPerDay->minor());
  }

  void snooze_isSilentUntilItsTimeOrSomethingWorse()
  {
    receive(1);
    put(stockOrder(QStringLiteral("1"), kSku, 1));
    const qint64 id = alerts().front().id;
    QCOMPARE(snoozeStockAlert(c(), m_worker, id, kStockNow, kStockNow, m_changes).error().kind, ErrorKind::Invalid);
    must(snoozeStockAlert(c(), m_worker, id, kStockNow + 2h, kStockNow, m_changes));
    QVERIFY(alerts().empty());
    QCOMPARE(must(stockAlerts(c(), kStockNow, {.snoozedToo = true})).front().owner, QStringLiteral("lin"));
    QCOMPARE(alerts(kStockNow + 2h).size(), size_t(1));
    put(stockOrder(QStringLiteral("2"), kSku, 1));
    QCOMPARE(kinds(), QStringList{QStringLiteral("SKU-1 oversold")});
    must(assignStockAlert(c(), m_worker, alerts().front().id, QStringLiteral("wu"), kStockNow, m_changes));
    QCOMPARE(alerts().front().owner, QStringLiteral("wu"));
    QCOMPARE(snoozeStockAlert(c(), m_worker, 4711, kStockNow + 1h, kStockNow, m_changes).error().kind,
             ErrorKind::NotFound);
  }

  void healedAlert_beginsAnew()
  {
    receive(1);
    put(stockOrder(QStringLiteral("1"), kSku, 1));
    must(snoozeStockAlert(c(), m_worker, alerts().front().id, kStockNow + 100h, kStockNow, m_changes));
    receive(5);
    put(stockOrder(QStringLiteral("2"), kSku, 5), kStockNow + 1h);
    QCOMPARE(alerts().size(), size_t(1)); // the snooze ended with the old one
    QCOMPARE(alerts().front().since, kStockNow + 1h);
  }

  void lotThatExpires_isToldInTime()
  {
    must(receiveStock(c(), m_worker, {{kSku, {}, QStringLiteral("L1")}, 5, {}, {}, kStockNow + 24h * 40, {}}, kStockNow,
                      m_changes));
    QVERIFY(alerts().empty());
    must(refreshAllStockAlerts(c(), kStockNow + 24h * 11, m_changes));
    QCOMPARE(kinds(), QStringList{QStringLiteral("SKU-1 expiring")});
    QCOMPARE(alerts().front().lot, QStringLiteral("L1"));
    must(scrapStock(c(), m_worker, {kSku, {}, QStringLiteral("L1")}, 5, QStringLiteral("old"), false,
                    kStockNow + 24h * 12, m_changes));
    QVERIFY(!kinds().contains(QStringLiteral("SKU-1 expiring")));
  }

  void deadAndUncounted_comeWithTimeAlone()
  {
    StockThreshold t;
    t.countDays = 30;
    limit(t);
    receive(5);
    must(sweepStockAlerts(c(), kStockNow + 24h * 20, m_changes));
    QVERIFY(alerts().empty());
    must(sweepStockAlerts(c(), kStockNow + 24h * 91, m_changes)); // nothing moved
    QCOMPARE(kinds(), (QStringList{QStringLiteral("SKU-1 dead"), QStringLiteral("SKU-1 stale_count")}));
    const qint64 count = must(openCount(c(), m_worker, {}, {kSku}, 0, false, {}, kStockNow + 24h * 91, m_changes));
    must(enterCount(c(), m_worker, count, kSku, {}, 5, kStockNow + 24h * 91));
    must(submitCount(c(), m_worker, count, kStockNow + 24h * 91));
    must(approveCount(c(), m_worker, count, true, kStockNow + 24h * 91, m_changes));
    must(sweepStockAlerts(c(), kStockNow + 24h * 91 + 10s, m_changes));
    QCOMPARE(kinds(), QStringList{QStringLiteral("SKU-1 dead")});
  }

  void sale_endsDeadAtOnce()
  {
    receive(5);
    must(sweepStockAlerts(c(), kStockNow + 24h * 91, m_changes));
    QCOMPARE(kinds(), QStringList{QStringLiteral("SKU-1 dead")});
    const Instant later = kStockNow + 24h * 91 + 1h; // what is kept of the article is still good
    put(stockOrder(QStringLiteral("1"), kSku, 1, OrderStatus::ToShip, later), later);
    QVERIFY(alerts(later).empty());
  }

  void keptDemand_isReadAndNotComputed()
  {
    receive(10);
    put(stockOrder(QStringLiteral("1"), kSku, 1));
    QVERIFY(alerts().empty()); // one in a day that is not over: no demand
    ArticleDemand demand;
    demand.sku = kSku;
    demand.perDay = 4;
    must(saveArticleDemand(c(), std::span(&demand, 1), kStockNow, m_changes));
    put(stockOrder(QStringLiteral("2"), kSku, 1));
    QCOMPARE(kinds(), QStringList{QStringLiteral("SKU-1 cover")});
    QCOMPARE(alerts().front().facts.value(QStringLiteral("per_day")).toDouble(), 4.0);
  }

  void newPriceAndCategory_countFromTheNextMovementOn()
  {
    StockThreshold t;
    t.scope = ThresholdScope::Category;
    t.subject = QStringLiteral("Tea");
    t.low = 20;
    limit(t);
    offer(kSku, 1000, QStringLiteral("Cups"));
    sell(2);
    receive(60);
    QVERIFY(alerts().empty());
    price(3000);
    put(stockOrder(QStringLiteral("1"), kSku, 41));
    QCOMPARE(kinds(), QStringList{QStringLiteral("SKU-1 low")});
    put(stockOrder(QStringLiteral("2"), kSku, 19));
    QCOMPARE(kinds(), QStringList{QStringLiteral("SKU-1 out")});
    const qint64 lost = alerts().front().lostPerDay->minor();
    QVERIFY2(lost > 5500 && lost < 6500, qPrintable(QString::number(lost))); // 2 a day × 30.00
  }

  void oneCause_isOneGroup()
  {
    for (const char* sku : {"A", "B", "C"})
      receive(2, QString::fromLatin1(sku));
    StockThreshold t;
    t.low = 2;
    limit(t);
    must(sendTransfer(c(), m_worker, QStringLiteral("main"), QStringLiteral("north"),
                      {{QStringLiteral("A"), {}, 1}, {QStringLiteral("B"), {}, 1}}, {}, kStockNow, m_changes));
    put(stockOrder(QStringLiteral("1"), QStringLiteral("C"), 1));
    auto main = alerts();
    std::erase_if(main, [](const StockAlert& alert) { return alert.warehouse != QLatin1String("main"); });
    const auto groups = groupedByCause(main);
    QCOMPARE(groups.size(), size_t(2));
    QCOMPARE(groups.front().alerts.size() + groups.back().alerts.size(), size_t(3));
  }

  void refresh_looksOnlyAtWhatMoved()
  {
    for (int i = 0; i < 40; ++i)
      receive(5, QStringLiteral("S-%1").arg(i, 2, 10, QChar(u'0')));
    StockThreshold t;
    t.low = 10;
    limit(t);
    put(stockOrder(QStringLiteral("1"), QStringLiteral("S-39"), 1));
    QCOMPARE(kinds(), QStringList{QStringLiteral("S-39 low")});
    must(refreshAllStockAlerts(c(), kStockNow, m_changes));
    QCOMPARE(alerts().size(), size_t(40));
  }

  void sweeps_comeToEveryArticleAndBeginAgain()
  {
    for (int i = 0; i < 40; ++i)
      receive(5, QStringLiteral("S-%1").arg(i, 2, 10, QChar(u'0')));
    StockThreshold t;
    t.low = 10;
    limit(t);
    must(sweepStockAlerts(c(), kStockNow, m_changes));
    const size_t first = alerts().size();
    QVERIFY(first > 0 && first < 40);
    must(sweepStockAlerts(c(), kStockNow + 9s, m_changes)); // the end of every run asks; often is too often
    QCOMPARE(alerts().size(), first);
    must(sweepStockAlerts(c(), kStockNow + 10s, m_changes));
    QCOMPARE(alerts().size(), size_t(40));
    t.low = 3;
    limit(t);
    must(sweepStockAlerts(c(), kStockNow + 20s, m_changes));
    QVERIFY(alerts().size() < 40);
  }

  void savedThresholds_countAtOnceWhereTheyHold()
  {
    for (const char* sku : {"A", "B"}) {
      price(1000, QString::fromLatin1(sku));
      receive(5, QString::fromLatin1(sku));
    }
    receive(5, QStringLiteral("C"));
    StockThreshold tea, own;
    tea.scope = ThresholdScope::Category;
    tea.subject = QStringLiteral("Tea");
    tea.low = 10;
    own.scope = ThresholdScope::Sku;
    own.subject = QStringLiteral("C");
    own.low = 6;
    must(saveStockThresholds(c(), {own}, {}, kStockNow, m_changes));
    QCOMPARE(kinds(), QStringList{QStringLiteral("C low")});
    must(saveStockThresholds(c(), {tea, own}, {}, kStockNow, m_changes));
    QCOMPARE(kinds(), (QStringList{QStringLiteral("A low"), QStringLiteral("B low"), QStringLiteral("C low")}));
    tea.low.reset(); // taken away: what it told is healed
    must(saveStockThresholds(c(), {tea}, {}, kStockNow, m_changes));
    QCOMPARE(kinds(), QStringList{QStringLiteral("C low")});
  }

  void thresholdSubjects_areWhatThereIs()
  {
    price(1000, QStringLiteral("A"));
    receive(5, QStringLiteral("A"));
    const auto subjects = must(thresholdSubjects(c()));
    QCOMPARE(subjects.categories, QStringList{QStringLiteral("Tea")});
    QCOMPARE(subjects.warehouses, QStringList{QStringLiteral("main")});
  }

  void badThreshold_isRefused()
  {
    StockThreshold t;
    t.service = 1.5;
    QCOMPARE(saveStockThreshold(c(), t, {}, kStockNow, m_changes).error().kind, ErrorKind::Invalid);
    t = {};
    t.low = -1;
    QCOMPARE(saveStockThreshold(c(), t, {}, kStockNow, m_changes).error().kind, ErrorKind::Invalid);
    t.scope = ThresholdScope::Sku;
    t.low = 1;
    QCOMPARE(saveStockThreshold(c(), t, {}, kStockNow, m_changes).error().kind, ErrorKind::Invalid);
  }
};

SC_TEST(StockAlertsTest)
#include "stockalerts_test.moc"
