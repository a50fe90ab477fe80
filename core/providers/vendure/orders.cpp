#include "core/domain/courier_answer.h"
#include "core/providers/vendure/vendure.h"

#include <QSet>

#include <algorithm>

namespace supercargo::vendure {
namespace {

void addTo(Money& sum, Money amount, const JsonReader& node)
{
  const auto result = sum.plus(amount);
  if (!result)
    node.problem(result.error().detail);
  sum = result.value_or(sum);
}

QString options(const JsonReader& variant)
{
  QStringList parts;
  for (const JsonReader& option : variant["options"].itemsIfAny())
    parts.append(textOf(option["group"]["name"]) + QStringLiteral(": ") + textOf(option["name"]));
  return parts.join(QStringLiteral(", "));
}

LineSnapshot readLine(const JsonReader& node, const Amounts& amounts)
{
  const JsonReader variant = node["productVariant"];
  LineSnapshot line;
  line.externalId = node["id"].text();
  line.productExternalId = textOf(variant["product"]["id"]);
  line.variantExternalId = variant["id"].text();
  line.sku = textOf(variant["sku"]);
  line.title = textOf(variant["name"]);
  line.options = options(variant);
  line.imageUrl = textOf(node["featuredAsset"]["preview"]);
  line.quantity = countOf(node["quantity"]);
  line.unitPrice = amounts.read(node["unitPriceWithTax"]);
  const Money before = amounts.read(node["linePriceWithTax"]);
  const JsonReader after = node["discountedLinePriceWithTax"];
  line.total = after.hasValue() ? amounts.read(after) : before;
  line.discount = before;
  addTo(line.discount, -line.total, node["linePriceWithTax"]);
  return line;
}

AddressSnapshot readAddress(const JsonReader& node)
{
  AddressSnapshot address;
  address.name = textOf(node["fullName"]);
  address.phone = textOf(node["phoneNumber"]);
  address.country = textOf(node["countryCode"]);
  address.province = textOf(node["province"]);
  address.city = textOf(node["city"]);
  address.street = (textOf(node["streetLine1"]) + u' ' + textOf(node["streetLine2"])).trimmed();
  address.postalCode = textOf(node["postalCode"]);
  return address;
}

void readRefund(const Declaration& declaration, const JsonReader& node, const Amounts& amounts, OrderSnapshot& order,
                Snapshots& notices)
{
  RefundSnapshot refund;
  refund.externalId = node["id"].text();
  refund.reason = textOf(node["reason"]);
  refund.amount = amounts.read(node["total"]);
  refund.createdAt = node["createdAt"].instantIfAny();
  const auto lines = node["lines"].itemsIfAny();
  if (lines.size() == 1)
    refund.lineExternalId = textOf(lines.front()["orderLineId"]);
  const QString state = node["state"].text();
  const QString name = declaration.extra.value(QLatin1String("refund_statuses")).toObject().value(state).toString();
  if (const auto known = aftersaleStatusNamed(name)) {
    refund.status = *known;
  } else {
    order.warnings.append(QStringLiteral("unknown refund state \"%1\"").arg(state));
    noteUnknownValue(notices, QStringLiteral("order.refund.state"), state.left(60));
  }
  if (refund.status == AftersaleStatus::Succeeded)
    addTo(order.refunded, refund.amount, node["total"]);
  order.refunds.push_back(std::move(refund));
}

void readPayments(const Declaration& declaration, const JsonReader& node, const Amounts& amounts, OrderSnapshot& order,
                  Snapshots& notices)
{
  for (const JsonReader& payment : node["payments"].itemsIfAny()) {
    const bool settled = payment["state"].text() == QLatin1String("Settled");
    const QString reference = textOf(payment["transactionId"]);
    if (order.paymentMethod.isEmpty() || settled)
      order.paymentMethod = textOf(payment["method"]);
    if (order.paymentReference.isEmpty() || (settled && !reference.isEmpty()))
      order.paymentReference = reference;
    if (settled) {
      addTo(order.paid, amounts.read(payment["amount"]), payment["amount"]);
      if (!order.paidAt)
        order.paidAt = payment["createdAt"].instantIfAny();
    }
    for (const JsonReader& refund : payment["refunds"].itemsIfAny())
      readRefund(declaration, refund, amounts, order, notices);
  }
}

/// What still runs says more about an order than what is over.
AftersaleStatus aftersaleOf(const std::vector<RefundSnapshot>& refunds)
{
  for (const AftersaleStatus wanted :
       {AftersaleStatus::Unknown, AftersaleStatus::Refunding, AftersaleStatus::Succeeded, AftersaleStatus::Closed})
    for (const RefundSnapshot& refund : refunds)
      if (refund.status == wanted)
        return wanted;
  return AftersaleStatus::None;
}

void readFulfilments(const JsonReader& node, OrderSnapshot& order)
{
  for (const JsonReader& item : node["fulfillments"].itemsIfAny()) {
    const QString state = item["state"].text();
    if (state == QLatin1String("Cancelled"))
      continue;
    const bool left = state == QLatin1String("Shipped") || state == QLatin1String("Delivered");
    OrderParcelSnapshot parcel{item["id"].text(), {}, textOf(item["method"]), textOf(item["trackingCode"]), {}, {}};
    if (left) {
      parcel.shippedAt = item["updatedAt"].instantIfAny();
      for (const JsonReader& part : item["lines"].itemsIfAny())
        for (LineSnapshot& line : order.lines)
          if (line.externalId == part["orderLineId"].text())
            line.shippedQuantity += countOf(part["quantity"]);
      if (!order.shippedAt)
        order.shippedAt = parcel.shippedAt;
    }
    if (!parcel.number.isEmpty())
      order.parcels.push_back(std::move(parcel));
  }
}

void readStatus(const Declaration& declaration, OrderSnapshot& order, Snapshots& notices)
{
  const bool refunded = order.refunded.minor() > 0;
  const StatusRow* row =
      declaration.status({{QStringLiteral("state"), order.rawStatus},
                          {QStringLiteral("refunded"), refunded ? QStringLiteral("yes") : QStringLiteral("no")}});
  if (!row) {
    order.warnings.append(QStringLiteral("unknown order state \"%1\"").arg(order.rawStatus));
    noteUnknownValue(notices, QStringLiteral("order.state"), order.rawStatus.left(60));
    return;
  }
  order.status = row->order;
  order.payment = row->payment;
  order.fulfilment = row->fulfilment;
  order.shippable = row->shippable;
  if (refunded && order.payment == PaymentStatus::Paid)
    order.payment =
        order.refunded.minor() >= order.paid.minor() ? PaymentStatus::Refunded : PaymentStatus::PartiallyRefunded;
}

/// Tried on 3.7.3: an order that left before its payment was settled stays PaymentAuthorized, then PaymentSettled. Its
/// parcels tell the truth.
void trustParcels(OrderSnapshot& order)
{
  if (order.status != OrderStatus::ToShip)
    return;
  const auto left = [](const LineSnapshot& line) { return line.shippedQuantity > 0; };
  const auto whole = [](const LineSnapshot& line) { return line.shippedQuantity >= line.quantity; };
  if (std::none_of(order.lines.begin(), order.lines.end(), left))
    return;
  const bool all = std::all_of(order.lines.begin(), order.lines.end(), whole);
  order.status = all ? OrderStatus::Shipped : OrderStatus::PartShipped;
  order.fulfilment = all ? FulfilmentStatus::Shipped : FulfilmentStatus::Partial;
  order.shippable = !all;
}

void readCustomerOf(const JsonReader& node, OrderSnapshot& order)
{
  const JsonReader customer = node["customer"];
  order.customerExternalId = textOf(customer["id"]);
  order.customerName = (textOf(customer["firstName"]) + u' ' + textOf(customer["lastName"])).trimmed();
  order.customerEmail = textOf(customer["emailAddress"]);
  order.customerPhone = textOf(customer["phoneNumber"]);
  order.shipTo = readAddress(node["shippingAddress"]);
}

} // namespace

OrderSnapshot readOrder(const Declaration& declaration, const JsonReader& node, Snapshots& notices)
{
  OrderSnapshot order;
  order.externalId = node["id"].text();
  order.number = node["code"].text();
  order.rawStatus = node["state"].text();
  const auto currency = Currency::of(node["currencyCode"].text());
  if (!currency)
    node["currencyCode"].problem(currency.error().detail);
  const Amounts amounts(declaration, currency.value_or(Currency()));
  order.paid = order.refunded = order.discount = order.tax = amounts.zero();
  order.total = amounts.read(node["totalWithTax"]);
  order.shipping = amounts.readIfAny(node["shippingWithTax"]);
  order.goods = amounts.readIfAny(node["subTotalWithTax"]);
  for (const JsonReader& discount : node["discounts"].itemsIfAny())
    addTo(order.discount, -amounts.read(discount["amountWithTax"]), discount); // told as negative amounts
  addTo(order.goods, order.discount, node["subTotalWithTax"]); // the shop's own figure is after discounts
  for (const JsonReader& tax : node["taxSummary"].itemsIfAny())
    addTo(order.tax, amounts.read(tax["taxTotal"]), tax);
  const Instant created = node["createdAt"].instant();
  order.placedAt = node["orderPlacedAt"].instantIfAny().value_or(created);
  order.updatedAt = node["updatedAt"].instantIfAny();
  readCustomerOf(node, order);
  for (const JsonReader& line : node["lines"].items())
    order.lines.push_back(readLine(line, amounts));
  readPayments(declaration, node, amounts, order, notices);
  order.aftersale = aftersaleOf(order.refunds);
  readFulfilments(node, order);
  readStatus(declaration, order, notices);
  trustParcels(order);
  return order;
}

} // namespace supercargo::vendure
