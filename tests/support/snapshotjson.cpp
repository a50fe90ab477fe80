#include "tests/support/snapshotjson.h"

#include "core/base/text.h"

#include <QJsonDocument>

namespace supercargo::test {
namespace {

/// Collects the members of one object and leaves out what says nothing.
class Fields {
public:
  Fields& add(const char* key, const QString& value) { return value.isEmpty() ? *this : set(key, value); }
  Fields& add(const char* key, bool value) { return value ? set(key, true) : *this; }
  Fields& add(const char* key, qint64 value) { return set(key, value); }
  Fields& add(const char* key, double value) { return set(key, value); }
  Fields& add(const char* key, Money value)
  {
    return set(key, QStringLiteral("%1 %2").arg(value.text(), value.currency().code()));
  }
  Fields& add(const char* key, Instant value) { return set(key, toIso(value)); }
  Fields& add(const char* key, const QStringList& value)
  {
    return value.isEmpty() ? *this : set(key, QJsonArray::fromStringList(value));
  }
  Fields& add(const char* key, const AddressSnapshot& value);
  template <class T>
  Fields& add(const char* key, const std::optional<T>& value)
  {
    return value ? add(key, *value) : *this;
  }
  template <class T>
  Fields& add(const char* key, const std::vector<T>& values)
  {
    QJsonArray list;
    for (const T& value : values)
      list.append(toJson(value));
    return list.isEmpty() ? *this : set(key, list);
  }
  QJsonObject object() const { return m_object; }

private:
  Fields& set(const char* key, const QJsonValue& value)
  {
    m_object.insert(QLatin1String(key), value);
    return *this;
  }
  QJsonObject m_object;
};

QString managedByName(StockManagedBy value)
{
  switch (value) {
  case StockManagedBy::Variant:
    return QStringLiteral("variant");
  case StockManagedBy::Parent:
    return QStringLiteral("parent");
  case StockManagedBy::None:
    return QStringLiteral("none");
  }
  Q_UNREACHABLE();
}

/// Bytes as the most readable thing that they are.
void addBytes(QJsonObject& object, const char* key, const QByteArray& bytes)
{
  if (bytes.isEmpty())
    return;
  const auto document = QJsonDocument::fromJson(bytes);
  const auto text = decodeUtf8(bytes);
  if (document.isObject())
    object.insert(QLatin1String(key), document.object());
  else if (document.isArray())
    object.insert(QLatin1String(key), document.array());
  else if (text)
    object.insert(QLatin1String(key), *text);
  else
    object.insert(QLatin1String(key) + QLatin1String("_base64"), QString::fromLatin1(bytes.toBase64()));
}

Fields& Fields::add(const char* key, const AddressSnapshot& value)
{
  const QJsonObject object = Fields()
                                 .add("name", value.name)
                                 .add("phone", value.phone)
                                 .add("country", value.country)
                                 .add("province", value.province)
                                 .add("city", value.city)
                                 .add("district", value.district)
                                 .add("street", value.street)
                                 .add("postal_code", value.postalCode)
                                 .object();
  return object.isEmpty() ? *this : set(key, object);
}

} // namespace

QJsonObject toJson(const LineSnapshot& line)
{
  return Fields()
      .add("external_id", line.externalId)
      .add("product", line.productExternalId)
      .add("variant", line.variantExternalId)
      .add("sku", line.sku)
      .add("title", line.title)
      .add("options", line.options)
      .add("image", line.imageUrl)
      .add("quantity", line.quantity)
      .add("shipped", line.shippedQuantity)
      .add("unit_price", line.unitPrice)
      .add("discount", line.discount)
      .add("total", line.total)
      .object();
}

QJsonObject toJson(const RefundSnapshot& refund)
{
  return Fields()
      .add("external_id", refund.externalId)
      .add("line", refund.lineExternalId)
      .add("reason", refund.reason)
      .add("amount", refund.amount)
      .add("status", statusName(refund.status))
      .add("goods_returned", refund.goodsReturned)
      .add("created_at", refund.createdAt)
      .object();
}

QJsonObject toJson(const OrderParcelSnapshot& parcel)
{
  return Fields()
      .add("external_id", parcel.externalId)
      .add("courier_code", parcel.courierCode)
      .add("courier_name", parcel.courierName)
      .add("number", parcel.number)
      .add("url", parcel.url)
      .add("shipped_at", parcel.shippedAt)
      .object();
}

QJsonObject toJson(const VariantSnapshot& variant)
{
  return Fields()
      .add("external_id", variant.externalId)
      .add("sku", variant.sku)
      .add("barcode", variant.barcode)
      .add("options", variant.options)
      .add("image", variant.imageUrl)
      .add("price", variant.price)
      .add("stock", variant.stock)
      .add("managed_by", managedByName(variant.managedBy))
      .add("updated_at", variant.updatedAt)
      .object();
}

QJsonObject toJson(const TrackingEvent& event)
{
  return Fields()
      .add("at", event.at)
      .add("wall_clock", event.wallClock)
      .add("status", statusName(event.status))
      .add("reason", event.reason)
      .add("text", event.text)
      .add("place", event.place)
      .add("raw_code", event.rawCode)
      .add("latitude", event.latitude)
      .add("longitude", event.longitude)
      .add("coordinate_system", event.coordinateSystem)
      .object();
}

QJsonObject toJson(const ItemFailure& failure)
{
  QJsonObject object = Fields().add("external_id", failure.externalId).add("reason", failure.reason).object();
  addBytes(object, "payload", failure.payload);
  return object;
}

QString changeKindName(ChangeNotice::Kind kind)
{
  switch (kind) {
  case ChangeNotice::Kind::Field:
    return QStringLiteral("field");
  case ChangeNotice::Kind::Value:
    return QStringLiteral("value");
  case ChangeNotice::Kind::Column:
    return QStringLiteral("column");
  case ChangeNotice::Kind::Version:
    return QStringLiteral("version");
  case ChangeNotice::Kind::List:
    return QStringLiteral("list");
  }
  Q_UNREACHABLE();
}

QJsonObject toJson(const ChangeNotice& change)
{
  return Fields()
      .add("kind", changeKindName(change.kind))
      .add("where", change.where)
      .add("sample", change.sample)
      .object();
}

QJsonObject toJson(const Rate& rate)
{
  return Fields()
      .add("service", rate.service)
      .add("name", rate.name)
      .add("price", rate.price)
      .add("days", rate.days ? std::optional<qint64>(*rate.days) : std::nullopt)
      .object();
}

QJsonObject toJson(const OrderSnapshot& order)
{
  return Fields()
      .add("external_id", order.externalId)
      .add("number", order.number)
      .add("raw_status", order.rawStatus)
      .add("status", statusName(order.status))
      .add("payment", statusName(order.payment))
      .add("fulfilment", statusName(order.fulfilment))
      .add("aftersale", statusName(order.aftersale))
      .add("shippable", order.shippable)
      .add("total", order.total)
      .add("goods", order.goods)
      .add("shipping", order.shipping)
      .add("discount", order.discount)
      .add("tax", order.tax)
      .add("paid", order.paid)
      .add("refunded", order.refunded)
      .add("placed_at", order.placedAt)
      .add("updated_at", order.updatedAt)
      .add("paid_at", order.paidAt)
      .add("ship_by", order.shipBy)
      .add("deliver_by", order.deliverBy)
      .add("shipped_at", order.shippedAt)
      .add("completed_at", order.completedAt)
      .add("customer", order.customerExternalId)
      .add("customer_name", order.customerName)
      .add("customer_email", order.customerEmail)
      .add("customer_phone", order.customerPhone)
      .add("ship_to", order.shipTo)
      .add("buyer_note", order.buyerNote)
      .add("seller_memo", order.sellerMemo)
      .add("payment_method", order.paymentMethod)
      .add("payment_reference", order.paymentReference)
      .add("lines", order.lines)
      .add("refunds", order.refunds)
      .add("parcels", order.parcels)
      .add("warnings", order.warnings)
      .object();
}

QJsonObject toJson(const ProductSnapshot& product)
{
  return Fields()
      .add("external_id", product.externalId)
      .add("title", product.title)
      .add("status", product.status)
      .add("url", product.url)
      .add("images", product.imageUrls)
      .add("categories", product.categories)
      .add("updated_at", product.updatedAt)
      .add("variants", product.variants)
      .add("variant_ids", product.variantIds)
      .object();
}

QJsonObject toJson(const StockSnapshot& stock)
{
  return Fields()
      .add("product", stock.productExternalId)
      .add("variant", stock.variantExternalId)
      .add("sku", stock.sku)
      .add("location", stock.location)
      .add("on_hand", stock.onHand)
      .add("allocated", stock.allocated)
      .add("available", stock.available)
      .object();
}

QJsonObject toJson(const CustomerSnapshot& customer)
{
  return Fields()
      .add("external_id", customer.externalId)
      .add("name", customer.name)
      .add("email", customer.email)
      .add("phone", customer.phone)
      .add("country", customer.country)
      .add("province", customer.province)
      .add("city", customer.city)
      .add("registered_at", customer.registeredAt)
      .add("updated_at", customer.updatedAt)
      .object();
}

QJsonObject toJson(const PaymentSnapshot& payment)
{
  return Fields()
      .add("external_id", payment.externalId)
      .add("order_number", payment.orderNumber)
      .add("raw_status", payment.rawStatus)
      .add("amount", payment.amount)
      .add("received", payment.received)
      .add("fee", payment.fee)
      .add("refunded", payment.refunded)
      .add("status", statusName(payment.status))
      .add("paid_at", payment.paidAt)
      .add("payer", payment.payer)
      .add("method", payment.method)
      .add("decline_code", payment.declineCode)
      .add("decline_reason", payment.declineReason)
      .add("refunds", payment.refunds)
      .object();
}

QJsonObject toJson(const BillLineSnapshot& line)
{
  return Fields()
      .add("bill", line.bill)
      .add("entry_id", line.entryId)
      .add("kind", line.kind)
      .add("payment", line.paymentExternalId)
      .add("order_number", line.orderNumber)
      .add("refund_number", line.refundNumber)
      .add("title", line.title)
      .add("raw_line", line.rawLine)
      .add("amount", line.amount)
      .add("fee", line.fee)
      .add("net", line.net)
      .add("balance", line.balance)
      .add("occurred_at", line.occurredAt)
      .add("settled_on", line.settledOn)
      .object();
}

QJsonObject toJson(const TrackingSnapshot& tracking)
{
  return Fields()
      .add("courier", tracking.courier)
      .add("number", tracking.number)
      .add("raw_status", tracking.rawStatus)
      .add("status", statusName(tracking.status))
      .add("reason", tracking.reason)
      .add("delivered_at", tracking.deliveredAt)
      .add("estimated_at", tracking.estimatedAt)
      .add("events", tracking.events)
      .object();
}

QJsonObject toJson(const Snapshots& snapshots)
{
  return Fields()
      .add("orders", snapshots.orders)
      .add("products", snapshots.products)
      .add("stock", snapshots.stock)
      .add("customers", snapshots.customers)
      .add("payments", snapshots.payments)
      .add("bill_lines", snapshots.billLines)
      .add("tracking", snapshots.tracking)
      .add("gone", snapshots.gone)
      .add("failures", snapshots.failures)
      .add("changes", snapshots.changes)
      .object();
}

QJsonObject toJson(const FetchStep& step)
{
  QJsonObject object = toJson(step.snapshots);
  const QJsonObject rest = Fields().add("next", step.next).add("cursor", step.cursor).add("total", step.total).object();
  for (auto it = rest.begin(); it != rest.end(); ++it)
    object.insert(it.key(), it.value());
  return object;
}

QJsonObject toJson(const ActionOutcome& outcome)
{
  QJsonObject object = Fields()
                           .add("external_id", outcome.externalId)
                           .add("number", outcome.number)
                           .add("message", outcome.message)
                           .add("child_numbers", outcome.childNumbers)
                           .add("deliverable", outcome.deliverable)
                           .add("sort_code", outcome.sortCode)
                           .add("origin_code", outcome.originCode)
                           .add("destination_code", outcome.destinationCode)
                           .add("product_code", outcome.productCode)
                           .add("label_format", outcome.labelFormat)
                           .add("label_url", outcome.labelUrl)
                           .add("label_key", outcome.labelKey)
                           .add("pending", outcome.pending)
                           .add("rates", outcome.rates)
                           .object();
  object.insert(QStringLiteral("accepted"), outcome.accepted);
  addBytes(object, "label", outcome.label);
  return object;
}

QJsonObject toJson(const RecipientStep& step)
{
  QJsonObject object = Fields().add("recipient", step.recipient).object();
  if (step.next)
    object.insert(QStringLiteral("next"), QJsonArray{toJson(*step.next)});
  return object;
}

QJsonObject toJson(const HttpRequest& request)
{
  QJsonObject headers;
  for (const auto& [name, value] : request.headers)
    headers.insert(QString::fromLatin1(name), QString::fromUtf8(value));
  QJsonObject object = Fields()
                           .add("operation", request.operation)
                           .add("method", QString::fromLatin1(request.method))
                           .add("url", QString::fromUtf8(request.url))
                           .add("state", request.state)
                           .object();
  if (!headers.isEmpty())
    object.insert(QStringLiteral("headers"), headers);
  addBytes(object, "body", request.body);
  QJsonArray expected;
  for (const int status : request.expected)
    expected.append(status);
  if (!expected.isEmpty())
    object.insert(QStringLiteral("expected"), expected);
  if (request.timeout != HttpRequest().timeout)
    object.insert(QStringLiteral("timeout_ms"), qint64(request.timeout.count()));
  return object;
}

QJsonObject toJson(const Error& error)
{
  QJsonObject object = Fields()
                           .add("kind", errorKindName(error.kind))
                           .add("detail", error.detail)
                           .add("subject", error.subject)
                           .object();
  if (error.retryAfter)
    object.insert(QStringLiteral("retry_after_ms"), qint64(error.retryAfter->count()));
  return {{QStringLiteral("error"), object}};
}

} // namespace supercargo::test
