#include "core/db/ids.h"
#include "core/db/lookup.h"
#include "core/store/erasures.h"
#include "core/store/orderflow.h"
#include "core/store/orderpage.h"

namespace supercargo {
Instant updatedAt(const OrderSnapshot& order)
{
  return order.updatedAt.value_or(order.placedAt);
}

qint64 unitsOf(const OrderSnapshot& order)
{
  qint64 units = 0;
  for (const LineSnapshot& line : order.lines)
    units += line.quantity;
  return units;
}

/// Guests have no id at the shop; the same mail or phone is the same guest.
QString customerKey(const OrderSnapshot& order)
{
  if (!order.customerExternalId.isEmpty())
    return order.customerExternalId;
  const QString& phone = order.customerPhone.isEmpty() ? order.shipTo.phone : order.customerPhone;
  if (!order.customerEmail.isEmpty())
    return QStringLiteral("guest:") + order.customerEmail.toLower();
  if (!phone.isEmpty())
    return QStringLiteral("guest:") + phone + u'/' + order.customerName;
  return {};
}

const QString& buyerName(const OrderSnapshot& order)
{
  return order.customerName.isEmpty() ? order.shipTo.name : order.customerName;
}

std::vector<OrderPage::Pending> OrderPage::newest(const PreparedOrders& page, UpsertCount& count) const
{
  // One page can hold an order twice; the newer copy wins, and of equal ones the later.
  std::vector<Pending> list;
  QHash<QString, size_t> positions;
  for (size_t i = 0; i < page.orders.size(); ++i) {
    const OrderSnapshot& order = page.orders[i];
    if (order.status == OrderStatus::Draft)
      continue;
    const Pending pending{&order, &page.words[i], &page.couriers[i], page.hashes[i], {}};
    const auto it = positions.constFind(order.externalId);
    if (it == positions.constEnd()) {
      positions.insert(order.externalId, list.size());
      list.push_back(pending);
      continue;
    }
    ++count.unchanged;
    if (updatedAt(order) >= updatedAt(*list[*it].told))
      list[*it] = pending;
  }
  return list;
}

Result<void> OrderPage::findStored(const std::vector<QString>& ids)
{
  return inPieces(ids, {m_origin.account}, [&](const QString& marks, const std::vector<SqlValue>& values) {
    return m_connection.each(QStringLiteral("SELECT %1 FROM orders WHERE account_id = ? AND external_id IN (%2)")
                                 .arg(storedOrderColumns(), marks),
                             values, [&](const Row& row) {
                               StoredOrder order = storedOrder(row);
                               m_stored.insert(order.externalId, order);
                             });
  });
}

Result<void> OrderPage::findCustomers(std::vector<Pending>& pending)
{
  QHash<QString, qint64> known;
  std::vector<QString> keys;
  for (const Pending& order : pending) {
    const QString key = customerKey(*order.told);
    if (!key.isEmpty() && !known.contains(key)) {
      known.insert(key, 0);
      keys.push_back(key);
    }
  }
  SC_TRY(inPieces(keys, {m_origin.account}, [&](const QString& marks, const std::vector<SqlValue>& values) {
    return m_connection.each(
        QStringLiteral("SELECT external_id, id FROM customers WHERE account_id = ? AND external_id IN (%1)").arg(marks),
        values, [&](const Row& row) { known.insert(row.text(0), row.integer(1)); });
  }));
  std::vector<const Pending*> missing;
  for (const Pending& order : pending) {
    const QString key = customerKey(*order.told);
    if (!key.isEmpty() && known.value(key) == 0) {
      known.insert(key, -1);
      missing.push_back(&order);
    }
  }
  if (!missing.empty()) {
    m_changes.customers = true;
    SC_TRY_ASSIGN(id, nextIds(m_connection, QStringLiteral("customers"), qint64(missing.size())));
    std::vector<SqlValue> values;
    values.reserve(missing.size() * 9);
    for (const Pending* order : missing) {
      const OrderSnapshot& told = *order->told;
      known.insert(customerKey(told), id);
      values.insert(values.end(),
                    {SqlValue(id++), SqlValue(m_origin.account), SqlValue(customerKey(told)), SqlValue(buyerName(told)),
                     SqlValue(told.customerPhone.isEmpty() ? told.shipTo.phone : told.customerPhone),
                     SqlValue(told.customerEmail), SqlValue(told.shipTo.country), SqlValue(told.shipTo.province),
                     SqlValue(told.shipTo.city)});
    }
    SC_TRY(m_connection.insertMany(
        QStringLiteral(
            "INSERT INTO customers (id, account_id, external_id, name, phone, email, country, province, city) VALUES"),
        9, values));
  }
  for (Pending& order : pending)
    order.customer = known.value(customerKey(*order.told));
  return {};
}

Result<void> OrderPage::findUnlinked(const QString& column, const std::vector<QString>& keys,
                                     std::vector<std::pair<QString, LinkedPayment>>& found)
{
  // As a condition, "order_id IS NULL" would make SQLite read every payment without an order.
  const QString sql =
      QStringLiteral("SELECT id, %1, status, amount_minor, currency, paid_at, order_id FROM payments WHERE %1 IN (%2)");
  return inPieces(keys, {}, [&](const QString& marks, const std::vector<SqlValue>& values) {
    return m_connection.each(sql.arg(column, marks), values, [&](const Row& row) {
      if (!row.isNull(6))
        return;
      const auto status = gatewayPaymentStatusNamed(row.text(2));
      const bool paid = status == GatewayPaymentStatus::Paid || status == GatewayPaymentStatus::PartiallyRefunded;
      const Money amount(row.integer(3), Currency::of(row.text(4)).value_or(Currency()));
      found.emplace_back(row.text(1), LinkedPayment{row.integer(0), OrderId(), paid, amount,
                                                    row.instantIfAny(5).value_or(m_origin.now)});
    });
  });
}

Result<void> OrderPage::link(LinkedPayment payment, OrderId order)
{
  payment.order = order;
  SC_TRY(m_connection.run(QStringLiteral("UPDATE payments SET order_id = ? WHERE id = ?"), {order, payment.payment}));
  m_linked.push_back(payment);
  m_changes.payments = true;
  return {};
}

Result<void> OrderPage::linkPayments(const std::vector<Pending>& fresh)
{
  // A gateway may have told of the payment before the shop told of the order.
  QHash<QString, const Pending*> byNumber;
  std::vector<QString> numbers;
  for (const Pending& order : fresh)
    for (const QString& number : {order.told->number, order.told->paymentReference, order.told->externalId})
      if (!number.isEmpty() && !byNumber.contains(number)) {
        byNumber.insert(number, &order);
        numbers.push_back(number);
      }
  std::vector<std::pair<QString, LinkedPayment>> found;
  SC_TRY(findUnlinked(QStringLiteral("order_number"), numbers, found));
  for (const auto& [number, payment] : found)
    SC_TRY(link(payment, byNumber.value(number)->id));
  return {};
}

/// Many shops give the gateway's own id as reference, and often not before the order is paid: changed orders count too,
/// and all must be written, so that one payment of several orders is seen as such.
Result<void> OrderPage::linkByGatewayId(const std::vector<Pending>& fresh, const std::vector<Pending>& changed)
{
  std::vector<QString> references;
  for (const auto* orders : {&fresh, &changed})
    for (const Pending& order : *orders)
      if (!order.told->paymentReference.isEmpty())
        references.push_back(order.told->paymentReference);
  std::ranges::sort(references); // a payment found in two pieces would be linked twice
  references.erase(std::unique(references.begin(), references.end()), references.end()); // clang 14: no ranges::unique
  std::vector<std::pair<QString, LinkedPayment>> found;
  SC_TRY(findUnlinked(QStringLiteral("external_id"), references, found));
  for (const auto& [reference, payment] : found) {
    SC_TRY_ASSIGN(order, orderOfReference(m_connection, reference));
    if (!order)
      continue;
    SC_TRY(link(payment, *order));
    SC_TRY_ASSIGN(erased, isErased(m_connection, *order));
    if (erased)
      SC_TRY(m_connection.run(QStringLiteral("UPDATE payments SET payer = '' WHERE id = ?"), {payment.payment}));
  }
  return {};
}

Result<void> OrderPage::noteLinkedPayments()
{
  for (const LinkedPayment& link : m_linked)
    if (link.paid)
      SC_TRY(noteOrderPaid(m_connection, m_origin, link.order, link.amount, link.paidAt, m_changes));
  return {};
}

} // namespace supercargo
