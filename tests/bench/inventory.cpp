#include "core/db/database.h"
#include "core/stock/alerts.h"
#include "core/stock/articledemand.h"
#include "core/stock/replenishment.h"
#include "core/stock/stocklist.h"
#include "core/store/accounts.h"
#include "core/store/orders.h"
#include "tests/bench/bench.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

namespace supercargo::bench {
namespace {

constexpr qint64 kPortion = 2000;
constexpr int kPastOrders = 20'000, kNewOrders = 300;
constexpr std::chrono::minutes kBetweenOrders(2); ///< ten hours in all: what is kept of articles becomes old meanwhile

const Instant kEnd = fromMs(1'795'176'000'000); // 2026-11-20T12:00:00Z

QString skuOf(qint64 number)
{
  return QStringLiteral("SKU-%1").arg(number, 6, 10, QChar(u'0'));
}

template <class Fn>
auto written(Database& database, Fn fn)
{
  auto result = database.write(std::move(fn)).takeResult();
  if (!result)
    qFatal("%s", qPrintable(result.error().detail));
  return *result;
}

/// A warehouse of many articles, their products with prices, and four weeks of sales.
class StockWorkload {
public:
  StockWorkload(const QString& file, qint64 skus, qint64 warehouses) : m_skus(skus), m_warehouses(warehouses)
  {
    auto opened = Database::open({file, {}, 2});
    if (!opened)
      qFatal("%s", qPrintable(opened.error().detail));
    m_database = std::move(*opened);
    AccountRow account;
    account.provider = QStringLiteral("woocommerce");
    m_account = written(*m_database, [&](Connection& c) { return addAccount(c, account); });
  }

  void fill()
  {
    for (qint64 first = 0; first < m_skus; first += kPortion)
      written(*m_database, [&](Connection& c, ChangeSet& changes) { return fillPortion(c, first, changes); });
    for (int first = 0; first < kPastOrders; first += 100) {
      std::vector<OrderSnapshot> page;
      for (int i = 0; i < 100; ++i)
        page.push_back(order(first + i, OrderStatus::Completed, kEnd - std::chrono::minutes(2 * (first + i) + 10)));
      written(*m_database, [&](Connection& c, ChangeSet& changes) {
        return upsertOrders(c, {m_account, std::nullopt, kEnd}, page, changes);
      });
    }
    written(*m_database, [](Connection& c, ChangeSet& changes) -> Result<qint64> {
      SC_TRY(refreshStockAlerts(c, kEnd, changes)); // the first look goes through everything
      return 0;
    });
  }

  /// Milliseconds that the alerts of one new order take, in the order's own transaction.
  double alertsOfOneOrder(int number)
  {
    const OrderSnapshot fresh = order(kPastOrders + number, OrderStatus::ToShip, kEnd + kBetweenOrders * number);
    return written(*m_database, [&](Connection& c, ChangeSet& changes) -> Result<double> {
      SC_TRY(upsertOrders(c, {m_account, std::nullopt, fresh.placedAt}, {fresh}, changes));
      const Stopwatch watch;
      SC_TRY(refreshStockAlerts(c, fresh.placedAt, changes));
      return watch.ms();
    });
  }

  Database& database() { return *m_database; }

private:
  Result<qint64> fillPortion(Connection& c, qint64 first, ChangeSet& changes)
  {
    std::vector<ProductSnapshot> products;
    for (qint64 i = first; i < std::min(m_skus, first + kPortion); ++i) {
      ProductSnapshot product;
      product.externalId = QString::number(i);
      product.title = QStringLiteral("Article %1").arg(i);
      product.variantIds = QStringList{product.externalId};
      VariantSnapshot variant;
      variant.externalId = product.externalId;
      variant.sku = skuOf(i);
      variant.price = Money(990 + i % 5000, Currency());
      product.variants = {variant};
      products.push_back(product);
      for (qint64 place = 0; place < m_warehouses; ++place) {
        Movement movement;
        movement.sku = variant.sku;
        movement.warehouse = place == 0 ? QStringLiteral("main") : QStringLiteral("depot-%1").arg(place);
        movement.kind = QStringLiteral("opening");
        movement.onHand = m_dice.bounded(200);
        movement.at = kEnd - std::chrono::hours(24 * 40);
        SC_TRY(writeMovement(c, movement, StockGuard::Told));
      }
    }
    SC_TRY(upsertProducts(c, {m_account, std::nullopt, kEnd}, products, changes));
    return 0;
  }

  OrderSnapshot order(int number, OrderStatus status, Instant placed)
  {
    OrderSnapshot o;
    o.externalId = o.number = QString::number(number);
    o.status = status;
    o.placedAt = placed;
    o.updatedAt = placed;
    o.total = o.paid = Money(1990, Currency());
    for (int line = 0; line < 3; ++line) {
      LineSnapshot item;
      item.externalId = QString::number(line);
      // A few articles make most of the sales.
      const qint64 spread = m_dice.bounded(2) ? std::max<qint64>(1, m_skus / 50) : m_skus;
      item.sku = skuOf(qint64(m_dice.bounded(int(spread))));
      item.quantity = 1 + m_dice.bounded(3);
      o.lines.push_back(item);
    }
    return o;
  }

  qint64 m_skus, m_warehouses;
  AccountId m_account;
  QRandomGenerator m_dice{7};
  std::unique_ptr<Database> m_database;
};

} // namespace

QJsonObject inventory(const Options& options)
{
  const qint64 skus = std::max<qint64>(1, number(options, QStringLiteral("skus"), 50'000));
  const qint64 warehouses = std::max<qint64>(1, number(options, QStringLiteral("warehouses"), 5));
  QTemporaryDir dir;
  StockWorkload workload(dir.filePath(QStringLiteral("stock.db")), skus, warehouses);
  workload.fill();
  std::vector<double> pages, alerts;
  for (int i = 0; i < 20; ++i) {
    const Stopwatch watch;
    const auto rows = workload.database().read([](Connection& c) { return stockRows(c, 200); }).takeResult();
    if (!rows || rows->empty())
      qFatal("no stock is read");
    pages.push_back(watch.ms());
  }
  const QTimeZone zone("Asia/Shanghai");
  const Stopwatch demandWatch;
  const auto demand = workload.database()
                          .read([&](Connection& c) { return computeArticleDemand(c, zone, Currency(), 180, kEnd); })
                          .takeResult();
  const double demandSeconds = demandWatch.seconds();
  if (!demand || demand->empty())
    qFatal("no demand is computed");
  written(workload.database(), [&](Connection& c, ChangeSet& changes) -> Result<qint64> {
    SC_TRY(saveArticleDemand(c, *demand, kEnd, changes));
    return 0;
  });
  for (int i = 0; i < kNewOrders; ++i)
    alerts.push_back(workload.alertsOfOneOrder(i));
  std::vector<double> lists;
  for (int i = 0; i < 20; ++i) {
    const Stopwatch watch;
    const auto rows = workload.database().read([](Connection& c) { return stockListRows(c, {}); }).takeResult();
    if (!rows || rows->size() < 2)
      qFatal("no list is read");
    lists.push_back(watch.ms());
  }
  const Stopwatch runWatch;
  const auto run = workload.database()
                       .read([&](Connection& c) { return replenishment(c, zone, ReplenishmentOptions(), kEnd); })
                       .takeResult();
  if (!run || run->examined != skus * warehouses)
    qFatal("the run did not look at everything");
  const double runSeconds = runWatch.seconds();
  return {{QStringLiteral("skus"), skus},
          {QStringLiteral("warehouses"), warehouses},
          {QStringLiteral("first_page_ms"), percentile(pages, 0.95)},
          {QStringLiteral("alerts_per_order_ms"), percentile(alerts, 0.95)},
          {QStringLiteral("inventory_list_ms"), percentile(lists, 0.95)},
          {QStringLiteral("demand_of_all_s"), demandSeconds},
          {QStringLiteral("replenishment_run_s"), runSeconds}};
}

} // namespace supercargo::bench
