#include "app/sandbox/medusa.h"
#include "app/sandbox/pictures.h"

using namespace Qt::StringLiterals;

/// The shop's records as Medusa writes them: amounts as numbers in major units, and exactly in raw_*.
namespace supercargo::sandbox {
namespace {

void insertAmount(QJsonObject& object, const QString& name, qint64 minor)
{
  object.insert(name, double(minor) / 100);
  object.insert(u"raw_"_s + name, QJsonObject{{u"value"_s, yuan(minor)}, {u"precision"_s, 20}});
}

QString idOf(const char* prefix, qint64 number)
{
  return QLatin1StringView(prefix) + u'_' + QString::number(number);
}

QString paymentStatus(const Order& order)
{
  if (order.refunded() > 0)
    return order.refunded() >= order.total() ? u"refunded"_s : u"partially_refunded"_s;
  if (order.life.paid)
    return u"captured"_s;
  return order.state == State::Cancelled || order.state == State::Failed ? u"canceled"_s : u"not_paid"_s;
}

QString fulfilmentStatus(const Order& order)
{
  switch (order.state) {
  case State::Shipped:
    return u"shipped"_s;
  case State::Delivered:
    return u"delivered"_s;
  case State::PartShipped:
    return u"partially_shipped"_s;
  default:
    return order.state == State::Cancelled ? u"canceled"_s : u"not_fulfilled"_s;
  }
}

QJsonObject address(const Person& person)
{
  const Place& place = *person.place;
  return {{u"first_name"_s, person.firstName},
          {u"last_name"_s, person.lastName},
          {u"company"_s, QJsonValue()},
          {u"address_1"_s, text(place.district) + person.street},
          {u"address_2"_s, QJsonValue()},
          {u"city"_s, text(place.city)},
          {u"country_code"_s, text(place.country).toLower()},
          {u"province"_s, text(place.province)},
          {u"postal_code"_s, text(place.postcode)},
          {u"phone"_s, person.phone}};
}

} // namespace

QJsonArray MedusaShop::paymentsJson(const Order& order) const
{
  if (!order.life.paid)
    return {};
  QJsonArray refunds;
  for (const Refund& refund : order.refunds) {
    QJsonObject json{
        {u"id"_s, idOf("ref", refund.id)}, {u"note"_s, refund.reason}, {u"created_at"_s, toIso(refund.at)}};
    insertAmount(json, u"amount"_s, refund.amount);
    refunds.append(json);
  }
  return {QJsonObject{{u"id"_s, idOf("pay", order.id)},
                      {u"provider_id"_s, u"pp_alipay"_s},
                      {u"captured_at"_s, toIso(*order.life.paid)},
                      {u"refunds"_s, refunds}}};
}

QJsonArray MedusaShop::fulfilmentsJson(const Order& order) const
{
  const auto json = [](qint64 id, const QJsonArray& items) {
    return QJsonObject{{u"id"_s, idOf("ful", id)},
                       {u"shipped_at"_s, QJsonValue()},
                       {u"delivered_at"_s, QJsonValue()},
                       {u"canceled_at"_s, QJsonValue()},
                       {u"metadata"_s, QJsonValue()},
                       {u"labels"_s, QJsonArray()},
                       {u"items"_s, items}};
  };
  const auto item = [](qint64 line, qint64 quantity) {
    return QJsonObject{{u"line_item_id"_s, idOf("ordli", line)}, {u"quantity"_s, quantity}};
  };
  QJsonArray result;
  for (const desk::Parcel& parcel : desk::parcels(order)) {
    QJsonArray items;
    for (const auto& [line, quantity] : parcel.lines)
      items.append(item(line, quantity));
    QJsonObject made = json(parcel.id, items);
    made.insert(u"shipped_at"_s, toIso(parcel.at));
    made.insert(u"labels"_s,
                QJsonArray{QJsonObject{
                    {u"tracking_number"_s, parcel.number}, {u"tracking_url"_s, u"#"_s}, {u"label_url"_s, u"#"_s}}});
    result.append(made);
  }
  for (auto packed = m_packed.cbegin(); packed != m_packed.cend(); ++packed) {
    if (packed->order != order.index)
      continue;
    QJsonArray items;
    for (auto it = packed->pieces.cbegin(); it != packed->pieces.cend(); ++it)
      items.append(item(it.key(), it.value()));
    QJsonObject made = json(packed.key(), items);
    made.insert(u"metadata"_s, packed->metadata);
    result.append(made);
  }
  return result;
}

QJsonObject MedusaShop::orderJson(const Order& order) const
{
  std::vector<qint64> shipped = desk::piecesLeft(order), packed(order.lines.size(), 0);
  for (const Packed& one : m_packed)
    if (one.order == order.index)
      for (auto it = one.pieces.cbegin(); it != one.pieces.cend(); ++it)
        packed[std::size_t((it.key() - 1) % 8)] += it.value();
  QJsonArray items;
  for (std::size_t i = 0; i < order.lines.size(); ++i) {
    const Line& line = order.lines[i];
    const Product& product = m_site.world.catalogue().productOf(*line.variant);
    const qint64 gone = line.quantity - shipped[i];
    QJsonObject item{
        {u"id"_s, idOf("ordli", desk::lineId(order, i))},
        {u"title"_s, product.title},
        {u"product_title"_s, product.title},
        {u"variant_title"_s, line.variant->option},
        {u"thumbnail"_s, QJsonValue()},
        {u"variant_id"_s, idOf("variant", line.variant->number + 1)},
        {u"product_id"_s, idOf("prod", product.number + 1)},
        {u"variant_sku"_s, line.variant->sku},
        {u"quantity"_s, line.quantity},
        {u"detail"_s, QJsonObject{{u"fulfilled_quantity"_s, gone + packed[i]}, {u"shipped_quantity"_s, gone}}}};
    insertAmount(item, u"unit_price"_s, line.unit);
    insertAmount(item, u"total"_s, line.total() + line.tax());
    insertAmount(item, u"discount_total"_s, line.discount);
    items.append(item);
  }
  QJsonObject collection{{u"id"_s, idOf("paycol", order.id)}, {u"payments"_s, paymentsJson(order)}};
  insertAmount(collection, u"captured_amount"_s, order.life.paid ? order.total() : 0);
  insertAmount(collection, u"refunded_amount"_s, order.refunded());
  const bool cancelled = order.state == State::Cancelled || order.state == State::Failed;
  QJsonObject json{{u"id"_s, idOf("order", order.id)},
                   {u"display_id"_s, order.id},
                   {u"status"_s, cancelled ? u"canceled"_s : u"pending"_s},
                   {u"payment_status"_s, paymentStatus(order)},
                   {u"fulfillment_status"_s, fulfilmentStatus(order)},
                   {u"created_at"_s, toIso(order.life.placed)},
                   {u"updated_at"_s, toIso(order.modified)},
                   {u"email"_s, order.buyer.email},
                   {u"currency_code"_s, u"cny"_s},
                   {u"items"_s, items},
                   {u"shipping_address"_s, address(order.buyer)},
                   {u"shipping_methods"_s, QJsonArray()},
                   {u"payment_collections"_s, QJsonArray{collection}},
                   {u"fulfillments"_s, fulfilmentsJson(order)}};
  if (!order.guest)
    json.insert(u"customer"_s, customerJson(order.buyer.id));
  insertAmount(json, u"total"_s, order.total());
  insertAmount(json, u"shipping_total"_s, order.shipping);
  insertAmount(json, u"tax_total"_s, order.tax());
  insertAmount(json, u"discount_total"_s, order.discount());
  return json;
}

QJsonObject MedusaShop::itemJson(int variant) const
{
  const Stock& stock = m_site.world.stock(Shop::Medusa, variant);
  return {{u"id"_s, idOf("iitem", variant + 1)},
          {u"location_levels"_s, QJsonArray{QJsonObject{{u"location_id"_s, u"sloc_1"_s},
                                                        {u"stocked_quantity"_s, stock.onHand},
                                                        {u"reserved_quantity"_s, stock.allocated},
                                                        {u"available_quantity"_s, stock.onHand - stock.allocated}}}}};
}

QJsonObject MedusaShop::variantJson(const Variant& variant) const
{
  const QJsonObject price{{u"amount"_s, double(variant.price) / 100},
                          {u"currency_code"_s, u"cny"_s},
                          {u"min_quantity"_s, QJsonValue()},
                          {u"rules"_s, QJsonObject()}};
  const QJsonObject part{{u"inventory_item_id"_s, idOf("iitem", variant.number + 1)},
                         {u"required_quantity"_s, 1},
                         {u"inventory"_s, itemJson(variant.number)}};
  return {{u"id"_s, idOf("variant", variant.number + 1)},
          {u"sku"_s, variant.sku},
          {u"title"_s, variant.option.isEmpty() ? u"Default"_s : variant.option},
          {u"barcode"_s, variant.barcode},
          {u"manage_inventory"_s, true},
          {u"updated_at"_s, toIso(m_site.world.catalogueMade())},
          {u"product_id"_s, idOf("prod", variant.product + 1)},
          {u"prices"_s, QJsonArray{price}},
          {u"options"_s, QJsonArray()},
          {u"inventory_items"_s, QJsonArray{part}}};
}

QJsonObject MedusaShop::productJson(const Product& product) const
{
  QJsonArray variants;
  for (int i = 0; i < product.variants; ++i)
    variants.append(variantJson(m_site.world.catalogue().variants[std::size_t(product.firstVariant + i)]));
  return {{u"id"_s, idOf("prod", product.number + 1)},
          {u"title"_s, product.title},
          {u"status"_s, u"published"_s},
          {u"thumbnail"_s, pictureUrl(m_site, product)},
          {u"updated_at"_s, toIso(m_site.world.catalogueMade())},
          {u"images"_s, QJsonArray()},
          {u"categories"_s, QJsonArray{QJsonObject{{u"name"_s, product.category}}}},
          {u"collection"_s, QJsonValue()},
          {u"variants"_s, variants}};
}

QJsonObject MedusaShop::customerJson(qint64 id) const
{
  const Person buyer = person(m_site.world.seed(), id);
  const QString joined = toIso(desk::joinedAt(m_site.world, id));
  return {{u"id"_s, idOf("cus", id)},
          {u"email"_s, buyer.email},
          {u"first_name"_s, buyer.firstName},
          {u"last_name"_s, buyer.lastName},
          {u"company_name"_s, QJsonValue()},
          {u"phone"_s, buyer.phone},
          {u"created_at"_s, joined},
          {u"updated_at"_s, joined},
          {u"addresses"_s, QJsonArray{address(buyer)}}};
}

} // namespace supercargo::sandbox
