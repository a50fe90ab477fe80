#include "core/store/scannedorder.h"

#include "core/store/factscan.h"
#include "core/store/freightbills.h"
#include "core/store/orderid.h"

namespace supercargo {
namespace {

ScannedOrder orderOf(const Row& row)
{
  ScannedOrder o;
  o.id = row.id<OrderId>(0);
  o.account = row.text(1);
  o.currency = row.text(2);
  o.status = row.text(3);
  o.number = row.text(4);
  o.units = row.integer(5);
  o.total = row.integer(6);
  o.paid = row.integer(7);
  o.refunded = row.integer(8);
  // The key decides the day: it cannot hold what lies before 2000.
  o.placedAt = fromMs(std::max(row.integer(9), kOrderEpochMs));
  o.updatedAt = row.instant(10);
  o.province = row.text(11);
  o.city = row.text(12);
  o.goods = row.integer(13);
  o.shipping = row.integer(14);
  o.discount = row.integer(15);
  o.tax = row.integer(16);
  o.paidAt = row.instantIfAny(17);
  o.shippedAt = row.instantIfAny(18);
  o.method = row.text(19);
  o.customer = row.integer(20);
  o.isGone = !row.isNull(21);
  o.state = saleStateName(saleState(o.status, o.paid));
  return o;
}

/// The order with this id in a list sorted by id, searched on from where the last one stood.
class Finder {
public:
  explicit Finder(std::vector<ScannedOrder>& orders) : m_orders(orders) {}
  ScannedOrder* find(qint64 id)
  {
    while (m_at < m_orders.size() && m_orders[m_at].id.value() < id)
      ++m_at;
    return m_at < m_orders.size() && m_orders[m_at].id.value() == id ? &m_orders[m_at] : nullptr;
  }

private:
  std::vector<ScannedOrder>& m_orders;
  size_t m_at = 0;
};

Result<void> addLines(Connection& c, std::vector<ScannedOrder>& orders, qint64 first, qint64 end)
{
  Finder finder(orders);
  return c.each(
      QStringLiteral("SELECT order_id, position, external_id, sku, product_external_id, title, quantity, "
                     "shipped_quantity, unit_minor, discount_minor, cost_minor, total_minor FROM order_lines WHERE "
                     "order_id >= ? AND order_id < ? ORDER BY order_id, position"),
      {first, end}, [&](const Row& row) {
        ScannedOrder* order = finder.find(row.integer(0));
        if (!order)
          return;
        ScannedLine line;
        line.position = row.integer(1);
        line.externalId = row.text(2);
        line.sku = line.article = row.text(3);
        line.title = row.text(5);
        if (line.article.isEmpty())
          line.article = line.title.isEmpty() ? row.text(4) : line.title;
        line.quantity = row.integer(6);
        line.shipped = row.integer(7);
        line.gross = row.integer(8) * line.quantity;
        line.discount = row.integer(9);
        if (!row.isNull(10))
          line.cost = row.integer(10) * line.quantity;
        line.total = row.integer(11);
        order->lines.push_back(std::move(line));
      });
}

Result<void> addRefunds(Connection& c, std::vector<ScannedOrder>& orders, qint64 first, qint64 end)
{
  Finder finder(orders);
  return c.each(
      QStringLiteral("SELECT order_id, line_external_id, amount_minor, reason, goods_returned, created_at "
                     "FROM order_refunds WHERE order_id >= ? AND order_id < ? AND status = 'SUCCEEDED' "
                     "ORDER BY order_id, external_id"),
      {first, end}, [&](const Row& row) {
        if (ScannedOrder* order = finder.find(row.integer(0)))
          order->refunds.push_back({row.text(1), row.text(3), row.integer(2), row.flag(4), row.instantIfAny(5)});
      });
}

/// What shop and gateways say went back; where the shop names no single refunds, its sum is one, on the day its news
/// came.
Result<void> completeRefunds(Connection& c, std::vector<ScannedOrder>& orders)
{
  for (ScannedOrder& order : orders) {
    qint64 told = 0;
    for (const ScannedRefund& refund : order.refunds)
      told += refund.amount;
    const qint64 rest = order.refunded - told;
    order.refunded = std::max(order.refunded, told);
    if (rest > 0) {
      SC_TRY_ASSIGN(at, c.row(QStringLiteral("SELECT MAX(at) FROM order_events WHERE order_id = ? AND kind = "
                                             "'refunded'"),
                              {order.id}, [](const Row& row) { return row.instantIfAny(0); }));
      order.refunds.push_back({{}, {}, rest, false, at ? *at : std::nullopt});
    }
    for (ScannedRefund& refund : order.refunds)
      if (!refund.at)
        refund.at = order.updatedAt;
  }
  return {};
}

const QString kFees = QStringLiteral("SELECT order_id, currency, CAST(SUM(fee_minor) AS BIGINT) FROM payments WHERE "
                                     "order_id >= ? AND order_id < ? AND fee_minor IS NOT NULL GROUP BY order_id, "
                                     "currency ORDER BY order_id");

QString freightSql()
{
  return QStringLiteral("SELECT s.order_id, b.currency, CAST(SUM(b.amount_minor) AS BIGINT) FROM shipments s JOIN "
                        "freight_bills b ON %1 WHERE s.order_id >= ? AND s.order_id < ? GROUP BY s.order_id, "
                        "b.currency ORDER BY s.order_id")
      .arg(kBillIsOfShipment);
}

/// What gateways or couriers took for orders, by order and currency; only their own currency counts.
Result<void> addCosts(Connection& c, std::vector<ScannedOrder>& orders, const QString& sql, qint64 first, qint64 end,
                      std::optional<qint64> ScannedOrder::*cost)
{
  Finder finder(orders);
  return c.each(sql, {first, end}, [&](const Row& row) {
    ScannedOrder* order = finder.find(row.integer(0));
    if (order && order->currency == row.text(1))
      order->*cost = row.integer(2);
  });
}

Result<void> addTries(Connection& c, std::vector<ScannedOrder>& orders, qint64 first, qint64 end)
{
  Finder finder(orders);
  return c.each(QStringLiteral("SELECT order_id, account_id, method, status FROM payments WHERE order_id >= ? AND "
                               "order_id < ? ORDER BY order_id, account_id, id"),
                {first, end}, [&](const Row& row) {
                  ScannedOrder* order = finder.find(row.integer(0));
                  if (!order)
                    return;
                  const QString account = row.text(1), status = row.text(3);
                  const bool isPaid = broughtMoney(status);
                  if (order->tries.empty() || order->tries.back().account != account)
                    order->tries.push_back({account, row.text(2), 0, isPaid || hasFailed(status), isPaid, false});
                  ++order->tries.back().count;
                  order->tries.back().isPaid |= isPaid;
                });
}

/// New is whose first sale ever this is; guests without mail and phone are nobody known.
Result<void> addNewness(Connection& c, std::vector<ScannedOrder>& orders, qint64 first, qint64 end)
{
  QHash<qint64, qint64> firstSales;
  SC_TRY(c.each(QStringLiteral("SELECT customer_id, MIN(id) FROM orders WHERE customer_id IN (SELECT customer_id FROM "
                               "orders WHERE id >= ? AND id < ? AND customer_id <> 0) AND status NOT IN ('CANCELLED', "
                               "'AWAITING_PAYMENT') GROUP BY customer_id"),
                {first, end}, [&](const Row& row) { firstSales.insert(row.integer(0), row.integer(1)); }));
  for (ScannedOrder& order : orders) {
    const auto sale = firstSales.constFind(order.customer);
    const bool isReturning = sale != firstSales.constEnd() && *sale < order.id.value();
    order.newness = order.customer == 0 ? QStringLiteral("guest")
                    : isReturning       ? QStringLiteral("returning")
                                        : QStringLiteral("new");
  }
  return {};
}

/// Discounts and refunds of the whole order belong to its lines in proportion to what they cost.
void shareOut(ScannedOrder& order)
{
  if (order.lines.empty()) {
    ScannedLine whole;
    whole.gross = order.goods;
    whole.quantity = order.units;
    order.lines.push_back(whole);
  }
  qint64 discounted = 0, refunded = 0;
  std::vector<qint64> weights;
  for (ScannedLine& line : order.lines) {
    discounted += line.discount;
    weights.push_back(std::max<qint64>(0, line.gross - line.discount));
    for (const ScannedRefund& refund : order.refunds) {
      const bool isMeant = !refund.line.isEmpty() && refund.line == line.externalId;
      line.refunded += isMeant ? refund.amount : 0;
      line.isReturned |= refund.goods && (isMeant || refund.line.isEmpty());
    }
    refunded += line.refunded;
  }
  const auto discounts = sharesOf(order.discount - discounted, weights);
  const auto refunds = sharesOf(order.refunded - refunded, weights);
  for (size_t i = 0; i < order.lines.size(); ++i) {
    order.lines[i].discount += discounts[i];
    order.lines[i].refunded += refunds[i];
  }
}

const QString kOrders = QStringLiteral(
    "SELECT o.id, o.account_id, o.currency, o.status, o.number, o.units, o.total_minor, o.paid_minor, "
    "o.refunded_minor, o.placed_at, o.updated_at, o.province, o.city, d.goods_minor, d.shipping_minor, "
    "d.discount_minor, d.tax_minor, d.paid_at, d.shipped_at, d.payment_method, o.customer_id, o.gone_at "
    "FROM orders o JOIN order_details d ON d.order_id = o.id WHERE o.id >= ? AND o.id < ? ORDER BY o.id");

} // namespace

Result<std::vector<ScannedOrder>> scannedOrders(Connection& c, qint64 first, qint64 end, OrderParts parts)
{
  SC_TRY_ASSIGN(orders, c.rows(kOrders, {first, end}, orderOf));
  if (orders.empty())
    return orders;
  SC_TRY(addLines(c, orders, first, end));
  SC_TRY(addRefunds(c, orders, first, end));
  SC_TRY(completeRefunds(c, orders));
  SC_TRY(addCosts(c, orders, kFees, first, end, &ScannedOrder::fee));
  SC_TRY(addCosts(c, orders, freightSql(), first, end, &ScannedOrder::freight));
  if (parts.tries)
    SC_TRY(addTries(c, orders, first, end));
  if (parts.newness)
    SC_TRY(addNewness(c, orders, first, end));
  for (ScannedOrder& order : orders)
    shareOut(order);
  return orders;
}

} // namespace supercargo
