#include "core/domain/courier_answer.h"
#include "core/providers/woocommerce/woocommerce.h"

#include <algorithm>

namespace supercargo::woocommerce {

const char kOrderFields[] =
    "id,number,status,currency,date_created_gmt,date_modified_gmt,date_paid_gmt,date_completed_gmt,discount_total,"
    "shipping_total,total,total_tax,customer_id,customer_note,billing,shipping,payment_method,payment_method_title,"
    "transaction_id,line_items,refunds,meta_data";

namespace {

/// A sum; an amount beyond 64 bits is a fault of the record.
void addTo(Money& sum, Money amount, const JsonReader& node)
{
  const auto result = sum.plus(amount);
  if (!result)
    node.problem(result.error().detail);
  sum = result.value_or(sum);
}

/// `price` is a JSON number with binary noise, so the price of one is computed, rounded half away from zero.
Money perPiece(Money sum, qint64 quantity)
{
  if (quantity <= 0)
    return Money(0, sum.currency());
  const qint64 whole = sum.minor() / quantity, rest = std::abs(sum.minor() % quantity);
  const qint64 up = rest >= quantity - rest ? (sum.minor() < 0 ? -1 : 1) : 0;
  return Money(whole + up, sum.currency());
}

QString joinedName(const JsonReader& address)
{
  return (address["first_name"].textIfAny().value_or(QString()) + u' ' +
          address["last_name"].textIfAny().value_or(QString()))
      .trimmed();
}

/// Plugins can turn the list into an object; none of it matters enough to refuse the order.
std::vector<JsonReader> metaOf(const JsonReader& node)
{
  return node["meta_data"].isArray() ? node["meta_data"].items() : std::vector<JsonReader>();
}

/// "Colour: Red, Size: L" from the visible meta data; other plugins keep arbitrary JSON there.
QString options(const JsonReader& line)
{
  QStringList parts;
  for (const JsonReader& meta : metaOf(line)) {
    const JsonReader value = meta["display_value"].isString() ? meta["display_value"] : meta["value"];
    const JsonReader name = meta["display_key"].isString() ? meta["display_key"] : meta["key"];
    if (name.isString() && value.isString() && !name.text().startsWith(u'_'))
      parts.append(name.text() + QStringLiteral(": ") + value.text());
  }
  return parts.join(QStringLiteral(", "));
}

LineSnapshot readLine(const JsonReader& node, Currency currency, bool shipped)
{
  LineSnapshot line;
  line.externalId = idText(node["id"]);
  line.productExternalId = idText(node["product_id"]);
  line.variantExternalId = idText(node["variation_id"]);
  if (line.variantExternalId.isEmpty())
    line.variantExternalId = line.productExternalId; // a simple product is its own variant
  line.sku = node["sku"].textIfAny().value_or(QString());
  line.title = node["name"].textIfAny().value_or(QString());
  line.options = options(node);
  line.imageUrl = node["image"]["src"].textIfAny().value_or(QString());
  line.quantity = node["quantity"].integer();
  line.shippedQuantity = shipped ? line.quantity : 0;
  const Money before = amount(node["subtotal"], currency);
  line.total = amount(node["total"], currency);
  line.unitPrice = perPiece(before, line.quantity);
  line.discount = before;
  addTo(line.discount, -line.total, node["total"]);
  return line;
}

AddressSnapshot readAddress(const JsonReader& order)
{
  const auto text = [](const JsonReader& node) { return node.textIfAny().value_or(QString()); };
  const JsonReader shipping = order["shipping"], billing = order["billing"];
  const bool own = shipping["address_1"].textIfAny() || shipping["first_name"].textIfAny();
  const JsonReader& node = own ? shipping : billing;
  AddressSnapshot address;
  address.name = joinedName(node);
  address.phone = shipping["phone"].textIfAny().value_or(text(billing["phone"]));
  address.country = text(node["country"]);
  address.province = text(node["state"]);
  address.city = text(node["city"]);
  address.street = (text(node["address_1"]) + u' ' + text(node["address_2"])).trimmed();
  address.postalCode = text(node["postcode"]);
  return address;
}

/// Parcels that the Shipment Tracking plugin, or this program, has noted in the meta data.
std::vector<OrderParcelSnapshot> readParcels(const JsonReader& order)
{
  std::vector<OrderParcelSnapshot> parcels;
  for (const JsonReader& meta : metaOf(order)) {
    if (!meta["key"].isString() || meta["key"].text() != QLatin1String("_wc_shipment_tracking_items") ||
        !meta["value"].isArray())
      continue;
    for (const JsonReader& item : meta["value"].items()) {
      OrderParcelSnapshot parcel;
      parcel.externalId = item["tracking_id"].textIfAny().value_or(QString());
      parcel.number = item["tracking_number"].textIfAny().value_or(QString());
      parcel.courierName = item["custom_tracking_provider"].textIfAny().value_or(
          item["tracking_provider"].textIfAny().value_or(QString()));
      parcel.url = item["custom_tracking_link"].textIfAny().value_or(QString());
      if (const auto seconds = item["date_shipped"].integerIfAny();
          seconds && *seconds > 0 && *seconds < 100'000'000'000)
        parcel.shippedAt = Instant(std::chrono::seconds(*seconds));
      if (!parcel.number.isEmpty())
        parcels.push_back(std::move(parcel));
    }
  }
  return parcels;
}

void readStatus(const Declaration& declaration, OrderSnapshot& order, const QString& method, Snapshots& notices)
{
  const StatusRow* row =
      declaration.status({{QStringLiteral("status"), order.rawStatus},
                          {QStringLiteral("payment_method"), method},
                          {QStringLiteral("paid"), order.paidAt ? QStringLiteral("yes") : QStringLiteral("no")}});
  if (!row) {
    order.warnings.append(QStringLiteral("unknown order status \"%1\"").arg(order.rawStatus));
    noteUnknownValue(notices, QStringLiteral("order.status"), order.rawStatus.left(60));
    return;
  }
  order.status = row->order;
  order.payment = row->payment;
  order.fulfilment = row->fulfilment;
  order.shippable = row->shippable;
}

void readRefunds(const JsonReader& node, OrderSnapshot& order)
{
  for (const JsonReader& item : node["refunds"].itemsIfAny()) {
    RefundSnapshot refund;
    refund.externalId = idText(item["id"]);
    refund.reason = item["reason"].textIfAny().value_or(QString());
    refund.amount = -amount(item["total"], order.total.currency()); // told as a negative amount
    refund.status = AftersaleStatus::Succeeded;
    addTo(order.refunded, refund.amount, item["total"]);
    order.refunds.push_back(std::move(refund));
  }
  if (order.refunds.empty())
    return;
  order.aftersale = AftersaleStatus::Succeeded;
  if (order.payment == PaymentStatus::Paid || order.payment == PaymentStatus::Cod)
    order.payment =
        order.refunded.minor() >= order.total.minor() ? PaymentStatus::Refunded : PaymentStatus::PartiallyRefunded;
}

void readMoney(const JsonReader& node, OrderSnapshot& order)
{
  const auto currency = Currency::of(node["currency"].text());
  if (!currency)
    node["currency"].problem(currency.error().detail);
  const Currency own = currency.value_or(Currency());
  order.total = amount(node["total"], own);
  order.shipping = amount(node["shipping_total"], own);
  order.discount = amount(node["discount_total"], own);
  order.tax = amount(node["total_tax"], own);
  order.goods = order.paid = order.refunded = Money(0, own);
}

void readPeople(const JsonReader& node, OrderSnapshot& order)
{
  const JsonReader billing = node["billing"];
  order.customerExternalId = idText(node["customer_id"]);
  order.customerName = joinedName(billing);
  order.customerEmail = billing["email"].textIfAny().value_or(QString());
  order.customerPhone = billing["phone"].textIfAny().value_or(QString());
  order.shipTo = readAddress(node);
  order.buyerNote = node["customer_note"].textIfAny().value_or(QString());
}

} // namespace

OrderSnapshot readOrder(const Declaration& declaration, const JsonReader& node, Snapshots& notices)
{
  OrderSnapshot order;
  order.externalId = node["id"].text();
  order.number = node["number"].textIfAny().value_or(order.externalId);
  order.rawStatus = node["status"].text();
  readMoney(node, order);
  order.placedAt = gmt(node["date_created_gmt"]).value_or(Instant());
  if (!node["date_created_gmt"].hasValue())
    node["date_created_gmt"].problem(QStringLiteral("missing"));
  order.updatedAt = gmt(node["date_modified_gmt"]);
  order.paidAt = gmt(node["date_paid_gmt"]);
  order.completedAt = order.shippedAt = gmt(node["date_completed_gmt"]);
  const QString method = node["payment_method"].textIfAny().value_or(QString());
  order.paymentMethod = node["payment_method_title"].textIfAny().value_or(method);
  order.paymentReference = node["transaction_id"].textIfAny().value_or(QString());
  readStatus(declaration, order, method, notices);
  readPeople(node, order);
  for (const JsonReader& item : node["line_items"].items()) {
    order.lines.push_back(readLine(item, order.total.currency(), order.fulfilment == FulfilmentStatus::Shipped));
    addTo(order.goods, amount(item["subtotal"], order.total.currency()), item["subtotal"]);
  }
  if (order.paidAt || order.payment == PaymentStatus::Paid || order.payment == PaymentStatus::Refunded)
    order.paid = order.total;
  readRefunds(node, order);
  order.parcels = readParcels(node);
  return order;
}

} // namespace supercargo::woocommerce
