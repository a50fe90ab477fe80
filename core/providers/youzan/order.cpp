#include "core/providers/youzan/youzan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace supercargo::youzan {
namespace {

/// A text that holds JSON: [{"k":"规格","v":"A"}].
QString options(const QString& text)
{
  QStringList parts;
  for (const QJsonValue one : QJsonDocument::fromJson(text.toUtf8()).array())
    parts.append(one[QLatin1String("k")].toString() + QStringLiteral(": ") + one[QLatin1String("v")].toString());
  return parts.join(QStringLiteral(", "));
}

/// Lines that have left, by the parcels' own lists.
QSet<QString> shippedLines(const JsonReader& node)
{
  QSet<QString> lines;
  for (const JsonReader& delivery : node["delivery_order"].itemsIfAny())
    for (const JsonReader& one : delivery["oids"].itemsIfAny())
      lines.insert(textOf(one["oid"]));
  return lines;
}

LineSnapshot readLine(const JsonReader& node, bool left)
{
  LineSnapshot line;
  line.externalId = node["oid"].text();
  line.productExternalId = shopId(node["item_id"]);
  line.variantExternalId = shopId(node["sku_id"]);
  if (line.variantExternalId.isEmpty())
    line.variantExternalId = line.productExternalId; // sold without variants
  line.sku = node["outer_sku_id"].textIfAny().value_or(textOf(node["outer_item_id"]));
  line.title = textOf(node["title"]);
  line.options = options(textOf(node["sku_properties_name"]));
  line.imageUrl = textOf(node["pic_path"]);
  line.quantity = node["num"].integer();
  line.shippedQuantity = left ? line.quantity : 0;
  line.unitPrice = node["price"].money(kYuan);
  line.total = node["payment"].moneyIfAny(kYuan).value_or(node["total_fee"].money(kYuan));
  const auto full = line.unitPrice.times(line.quantity);
  if (!full)
    node["price"].problem(full.error().detail);
  line.discount = full.value_or(line.total);
  addTo(line.discount, -line.total, node["payment"]);
  return line;
}

void readMoney(const JsonReader& node, OrderSnapshot& order)
{
  order.total = node["payment"].money(kYuan);
  order.goods = node["total_fee"].money(kYuan);
  order.shipping = node["post_fee"].moneyIfAny(kYuan).value_or(Money());
  order.discount = order.goods; // what goods and freight cost beyond what is paid
  addTo(order.discount, order.shipping, node["post_fee"]);
  addTo(order.discount, -order.total, node["payment"]);
  if (order.paidAt)
    order.paid = order.total;
}

/// Ciphertext, which ends with its version ("…$1$"), is nothing that people can read.
QString shown(const JsonReader& node)
{
  const QString text = textOf(node);
  return text.endsWith(u'$') ? QStringLiteral("***") : text;
}

void readPeople(const JsonReader& buyer, const JsonReader& address, OrderSnapshot& order)
{
  order.customerExternalId = textOf(buyer["yz_open_id"]);
  order.customerName = shown(buyer["fans_nickname"]);
  order.customerPhone = shown(buyer["buyer_phone"]);
  AddressSnapshot& to = order.shipTo;
  to.name = shown(address["receiver_name"]);
  to.phone = shown(address["receiver_tel"]);
  to.province = textOf(address["delivery_province"]);
  to.city = textOf(address["delivery_city"]);
  to.district = textOf(address["delivery_district"]);
  to.street = shown(address["delivery_address"]);
  to.postalCode = textOf(address["delivery_postal_code"]);
}

void readParcels(const JsonReader& node, OrderSnapshot& order)
{
  for (const JsonReader& delivery : node["delivery_order"].itemsIfAny())
    for (const JsonReader& part : delivery["dists"].itemsIfAny()) {
      OrderParcelSnapshot parcel;
      parcel.externalId = textOf(part["dist_id"]);
      parcel.number = textOf(part["express_info"]["express_no"]);
      parcel.courierCode = shopId(part["express_info"]["express_id"]);
      parcel.shippedAt = order.shippedAt;
      if (!parcel.number.isEmpty())
        order.parcels.push_back(std::move(parcel));
    }
}

/// The platform calls an order "waiting to be sent" until its last line has left.
void noteParts(const QSet<QString>& left, OrderSnapshot& order)
{
  if (order.status != OrderStatus::ToShip || left.isEmpty())
    return;
  order.status = OrderStatus::PartShipped;
  order.fulfilment = FulfilmentStatus::Partial;
}

} // namespace

OrderSnapshot readOrder(const FetchContext& context, const JsonReader& node, Snapshots& out)
{
  const JsonReader info = node["order_info"];
  OrderSnapshot order;
  order.externalId = order.number = info["tid"].text();
  order.rawStatus = info["status"].text();
  order.placedAt = info["created"].localInstant(kChinaOffset);
  order.updatedAt = chinaTime(info["update_time"]);
  order.paidAt = chinaTime(info["pay_time"]);
  order.shippedAt = chinaTime(info["consign_time"]);
  order.completedAt = chinaTime(info["success_time"]);
  readOrderStatus(context.declaration->status(
                      {{QStringLiteral("status"), order.rawStatus},
                       {QStringLiteral("paid"), order.paidAt ? QStringLiteral("yes") : QStringLiteral("no")}}),
                  "order.status", order, out);
  const QSet<QString> left = shippedLines(node);
  const bool allLeft = order.fulfilment == FulfilmentStatus::Shipped || order.fulfilment == FulfilmentStatus::Delivered;
  for (const JsonReader& item : node["orders"].items())
    order.lines.push_back(readLine(item, allLeft || left.contains(textOf(item["oid"]))));
  noteParts(left, order);
  readMoney(node["pay_info"], order);
  readPeople(node["buyer_info"], node["address_info"], order);
  readParcels(node, order);
  order.buyerNote = textOf(node["remark_info"]["buyer_message"]);
  order.sellerMemo = textOf(node["remark_info"]["trade_memo"]);
  // Which gateway took the money, and under which number: the shop's own number there is the order's.
  order.paymentMethod = textOf(info["pay_type_str"]);
  return order;
}

RefundSnapshot readRefund(const FetchContext& context, const JsonReader& node, Snapshots& out)
{
  RefundSnapshot refund;
  refund.externalId = node["refund_id"].text();
  refund.lineExternalId = shopId(node["oid"]);
  refund.reason = textOf(node["desc"]);
  refund.amount = node["refund_fee"].money(kYuan);
  refund.status = aftersaleOf(*context.declaration, "refund_statuses", textOf(node["status"]), "refund.status", out);
  const JsonReader goods = node["return_goods"];
  refund.goodsReturned = refund.status == AftersaleStatus::Succeeded &&
                         (goods.isBool() ? goods.boolean() : textOf(goods) == QLatin1String("1"));
  refund.createdAt = chinaTime(node["created"]);
  return refund;
}

} // namespace supercargo::youzan
