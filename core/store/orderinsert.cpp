#include "core/db/ids.h"
#include "core/store/ledger.h"
#include "core/store/orderflow.h"
#include "core/store/orderid.h"
#include "core/store/orderpage.h"
#include "core/store/ordertext.h"
#include "core/store/parcels.h"

#include <algorithm>

namespace supercargo {

void OrderPage::firstEvents(Pending& order)
{
  const OrderSnapshot& told = *order.told;
  addEvent(order, told.placedAt, QStringLiteral("placed"), told.total.withCode());
  if (told.paidAt)
    addEvent(order, *told.paidAt, QStringLiteral("paid"), (told.paid.isZero() ? told.total : told.paid).withCode());
  if (told.shippedAt)
    addEvent(order, *told.shippedAt, QStringLiteral("shipped"),
             told.parcels.empty() ? QString() : told.parcels.front().number);
  for (const RefundSnapshot& refund : told.refunds)
    addEvent(order, refund.createdAt.value_or(updatedAt(told)), QStringLiteral("refunded"), refund.amount.withCode());
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
  s.fulfilment = told.fulfilment;
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
                                 SqlValue(buyerName(told)),
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
          SqlValue(told.warnings.join(u'\n')),
          SqlValue(told.shipBy),
          SqlValue(told.deliverBy)};
}

Result<void> OrderPage::insertDetails(const std::vector<Pending>& fresh)
{
  std::vector<SqlValue> values;
  values.reserve(fresh.size() * 23);
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
                     " ship_postal_code, buyer_note, seller_memo, payment_method, payment_reference, warnings, "
                     "ship_by_at, deliver_by_at) VALUES"),
      23, values));
  return {};
}

void appendLine(std::vector<SqlValue>& values, OrderId order, qint64 position, const LineSnapshot& line,
                LineClaim claim, std::optional<qint64> cost)
{
  values.insert(values.end(),
                {SqlValue(order), SqlValue(position), SqlValue(line.externalId), SqlValue(line.productExternalId),
                 SqlValue(line.variantExternalId), SqlValue(line.sku), SqlValue(line.title), SqlValue(line.options),
                 SqlValue(line.imageUrl), SqlValue(line.quantity), SqlValue(line.shippedQuantity),
                 SqlValue(line.unitPrice.minor()), SqlValue(line.discount.minor()), SqlValue(line.total.minor()),
                 SqlValue(claim.reserved), SqlValue(claim.taken), SqlValue(cost)});
}

const QString kInsertLines =
    QStringLiteral("INSERT INTO order_lines (order_id, position, external_id, product_external_id, "
                   "variant_external_id, sku, title, options, image_url,"
                   " quantity, shipped_quantity, unit_minor, discount_minor, total_minor, reserved, taken,"
                   " cost_minor) VALUES");

Result<std::optional<qint64>> OrderPage::costOf(const LineSnapshot& line, Instant soldAt, Currency currency)
{
  if (!m_hasCosts) {
    SC_TRY_ASSIGN(any, hasCosts(m_connection));
    m_hasCosts = any;
  }
  if (!*m_hasCosts || line.sku.isEmpty())
    return std::nullopt;
  SC_TRY_ASSIGN(article, articleOf(m_connection, m_origin.account, line.sku));
  SC_TRY_ASSIGN(cost, costAt(m_connection, article, soldAt));
  return cost && cost->currency() == currency ? std::optional(cost->minor()) : std::nullopt;
}

Result<void> OrderPage::insertLines(const std::vector<Pending>& fresh)
{
  std::vector<SqlValue> values;
  for (const Pending& order : fresh) {
    qint64 position = 0;
    for (const LineSnapshot& line : order.told->lines) {
      // What left before we knew the order is not in the opening balance either, so only promises move the stock.
      const LineClaim claim = lineClaim(order.status, line, false, {});
      SC_TRY_ASSIGN(cost, costOf(line, order.told->placedAt, order.told->total.currency()));
      appendLine(values, order.id, position++, line, claim, cost);
      m_claims.push_back({order.id, line.sku, claim.reserved, 0});
    }
  }
  SC_TRY(m_connection.insertMany(kInsertLines, kLineColumns, values));
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
    for (size_t i = 0; i < told.parcels.size(); ++i) {
      const OrderParcelSnapshot& parcel = told.parcels[i];
      if (parcel.number.isEmpty())
        continue;
      const auto shippedAt = parcel.shippedAt ? parcel.shippedAt : told.shippedAt;
      // Of an order that has ended the way is still worth one look, as long as couriers remember it.
      const bool done = !isOpen(order.status) && m_origin.now - shippedAt.value_or(told.placedAt) > kTrackedFor;
      values.insert(values.end(), {SqlValue(id++), SqlValue(order.id), SqlValue(order.couriers->value(qsizetype(i))),
                                   SqlValue(parcel.number), SqlValue(statusName(ParcelStatus::Pending)),
                                   SqlValue(QString()), SqlValue(QString()), SqlValue(QString()),
                                   SqlValue(phoneTail(phone)), SqlValue(shippedAt), SqlValue(0), SqlValue(0),
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

} // namespace supercargo
