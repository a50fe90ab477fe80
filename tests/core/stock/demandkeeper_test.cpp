#include "core/stock/alerts.h"
#include "core/stock/demandkeeper.h"
#include "tests/core/stock/stockworld.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

using namespace supercargo;
using namespace supercargo::test;
using namespace std::chrono_literals;

class DemandKeeperTest : public QObject {
  Q_OBJECT

  std::unique_ptr<TempDatabase> m_temp;
  std::unique_ptr<Database> m_database;
  Instant m_now{};

  template <class Fn>
  auto written(Fn fn)
  {
    return must(m_database->write(std::move(fn)).result());
  }
  void sell(const QString& sku, Instant at)
  {
    written([sku, at](Connection& c, ChangeSet& changes) {
      return upsertOrders(c, {kShopA, std::nullopt, at},
                          {stockOrder(sku + toIso(at), sku, 3, OrderStatus::Shipped, at)}, changes);
    });
  }
  void receive(const QString& sku, qint64 quantity, Instant at)
  {
    written([sku, quantity, at](Connection& c, ChangeSet& changes) {
      return receiveStock(c, {QStringLiteral("lin")}, {{sku, {}, {}}, quantity, {}, {}, {}, {}}, at, changes);
    });
  }
  /// "SKU 3.0": what is kept; at another time than `at`: "old".
  QStringList kept(Instant at)
  {
    return must(m_database
                    ->read([at](Connection& c) -> Result<QStringList> {
                      QStringList all;
                      SC_TRY(c.each(QStringLiteral("SELECT sku, per_day, computed_at FROM article_demand ORDER BY sku"),
                                    {}, [&](const Row& row) {
                                      all << row.text(0) + u' ' +
                                                 (row.instant(2) == at ? QString::number(row.real(1), 'f', 1)
                                                                       : QStringLiteral("old"));
                                    }));
                      return all;
                    })
                    .result());
  }
  std::vector<StockAlert> alerts()
  {
    return must(m_database->read([now = m_now](Connection& c) { return stockAlerts(c, now); }).result());
  }
  void look(DemandKeeper& keeper)
  {
    QSignalSpy settled(&keeper, &DemandKeeper::settled);
    keeper.look();
    QVERIFY(settled.wait(30'000));
  }

private Q_SLOTS:
  void initTestCase_data() { addEngines(); }
  void init()
  {
    m_now = kStockNow;
    m_temp = std::make_unique<TempDatabase>(engineOfRow());
    addShops(m_temp->connection());
    m_temp->disconnect();
    m_database = must(Database::open(m_temp->config()));
  }
  void cleanup()
  {
    m_database.reset();
    m_temp.reset();
  }

  void demand_isRenewedWhenItIsOldOrOrdersCame()
  {
    const QString tea = QStringLiteral("TEA");
    for (int day = 1; day <= 10; ++day)
      sell(tea, kStockNow - day * 24h);
    DemandKeeper keeper(
        *m_database, [this] { return m_now; }, QTimeZone::utc(), Currency());
    look(keeper);
    QCOMPARE(kept(kStockNow).size(), 1);
    QVERIFY(kept(kStockNow).front().startsWith(tea));
    m_now += 5h;
    look(keeper);
    QVERIFY(kept(kStockNow).front() != QStringLiteral("TEA old")); // still good
    m_now += 2h;
    look(keeper);
    QVERIFY(kept(m_now).front() != QStringLiteral("TEA old"));
    m_now += 11min;
    look(keeper);
    QCOMPARE(kept(m_now), QStringList{QStringLiteral("TEA old")}); // nothing has changed
    bool isHeard = false;                                          // here, and so by the keeper before
    connect(m_database.get(), &Database::changed, this, [&] { isHeard = true; });
    sell(QStringLiteral("CUP"), kStockNow - 24h);
    QTRY_VERIFY(isHeard);
    disconnect(m_database.get(), &Database::changed, this, nullptr);
    look(keeper);
    QCOMPARE(kept(m_now).size(), 2);
    QVERIFY(kept(m_now).front() != QStringLiteral("CUP old"));
  }

  void ordersOfEarlierDays_areCountedSoon()
  {
    sell(QStringLiteral("TEA"), kStockNow - 24h);
    DemandKeeper keeper(
        *m_database, [this] { return m_now; }, QTimeZone::utc(), Currency());
    look(keeper);
    const auto hear = [this](const QString& sku, Instant at) {
      bool isHeard = false;
      const auto heard = connect(m_database.get(), &Database::changed, this, [&] { isHeard = true; });
      sell(sku, at);
      QTRY_VERIFY(isHeard);
      disconnect(heard);
    };
    m_now += 2min;
    hear(QStringLiteral("NEW"), m_now); // demand is that of whole days
    look(keeper);
    QCOMPARE(kept(m_now), QStringList{QStringLiteral("TEA old")});
    hear(QStringLiteral("CUP"), kStockNow - 48h);
    look(keeper);
    QVERIFY(kept(m_now).size() >= 2);
    QVERIFY(!kept(m_now).join(u' ').contains(QStringLiteral("old")));
  }

  void everyArticle_isLookedAtForAlertsThatComeWithTime()
  {
    constexpr int kArticles = 450; // several pieces
    for (int i = 0; i < kArticles; ++i)
      receive(QStringLiteral("S-%1").arg(i), 5, kStockNow - 24h * 100);
    QVERIFY(alerts().size() < 10); // nobody has looked since
    DemandKeeper keeper(
        *m_database, [this] { return m_now; }, QTimeZone::utc(), Currency());
    look(keeper);
    const auto found = alerts();
    QCOMPARE(found.size(), std::size_t(kArticles));
    QVERIFY(std::ranges::all_of(found, [](const StockAlert& a) { return a.kind == StockAlertKind::Dead; }));
  }

  void articlesThatAreGone_areForgotten()
  {
    ArticleDemand gone;
    gone.sku = QStringLiteral("GONE");
    written([gone](Connection& c, ChangeSet& changes) {
      return saveArticleDemand(c, std::span(&gone, 1), kStockNow - 24h, changes);
    });
    receive(QStringLiteral("HERE"), 5, kStockNow - 24h);
    DemandKeeper keeper(
        *m_database, [this] { return m_now; }, QTimeZone::utc(), Currency());
    look(keeper);
    QCOMPARE(kept(kStockNow), QStringList{QStringLiteral("HERE 0.0")});
  }
};

SC_TEST(DemandKeeperTest)
#include "demandkeeper_test.moc"
