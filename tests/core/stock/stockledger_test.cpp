#include "core/stock/articles.h"
#include "tests/core/stock/stockworld.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;
using namespace std::chrono_literals;

class StockLedgerTest : public QObject {
  Q_OBJECT

  std::unique_ptr<TempDatabase> m_temp;
  ChangeSet m_changes;
  const StockWorker m_worker{QStringLiteral("lin")};
  const QString kSku = QStringLiteral("SKU-1");

  Connection& c() { return m_temp->connection(); }
  StockRow open(qint64 quantity, const QString& sku = QStringLiteral("SKU-1"))
  {
    return must(receiveStock(c(), m_worker, {{sku, {}, {}}, quantity, {}, {}, {}, {}}, kStockNow, m_changes));
  }
  void put(const OrderSnapshot& order, AccountId account = kShopA)
  {
    must(upsertOrders(c(), {account, std::nullopt, kStockNow}, {order}, m_changes));
  }
  StockRow stock(const QString& sku = QStringLiteral("SKU-1"), const QString& warehouse = QStringLiteral("main"))
  {
    return must(stockRow(c(), sku, warehouse));
  }

private Q_SLOTS:
  void initTestCase_data() { addEngines(); }
  void init()
  {
    m_temp = std::make_unique<TempDatabase>(engineOfRow());
    m_changes = {};
    addShops(c());
  }
  void cleanup()
  {
    const QStringList broken = brokenChecks(c());
    m_temp.reset();
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
  }

  void hold_neverGoesBelowZero()
  {
    open(5);
    put(stockOrder(QStringLiteral("1"), kSku, 3));
    QCOMPARE(must(holdStock(c(), m_worker, {kSku, {}, {}}, 2, {}, {}, kStockNow, m_changes)).size(), size_t(1));
    const auto refused = holdStock(c(), m_worker, {kSku, {}, {}}, 1, {}, {}, kStockNow, m_changes);
    QCOMPARE(refused.error().kind, ErrorKind::Rejected);
    QVERIFY2(refused.error().detail.contains(QStringLiteral("only 0 available")), qPrintable(refused.error().detail));
    QCOMPARE(stock().reserved, 5);
  }

  void holdOfABundle_takesAllPartsOrNone()
  {
    const QString set = QStringLiteral("SET");
    open(10, QStringLiteral("CUP"));
    open(1, QStringLiteral("POT"));
    must(defineBundle(c(), m_worker, set, {{QStringLiteral("CUP"), 2}, {QStringLiteral("POT"), 1}}, kStockNow,
                      m_changes));
    QCOMPARE(must(availableBundles(c(), set, {})), std::optional<qint64>(1));
    QVERIFY(!holdStock(c(), m_worker, {set, {}, {}}, 2, {}, {}, kStockNow, m_changes));
    QCOMPARE(stock(QStringLiteral("CUP")).reserved, 0);
    const auto holds = must(holdStock(c(), m_worker, {set, {}, {}}, 1, {}, {}, kStockNow, m_changes));
    QCOMPARE(stock(QStringLiteral("CUP")).reserved, 2);
    for (const qint64 hold : holds)
      must(letGoOfHold(c(), m_worker, hold, kStockNow, m_changes));
    QCOMPARE(stock(QStringLiteral("CUP")).reserved, 0);
    QCOMPARE(stock(QStringLiteral("POT")).available(), 1);
  }

  void oldHold_isLetGoOfByTheClock()
  {
    open(5);
    must(holdStock(c(), m_worker, {kSku, {}, {}}, 2, {}, kStockNow + 1h, kStockNow, m_changes));
    QCOMPARE(must(letGoOfOldHolds(c(), kStockNow, m_changes)), 0);
    QCOMPARE(must(letGoOfOldHolds(c(), kStockNow + 1h, m_changes)), 1);
    QCOMPARE(stock().available(), 5);
  }

  void shopsOrderBeyondStock_isKnownAsOversold()
  {
    open(2);
    put(stockOrder(QStringLiteral("1"), kSku, 1), kShopA);
    put(stockOrder(QStringLiteral("2"), kSku, 3), kShopB);
    QCOMPARE(stock().available(), -2);
    QCOMPARE(stock().oversold, 2);
    QCOMPARE(must(stockHistory(c(), kSku, 1)).front().reason, QStringLiteral("oversold"));
    open(1);
    QCOMPARE(stock().oversold, 1);
    put(stockOrder(QStringLiteral("2"), kSku, 3, OrderStatus::Cancelled), kShopB);
    QCOMPARE(stock().available(), 2);
    QCOMPARE(stock().oversold, 0);
  }

  void lossUnderPromises_isNotOversold()
  {
    open(5);
    put(stockOrder(QStringLiteral("1"), kSku, 4));
    must(scrapStock(c(), m_worker, {kSku, {}, {}}, 3, QStringLiteral("flood"), false, kStockNow, m_changes));
    QCOMPARE(stock().available(), -2);
    QCOMPARE(stock().oversold, 0);
    QCOMPARE(stock().alert(), QStringLiteral("over_reserved"));
  }

  void orderOfABundle_claimsItsParts()
  {
    const QString set = QStringLiteral("SET"), cup = QStringLiteral("CUP");
    open(10, cup);
    open(5, QStringLiteral("POT"));
    must(defineBundle(c(), m_worker, set, {{cup, 2}, {QStringLiteral("POT"), 1}}, kStockNow, m_changes));
    put(stockOrder(QStringLiteral("1"), set, 2));
    put(stockOrder(QStringLiteral("2"), cup, 1)); // shares a part
    QCOMPARE(stock(cup).reserved, 5);
    QCOMPARE(stock(QStringLiteral("POT")).reserved, 2);
    put(stockOrder(QStringLiteral("1"), set, 2, OrderStatus::Shipped));
    QCOMPARE(stock(cup).onHand, 6);
    QCOMPARE(stock(cup).reserved, 1);
  }

  void bundleThatChanges_letsOldOrdersGoOnAsTheyWere()
  {
    const QString set = QStringLiteral("SET"), cup = QStringLiteral("CUP");
    open(10, cup);
    open(10, set);
    put(stockOrder(QStringLiteral("1"), set, 1)); // an article of its own still
    must(defineBundle(c(), m_worker, set, {{cup, 2}}, kStockNow, m_changes));
    put(stockOrder(QStringLiteral("2"), set, 1));
    must(defineBundle(c(), m_worker, set, {{cup, 3}}, kStockNow, m_changes));
    put(stockOrder(QStringLiteral("3"), set, 1));
    QCOMPARE(stock(set).reserved, 1);
    QCOMPARE(stock(cup).reserved, 5);
    for (const char* id : {"1", "2", "3"})
      put(stockOrder(QString::fromLatin1(id), set, 1, OrderStatus::Cancelled));
    QCOMPARE(stock(set).reserved, 0);
    QCOMPARE(stock(cup).reserved, 0);
  }

  void bundleInABundle_isRefused()
  {
    const QString set = QStringLiteral("SET");
    must(defineBundle(c(), m_worker, set, {{QStringLiteral("CUP"), 2}}, kStockNow, m_changes));
    QCOMPARE(defineBundle(c(), m_worker, QStringLiteral("BIG"), {{set, 1}}, kStockNow, m_changes).error().kind,
             ErrorKind::Invalid);
    QCOMPARE(defineBundle(c(), m_worker, QStringLiteral("CUP"), {{kSku, 1}}, kStockNow, m_changes).error().kind,
             ErrorKind::Invalid);
  }

  void shopsFigureOfABundle_opensNoBalance()
  {
    must(defineBundle(c(), m_worker, kSku, {{QStringLiteral("CUP"), 2}}, kStockNow, m_changes));
    StockSnapshot told;
    told.variantExternalId = told.sku = kSku;
    told.available = 7;
    must(upsertStock(c(), {kShopA, std::nullopt, kStockNow}, {told}, m_changes));
    QCOMPARE(stockRow(c(), kSku, QStringLiteral("main")).error().kind, ErrorKind::NotFound);
  }

  void linkedSku_claimsTheArticle()
  {
    open(10);
    put(stockOrder(QStringLiteral("1"), QStringLiteral("b-1"), 1), kShopB);
    must(linkArticle(c(), m_worker, kShopB, QStringLiteral("b-1"), kSku, QStringLiteral("hand"), kStockNow, m_changes));
    put(stockOrder(QStringLiteral("2"), QStringLiteral("b-1"), 2), kShopB);
    put(stockOrder(QStringLiteral("3"), QStringLiteral("b-1"), 4), kShopA); // another shop means something else by it
    QCOMPARE(stock().reserved, 2);
    put(stockOrder(QStringLiteral("1"), QStringLiteral("b-1"), 1, OrderStatus::Cancelled), kShopB);
    put(stockOrder(QStringLiteral("2"), QStringLiteral("b-1"), 2, OrderStatus::Shipped), kShopB);
    QCOMPARE(stock().onHand, 8);
    QCOMPARE(stock(QStringLiteral("b-1")).reserved, 4);
    must(unlinkArticle(c(), m_worker, kShopB, QStringLiteral("b-1"), kStockNow, m_changes));
    QVERIFY(must(articleLinks(c())).empty());
  }

  void sameSkuForSomethingElse_becomesAnArticleOfItsOwn()
  {
    open(10);
    must(unlinkArticle(c(), m_worker, kShopB, kSku, kStockNow, m_changes));
    put(stockOrder(QStringLiteral("1"), kSku, 3), kShopB);
    QCOMPARE(stock().reserved, 0);
    QCOMPARE(stock(QStringLiteral("SKU-1@2")).reserved, 3);
  }

  void cost_isFrozenOnTheLineWhenSold()
  {
    const auto costs = [this] {
      return must(c().rows(QStringLiteral("SELECT cost_minor FROM order_lines ORDER BY order_id"), {},
                           [](const Row& row) { return row.integerIfAny(0).value_or(-1); }));
    };
    put(stockOrder(QStringLiteral("1"), kSku, 1, OrderStatus::ToShip, kStockNow - 48h));
    put(stockOrder(QStringLiteral("2"), kSku, 1, OrderStatus::ToShip, kStockNow));
    must(setCost(c(), m_worker, kSku, Money(500, Currency()), kStockNow - 1h, {}, kStockNow));
    QCOMPARE(costs(), (std::vector<qint64>{-1, 500}));
    must(setCost(c(), m_worker, kSku, Money(700, Currency()), kStockNow + 1h, {}, kStockNow));
    put(stockOrder(QStringLiteral("2"), kSku, 1, OrderStatus::Shipped, kStockNow));
    put(stockOrder(QStringLiteral("3"), kSku, 1, OrderStatus::ToShip, kStockNow + 2h));
    QCOMPARE(costs(), (std::vector<qint64>{-1, 500, 700}));
    QCOMPARE(must(costAt(c(), kSku, kStockNow))->minor(), 500);
    QCOMPARE(must(costHistory(c(), kSku)).size(), size_t(2));
  }

  void costOfABundle_isTheSumOfItsParts()
  {
    const QString set = QStringLiteral("SET");
    must(defineBundle(c(), m_worker, set, {{QStringLiteral("CUP"), 2}, {QStringLiteral("POT"), 1}}, kStockNow,
                      m_changes));
    must(setCost(c(), m_worker, QStringLiteral("CUP"), Money(300, Currency()), kStockNow, {}, kStockNow));
    QVERIFY(!must(costAt(c(), set, kStockNow)));
    must(setCost(c(), m_worker, QStringLiteral("POT"), Money(1000, Currency()), kStockNow, {}, kStockNow));
    QCOMPARE(must(costAt(c(), set, kStockNow))->minor(), 1600);
    put(stockOrder(QStringLiteral("1"), set, 1));
    QCOMPARE(must(c().number(QStringLiteral("SELECT cost_minor FROM order_lines"))), 1600);
  }

  void shipping_takesTheLotThatExpiresFirst()
  {
    const auto receive = [this](const char* lot, qint64 quantity, std::chrono::hours life) {
      must(receiveStock(c(), m_worker, {{kSku, {}, QString::fromLatin1(lot)}, quantity, {}, {}, kStockNow + life, {}},
                        kStockNow, m_changes));
    };
    receive("late", 5, 900h);
    receive("soon", 3, 100h);
    put(stockOrder(QStringLiteral("1"), kSku, 4));
    put(stockOrder(QStringLiteral("1"), kSku, 4, OrderStatus::Shipped));
    const auto left = must(c().rows(QStringLiteral("SELECT lot, on_hand FROM stock_lots ORDER BY lot"), {},
                                    [](const Row& row) { return row.text(0) + u' ' + row.text(1); }));
    QCOMPARE(left, (std::vector<QString>{QStringLiteral("late 4"), QStringLiteral("soon 0")}));
    QCOMPARE(stock().onHand, 4);
    QCOMPARE(stock().reserved, 0);
  }

  void stockOfThePast_hasEveryFigure()
  {
    must(expectStock(c(), m_worker, {kSku, {}, {}}, 10, QStringLiteral("PO-1"), kStockNow, m_changes));
    must(receiveStock(c(), m_worker, {{kSku, {}, {}}, 4, QStringLiteral("PO-1"), {}, {}, {}}, kStockNow + 1h,
                      m_changes));
    must(blockStock(c(), m_worker, {kSku, {}, {}}, 1, QStringLiteral("wet"), kStockNow + 2h, m_changes));
    const StockRow then = must(stockAt(c(), kStockNow + 1h, 0, kSku)).at(0);
    QCOMPARE(then.onHand, 4);
    QCOMPARE(then.incoming, 6);
    QCOMPARE(then.blocked, 0);
    QCOMPARE(stock().available(), 3);
    QCOMPARE(stock().projected(), 9);
  }
};

SC_TEST(StockLedgerTest)
#include "stockledger_test.moc"
