#include "core/providers/shopify/shopify.h"

namespace supercargo::shopify {
namespace {

void addTo(Money& sum, const Result<Money>& amount, const JsonReader& node)
{
  const auto result = amount ? sum.plus(*amount) : amount;
  if (!result)
    node.problem(result.error().detail);
  sum = result.value_or(sum);
}

LineSnapshot readLine(const JsonReader& node, Currency currency)
{
  LineSnapshot line;
  line.externalId = numberOf(node["id"]);
  line.productExternalId = numberIfAny(node["product"]["id"]); // null when the product is gone
  line.variantExternalId = numberIfAny(node["variant"]["id"]);
  line.sku = textOf(node["sku"]);
  line.title = textOf(node["title"]);
  line.options = textOf(node["variantTitle"]);
  line.imageUrl = textOf(node["image"]["url"]);
  line.quantity = countOf(node["quantity"]);
  line.shippedQuantity = std::max<qint64>(0, countOf(node["currentQuantity"]) - countOf(node["unfulfilledQuantity"]));
  line.unitPrice = shopMoney(node["originalUnitPriceSet"], currency);
  line.total = shopMoney(node["discountedTotalSet"], currency);
  line.discount = -line.total;
  addTo(line.discount, line.unitPrice.times(line.quantity), node["originalUnitPriceSet"]);
  return line;
}

AddressSnapshot readAddress(const JsonReader& node)
{
  AddressSnapshot address;
  address.name = textOf(node["name"]);
  address.phone = textOf(node["phone"]);
  address.country = textOf(node["countryCodeV2"]);
  address.province = textOf(node["province"]);
  address.city = textOf(node["city"]);
  QStringList street{textOf(node["company"]), textOf(node["address1"]), textOf(node["address2"])};
  street.removeAll(QString());
  address.street = street.join(u' ');
  address.postalCode = textOf(node["zip"]);
  return address;
}

/// The gateway's name and number, and when the money came.
void readTransactions(const JsonReader& node, OrderSnapshot& order)
{
  for (const JsonReader& transaction : node["transactions"].itemsIfAny()) {
    const QString kind = textOf(transaction["kind"]);
    const bool pays = kind == QLatin1String("SALE") || kind == QLatin1String("CAPTURE");
    const bool done = textOf(transaction["status"]) == QLatin1String("SUCCESS");
    if (!pays && kind != QLatin1String("AUTHORIZATION"))
      continue;
    const QString gateway = transaction["formattedGateway"].textIfAny().value_or(textOf(transaction["gateway"]));
    if (order.paymentMethod.isEmpty() || (pays && done))
      order.paymentMethod = gateway;
    if (const QString id = textOf(transaction["paymentId"]); !id.isEmpty())
      order.paymentReference = id;
    if (pays && done && !order.paidAt)
      order.paidAt = transaction["processedAt"].instantIfAny();
  }
}

void readParcels(const JsonReader& node, OrderSnapshot& order)
{
  for (const JsonReader& item : node["fulfillments"].itemsIfAny()) {
    const QString status = item["status"].text();
    if (status == QLatin1String("CANCELLED") || status == QLatin1String("ERROR") || status == QLatin1String("FAILURE"))
      continue;
    const auto shippedAt = item["createdAt"].instantIfAny();
    if (!order.shippedAt)
      order.shippedAt = shippedAt;
    const QString id = numberOf(item["id"]);
    int count = 0; // one fulfilment may go out as several parcels
    for (const JsonReader& tracking : item["trackingInfo"].itemsIfAny())
      if (const QString number = textOf(tracking["number"]); !number.isEmpty()) {
        const QString own = count == 0 ? id : QStringLiteral("%1/%2").arg(id).arg(count);
        order.parcels.push_back({own, {}, textOf(tracking["company"]), number, textOf(tracking["url"]), shippedAt});
        ++count;
      }
  }
}

void readRefunds(const JsonReader& node, OrderSnapshot& order)
{
  for (const JsonReader& item : node["refunds"].itemsIfAny()) {
    RefundSnapshot refund;
    refund.externalId = numberOf(item["id"]);
    refund.reason = textOf(item["note"]);
    refund.amount = shopMoney(item["totalRefundedSet"], order.total.currency());
    refund.status = AftersaleStatus::Succeeded;
    refund.createdAt = item["createdAt"].instantIfAny();
    if (!refund.amount.isZero()) // a cancelled line leaves a refund of nothing
      order.refunds.push_back(std::move(refund));
  }
}

/// A value that no row of the table knows is kept, shown with the order, and reported.
bool isKnown(const Declaration& declaration, const QString& field, const QString& value)
{
  for (const StatusRow& row : declaration.statuses)
    if (row.raw.contains(field) && row.raw.value(field) == value)
      return true;
  return false;
}

void noteUnknown(const QString& field, const QString& value, OrderSnapshot& order, Snapshots& notices)
{
  order.warnings.append(QStringLiteral("unknown %1 \"%2\"").arg(field, value));
  notices.changes.push_back({ChangeNotice::Kind::Value, QStringLiteral("order.") + field, value.left(60)});
}

void readStatus(const Declaration& declaration, const JsonReader& node, OrderSnapshot& order, Snapshots& notices)
{
  const auto yes = [](bool value) { return value ? QStringLiteral("true") : QStringLiteral("false"); };
  const QMap<QString, QString> raw{
      {QStringLiteral("displayFinancialStatus"), textOf(node["displayFinancialStatus"])},
      {QStringLiteral("displayFulfillmentStatus"), node["displayFulfillmentStatus"].text()},
      {QStringLiteral("cancelled"), yes(node["cancelledAt"].hasValue())},
      {QStringLiteral("closed"), yes(node["closed"].isBool() && node["closed"].boolean())}};
  order.rawStatus = QStringList{raw.value(QStringLiteral("displayFinancialStatus")),
                                raw.value(QStringLiteral("displayFulfillmentStatus"))}
                        .join(u'/');
  if (node["cancelledAt"].hasValue())
    order.rawStatus += QStringLiteral("/cancelled");
  for (const QString& field : {QStringLiteral("displayFinancialStatus"), QStringLiteral("displayFulfillmentStatus")})
    if (!isKnown(declaration, field, raw.value(field)))
      noteUnknown(field, raw.value(field), order, notices);
  if (const StatusRow* row = declaration.status(raw)) {
    order.status = row->order;
    order.payment = row->payment;
    order.fulfilment = row->fulfilment;
    order.shippable = row->shippable;
  }
}

void readAftersale(const Declaration& declaration, const JsonReader& node, OrderSnapshot& order, Snapshots& notices)
{
  const QString raw = textOf(node["returnStatus"]);
  const QJsonValue name = declaration.extra.value(QLatin1String("return_statuses")).toObject().value(raw);
  const auto known = aftersaleStatusNamed(name.toString());
  if (known)
    order.aftersale = *known;
  else if (!raw.isEmpty())
    noteUnknown(QStringLiteral("returnStatus"), raw, order, notices);
  if (order.aftersale == AftersaleStatus::None && !order.refunds.empty())
    order.aftersale = AftersaleStatus::Succeeded; // money went back without a return
}

void readMoney(const JsonReader& node, OrderSnapshot& order)
{
  const auto currency = Currency::of(node["currencyCode"].text());
  if (!currency)
    node["currencyCode"].problem(currency.error().detail);
  const Currency own = currency.value_or(Currency());
  order.total = shopMoney(node["totalPriceSet"], own);
  order.shipping = shopMoneyIfAny(node["totalShippingPriceSet"], own);
  order.tax = shopMoneyIfAny(node["totalTaxSet"], own);
  order.discount = shopMoneyIfAny(node["totalDiscountsSet"], own);
  order.refunded = shopMoneyIfAny(node["totalRefundedSet"], own);
  order.goods = Money(0, own);
}

} // namespace

OrderSnapshot readOrder(const Declaration& declaration, const JsonReader& node, Snapshots& notices)
{
  OrderSnapshot order;
  order.externalId = numberOf(node["id"]);
  order.number = node["name"].text();
  readMoney(node, order);
  order.placedAt = node["createdAt"].instant();
  order.updatedAt = node["updatedAt"].instantIfAny();
  order.completedAt = node["closedAt"].instantIfAny();
  readStatus(declaration, node, order, notices);
  for (const JsonReader& item : node["lineItems"]["nodes"].items()) {
    order.lines.push_back(readLine(item, order.total.currency()));
    const LineSnapshot& line = order.lines.back();
    addTo(order.goods, line.unitPrice.times(line.quantity), item["originalUnitPriceSet"]);
  }
  readTransactions(node, order);
  const bool paid = order.payment == PaymentStatus::Paid || order.payment == PaymentStatus::Refunded ||
                    order.payment == PaymentStatus::PartiallyRefunded;
  const JsonReader received = node["totalReceivedSet"];
  order.paid = received.hasValue() ? shopMoney(received, order.total.currency())
               : paid              ? order.total
                                   : Money(0, order.total.currency());
  readParcels(node, order);
  readRefunds(node, order);
  readAftersale(declaration, node, order, notices);
  order.buyerNote = textOf(node["note"]);
  const JsonReader customer = node["customer"];
  order.customerExternalId = numberIfAny(customer["id"]);
  order.customerName = textOf(customer["displayName"]);
  order.customerEmail = textOf(customer["defaultEmailAddress"]["emailAddress"]);
  order.customerPhone = textOf(customer["defaultPhoneNumber"]["phoneNumber"]);
  order.shipTo = readAddress(node["shippingAddress"]);
  return order;
}

} // namespace supercargo::shopify
