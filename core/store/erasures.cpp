#include "core/store/erasures.h"

#include "core/store/orderhash.h"
#include "core/store/ordertext.h"

namespace supercargo {
namespace {

/// Orders placed after an erasure are new business: their buyer is needed to send them.
const QString kErasedOrders = QStringLiteral("erasures e JOIN orders o ON o.customer_id = e.customer_id AND "
                                             "o.placed_at <= e.until_at");

/// Erased orders of an account by their id there, each with its customer's key.
Result<QHash<QString, QString>> erasedOrders(Connection& c, AccountId account)
{
  QHash<QString, QString> keys;
  SC_TRY(c.each(QStringLiteral("SELECT o.external_id, k.external_id FROM %1 JOIN customers k ON k.id = e.customer_id "
                               "WHERE e.account_id = ? AND o.account_id = ?")
                    .arg(kErasedOrders),
                {account, account}, [&](const Row& row) { keys.insert(row.text(0), row.text(1)); }));
  return keys;
}

/// Reasons are counted in reports, so those that are stored stay as they are.
Result<void> keepReasons(Connection& c, AccountId account, OrderSnapshot& order)
{
  QHash<QString, QString> stored;
  SC_TRY(c.each(QStringLiteral("SELECT r.external_id, r.reason FROM order_refunds r JOIN orders o ON o.id = r.order_id "
                               "WHERE o.account_id = ? AND o.external_id = ?"),
                {account, order.externalId}, [&](const Row& row) { stored.insert(row.text(0), row.text(1)); }));
  for (RefundSnapshot& refund : order.refunds)
    refund.reason = stored.value(refund.externalId);
  return {};
}

void removeBuyer(OrderSnapshot& order, const QString& key)
{
  order.customerExternalId = key;
  for (QString* text :
       {&order.customerName, &order.customerEmail, &order.customerPhone, &order.shipTo.name, &order.shipTo.phone,
        &order.shipTo.district, &order.shipTo.street, &order.shipTo.postalCode, &order.buyerNote, &order.sellerMemo})
    text->clear();
}

} // namespace

Result<QHash<QString, Instant>> erasedCustomers(Connection& c, AccountId account)
{
  QHash<QString, Instant> until;
  SC_TRY(c.each(QStringLiteral("SELECT k.external_id, MAX(e.until_at) FROM erasures e JOIN customers k ON k.id = "
                               "e.customer_id WHERE e.account_id = ? GROUP BY k.external_id"),
                {account}, [&](const Row& row) { until.insert(row.text(0), row.instant(1)); }));
  return until;
}

Result<bool> isErased(Connection& c, OrderId order)
{
  SC_TRY_ASSIGN(count, c.number(QStringLiteral("SELECT COUNT(*) FROM %1 WHERE o.id = ?").arg(kErasedOrders), {order}));
  return count > 0;
}

Result<std::optional<PreparedOrders>> withoutErased(Connection& c, AccountId account, const PreparedOrders& page)
{
  SC_TRY_ASSIGN(customers, erasedCustomers(c, account));
  if (customers.isEmpty()) // as nearly always
    return std::nullopt;
  SC_TRY_ASSIGN(orders, erasedOrders(c, account));
  std::optional<PreparedOrders> left;
  for (size_t i = 0; i < page.orders.size(); ++i) {
    const OrderSnapshot& told = page.orders[i];
    const auto known = orders.constFind(told.externalId);
    const auto customer = customers.constFind(told.customerExternalId);
    const bool isOld = customer != customers.constEnd() && told.placedAt <= *customer; // and was never told of before
    if (known == orders.constEnd() && !isOld)
      continue;
    if (!left)
      left = page;
    OrderSnapshot& order = left->orders[i];
    removeBuyer(order, known == orders.constEnd() ? told.customerExternalId : *known);
    SC_TRY(keepReasons(c, account, order));
    left->hashes[i] = contentHash(order);
    left->words[i] = searchWords(order);
  }
  return left;
}

TrackingSnapshot withoutRecipient(TrackingSnapshot parcel)
{
  for (TrackingEvent& event : parcel.events) {
    event.text.clear();
    event.latitude = event.longitude = std::nullopt;
    event.coordinateSystem.clear();
  }
  return parcel;
}

Result<QSet<QString>> erasedIds(Connection& c, AccountId account)
{
  QSet<QString> ids;
  SC_TRY_ASSIGN(any, c.number(QStringLiteral("SELECT COUNT(*) FROM erasures")));
  if (any == 0)
    return ids;
  const auto add = [&](const Row& row) { ids.insert(row.text(0)); };
  SC_TRY_ASSIGN(customers, erasedCustomers(c, account));
  SC_TRY_ASSIGN(orders, erasedOrders(c, account));
  for (const QString& id : customers.keys() + orders.keys())
    ids.insert(id);
  // Gateways and couriers are accounts of their own.
  SC_TRY(c.each(QStringLiteral("SELECT o.number FROM %1").arg(kErasedOrders), {}, add));
  SC_TRY(c.each(QStringLiteral("SELECT p.external_id FROM %1 JOIN payments p ON p.order_id = o.id").arg(kErasedOrders),
                {}, add));
  SC_TRY(c.each(QStringLiteral("SELECT s.number FROM %1 JOIN shipments s ON s.order_id = o.id").arg(kErasedOrders), {},
                add));
  ids.remove(QString());
  return ids;
}

} // namespace supercargo
