#pragma once

#include "core/stock/thresholds.h"
#include "core/stock/work.h"
#include "core/store/workspace.h"
#include "tests/support/tempdatabase.h"

namespace supercargo::test {

const Instant kStockNow = fromMs(1'768'471'200'000);
const AccountId kShopA{1}, kShopB{2};

/// An order of one line, as a shop tells it.
inline OrderSnapshot stockOrder(const QString& id, const QString& sku, qint64 quantity,
                                OrderStatus status = OrderStatus::ToShip, Instant at = kStockNow, int version = 0)
{
  OrderSnapshot o;
  o.externalId = o.number = id;
  o.status = status;
  o.payment = PaymentStatus::Paid;
  o.total = o.paid = Money(100, Currency());
  o.placedAt = at;
  o.updatedAt = at + std::chrono::seconds(version * 20 + int(status));
  LineSnapshot line;
  line.externalId = QStringLiteral("l");
  line.sku = sku;
  line.quantity = quantity;
  line.total = o.total;
  o.lines = {line};
  return o;
}

inline void addShops(Connection& c)
{
  for (const AccountId id : {kShopA, kShopB})
    must(c.run(QStringLiteral("INSERT INTO accounts (id, provider, name, endpoint, fields, state, error_kind, detail, "
                              "created_at, credential_at, clock_offset_ms, api_version_seen) VALUES "
                              "(?, 'woocommerce', 'Shop', '', '', 'ok', '', '', 0, 0, 0, '')"),
               {id}));
}

/// Every check of `verify` that fails, with its differences.
inline QStringList brokenChecks(Connection& c)
{
  QStringList broken;
  for (const VerifyCheck& check : must(verify(c)))
    if (!check.ok)
      broken << check.name + QStringLiteral(": ") + check.differences.mid(0, 5).join(u" | ");
  return broken;
}

/// A workspace with two shops, and one person who works in its warehouse. Test classes have it as a base beside
/// QObject.
class StockWorld {
protected:
  const StockWorker m_worker{QStringLiteral("lin")};
  ChangeSet m_changes;
  int m_orders = 0;

  void begin(Engine engine)
  {
    m_temp = std::make_unique<TempDatabase>(engine);
    m_changes = {};
    m_orders = 0;
    addShops(c());
  }
  void end() { m_temp.reset(); }
  Connection& c() { return m_temp->connection(); }
  void receive(const QString& sku, qint64 quantity, Instant at = kStockNow)
  {
    must(receiveStock(c(), m_worker, {{sku, {}, {}}, quantity, {}, {}, {}, {}}, at, m_changes));
  }
  /// Of the past: it has left before we heard of it, so it moves nothing.
  void sell(const QString& sku, qint64 quantity, Instant at)
  {
    must(upsertOrders(c(), {kShopA, std::nullopt, at},
                      {stockOrder(QStringLiteral("old-%1").arg(++m_orders), sku, quantity, OrderStatus::Shipped, at)},
                      m_changes));
  }
  /// A shop offers it, in a category of its own.
  void offer(const QString& sku, std::optional<qint64> price, const QString& category)
  {
    ProductSnapshot p;
    p.externalId = sku;
    p.title = QStringLiteral("Title of ") + sku;
    p.categories = {category};
    p.variantIds = QStringList{sku};
    VariantSnapshot v;
    v.externalId = v.sku = sku;
    if (price)
      v.price = Money(*price, Currency());
    p.variants = {v};
    must(upsertProducts(c(), {kShopA, std::nullopt, kStockNow}, {p}, m_changes));
  }
  void limit(const StockThreshold& t) { must(saveStockThreshold(c(), t, m_worker.name, kStockNow, m_changes)); }

private:
  std::unique_ptr<TempDatabase> m_temp;
};

} // namespace supercargo::test
