#include "app/sandbox/tracking.h"
#include "app/sandbox/vendure.h"

using namespace Qt::StringLiterals;

/// One order as Vendure's objects, with all members that somebody may select.
namespace supercargo::sandbox::vendure {
namespace {
QJsonArray strings(std::initializer_list<QString> values)
{
  QJsonArray result;
  for (const QString& value : values)
    result.append(value);
  return result;
}

QJsonArray nextStates(const QString& fulfilment)
{
  if (fulfilment == "Pending"_L1)
    return strings({u"Shipped"_s, u"Delivered"_s, u"Cancelled"_s});
  return fulfilment == "Shipped"_L1 ? strings({u"Delivered"_s, u"Cancelled"_s}) : QJsonArray();
}

QJsonObject address(const Person& person)
{
  const Place& place = *person.place;
  return {{u"fullName"_s, person.fullName()},
          {u"company"_s, u""_s},
          {u"streetLine1"_s, text(place.district) + person.street},
          {u"streetLine2"_s, u""_s},
          {u"city"_s, text(place.city)},
          {u"province"_s, text(place.province)},
          {u"postalCode"_s, text(place.postcode)},
          {u"country"_s, text(place.country)},
          {u"countryCode"_s, text(place.country)},
          {u"phoneNumber"_s, person.phone}};
}

QJsonArray lines(const World& world, const Order& order)
{
  QJsonArray result;
  for (std::size_t i = 0; i < order.lines.size(); ++i) {
    const Line& line = order.lines[i];
    const Product& product = world.catalogue().productOf(*line.variant);
    const qint64 before = line.subtotal() + line.taxOf(line.subtotal()), after = line.total() + line.tax();
    QJsonArray discounts;
    if (line.discount > 0)
      discounts.append(QJsonObject{{u"type"_s, u"PROMOTION"_s},
                                   {u"adjustmentSource"_s, u"PROMOTION:1"_s},
                                   {u"description"_s, u"九折"_s},
                                   {u"amount"_s, -line.discount},
                                   {u"amountWithTax"_s, after - before}});
    QJsonArray options;
    if (!line.variant->option.isEmpty())
      options.append(QJsonObject{{u"name"_s, line.variant->option}, {u"group"_s, QJsonObject{{u"name"_s, u"颜色"_s}}}});
    const QJsonObject owner{
        {u"id"_s, QString::number(product.number + 1)}, {u"name"_s, product.title}, {u"slug"_s, product.slug}};
    const QJsonObject variant{{u"id"_s, QString::number(line.variant->number + 1)},
                              {u"sku"_s, line.variant->sku},
                              {u"name"_s, world.catalogue().title(*line.variant)},
                              {u"options"_s, options},
                              {u"product"_s, owner}};
    result.append(QJsonObject{{u"id"_s, QString::number(lineId(order, i))},
                              {u"createdAt"_s, time(order.life.placed)},
                              {u"updatedAt"_s, time(order.life.placed)},
                              {u"quantity"_s, line.quantity},
                              {u"orderPlacedQuantity"_s, line.quantity},
                              {u"unitPrice"_s, line.unit},
                              {u"unitPriceWithTax"_s, line.unit + line.taxOf(line.unit)},
                              {u"linePrice"_s, line.subtotal()},
                              {u"linePriceWithTax"_s, before},
                              {u"discountedLinePrice"_s, line.total()},
                              {u"discountedLinePriceWithTax"_s, after},
                              {u"discountedUnitPrice"_s, line.total() / line.quantity},
                              {u"discountedUnitPriceWithTax"_s, after / line.quantity},
                              {u"proratedLinePrice"_s, line.total()},
                              {u"proratedLinePriceWithTax"_s, after},
                              {u"proratedUnitPrice"_s, line.total() / line.quantity},
                              {u"proratedUnitPriceWithTax"_s, after / line.quantity},
                              {u"lineTax"_s, line.tax()},
                              {u"taxRate"_s, line.taxPercent},
                              {u"discounts"_s, discounts},
                              {u"featuredAsset"_s, QJsonValue()},
                              {u"productVariant"_s, variant}});
  }
  return result;
}

QJsonArray payments(const Order& order)
{
  if (!order.life.paid)
    return {};
  QJsonArray refunds;
  for (const Refund& refund : order.refunds)
    refunds.append(refundJson(order, refund));
  return {QJsonObject{{u"id"_s, QString::number(order.id)},
                      {u"createdAt"_s, time(*order.life.paid)},
                      {u"updatedAt"_s, time(*order.life.paid)},
                      {u"method"_s, u"alipay"_s},
                      {u"amount"_s, order.total()},
                      {u"state"_s, u"Settled"_s},
                      {u"transactionId"_s, order.tradeNo},
                      {u"errorMessage"_s, QJsonValue()},
                      {u"metadata"_s, QJsonObject()},
                      {u"refunds"_s, refunds},
                      {u"nextStates"_s, strings({u"Cancelled"_s})}}};
}

QJsonObject entry(const QString& type, Instant at, const QJsonObject& data)
{
  return {{u"type"_s, type}, {u"createdAt"_s, time(at)}, {u"updatedAt"_s, time(at)},
          {u"data"_s, data}, {u"isPublic"_s, true},      {u"administrator"_s, QJsonValue()}};
}

QJsonObject history(const Order& order)
{
  QJsonArray items;
  const auto moved = [&](Instant at, const QString& from, const QString& to) {
    items.append(entry(u"ORDER_STATE_TRANSITION"_s, at, {{u"from"_s, from}, {u"to"_s, to}}));
  };
  moved(order.life.placed, u"Created"_s, u"AddingItems"_s);
  moved(order.life.placed, u"AddingItems"_s, u"ArrangingPayment"_s);
  if (order.life.paid) {
    items.append(entry(u"ORDER_PAYMENT_TRANSITION"_s, *order.life.paid,
                       {{u"paymentId"_s, order.id}, {u"from"_s, u"Created"_s}, {u"to"_s, u"Settled"_s}}));
    moved(*order.life.paid, u"ArrangingPayment"_s, u"PaymentSettled"_s);
  }
  if (order.life.shipped)
    moved(*order.life.shipped, u"PaymentSettled"_s, u"Shipped"_s);
  if (order.life.delivered)
    moved(*order.life.delivered, u"Shipped"_s, u"Delivered"_s);
  for (const Refund& refund : order.refunds)
    items.append(entry(u"ORDER_REFUND_TRANSITION"_s, refund.at,
                       {{u"refundId"_s, refund.id},
                        {u"from"_s, u"Pending"_s},
                        {u"to"_s, u"Settled"_s},
                        {u"reason"_s, refund.reason}}));
  for (const Note& note : order.change.notes)
    items.append(entry(u"ORDER_NOTE"_s, note.at, {{u"note"_s, note.text}}));
  return {{u"totalItems"_s, items.size()}, {u"items"_s, items}};
}

QJsonArray taxSummary(const Order& order)
{
  const qint64 base = order.subtotal() - order.discount();
  return {QJsonObject{{u"description"_s, u"增值税"_s},
                      {u"taxRate"_s, order.lines.front().taxPercent},
                      {u"taxBase"_s, base},
                      {u"taxTotal"_s, order.tax() - order.shippingTax}},
          QJsonObject{{u"description"_s, u"shipping tax"_s},
                      {u"taxRate"_s, order.lines.front().taxPercent},
                      {u"taxBase"_s, order.shipping},
                      {u"taxTotal"_s, order.shippingTax}}};
}

void insertMoney(QJsonObject& json, const Order& order)
{
  const qint64 goods = order.subtotal() - order.discount();
  json.insert(u"subTotal"_s, goods);
  json.insert(u"subTotalWithTax"_s, goods + order.tax() - order.shippingTax);
  json.insert(u"shipping"_s, order.shipping);
  json.insert(u"shippingWithTax"_s, order.shipping + order.shippingTax);
  json.insert(u"total"_s, goods + order.shipping);
  json.insert(u"totalWithTax"_s, order.total());
  qint64 quantity = 0, discountTax = 0;
  for (const Line& line : order.lines) {
    quantity += line.quantity;
    discountTax += line.taxOf(line.subtotal()) - line.tax();
  }
  json.insert(u"totalQuantity"_s, quantity);
  QJsonArray discounts;
  if (order.discount() > 0)
    discounts.append(QJsonObject{{u"type"_s, u"PROMOTION"_s},
                                 {u"adjustmentSource"_s, u"PROMOTION:1"_s},
                                 {u"description"_s, u"九折"_s},
                                 {u"amount"_s, -order.discount()},
                                 {u"amountWithTax"_s, -order.discount() - discountTax}});
  json.insert(u"discounts"_s, discounts);
  const QJsonObject method{{u"id"_s, u"1"_s}, {u"code"_s, u"standard-shipping"_s}, {u"name"_s, u"标准快递"_s}};
  json.insert(u"shippingLines"_s,
              QJsonArray{QJsonObject{{u"id"_s, QString::number(order.id)},
                                     {u"shippingMethod"_s, method},
                                     {u"price"_s, order.shipping},
                                     {u"priceWithTax"_s, order.shipping + order.shippingTax},
                                     {u"discountedPrice"_s, order.shipping},
                                     {u"discountedPriceWithTax"_s, order.shipping + order.shippingTax},
                                     {u"discounts"_s, QJsonArray()}}});
}
} // namespace

QJsonObject refundJson(const Order& order, const Refund& refund)
{
  return {{u"id"_s, QString::number(refund.id)},
          {u"createdAt"_s, time(refund.at)},
          {u"updatedAt"_s, time(refund.at)},
          {u"total"_s, refund.amount},
          {u"items"_s, 0},
          {u"shipping"_s, 0},
          {u"adjustment"_s, 0},
          {u"state"_s, u"Settled"_s},
          {u"method"_s, u"alipay"_s},
          {u"transactionId"_s, refund.request},
          {u"reason"_s, refund.reason},
          {u"paymentId"_s, QString::number(order.id)},
          {u"lines"_s, QJsonArray()}};
}

/// The world's own parcel, and those that callers have made.
std::vector<Fulfilment> fulfilments(const Order& order)
{
  std::vector<Fulfilment> result;
  if (order.waybill) {
    Fulfilment own{order.id,
                   *order.life.shipped,
                   order.life.delivered ? u"Delivered"_s : u"Shipped"_s,
                   courierName(order.waybill->courier),
                   order.waybill->number,
                   {}};
    for (std::size_t i = 0; i < order.lines.size(); ++i)
      own.lines.emplace_back(lineId(order, i), order.lines[i].quantity);
    result.push_back(own);
  }
  result.insert(result.end(), order.change.fulfilments.begin(), order.change.fulfilments.end());
  return result;
}

QJsonObject fulfilmentJson(const Fulfilment& fulfilment)
{
  QJsonArray lines;
  for (const auto& [line, quantity] : fulfilment.lines)
    lines.append(QJsonObject{{u"orderLineId"_s, QString::number(line)}, {u"quantity"_s, quantity}});
  return {{u"__typename"_s, u"Fulfillment"_s},
          {u"id"_s, QString::number(fulfilment.id)},
          {u"createdAt"_s, time(fulfilment.at)},
          {u"updatedAt"_s, time(fulfilment.at)},
          {u"state"_s, fulfilment.state},
          {u"nextStates"_s, nextStates(fulfilment.state)},
          {u"method"_s, fulfilment.method},
          {u"trackingCode"_s, fulfilment.tracking},
          {u"lines"_s, lines}};
}

QString stateName(const Order& order)
{
  switch (order.state) {
  case State::Paid:
    return u"PaymentSettled"_s;
  case State::Shipped:
    return u"Shipped"_s;
  case State::PartShipped:
    return u"PartiallyShipped"_s;
  case State::Delivered:
    return u"Delivered"_s;
  case State::Refunded:
    return order.life.delivered ? u"Delivered"_s : u"Cancelled"_s;
  case State::Cancelled:
    if (order.life.paid) // by the merchant
      return u"Cancelled"_s;
    break;
  case State::Unpaid:
  case State::OnHold:
  case State::Failed:
    break;
  }
  return u"ArrangingPayment"_s; // a cart that nobody came back to stays one
}

QJsonObject orderJson(const World& world, qint64 index)
{
  const Order order = world.order(index);
  const QString state = stateName(order);
  const QJsonObject customer{{u"id"_s, QString::number(order.buyer.id)}, {u"title"_s, QJsonValue()},
                             {u"firstName"_s, order.buyer.firstName},    {u"lastName"_s, order.buyer.lastName},
                             {u"emailAddress"_s, order.buyer.email},     {u"phoneNumber"_s, order.buyer.phone}};
  QJsonArray parcels;
  for (const Fulfilment& fulfilment : fulfilments(order))
    parcels.append(fulfilmentJson(fulfilment));
  QJsonObject json{{u"__typename"_s, u"Order"_s},
                   {u"id"_s, QString::number(order.id)},
                   {u"code"_s, order.number},
                   {u"type"_s, u"Regular"_s},
                   {u"active"_s, !order.life.paid},
                   {u"state"_s, state},
                   {u"nextStates"_s, QJsonArray()},
                   {u"createdAt"_s, time(order.life.placed)},
                   {u"updatedAt"_s, time(order.modified)},
                   {u"orderPlacedAt"_s, order.life.paid ? QJsonValue(time(*order.life.paid)) : QJsonValue()},
                   {u"currencyCode"_s, u"CNY"_s},
                   {u"couponCodes"_s, order.coupon.isEmpty() ? QJsonArray() : QJsonArray{order.coupon}},
                   {u"customer"_s, customer},
                   {u"shippingAddress"_s, address(order.buyer)},
                   {u"billingAddress"_s, address(order.buyer)},
                   {u"lines"_s, lines(world, order)},
                   {u"payments"_s, payments(order)},
                   {u"fulfillments"_s, parcels},
                   {u"taxSummary"_s, taxSummary(order)},
                   {u"surcharges"_s, QJsonArray()},
                   {u"promotions"_s, QJsonArray()},
                   {u"modifications"_s, QJsonArray()},
                   {u"history"_s, history(order)},
                   {u"customFields"_s, QJsonValue()}};
  insertMoney(json, order);
  return json;
}

} // namespace supercargo::sandbox::vendure
