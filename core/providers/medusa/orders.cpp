#include "core/providers/medusa/medusa.h"

namespace supercargo::medusa {
namespace {

void addTo(Money& sum, const Result<Money>& amount, const JsonReader& node)
{
  const auto result = amount ? sum.plus(*amount) : amount;
  if (!result)
    node.problem(result.error().detail);
  sum = result.value_or(sum);
}

QString joined(const JsonReader& node)
{
  return (textOf(node["first_name"]) + u' ' + textOf(node["last_name"])).trimmed();
}

LineSnapshot readLine(const JsonReader& node, Currency currency)
{
  LineSnapshot line;
  line.externalId = node["id"].text();
  line.productExternalId = textOf(node["product_id"]);
  line.variantExternalId = textOf(node["variant_id"]);
  line.sku = textOf(node["variant_sku"]);
  line.title = node["product_title"].textIfAny().value_or(textOf(node["title"]));
  line.options = textOf(node["variant_title"]);
  line.imageUrl = textOf(node["thumbnail"]);
  line.quantity = node["quantity"].integer();
  line.shippedQuantity = countOf(node["detail"]["shipped_quantity"]);
  line.unitPrice = amountOf(node, "unit_price", "raw_unit_price", currency);
  line.discount = amountIfAny(node, "discount_total", "raw_discount_total", currency);
  line.total = Money(0, currency);
  if (node["total"].hasValue() || node["raw_total"].hasValue())
    line.total = amountOf(node, "total", "raw_total", currency);
  else
    addTo(line.total, line.unitPrice.times(line.quantity), node["unit_price"]);
  return line;
}

AddressSnapshot readAddress(const JsonReader& node)
{
  AddressSnapshot address;
  address.name = joined(node);
  address.phone = textOf(node["phone"]);
  address.country = textOf(node["country_code"]).toUpper();
  address.province = textOf(node["province"]);
  address.city = textOf(node["city"]);
  QStringList street{textOf(node["company"]), textOf(node["address_1"]), textOf(node["address_2"])};
  street.removeAll(QString());
  address.street = street.join(u' ');
  address.postalCode = textOf(node["postal_code"]);
  return address;
}

void readPayments(const JsonReader& node, Currency currency, OrderSnapshot& order)
{
  for (const JsonReader& collection : node["payment_collections"].itemsIfAny()) {
    addTo(order.paid, amountIfAny(collection, "captured_amount", "raw_captured_amount", currency), collection);
    addTo(order.refunded, amountIfAny(collection, "refunded_amount", "raw_refunded_amount", currency), collection);
    for (const JsonReader& payment : collection["payments"].itemsIfAny()) {
      const bool captured = payment["captured_at"].hasValue();
      if (order.paymentReference.isEmpty() || captured) {
        order.paymentReference = textOf(payment["id"]);
        order.paymentMethod = textOf(payment["provider_id"]);
      }
      if (captured && !order.paidAt)
        order.paidAt = payment["captured_at"].instantIfAny();
      for (const JsonReader& item : payment["refunds"].itemsIfAny()) {
        RefundSnapshot refund;
        refund.externalId = item["id"].text();
        refund.reason = textOf(item["note"]);
        refund.amount = amountOf(item, "amount", "raw_amount", currency);
        refund.status = AftersaleStatus::Succeeded;
        refund.createdAt = item["created_at"].instantIfAny();
        order.refunds.push_back(std::move(refund));
      }
    }
  }
}

void readFulfilments(const JsonReader& node, OrderSnapshot& order)
{
  for (const JsonReader& item : node["fulfillments"].itemsIfAny()) {
    if (item["canceled_at"].hasValue())
      continue;
    const auto shippedAt = item["shipped_at"].instantIfAny();
    if (shippedAt && !order.shippedAt)
      order.shippedAt = shippedAt;
    const QString id = item["id"].text();
    int count = 0; // one fulfilment may have several labels
    for (const JsonReader& label : item["labels"].itemsIfAny())
      if (const QString number = textOf(label["tracking_number"]); !number.isEmpty()) {
        const QString url = textOf(label["tracking_url"]);
        const QString own = count == 0 ? id : QStringLiteral("%1/%2").arg(id).arg(count);
        order.parcels.push_back({own,
                                 {},
                                 {},
                                 number,
                                 url == QLatin1String("#") ? QString() : url, // what a shop without one writes
                                 shippedAt});
        ++count;
      }
  }
}

bool isKnown(const Declaration& declaration, const QString& field, const QString& value)
{
  for (const StatusRow& row : declaration.statuses)
    if (row.raw.value(field) == value)
      return true;
  return false;
}

void readStatus(const Declaration& declaration, const JsonReader& node, OrderSnapshot& order, Snapshots& notices)
{
  const QMap<QString, QString> raw{{QStringLiteral("status"), node["status"].text()},
                                   {QStringLiteral("payment_status"), textOf(node["payment_status"])},
                                   {QStringLiteral("fulfillment_status"), textOf(node["fulfillment_status"])}};
  order.rawStatus = QStringList{raw.value(QStringLiteral("status")), raw.value(QStringLiteral("payment_status")),
                                raw.value(QStringLiteral("fulfillment_status"))}
                        .join(u'/');
  for (auto it = raw.cbegin(); it != raw.cend(); ++it)
    if (!isKnown(declaration, it.key(), it.value())) {
      order.warnings.append(QStringLiteral("unknown %1 \"%2\"").arg(it.key(), it.value()));
      notices.changes.push_back({ChangeNotice::Kind::Value, QStringLiteral("order.") + it.key(), it.value().left(60)});
    }
  const StatusRow* row = declaration.status(raw);
  if (!row || !order.warnings.isEmpty()) // a row that leaves a field open must not hide what is unknown in it
    return;
  order.status = row->order;
  order.payment = row->payment;
  order.fulfilment = row->fulfilment;
  order.shippable = row->shippable;
}

} // namespace

OrderSnapshot readOrder(const Declaration& declaration, const JsonReader& node, Snapshots& notices)
{
  OrderSnapshot order;
  order.externalId = node["id"].text();
  order.number = node["display_id"].textIfAny().value_or(order.externalId);
  const Currency currency = currencyOf(node["currency_code"]);
  order.total = amountOf(node, "total", "raw_total", currency);
  order.shipping = amountIfAny(node, "shipping_total", "raw_shipping_total", currency);
  order.tax = amountIfAny(node, "tax_total", "raw_tax_total", currency);
  order.discount = amountIfAny(node, "discount_total", "raw_discount_total", currency);
  order.goods = order.paid = order.refunded = Money(0, currency);
  order.placedAt = node["created_at"].instant();
  order.updatedAt = node["updated_at"].instantIfAny();
  readStatus(declaration, node, order, notices);
  for (const JsonReader& item : node["items"].items()) {
    order.lines.push_back(readLine(item, currency));
    addTo(order.goods, order.lines.back().unitPrice.times(order.lines.back().quantity), item["unit_price"]);
  }
  readPayments(node, currency, order);
  if (!node["payment_collections"].isArray() && order.payment == PaymentStatus::Paid)
    order.paid = order.total;
  order.aftersale = order.refunds.empty() ? AftersaleStatus::None : AftersaleStatus::Succeeded;
  readFulfilments(node, order);
  const JsonReader customer = node["customer"];
  order.shipTo = readAddress(node["shipping_address"]);
  order.customerExternalId = customer["id"].textIfAny().value_or(textOf(node["customer_id"]));
  order.customerName = joined(customer).isEmpty() ? order.shipTo.name : joined(customer);
  order.customerEmail = textOf(node["email"]);
  order.customerPhone = customer["phone"].textIfAny().value_or(order.shipTo.phone);
  return order;
}

} // namespace supercargo::medusa
