#include "app/sandbox/tracking.h"
#include "app/sandbox/woocommerce.h"
#include "app/sandbox/woocommerce_list.h"
#include "core/base/money.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
QJsonArray taxes(qint64 total, std::optional<qint64> subtotal)
{
  if (total == 0)
    return {};
  return {QJsonObject{{u"id"_s, 1}, {u"total"_s, yuan(total)}, {u"subtotal"_s, subtotal ? yuan(*subtotal) : u""_s}}};
}

QJsonArray lineItems(const Order& order, const Catalogue& catalogue)
{
  QJsonArray items;
  for (std::size_t i = 0; i < order.lines.size(); ++i) {
    const Line& line = order.lines[i];
    const Product& product = catalogue.productOf(*line.variant);
    const qint64 productId = woo::productId(product);
    QJsonArray meta;
    if (!product.isSimple())
      meta.append(QJsonObject{{u"id"_s, order.id * 100 + qint64(i)},
                              {u"key"_s, u"颜色"_s},
                              {u"value"_s, line.variant->option},
                              {u"display_key"_s, u"颜色"_s},
                              {u"display_value"_s, line.variant->option}});
    items.append(QJsonObject{{u"id"_s, order.id * 10 + qint64(i)},
                             {u"name"_s, catalogue.title(*line.variant)},
                             {u"product_id"_s, productId},
                             {u"variation_id"_s, product.isSimple() ? 0 : productId + 1 + line.variant->place},
                             {u"quantity"_s, line.quantity},
                             {u"tax_class"_s, u""_s},
                             {u"subtotal"_s, yuan(line.subtotal())},
                             {u"subtotal_tax"_s, yuan(line.taxOf(line.subtotal()))},
                             {u"total"_s, yuan(line.total())},
                             {u"total_tax"_s, yuan(line.tax())},
                             {u"taxes"_s, taxes(line.tax(), line.taxOf(line.subtotal()))},
                             {u"meta_data"_s, meta},
                             {u"sku"_s, line.variant->sku},
                             {u"global_unique_id"_s, line.variant->barcode},
                             {u"price"_s, double(line.total()) / 100 / double(line.quantity)},
                             {u"image"_s, QJsonObject{{u"id"_s, 0}, {u"src"_s, u""_s}}},
                             {u"parent_name"_s, product.isSimple() ? QJsonValue() : QJsonValue(product.title)}});
  }
  return items;
}

QJsonArray otherLines(const Order& order, const QString& kind, qint64 discountTax)
{
  const qint64 lineTax = order.tax() - order.shippingTax;
  if (kind == "tax"_L1 && order.tax() > 0)
    return {QJsonObject{{u"id"_s, order.id * 10 + 7},
                        {u"rate_code"_s, u"CN-VAT-1"_s},
                        {u"rate_id"_s, 1},
                        {u"label"_s, u"增值税"_s},
                        {u"compound"_s, false},
                        {u"tax_total"_s, yuan(lineTax)},
                        {u"shipping_tax_total"_s, yuan(order.shippingTax)},
                        {u"rate_percent"_s, order.lines.front().taxPercent},
                        {u"meta_data"_s, QJsonArray()}}};
  if (kind == "shipping"_L1)
    return {QJsonObject{{u"id"_s, order.id * 10 + 8},
                        {u"method_title"_s, order.shipping ? u"标准快递"_s : u"包邮"_s},
                        {u"method_id"_s, order.shipping ? u"flat_rate"_s : u"free_shipping"_s},
                        {u"instance_id"_s, u"1"_s},
                        {u"total"_s, yuan(order.shipping)},
                        {u"total_tax"_s, yuan(order.shippingTax)},
                        {u"taxes"_s, taxes(order.shippingTax, std::nullopt)},
                        {u"tax_status"_s, u"taxable"_s},
                        {u"meta_data"_s, QJsonArray()}}};
  if (kind == "coupon"_L1 && !order.coupon.isEmpty())
    return {QJsonObject{{u"id"_s, order.id * 10 + 9},
                        {u"code"_s, order.coupon},
                        {u"discount"_s, yuan(order.discount())},
                        {u"discount_tax"_s, yuan(discountTax)},
                        {u"meta_data"_s, QJsonArray()},
                        {u"discount_type"_s, u"percent"_s},
                        {u"nominal_amount"_s, 10},
                        {u"free_shipping"_s, false}}};
  return {};
}

QJsonArray metaData(const Order& order)
{
  QJsonArray meta = order.change.meta;
  if (!order.waybill)
    return meta;
  const QJsonObject tracking{{u"tracking_provider"_s, u""_s},
                             {u"custom_tracking_provider"_s, courierName(order.waybill->courier)},
                             {u"custom_tracking_link"_s, u""_s},
                             {u"tracking_number"_s, order.waybill->number},
                             {u"date_shipped"_s, QString::number(toMs(*order.life.shipped) / 1000)},
                             {u"tracking_id"_s, order.waybill->number}};
  meta.append(QJsonObject{{u"id"_s, order.id * 100 + 90},
                          {u"key"_s, u"_wc_shipment_tracking_items"_s},
                          {u"value"_s, QJsonArray{tracking}}});
  return meta;
}

/// What the asker wants kept, each with an id of its own.
QJsonArray newMeta(World& world, const QJsonObject& body)
{
  QJsonArray meta;
  for (const QJsonValue& item : body.value("meta_data"_L1).toArray()) {
    QJsonObject one = item.toObject();
    one.insert(u"id"_s, world.newId());
    meta.append(one);
  }
  return meta;
}

QJsonObject refundJson(const Refund& refund)
{
  QJsonObject json{{u"id"_s, refund.id},
                   {u"reason"_s, refund.reason},
                   {u"amount"_s, yuan(refund.amount)},
                   {u"refunded_by"_s, 1},
                   {u"refunded_payment"_s, !refund.request.isEmpty()},
                   {u"meta_data"_s, refund.meta},
                   {u"line_items"_s, QJsonArray()}};
  woo::stamp(json, u"date_created"_s, refund.at);
  return json;
}

QJsonObject noteJson(const Note& note)
{
  QJsonObject json{
      {u"id"_s, note.id}, {u"author"_s, u"WooCommerce"_s}, {u"note"_s, note.text}, {u"customer_note"_s, note.forBuyer}};
  woo::stamp(json, u"date_created"_s, note.at);
  return json;
}

void insertMoney(QJsonObject& json, const Order& order, qint64 discountTax)
{
  json.insert(u"discount_total"_s, yuan(order.discount()));
  json.insert(u"discount_tax"_s, yuan(discountTax));
  json.insert(u"shipping_total"_s, yuan(order.shipping));
  json.insert(u"shipping_tax"_s, yuan(order.shippingTax));
  json.insert(u"cart_tax"_s, yuan(order.tax() - order.shippingTax));
  json.insert(u"total"_s, yuan(order.total()));
  json.insert(u"total_tax"_s, yuan(order.tax()));
  QJsonArray refunds;
  for (const Refund& refund : order.refunds)
    refunds.append(QJsonObject{{u"id"_s, refund.id}, {u"reason"_s, refund.reason}, {u"total"_s, yuan(-refund.amount)}});
  json.insert(u"refunds"_s, refunds);
}

void insertTimes(QJsonObject& json, const Order& order)
{
  woo::stamp(json, u"date_created"_s, order.life.placed);
  woo::stamp(json, u"date_modified"_s, order.modified);
  woo::stamp(json, u"date_paid"_s, order.life.paid);
  const bool completed = order.state == State::Shipped || order.state == State::Delivered;
  woo::stamp(json, u"date_completed"_s,
             completed ? std::optional(order.life.shipped.value_or(order.modified)) : std::nullopt);
}
} // namespace

QJsonObject WooShop::orderJson(qint64 index) const
{
  const Order order = m_site.world.order(index);
  qint64 discountTax = 0;
  for (const Line& line : order.lines)
    discountTax += line.taxOf(line.subtotal()) - line.tax();
  QJsonObject json{{u"id"_s, order.id},
                   {u"parent_id"_s, 0},
                   {u"number"_s, order.number},
                   {u"status"_s, woo::statusWord(order.state)},
                   {u"currency"_s, u"CNY"_s},
                   {u"currency_symbol"_s, u"¥"_s},
                   {u"version"_s, u"11.0.1"_s},
                   {u"prices_include_tax"_s, false},
                   {u"customer_id"_s, order.guest ? 0 : order.buyer.id},
                   {u"order_key"_s, u"wc_order_"_s + QString::number(order.id, 36)},
                   {u"billing"_s, woo::address(order.buyer, true)},
                   {u"shipping"_s, woo::address(order.buyer, false)},
                   {u"payment_method"_s, u"alipay"_s},
                   {u"payment_method_title"_s, u"支付宝"_s},
                   {u"transaction_id"_s, order.tradeNo.isEmpty() ? u""_s : order.tradeNo},
                   {u"created_via"_s, u"checkout"_s},
                   {u"customer_note"_s, order.buyerNote.isEmpty() ? u""_s : order.buyerNote},
                   {u"customer_ip_address"_s, u""_s},
                   {u"customer_user_agent"_s, u""_s},
                   {u"cart_hash"_s, u""_s},
                   {u"is_editable"_s, order.state == State::Unpaid || order.state == State::OnHold},
                   {u"needs_payment"_s, order.state == State::Unpaid},
                   {u"needs_processing"_s, order.state == State::Paid},
                   {u"payment_url"_s, u""_s},
                   {u"meta_data"_s, metaData(order)},
                   {u"line_items"_s, lineItems(order, m_site.world.catalogue())},
                   {u"tax_lines"_s, otherLines(order, u"tax"_s, 0)},
                   {u"shipping_lines"_s, otherLines(order, u"shipping"_s, 0)},
                   {u"coupon_lines"_s, otherLines(order, u"coupon"_s, discountTax)},
                   {u"fee_lines"_s, QJsonArray()}};
  insertMoney(json, order, discountTax);
  insertTimes(json, order);
  return json;
}

Reply WooShop::listOrders(const Fields& parameters)
{
  auto paging = woo::paging(parameters);
  if (!paging)
    return paging.error();
  paging->offset =
      disturbedPage(m_site, paging->offset / paging->perPage) * paging->perPage + paging->offset % paging->perPage;
  const auto query = woo::orderQuery(parameters);
  if (!query)
    return query.error();
  const woo::OrderSlice slice = woo::orderSlice(m_site.world, *query, paging->offset, paging->perPage);
  QJsonArray items;
  for (const qint64 index : slice.indices)
    items.append(woo::selected(orderJson(index), parameters));
  Reply reply = listReply(disturbedItems(m_site, items));
  // Like the real one, it forgets the total behind the last page.
  const qint64 total = slice.indices.empty() ? 0 : slice.total;
  woo::setPageHeaders(reply, base() + u"/wp-json/wc/v3/orders"_s, *paging, total);
  return reply;
}

Reply WooShop::writeOrder(qint64 index, const QJsonObject& body)
{
  std::optional<State> state;
  if (body.contains("status"_L1)) {
    state = woo::stateOfWord(body.value("status"_L1).toString());
    if (!state)
      return woo::invalidParameter(
          u"status"_s, u"status is not one of pending, processing, on-hold, completed, cancelled, refunded, failed."_s);
  }
  const Instant now = m_site.world.now();
  m_site.world.change(index, [&](Change& change) {
    if (state) {
      change.state = state;
      change.merchantShips = change.merchantShips || !m_site.world.life(index).shipped;
    }
    for (const QJsonValue& item : newMeta(m_site.world, body))
      change.meta.append(item);
    change.modified = now;
  });
  return jsonReply(orderJson(index));
}

Reply WooShop::notes(const Request& request, qint64 index)
{
  if (request.method == "POST") {
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (body.value("note"_L1).toString().isEmpty())
      return woo::error(u"rest_missing_callback_param"_s, u"Missing parameter(s): note"_s, 400);
    const Note note{m_site.world.newId(), m_site.world.now(), body.value("note"_L1).toString(),
                    body.value("customer_note"_L1).toBool()};
    m_site.world.change(index, [&](Change& change) { change.notes.push_back(note); }); // moves no time
    return jsonReply(noteJson(note), 201);
  }
  QJsonArray items;
  for (const Note& note : m_site.world.changes().value(index).notes)
    items.prepend(noteJson(note));
  return listReply(items);
}

Reply WooShop::refunds(const Request& request, qint64 index)
{
  const Order order = m_site.world.order(index);
  if (request.method == "POST") {
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const auto amount = Money::parse(body.value("amount"_L1).toVariant().toString(), Currency());
    if (!amount || amount->minor() <= 0 || amount->minor() > order.total() - order.refunded() || !order.life.paid)
      return woo::error(u"woocommerce_rest_cannot_create_order_refund"_s, u"Invalid refund amount."_s, 500);
    Refund refund{m_site.world.newId(), {}, m_site.world.now(), amount->minor(), body.value("reason"_L1).toString()};
    refund.meta = newMeta(m_site.world, body);
    if (body.value("api_refund"_L1).toBool(true))
      refund.request = order.number + u"-W"_s + QString::number(refund.id);
    m_site.world.change(index, [&](Change& change) {
      change.refunds.push_back(refund);
      change.modified = refund.at;
      if (order.refunded() + refund.amount == order.total())
        change.state = State::Refunded;
    });
    return jsonReply(refundJson(refund), 201);
  }
  QJsonArray items;
  for (const Refund& refund : order.refunds)
    items.prepend(refundJson(refund));
  return listReply(items);
}

Reply WooShop::orders(const Request& request, const QStringList& parts)
{
  const Fields parameters = request.parameters();
  if (parts.size() == 1)
    return request.method == "GET" ? listOrders(parameters)
                                   : woo::error(u"woocommerce_rest_cannot_create"_s,
                                                u"Sorry, you are not allowed to create resources."_s, 401);
  const auto index = m_site.world.orderById(Shop::Woo, parts[1].toLongLong());
  if (!index)
    return woo::invalidId(u"shop_order"_s);
  if (parts.value(2) == "notes"_L1)
    return notes(request, *index);
  if (parts.value(2) == "refunds"_L1)
    return refunds(request, *index);
  if (request.method == "GET")
    return jsonReply(woo::selected(orderJson(*index), parameters));
  return writeOrder(*index, QJsonDocument::fromJson(request.body).object());
}

} // namespace supercargo::sandbox
