#include "app/sandbox/magento.h"

using namespace Qt::StringLiterals;

/// One order and what belongs to it as Magento's records.
namespace supercargo::sandbox::magento {
namespace {

double amount(qint64 minor)
{
  return double(minor) / 100;
}

QString stateOf(const Order& order)
{
  if (order.life.paid && order.refunded() >= order.total())
    return u"closed"_s;
  switch (order.state) {
  case State::Unpaid:
    return u"pending_payment"_s;
  case State::OnHold:
    return u"holded"_s;
  case State::Cancelled:
  case State::Failed:
    return u"canceled"_s;
  case State::Refunded:
    return u"closed"_s;
  case State::Delivered:
    return u"complete"_s;
  default:
    return u"processing"_s;
  }
}

QJsonObject address(const Person& person)
{
  const Place& place = *person.place;
  return {{u"firstname"_s, person.firstName},
          {u"lastname"_s, person.lastName},
          {u"street"_s, QJsonArray{text(place.district) + person.street}},
          {u"city"_s, text(place.city)},
          {u"postcode"_s, text(place.postcode)},
          {u"country_id"_s, text(place.country)},
          {u"region"_s, text(place.province)},
          {u"telephone"_s, person.phone}};
}

/// A configurable product gives two lines: what was sold, and what lies in the shelf.
void appendLine(QJsonArray& items, const World& world, const Order& order, std::size_t i, qint64 left)
{
  const Line& line = order.lines[i];
  const Product& product = world.catalogue().productOf(*line.variant);
  const qint64 id = desk::lineId(order, i), variant = line.variant->number + 1;
  QJsonObject item{{u"item_id"_s, id},
                   {u"parent_item_id"_s, QJsonValue()},
                   {u"sku"_s, line.variant->sku},
                   {u"name"_s, product.title},
                   {u"product_id"_s, product.isSimple() ? variant : productId(world, product)},
                   {u"product_type"_s, product.isSimple() ? u"simple"_s : u"configurable"_s},
                   {u"qty_ordered"_s, line.quantity},
                   {u"qty_shipped"_s, desk::hasLeft(order) ? line.quantity : line.quantity - left},
                   {u"price"_s, amount(line.unit)},
                   {u"discount_amount"_s, amount(line.discount)},
                   {u"row_total"_s, amount(line.subtotal())}};
  items.append(item);
  if (product.isSimple())
    return;
  item.insert(u"item_id"_s, id + 4'000'000'000);
  item.insert(u"parent_item_id"_s, id);
  item.insert(u"product_id"_s, variant);
  item.insert(u"product_type"_s, u"simple"_s);
  for (const QString& name : {u"price"_s, u"discount_amount"_s, u"row_total"_s})
    item.insert(name, 0);
  items.append(item);
}

/// The statuses that the order has been in.
QJsonArray history(const Order& order)
{
  QJsonArray entries;
  const auto add = [&](const std::optional<Instant>& at, const QString& status) {
    if (at)
      entries.prepend(QJsonObject{{u"created_at"_s, time(*at)}, {u"status"_s, status}, {u"comment"_s, QJsonValue()}});
  };
  add(order.life.placed, u"pending"_s);
  add(order.life.paid, u"processing"_s);
  add(order.life.delivered, u"complete"_s);
  return entries;
}

} // namespace

QString time(Instant instant)
{
  return formatLocal(instant, std::chrono::seconds(0));
}

qint64 productId(const World& world, const Product& product)
{
  return qint64(world.catalogue().variants.size()) + product.number + 1;
}

QJsonObject orderJson(const World& world, const Order& order)
{
  QJsonArray items;
  const std::vector<qint64> left = desk::piecesLeft(order);
  for (std::size_t i = 0; i < order.lines.size(); ++i)
    appendLine(items, world, order, i, left[i]);
  const QJsonObject shipping{{u"address"_s, address(order.buyer)}};
  const QJsonObject assignment{{u"shipping"_s, shipping}};
  return {{u"entity_id"_s, order.id},
          {u"increment_id"_s, order.number},
          {u"state"_s, stateOf(order)},
          {u"status"_s, stateOf(order)},
          {u"created_at"_s, time(order.life.placed)},
          {u"updated_at"_s, time(order.modified)},
          {u"base_currency_code"_s, u"CNY"_s},
          {u"order_currency_code"_s, u"CNY"_s},
          {u"grand_total"_s, amount(order.total())},
          {u"subtotal"_s, amount(order.subtotal())},
          {u"shipping_amount"_s, amount(order.shipping)},
          {u"tax_amount"_s, amount(order.tax())},
          {u"discount_amount"_s, -amount(order.discount())},
          {u"total_paid"_s, order.life.paid ? QJsonValue(amount(order.total())) : QJsonValue()},
          {u"total_refunded"_s, order.refunded() > 0 ? QJsonValue(amount(order.refunded())) : QJsonValue()},
          {u"customer_email"_s, order.buyer.email},
          {u"customer_firstname"_s, order.buyer.firstName},
          {u"customer_lastname"_s, order.buyer.lastName},
          {u"customer_id"_s, order.guest ? QJsonValue() : QJsonValue(order.buyer.id)},
          {u"customer_note"_s, order.buyerNote.isEmpty() ? QJsonValue() : QJsonValue(order.buyerNote)},
          {u"items"_s, items},
          {u"status_histories"_s, history(order)},
          {u"payment"_s, QJsonObject{{u"method"_s, u"stripe"_s}, {u"last_trans_id"_s, order.number}}},
          {u"billing_address"_s, address(order.buyer)},
          {u"extension_attributes"_s, QJsonObject{{u"shipping_assignments"_s, QJsonArray{assignment}}}}};
}

QJsonArray shipments(const Order& order)
{
  QJsonArray result;
  for (const desk::Parcel& parcel : desk::parcels(order)) {
    const QJsonObject track{{u"entity_id"_s, parcel.id},
                            {u"track_number"_s, parcel.number},
                            {u"title"_s, parcel.method},
                            {u"carrier_code"_s, u"custom"_s}};
    result.append(QJsonObject{{u"entity_id"_s, parcel.id},
                              {u"order_id"_s, order.id},
                              {u"created_at"_s, time(parcel.at)},
                              {u"tracks"_s, QJsonArray{track}}});
  }
  return result;
}

QJsonArray creditMemos(const Order& order)
{
  QJsonArray result;
  constexpr int kRefunded = 2;
  for (const Refund& refund : order.refunds)
    result.append(QJsonObject{{u"entity_id"_s, refund.id},
                              {u"order_id"_s, order.id},
                              {u"state"_s, kRefunded},
                              {u"created_at"_s, time(refund.at)},
                              {u"grand_total"_s, amount(refund.amount)},
                              {u"items"_s, QJsonArray()},
                              {u"comments"_s, QJsonArray{QJsonObject{{u"comment"_s, refund.reason}}}}});
  return result;
}

QJsonArray invoices(const Order& order)
{
  if (!order.life.paid)
    return {};
  QJsonArray items;
  for (std::size_t i = 0; i < order.lines.size(); ++i)
    items.append(QJsonObject{{u"order_item_id"_s, desk::lineId(order, i)}});
  return {QJsonObject{{u"entity_id"_s, order.id},
                      {u"order_id"_s, order.id},
                      {u"base_currency_code"_s, u"CNY"_s},
                      {u"transaction_id"_s, order.tradeNo},
                      {u"items"_s, items}}};
}

QJsonArray comments(const Order& order)
{
  QJsonArray result;
  for (const Note& note : order.change.notes)
    result.append(QJsonObject{
        {u"entity_id"_s, note.id}, {u"comment"_s, note.text}, {u"is_visible_on_front"_s, note.forBuyer ? 1 : 0}});
  return result;
}

} // namespace supercargo::sandbox::magento
