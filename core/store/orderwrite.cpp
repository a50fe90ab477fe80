#include "core/db/ids.h"
#include "core/store/orderfacts.h"
#include "core/store/orderflow.h"
#include "core/store/orderhash.h"
#include "core/store/orderid.h"
#include "core/store/ordertext.h"

#include <QSet>

namespace supercargo {
namespace {

constexpr int kLookupSize = 100;

/// "?, ?, …" and the values padded to a fixed number, so that one prepared statement serves every page.
template <class Text>
QString placeholders(std::vector<SqlValue>& values, const std::vector<Text>& texts)
{
  for (int i = 0; i < kLookupSize; ++i)
    values.emplace_back(texts[std::min(size_t(i), texts.size() - 1)]);
  static const QString kMarks = QStringLiteral("?") + QStringLiteral(", ?").repeated(kLookupSize - 1);
  return kMarks;
}

/// Runs `each` over texts in pieces that fit one lookup.
template <class Each>
Result<void> inPieces(const std::vector<QString>& texts, Each each)
{
  for (size_t at = 0; at < texts.size(); at += kLookupSize) {
    const std::vector<QString> piece(texts.begin() + qsizetype(at),
                                     texts.begin() + qsizetype(std::min(texts.size(), at + kLookupSize)));
    SC_TRY(each(piece));
  }
  return {};
}

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

const QString& nameOf(const OrderSnapshot& order)
{
  return order.customerName.isEmpty() ? order.shipTo.name : order.customerName;
}

QString amountText(Money amount)
{
  return amount.currency().code() + u' ' + amount.text();
}

/// Writes one page of orders: new ones together with few statements, changed ones one by one.
class OrderPage {
public:
  OrderPage(Connection& c, const Origin& origin, ChangeSet& changes)
      : m_connection(c), m_origin(origin), m_changes(changes)
  {
  }

  Result<UpsertCount> write(const PreparedOrders& page);

private:
  struct Pending {
    const OrderSnapshot* told;
    const QString* words;
    qint64 hash;
    OrderId id;
    qint64 customer = 0;
    OrderStatus status = OrderStatus::Unknown;
    qint64 events = 0;
  };

  std::vector<Pending> newest(const PreparedOrders& page, UpsertCount& count) const;
  Result<void> findStored(const std::vector<Pending>& pending);
  Result<void> findCustomers(std::vector<Pending>& pending);
  Result<void> insertNew(std::vector<Pending>& fresh);
  Result<void> insertOrders(const std::vector<Pending>& fresh);
  Result<void> insertDetails(const std::vector<Pending>& fresh);
  Result<void> insertLines(const std::vector<Pending>& fresh);
  Result<void> insertRefunds(const std::vector<Pending>& orders);
  Result<void> saveParcels(const std::vector<Pending>& orders);
  Result<void> linkPayments(const std::vector<Pending>& fresh);
  Result<void> noteLinkedPayments();
  void firstEvents(Pending& order);
  Result<bool> change(Pending& order, const StoredOrder& before);
  Result<void> updateRow(const Pending& order, const StoredOrder& after);
  Result<void> replaceLines(const Pending& order, const StoredOrder& after);
  Result<void> changeEvents(Pending& order, const StoredOrder& before, const StoredOrder& after);

  StoredOrder stored(const Pending& order) const;
  void addEvent(Pending& order, Instant at, const QString& kind, const QString& text)
  {
    m_events.push_back({order.id, order.events++, at, kind, text});
  }

  Connection& m_connection;
  const Origin& m_origin;
  ChangeSet& m_changes;
  QHash<QString, StoredOrder> m_stored; // by external id
  struct LinkedPayment {
    qint64 payment;
    OrderId order;
    bool paid;
    Money amount;
    Instant paidAt;
  };
  std::vector<LinkedPayment> m_linked;
  std::vector<NewEvent> m_events;
  std::vector<ClaimChange> m_claims;
  RollupBatch m_rollups;
};

std::vector<OrderPage::Pending> OrderPage::newest(const PreparedOrders& page, UpsertCount& count) const
{
  // One page can hold an order twice; the newer copy wins, and of equal ones the later.
  std::vector<Pending> list;
  QHash<QString, size_t> positions;
  for (size_t i = 0; i < page.orders.size(); ++i) {
    const OrderSnapshot& order = page.orders[i];
    if (order.status == OrderStatus::Draft)
      continue;
    const Pending pending{&order, &page.words[i], page.hashes[i], {}};
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

Result<void> OrderPage::findStored(const std::vector<Pending>& pending)
{
  std::vector<QString> ids;
  ids.reserve(pending.size());
  for (const Pending& order : pending)
    ids.push_back(order.told->externalId);
  return inPieces(ids, [&](const std::vector<QString>& piece) {
    std::vector<SqlValue> values{m_origin.account};
    const QString marks = placeholders(values, piece);
    static const QString kSql = QStringLiteral("SELECT %1 FROM orders WHERE account_id = ? AND external_id IN (%2)")
                                    .arg(storedOrderColumns(), marks);
    return m_connection.each(kSql, values, [&](const Row& row) {
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
  SC_TRY(inPieces(keys, [&](const std::vector<QString>& piece) {
    std::vector<SqlValue> values{m_origin.account};
    const QString marks = placeholders(values, piece);
    static const QString kSql =
        QStringLiteral("SELECT external_id, id FROM customers WHERE account_id = ? AND external_id IN (%1)").arg(marks);
    return m_connection.each(kSql, values, [&](const Row& row) { known.insert(row.text(0), row.integer(1)); });
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
                    {SqlValue(id++), SqlValue(m_origin.account), SqlValue(customerKey(told)), SqlValue(nameOf(told)),
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

void OrderPage::firstEvents(Pending& order)
{
  const OrderSnapshot& told = *order.told;
  addEvent(order, told.placedAt, QStringLiteral("placed"), amountText(told.total));
  if (told.paidAt)
    addEvent(order, *told.paidAt, QStringLiteral("paid"), amountText(told.paid.isZero() ? told.total : told.paid));
  if (told.shippedAt)
    addEvent(order, *told.shippedAt, QStringLiteral("shipped"),
             told.parcels.empty() ? QString() : told.parcels.front().number);
  for (const RefundSnapshot& refund : told.refunds)
    addEvent(order, refund.createdAt.value_or(updatedAt(told)), QStringLiteral("refunded"), amountText(refund.amount));
  if (told.completedAt)
    addEvent(order, *told.completedAt, QStringLiteral("completed"), {});
  if (told.status == OrderStatus::Cancelled)
    addEvent(order, updatedAt(told), QStringLiteral("cancelled"), told.rawStatus);
}

StoredOrder OrderPage::stored(const Pending& order) const
{
  const OrderSnapshot& told = *order.told;
  StoredOrder s;
  s.id = order.id;
  s.account = m_origin.account;
  s.externalId = told.externalId;
  s.status = order.status;
  s.payment = told.payment;
  s.aftersale = told.aftersale;
  s.rawStatus = told.rawStatus;
  s.currency = told.total.currency();
  s.totalMinor = told.total.minor();
  s.paidMinor = told.paid.minor();
  s.refundedMinor = told.refunded.minor();
  s.units = unitsOf(told);
  s.eventCount = order.events;
  s.contentHash = order.hash;
  s.placedAt = told.placedAt;
  s.updatedAt = updatedAt(told);
  return s;
}

Result<void> OrderPage::insertOrders(const std::vector<Pending>& fresh)
{
  std::vector<SqlValue> values;
  values.reserve(fresh.size() * 28);
  for (const Pending& order : fresh) {
    const OrderSnapshot& told = *order.told;
    const StoredOrder s = stored(order);
    m_rollups.add(s.share());
    m_changes.orders.insert(order.id.value());
    values.insert(values.end(), {SqlValue(order.id),
                                 SqlValue(m_origin.account),
                                 SqlValue(told.externalId),
                                 SqlValue(told.number),
                                 SqlValue(statusName(s.status)),
                                 SqlValue(statusName(told.payment)),
                                 SqlValue(statusName(told.fulfilment)),
                                 SqlValue(statusName(told.aftersale)),
                                 SqlValue(flowStageName(s.stage())),
                                 SqlValue(told.rawStatus),
                                 SqlValue(told.shippable),
                                 SqlValue(s.currency.code()),
                                 SqlValue(s.totalMinor),
                                 SqlValue(s.paidMinor),
                                 SqlValue(s.refundedMinor),
                                 SqlValue(told.placedAt),
                                 SqlValue(s.updatedAt),
                                 SqlValue(qint64(told.lines.size())),
                                 SqlValue(s.units),
                                 SqlValue(told.lines.empty() ? QString() : told.lines.front().title.left(200)),
                                 SqlValue(order.customer),
                                 SqlValue(nameOf(told)),
                                 SqlValue(told.shipTo.city),
                                 SqlValue(told.shipTo.province),
                                 SqlValue(order.hash),
                                 SqlValue(order.events),
                                 SqlValue(m_origin.now),
                                 SqlValue(nextCheck(s.status, told.placedAt, m_origin))});
  }
  SC_TRY(m_connection.insertMany(
      QStringLiteral(
          "INSERT INTO orders (id, account_id, external_id, number, status, payment, fulfilment, aftersale, stage, "
          "raw_status,"
          " shippable, currency, total_minor, paid_minor, refunded_minor, placed_at, updated_at, line_count, units, "
          "first_title,"
          " customer_id, customer_name, city, province, content_hash, event_count, stored_at, next_check_at) VALUES"),
      28, values));
  return {};
}

std::vector<SqlValue> detailValues(const OrderSnapshot& told)
{
  return {SqlValue(told.goods.minor()),
          SqlValue(told.shipping.minor()),
          SqlValue(told.discount.minor()),
          SqlValue(told.tax.minor()),
          SqlValue(told.paidAt),
          SqlValue(told.shippedAt),
          SqlValue(told.completedAt),
          SqlValue(told.customerEmail),
          SqlValue(told.customerPhone),
          SqlValue(told.shipTo.name),
          SqlValue(told.shipTo.phone),
          SqlValue(told.shipTo.country),
          SqlValue(told.shipTo.district),
          SqlValue(told.shipTo.street),
          SqlValue(told.shipTo.postalCode),
          SqlValue(told.buyerNote),
          SqlValue(told.sellerMemo),
          SqlValue(told.paymentMethod),
          SqlValue(told.paymentReference),
          SqlValue(told.warnings.join(u'\n'))};
}

Result<void> OrderPage::insertDetails(const std::vector<Pending>& fresh)
{
  std::vector<SqlValue> values;
  values.reserve(fresh.size() * 21);
  for (const Pending& order : fresh) {
    values.emplace_back(order.id);
    for (SqlValue& value : detailValues(*order.told))
      values.push_back(std::move(value));
  }
  SC_TRY(m_connection.insertMany(
      QStringLiteral("INSERT INTO order_details (order_id, goods_minor, shipping_minor, discount_minor, tax_minor, "
                     "paid_at, shipped_at,"
                     " completed_at, customer_email, customer_phone, ship_name, ship_phone, ship_country, "
                     "ship_district, ship_street,"
                     " ship_postal_code, buyer_note, seller_memo, payment_method, payment_reference, warnings) VALUES"),
      21, values));
  return {};
}

void appendLine(std::vector<SqlValue>& values, OrderId order, qint64 position, const LineSnapshot& line,
                LineClaim claim)
{
  values.insert(values.end(),
                {SqlValue(order), SqlValue(position), SqlValue(line.externalId), SqlValue(line.productExternalId),
                 SqlValue(line.variantExternalId), SqlValue(line.sku), SqlValue(line.title), SqlValue(line.options),
                 SqlValue(line.imageUrl), SqlValue(line.quantity), SqlValue(line.shippedQuantity),
                 SqlValue(line.unitPrice.minor()), SqlValue(line.discount.minor()), SqlValue(line.total.minor()),
                 SqlValue(claim.reserved), SqlValue(claim.taken)});
}

const QString kInsertLines =
    QStringLiteral("INSERT INTO order_lines (order_id, position, external_id, product_external_id, "
                   "variant_external_id, sku, title, options, image_url,"
                   " quantity, shipped_quantity, unit_minor, discount_minor, total_minor, reserved, taken) VALUES");

Result<void> OrderPage::insertLines(const std::vector<Pending>& fresh)
{
  std::vector<SqlValue> values;
  for (const Pending& order : fresh) {
    qint64 position = 0;
    for (const LineSnapshot& line : order.told->lines) {
      // What left before we knew the order is not in the opening balance either, so only promises move the stock.
      const LineClaim claim = lineClaim(order.status, line, false, {});
      appendLine(values, order.id, position++, line, claim);
      m_claims.push_back({order.id, line.sku, claim.reserved, 0});
    }
  }
  SC_TRY(m_connection.insertMany(kInsertLines, 16, values));
  return {};
}

Result<void> OrderPage::insertRefunds(const std::vector<Pending>& orders)
{
  std::vector<SqlValue> values;
  for (const Pending& order : orders)
    for (const RefundSnapshot& refund : order.told->refunds)
      values.insert(values.end(),
                    {SqlValue(order.id), SqlValue(refund.externalId), SqlValue(refund.lineExternalId),
                     SqlValue(refund.amount.minor()), SqlValue(statusName(refund.status)), SqlValue(refund.reason),
                     SqlValue(refund.goodsReturned), SqlValue(refund.createdAt)});
  SC_TRY(
      m_connection.insertMany(QStringLiteral("INSERT INTO order_refunds (order_id, external_id, line_external_id, "
                                             "amount_minor, status, reason, goods_returned,"
                                             " created_at) VALUES"),
                              8, values,
                              QStringLiteral("ON CONFLICT (order_id, external_id) DO UPDATE SET amount_minor = "
                                             "excluded.amount_minor, status = excluded.status,"
                                             " reason = excluded.reason, goods_returned = excluded.goods_returned")));
  return {};
}

Result<void> OrderPage::saveParcels(const std::vector<Pending>& orders)
{
  size_t total = 0;
  for (const Pending& order : orders)
    total += order.told->parcels.size();
  if (total == 0)
    return {};
  m_changes.shipments = true;
  SC_TRY_ASSIGN(id, nextIds(m_connection, QStringLiteral("shipments"), qint64(total)));
  std::vector<SqlValue> values;
  for (const Pending& order : orders) {
    const OrderSnapshot& told = *order.told;
    const QString phone = told.shipTo.phone.isEmpty() ? told.customerPhone : told.shipTo.phone;
    for (const OrderParcelSnapshot& parcel : told.parcels) {
      if (parcel.number.isEmpty())
        continue;
      const bool done = !isOpen(order.status);
      values.insert(values.end(),
                    {SqlValue(id++), SqlValue(order.id),
                     SqlValue(parcel.courierCode.isEmpty() ? parcel.courierName : parcel.courierCode),
                     SqlValue(parcel.number), SqlValue(statusName(ParcelStatus::Pending)), SqlValue(QString()),
                     SqlValue(QString()), SqlValue(QString()), SqlValue(phone.right(4)),
                     SqlValue(parcel.shippedAt ? parcel.shippedAt : told.shippedAt), SqlValue(0), SqlValue(0),
                     SqlValue(m_origin.now), done ? SqlValue(std::nullopt) : SqlValue(m_origin.now)});
    }
  }
  SC_TRY(m_connection.insertMany(
      QStringLiteral("INSERT INTO shipments (id, order_id, courier, number, status, reason, raw_status, place, "
                     "phone_tail, shipped_at,"
                     " event_count, content_hash, created_at, next_check_at) VALUES"),
      14, values,
      QStringLiteral(
          "ON CONFLICT (number) DO UPDATE SET order_id = excluded.order_id WHERE shipments.order_id IS NULL")));
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
  SC_TRY(inPieces(numbers, [&](const std::vector<QString>& piece) {
    std::vector<SqlValue> values;
    const QString marks = placeholders(values, piece);
    static const QString kSql =
        QStringLiteral("SELECT id, order_number, status, amount_minor, currency, paid_at FROM payments"
                       " WHERE order_id IS NULL AND order_number IN (%1)")
            .arg(marks);
    return m_connection.each(kSql, values, [&](const Row& row) {
      const auto status = gatewayPaymentStatusNamed(row.text(2));
      const bool paid = status == GatewayPaymentStatus::Paid || status == GatewayPaymentStatus::PartiallyRefunded;
      const Money amount(row.integer(3), Currency::of(row.text(4)).value_or(Currency()));
      m_linked.push_back(
          {row.integer(0), byNumber.value(row.text(1))->id, paid, amount, row.instantIfAny(5).value_or(m_origin.now)});
    });
  }));
  for (const LinkedPayment& link : m_linked) {
    SC_TRY(
        m_connection.run(QStringLiteral("UPDATE payments SET order_id = ? WHERE id = ?"), {link.order, link.payment}));
    m_changes.payments = true;
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

Result<void> OrderPage::insertNew(std::vector<Pending>& fresh)
{
  if (fresh.empty())
    return {};
  SC_TRY_ASSIGN(counter, nextIds(m_connection, QStringLiteral("orders"), qint64(fresh.size())));
  std::vector<std::pair<OrderId, QString>> texts;
  for (Pending& order : fresh) {
    order.id = orderIdFor(order.told->placedAt, counter++);
    order.status = order.told->status;
    texts.emplace_back(order.id, *order.words);
  }
  SC_TRY(linkPayments(fresh));
  for (Pending& order : fresh)
    firstEvents(order);
  SC_TRY(insertLines(fresh));
  for (Pending& order : fresh) {
    qint64 reserved = 0;
    if (holdsStock(order.status))
      for (const LineSnapshot& line : order.told->lines)
        reserved += line.sku.isEmpty() ? 0 : lineClaim(order.status, line, false, {}).reserved;
    if (reserved > 0)
      addEvent(order, m_origin.now, QStringLiteral("reserved"), QString::number(reserved));
  }
  SC_TRY(insertOrders(fresh));
  SC_TRY(insertDetails(fresh));
  SC_TRY(insertRefunds(fresh));
  SC_TRY(saveParcels(fresh));
  return insertSearchWords(m_connection, texts);
}

Result<void> OrderPage::updateRow(const Pending& order, const StoredOrder& after)
{
  const OrderSnapshot& told = *order.told;
  SC_TRY(m_connection.run(
      QStringLiteral(
          "UPDATE orders SET number = ?, status = ?, payment = ?, fulfilment = ?, aftersale = ?, stage = ?, raw_status "
          "= ?,"
          " shippable = ?, currency = ?, total_minor = ?, paid_minor = ?, refunded_minor = ?, updated_at = ?, "
          "line_count = ?,"
          " units = ?, first_title = ?, customer_id = ?, customer_name = ?, city = ?, province = ?, content_hash = ?,"
          " event_count = ?, stored_at = ?, next_check_at = ?, gone_at = NULL WHERE id = ?"),
      {told.number,
       statusName(after.status),
       statusName(after.payment),
       statusName(told.fulfilment),
       statusName(after.aftersale),
       flowStageName(after.stage()),
       told.rawStatus,
       told.shippable,
       after.currency.code(),
       after.totalMinor,
       after.paidMinor,
       after.refundedMinor,
       after.updatedAt,
       qint64(told.lines.size()),
       after.units,
       told.lines.empty() ? QString() : told.lines.front().title.left(200),
       order.customer,
       nameOf(told),
       told.shipTo.city,
       told.shipTo.province,
       order.hash,
       order.events,
       m_origin.now,
       nextCheck(after.status, after.placedAt, m_origin),
       after.id}));
  std::vector<SqlValue> details = detailValues(told);
  details.emplace_back(after.id);
  SC_TRY(m_connection.run(
      QStringLiteral(
          "UPDATE order_details SET goods_minor = ?, shipping_minor = ?, discount_minor = ?, tax_minor = ?, paid_at = "
          "?,"
          " shipped_at = ?, completed_at = ?, customer_email = ?, customer_phone = ?, ship_name = ?, ship_phone = ?,"
          " ship_country = ?, ship_district = ?, ship_street = ?, ship_postal_code = ?, buyer_note = ?, seller_memo = "
          "?,"
          " payment_method = ?, payment_reference = ?, warnings = ? WHERE order_id = ?"),
      details));
  return {};
}

Result<void> OrderPage::replaceLines(const Pending& order, const StoredOrder& after)
{
  struct Old {
    QString sku;
    LineClaim claim;
  };
  QHash<QString, Old> old; // by the line's id at the shop, else its place
  SC_TRY(m_connection.each(
      QStringLiteral("SELECT position, external_id, sku, reserved, taken FROM order_lines WHERE order_id = ?"),
      {after.id}, [&](const Row& row) {
        const QString key = row.text(1).isEmpty() ? QString::number(row.integer(0)) : row.text(1);
        old.insert(key, {row.text(2), {row.integer(3), row.integer(4)}});
      }));
  SC_TRY(m_connection.run(QStringLiteral("DELETE FROM order_lines WHERE order_id = ?"), {after.id}));
  std::vector<SqlValue> values;
  qint64 position = 0;
  for (const LineSnapshot& line : order.told->lines) {
    const QString key = line.externalId.isEmpty() ? QString::number(position) : line.externalId;
    const Old before = old.take(key);
    const bool returned =
        std::any_of(order.told->refunds.begin(), order.told->refunds.end(), [&](const RefundSnapshot& refund) {
          return refund.goodsReturned && (refund.lineExternalId.isEmpty() || refund.lineExternalId == line.externalId);
        });
    LineClaim from = before.claim;
    if (before.sku != line.sku) { // another article now: the old one is let go of, the new one claimed from nothing
      m_claims.push_back({after.id, before.sku, -from.reserved, -from.taken});
      from = {};
    }
    const LineClaim claim = lineClaim(after.status, line, returned, from);
    m_claims.push_back({after.id, line.sku, claim.reserved - from.reserved, claim.taken - from.taken});
    appendLine(values, after.id, position++, line, claim);
  }
  for (const Old& removed : std::as_const(old))
    m_claims.push_back({after.id, removed.sku, -removed.claim.reserved, -removed.claim.taken});
  SC_TRY(m_connection.insertMany(kInsertLines, 16, values));
  return {};
}

Result<void> OrderPage::changeEvents(Pending& order, const StoredOrder& before, const StoredOrder& after)
{
  const OrderSnapshot& told = *order.told;
  const bool wasPaid = before.payment != PaymentStatus::Unpaid && before.payment != PaymentStatus::Unknown &&
                       before.payment != PaymentStatus::Authorized;
  const bool isPaid = after.payment == PaymentStatus::Paid || after.payment == PaymentStatus::PartiallyRefunded;
  size_t noted = m_events.size();
  if (isPaid && !wasPaid)
    addEvent(order, told.paidAt.value_or(after.updatedAt), QStringLiteral("paid"),
             amountText(told.paid.isZero() ? told.total : told.paid));
  if (after.status != before.status || told.rawStatus != before.rawStatus) {
    static const QHash<OrderStatus, QString> kKinds{{OrderStatus::Shipped, QStringLiteral("shipped")},
                                                    {OrderStatus::PartShipped, QStringLiteral("shipped")},
                                                    {OrderStatus::Delivered, QStringLiteral("delivered")},
                                                    {OrderStatus::Completed, QStringLiteral("completed")},
                                                    {OrderStatus::Cancelled, QStringLiteral("cancelled")}};
    const QString kind =
        after.status == before.status ? QStringLiteral("status") : kKinds.value(after.status, QStringLiteral("status"));
    if (!(kind == QLatin1String("status") && m_events.size() > noted)) // "paid" says it already
      addEvent(order, told.shippedAt && kind == QLatin1String("shipped") ? *told.shippedAt : after.updatedAt, kind,
               QStringLiteral("%1 → %2").arg(before.rawStatus, told.rawStatus));
  }
  QSet<QString> known;
  SC_TRY(m_connection.each(QStringLiteral("SELECT external_id FROM order_refunds WHERE order_id = ?"), {after.id},
                           [&](const Row& row) { known.insert(row.text(0)); }));
  for (const RefundSnapshot& refund : told.refunds)
    if (!known.contains(refund.externalId))
      addEvent(order, refund.createdAt.value_or(after.updatedAt), QStringLiteral("refunded"),
               amountText(refund.amount));
  if (after.totalMinor != before.totalMinor)
    addEvent(order, after.updatedAt, QStringLiteral("changed"),
             QStringLiteral("total %1 → %2").arg(Money(before.totalMinor, before.currency).text(), told.total.text()));
  if (m_events.size() == noted)
    addEvent(order, after.updatedAt, QStringLiteral("changed"), {});
  return {};
}

Result<bool> OrderPage::change(Pending& order, const StoredOrder& before)
{
  if (before.contentHash == order.hash && !before.gone)
    return false;
  if (updatedAt(*order.told) < before.updatedAt && !before.gone)
    return false; // an older copy that arrived late
  order.id = before.id;
  order.events = before.eventCount;
  SC_TRY_ASSIGN(facts, orderFacts(m_connection, before.id));
  order.status = effectiveStatus(order.told->status, facts);
  StoredOrder after = stored(order);
  after.placedAt = before.placedAt; // its key and its slot in the rollups were made from it
  if (facts.paidAtGateway && (after.payment == PaymentStatus::Unpaid || after.payment == PaymentStatus::Unknown)) {
    after.payment = PaymentStatus::Paid;
    after.paidMinor = std::max(after.paidMinor, before.paidMinor);
  }
  SC_TRY(replaceLines(order, after));
  SC_TRY(changeEvents(order, before, after));
  SC_TRY(insertRefunds({order}));
  SC_TRY(saveParcels({order}));
  m_rollups.remove(before.share());
  m_rollups.add(after.share());
  m_changes.orders.insert(after.id.value());
  SC_TRY(updateRow(order, after));
  SC_TRY(replaceSearchWords(m_connection, after.id, *order.words));
  return true;
}

Result<UpsertCount> OrderPage::write(const PreparedOrders& page)
{
  UpsertCount count;
  std::vector<Pending> pending = newest(page, count);
  if (pending.empty())
    return count;
  SC_TRY(findStored(pending));
  std::vector<Pending> fresh, known;
  for (Pending& order : pending)
    (m_stored.contains(order.told->externalId) ? known : fresh).push_back(order);
  std::erase_if(known, [&](const Pending& order) {
    const StoredOrder& before = m_stored[order.told->externalId];
    const bool same = !before.gone && (before.contentHash == order.hash || updatedAt(*order.told) < before.updatedAt);
    count.unchanged += same;
    return same;
  });
  SC_TRY(findCustomers(fresh));
  SC_TRY(findCustomers(known));
  SC_TRY(insertNew(fresh));
  count.inserted = qint64(fresh.size());
  for (Pending& order : known) {
    SC_TRY(change(order, m_stored[order.told->externalId]));
    ++count.changed;
  }
  SC_TRY(applyClaims(m_connection, m_origin, m_claims, m_changes));
  SC_TRY(writeEvents(m_connection, m_origin, m_events));
  SC_TRY(m_rollups.write(m_connection));
  SC_TRY(noteLinkedPayments());
  return count;
}

/// Read again and found the same: the next look can wait.
Result<void> postponeChecks(Connection& c, const Origin& origin, const std::vector<OrderSnapshot>& orders)
{
  for (const OrderSnapshot& order : orders) {
    const auto next = nextCheck(order.status, order.placedAt, origin);
    SC_TRY(c.run(QStringLiteral("UPDATE orders SET next_check_at = ? WHERE account_id = ? AND external_id = ?"
                                " AND next_check_at IS NOT NULL AND next_check_at <= ?"),
                 {next, origin.account, order.externalId, origin.now}));
  }
  return {};
}

} // namespace

PreparedOrders prepareOrders(std::vector<OrderSnapshot> orders)
{
  PreparedOrders page;
  page.orders = std::move(orders);
  for (const OrderSnapshot& order : page.orders) {
    page.hashes.push_back(contentHash(order));
    page.words.push_back(searchWords(order));
  }
  return page;
}

Result<UpsertCount> upsertPreparedOrders(Connection& c, const Origin& origin, const PreparedOrders& orders,
                                         ChangeSet& changes)
{
  return c.transaction([&]() -> Result<UpsertCount> {
    SC_TRY_ASSIGN(count, OrderPage(c, origin, changes).write(orders));
    if (count.unchanged > 0)
      SC_TRY(postponeChecks(c, origin, orders.orders));
    return count;
  });
}

Result<UpsertCount> upsertOrders(Connection& c, const Origin& origin, const std::vector<OrderSnapshot>& orders,
                                 ChangeSet& changes)
{
  return upsertPreparedOrders(c, origin, prepareOrders(orders), changes);
}

Result<void> markOrdersGone(Connection& c, const Origin& origin, const QStringList& externalIds, ChangeSet& changes)
{
  for (const QString& externalId : externalIds) {
    SC_TRY_ASSIGN(
        found,
        c.row(
            QStringLiteral("SELECT %1 FROM orders WHERE account_id = ? AND external_id = ?").arg(storedOrderColumns()),
            {origin.account, externalId}, storedOrder));
    if (!found || found->gone)
      continue;
    StoredOrder after = *found;
    after.gone = true;
    std::vector<NewEvent> events{{found->id, 0, origin.now, QStringLiteral("gone"), {}}};
    SC_TRY(settleClaims(c, origin, after, false, changes, &events));
    for (NewEvent& event : events)
      event.seq = after.eventCount++;
    RollupBatch rollups;
    SC_TRY(writeState(c, origin, *found, after, rollups, changes));
    SC_TRY(c.run(QStringLiteral("UPDATE orders SET gone_at = ? WHERE id = ?"), {origin.now, found->id}));
    SC_TRY(writeEvents(c, origin, events));
    SC_TRY(rollups.write(c));
  }
  return {};
}

Result<QStringList> ordersToRevisit(Connection& c, AccountId account, Instant now, int limit)
{
  QStringList ids;
  SC_TRY(c.each(QStringLiteral("SELECT external_id FROM orders WHERE account_id = ? AND next_check_at IS NOT NULL"
                               " AND next_check_at <= ? ORDER BY next_check_at LIMIT ?"),
                {account, now, limit}, [&](const Row& row) { ids.append(row.text(0)); }));
  return ids;
}

Result<std::optional<Instant>> nextRevisit(Connection& c, AccountId account)
{
  SC_TRY_ASSIGN(
      found,
      c.row(QStringLiteral("SELECT MIN(next_check_at) FROM orders WHERE account_id = ? AND next_check_at IS NOT NULL"),
            {account}, [](const Row& row) { return row.instantIfAny(0); }));
  return found ? *found : std::nullopt;
}

} // namespace supercargo
