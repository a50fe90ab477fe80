#include "core/stock/articles.h"
#include "tests/core/stock/stockworld.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

#include <atomic>
#include <thread>

using namespace supercargo;
using namespace supercargo::test;

namespace {

constexpr int kThreads = 8, kSteps = 40, kArticles = 5;

QString sku(int number)
{
  return QStringLiteral("SKU-%1").arg(number);
}

/// One seat of the workspace: its own writer, as a second computer has it.
std::unique_ptr<Database> seat(const TempDatabase& temp)
{
  return must(Database::open(temp.config()));
}

} // namespace

/// Many threads, random orders, cancels, returns, bundles, lots, holds: the ledger's promises hold in every order of
/// events.
class StockRandomTest : public QObject {
  Q_OBJECT

  std::unique_ptr<TempDatabase> m_temp;

  /// A random life of one thread's orders; each order belongs to one thread, as one account's do.
  static void live(Database& database, int thread, std::atomic<qint64>& failures)
  {
    QRandomGenerator dice{quint32(1000 + thread)};
    static const OrderStatus kStatuses[] = {OrderStatus::ToShip, OrderStatus::Shipped, OrderStatus::Cancelled,
                                            OrderStatus::Completed, OrderStatus::Refunded};
    const StockWorker worker{QStringLiteral("t%1").arg(thread)};
    const AccountId account = thread % 2 ? kShopA : kShopB;
    for (int step = 0; step < kSteps; ++step) {
      const int what = int(dice.bounded(10));
      const QString article = dice.bounded(4) == 0 ? QStringLiteral("SET") : sku(int(dice.bounded(kArticles)));
      const qint64 quantity = 1 + dice.bounded(3);
      const QString id = QStringLiteral("%1-%2").arg(thread).arg(dice.bounded(12));
      const OrderStatus status = kStatuses[dice.bounded(5)];
      const bool returned = dice.bounded(4) == 0;
      const int kind = int(dice.bounded(3)); // without a lot, one that keeps, one that expires
      const QString lot = kind == 0 ? QString() : QStringLiteral("L%1").arg(dice.bounded(3));
      const auto expires =
          kind == 2 ? std::optional(kStockNow + std::chrono::hours(24 * (1 + dice.bounded(9)))) : std::nullopt;
      auto done = database.write([=](Connection& c, ChangeSet& changes) -> Result<void> {
        if (what < 7) {
          OrderSnapshot order = stockOrder(id, article, quantity, status, kStockNow, step);
          if (returned) {
            RefundSnapshot refund;
            refund.externalId = QStringLiteral("r");
            refund.goodsReturned = true;
            order.refunds = {refund};
          }
          SC_TRY(upsertOrders(c, {account, std::nullopt, kStockNow}, {order}, changes));
          return {};
        }
        const auto tried =
            what < 9
                ? holdStock(c, worker, {article, {}, {}}, quantity, {}, kStockNow + std::chrono::hours(1), kStockNow,
                            changes)
                      .map([](const std::vector<qint64>&) {})
                : receiveStock(
                      c, worker,
                      {{article == QLatin1String("SET") ? sku(0) : article, {}, lot}, quantity, {}, {}, expires, {}},
                      kStockNow, changes)
                      .map([](const StockRow&) {});
        if (!tried && tried.error().kind == ErrorKind::Rejected)
          return {}; // there was not enough: that is the point
        return tried;
      });
      if (!done.takeResult())
        ++failures;
    }
  }

private Q_SLOTS:
  void initTestCase_data() { addEngines(); }
  void init() { m_temp = std::make_unique<TempDatabase>(engineOfRow()); }
  void cleanup() { m_temp.reset(); }

  void randomLife_keepsEveryPromise()
  {
    {
      Connection& c = m_temp->connection();
      addShops(c);
      ChangeSet changes;
      const StockWorker worker{QStringLiteral("lin")};
      for (int i = 0; i < kArticles; ++i) // a part of it in a lot that expires
        for (const char* lot : {"", "L0"})
          must(receiveStock(
              c, worker,
              {{sku(i), {}, QString::fromLatin1(lot)}, *lot ? 10 : 15, {}, {}, kStockNow + std::chrono::hours(99), {}},
              kStockNow, changes));
      must(defineBundle(c, worker, QStringLiteral("SET"), {{sku(0), 2}, {sku(1), 1}}, kStockNow, changes));
      m_temp->disconnect();
    }
    std::atomic<qint64> failures = 0;
    {
      const auto first = seat(*m_temp), second = seat(*m_temp);
      std::vector<std::thread> threads;
      for (int i = 0; i < kThreads; ++i)
        threads.emplace_back([&, i] { live(i % 2 ? *first : *second, i, failures); });
      for (std::thread& thread : threads)
        thread.join();
    }
    QCOMPARE(failures.load(), 0);
    Connection& c = m_temp->connection();
    const QStringList broken = brokenChecks(c); // balance = sum of movements, reserved = what orders and holds claim
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    for (const StockRow& row : must(stockRows(c, 0)))
      QVERIFY2(!row.known || row.available() >= -row.oversold, qPrintable(row.sku));

    // Reserve, then release: everything is as it was.
    ChangeSet changes;
    must(letGoOfOldHolds(c, kStockNow + std::chrono::hours(2), changes));
    std::vector<OrderSnapshot> ends;
    const auto orders =
        must(c.rows(QStringLiteral("SELECT o.account_id, o.external_id, l.sku, l.quantity FROM orders o "
                                   "JOIN order_lines l ON l.order_id = o.id"),
                    {}, [](const Row& row) {
                      return std::pair(row.id<AccountId>(0), stockOrder(row.text(1), row.text(2), row.integer(3),
                                                                        OrderStatus::Cancelled, kStockNow, kSteps + 1));
                    }));
    for (const auto& [account, order] : orders)
      must(upsertOrders(c, {account, std::nullopt, kStockNow}, {order}, changes));
    for (const StockRow& row : must(stockRows(c, 0))) {
      QCOMPARE(row.reserved, 0);
      QCOMPARE(row.oversold, 0);
    }
    QVERIFY(brokenChecks(c).isEmpty());
  }

  void lastPieces_areHeldOnceEach()
  {
    constexpr qint64 kPieces = 20;
    {
      ChangeSet changes;
      Connection& c = m_temp->connection();
      must(receiveStock(c, {QStringLiteral("lin")}, {{sku(0), {}, {}}, kPieces, {}, {}, {}, {}}, kStockNow, changes));
      m_temp->disconnect();
    }
    std::atomic<qint64> held = 0, refused = 0;
    {
      const auto first = seat(*m_temp), second = seat(*m_temp);
      std::vector<std::thread> threads;
      for (int i = 0; i < kThreads; ++i)
        threads.emplace_back([&, i] {
          for (int n = 0; n < 5; ++n) {
            const auto done =
                (i % 2 ? *first : *second)
                    .write([](Connection& c, ChangeSet& changes) {
                      return holdStock(c, {QStringLiteral("t")}, {sku(0), {}, {}}, 1, {}, {}, kStockNow, changes);
                    })
                    .takeResult();
            ++(done ? held : refused);
          }
        });
      for (std::thread& thread : threads)
        thread.join();
    }
    QCOMPARE(held.load(), kPieces);
    QCOMPARE(refused.load(), kThreads * 5 - kPieces);
    QCOMPARE(must(stockRow(m_temp->connection(), sku(0), QStringLiteral("main"))).available(), 0);
  }
};

SC_TEST(StockRandomTest)
#include "stockrandom_test.moc"
