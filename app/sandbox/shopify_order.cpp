#include "app/sandbox/shopify.h"

using namespace Qt::StringLiterals;

/// One order as Shopify's objects, with all members that our queries select.
namespace supercargo::sandbox::shopify {
namespace {

QJsonObject money(qint64 minor)
{
  return {{u"shopMoney"_s, QJsonObject{{u"amount"_s, yuan(minor)}, {u"currencyCode"_s, u"CNY"_s}}}};
}

/// The buyers of this world pay in the shop's currency.
QJsonObject bothMoneys(qint64 minor)
{
  QJsonObject both = money(minor);
  both.insert(u"presentmentMoney"_s, both.value("shopMoney"_L1));
  return both;
}

QJsonObject page(const QJsonArray& nodes)
{
  return {{u"pageInfo"_s, QJsonObject{{u"hasNextPage"_s, false}, {u"endCursor"_s, QJsonValue()}}}, {u"nodes"_s, nodes}};
}

QJsonValue financial(const Order& order)
{
  if (order.refunded() > 0)
    return order.refunded() >= order.total() ? u"REFUNDED"_s : u"PARTIALLY_REFUNDED"_s;
  switch (order.state) {
  case State::Cancelled:
    return order.life.paid ? u"PAID"_s : u"VOIDED"_s;
  case State::Failed:
    return u"EXPIRED"_s;
  default:
    return order.life.paid ? u"PAID"_s : u"PENDING"_s;
  }
}

QString fulfilment(const Order& order)
{
  if (desk::hasLeft(order))
    return u"FULFILLED"_s;
  if (order.state == State::PartShipped)
    return u"PARTIALLY_FULFILLED"_s;
  return order.state == State::OnHold ? u"ON_HOLD"_s : u"UNFULFILLED"_s;
}

QJsonArray lines(const World& world, const Order& order)
{
  const std::vector<qint64> left = desk::piecesLeft(order);
  QJsonArray nodes;
  for (std::size_t i = 0; i < order.lines.size(); ++i) {
    const Line& line = order.lines[i];
    const Product& product = world.catalogue().productOf(*line.variant);
    nodes.append(QJsonObject{{u"id"_s, gid("LineItem", desk::lineId(order, i))},
                             {u"sku"_s, line.variant->sku},
                             {u"title"_s, product.title},
                             {u"variantTitle"_s, line.variant->option},
                             {u"quantity"_s, line.quantity},
                             {u"currentQuantity"_s, line.quantity},
                             {u"unfulfilledQuantity"_s, desk::hasLeft(order) ? 0 : left[i]},
                             {u"originalUnitPriceSet"_s, money(line.unit)},
                             {u"discountedTotalSet"_s, money(line.total())},
                             {u"image"_s, QJsonValue()},
                             {u"product"_s, QJsonObject{{u"id"_s, gid("Product", product.number + 1)}}},
                             {u"variant"_s, QJsonObject{{u"id"_s, gid("ProductVariant", line.variant->number + 1)}}}});
  }
  return nodes;
}

QJsonArray fulfilments(const Order& order)
{
  QJsonArray result;
  for (const desk::Parcel& parcel : desk::parcels(order)) {
    QJsonArray items;
    for (const auto& [line, quantity] : parcel.lines)
      items.append(
          QJsonObject{{u"quantity"_s, quantity}, {u"lineItem"_s, QJsonObject{{u"id"_s, gid("LineItem", line)}}}});
    const QJsonObject tracking{{u"company"_s, parcel.method}, {u"number"_s, parcel.number}, {u"url"_s, QJsonValue()}};
    result.append(QJsonObject{{u"id"_s, gid("Fulfillment", parcel.id)},
                              {u"status"_s, u"SUCCESS"_s},
                              {u"createdAt"_s, toIso(parcel.at)},
                              {u"trackingInfo"_s, QJsonArray{tracking}},
                              {u"fulfillmentLineItems"_s, page(items)}});
  }
  return result;
}

QJsonArray fulfilmentOrders(const Order& order)
{
  QJsonArray items;
  const std::vector<qint64> left = desk::piecesLeft(order);
  for (std::size_t i = 0; i < order.lines.size(); ++i) {
    const QJsonObject line{{u"id"_s, gid("LineItem", desk::lineId(order, i))}};
    items.append(QJsonObject{{u"id"_s, gid("FulfillmentOrderLineItem", desk::lineId(order, i))},
                             {u"remainingQuantity"_s, left[i]},
                             {u"lineItem"_s, line}});
  }
  const bool open = order.state == State::Paid || order.state == State::PartShipped;
  const QJsonObject place{{u"location"_s, QJsonObject{{u"id"_s, gid("Location", 1)}}}};
  return {QJsonObject{{u"id"_s, gid("FulfillmentOrder", order.id)},
                      {u"status"_s, open ? u"OPEN"_s : u"CLOSED"_s},
                      {u"assignedLocation"_s, place},
                      {u"lineItems"_s, page(items)}}};
}

QJsonArray transactions(const Order& order)
{
  if (!order.life.paid)
    return {};
  return {QJsonObject{{u"id"_s, gid("OrderTransaction", order.id)},
                      {u"kind"_s, u"SALE"_s},
                      {u"status"_s, u"SUCCESS"_s},
                      {u"gateway"_s, u"paypal"_s},
                      {u"formattedGateway"_s, u"PayPal"_s},
                      {u"processedAt"_s, toIso(*order.life.paid)},
                      {u"paymentId"_s, order.number},
                      {u"amountSet"_s, bothMoneys(order.total())}}};
}

QJsonArray refunds(const Order& order)
{
  QJsonArray result;
  for (const Refund& refund : order.refunds)
    result.append(QJsonObject{{u"id"_s, gid("Refund", refund.id)},
                              {u"createdAt"_s, toIso(refund.at)},
                              {u"note"_s, refund.reason},
                              {u"totalRefundedSet"_s, money(refund.amount)},
                              {u"transactions"_s, page({QJsonObject{{u"status"_s, u"SUCCESS"_s}}})}});
  return result;
}

QJsonObject address(const Person& person)
{
  const Place& place = *person.place;
  return {{u"name"_s, person.fullName()},
          {u"company"_s, QJsonValue()},
          {u"address1"_s, text(place.district) + person.street},
          {u"address2"_s, QJsonValue()},
          {u"city"_s, text(place.city)},
          {u"province"_s, text(place.province)},
          {u"zip"_s, text(place.postcode)},
          {u"countryCodeV2"_s, text(place.country)},
          {u"phone"_s, person.phone}};
}

QJsonValue customer(const Order& order)
{
  if (order.guest)
    return {};
  return QJsonObject{{u"id"_s, gid("Customer", order.buyer.id)},
                     {u"displayName"_s, order.buyer.fullName()},
                     {u"defaultEmailAddress"_s, QJsonObject{{u"emailAddress"_s, order.buyer.email}}},
                     {u"defaultPhoneNumber"_s, QJsonObject{{u"phoneNumber"_s, order.buyer.phone}}}};
}

} // namespace

QJsonObject orderJson(const World& world, const Order& order, const QString& note)
{
  const bool cancelled = order.state == State::Cancelled;
  return {{u"id"_s, gid("Order", order.id)},
          {u"name"_s, order.number},
          {u"createdAt"_s, toIso(order.life.placed)},
          {u"updatedAt"_s, toIso(order.modified)},
          {u"cancelledAt"_s, cancelled ? QJsonValue(toIso(order.modified)) : QJsonValue()},
          {u"closed"_s, false},
          {u"closedAt"_s, QJsonValue()},
          {u"displayFinancialStatus"_s, financial(order)},
          {u"displayFulfillmentStatus"_s, fulfilment(order)},
          {u"returnStatus"_s, u"NO_RETURN"_s},
          {u"currencyCode"_s, u"CNY"_s},
          {u"presentmentCurrencyCode"_s, u"CNY"_s},
          {u"note"_s, note.isEmpty() ? QJsonValue(order.buyerNote) : QJsonValue(note)},
          {u"totalPriceSet"_s, money(order.total())},
          {u"totalReceivedSet"_s, money(order.life.paid ? order.total() : 0)},
          {u"totalRefundedSet"_s, money(order.refunded())},
          {u"netPaymentSet"_s, bothMoneys(order.life.paid ? order.total() - order.refunded() : 0)},
          {u"totalShippingPriceSet"_s, money(order.shipping)},
          {u"totalTaxSet"_s, money(order.tax())},
          {u"totalDiscountsSet"_s, money(order.discount())},
          {u"customer"_s, customer(order)},
          {u"shippingAddress"_s, address(order.buyer)},
          {u"transactions"_s, transactions(order)},
          {u"fulfillments"_s, fulfilments(order)},
          {u"fulfillmentOrders"_s, page(fulfilmentOrders(order))},
          {u"refunds"_s, refunds(order)},
          {u"lineItems"_s, page(lines(world, order))}};
}

} // namespace supercargo::sandbox::shopify
