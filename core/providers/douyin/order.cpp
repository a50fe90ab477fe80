#include "core/providers/douyin/douyin.h"

namespace supercargo::douyin {
namespace {

Money fen(const JsonReader& node)
{
  return Money(node.integerIfAny().value_or(0), kYuan);
}

QString options(const JsonReader& node)
{
  QStringList parts;
  for (const JsonReader& spec : node["spec"].itemsIfAny())
    parts.append(textOf(spec["name"]) + QStringLiteral(": ") + textOf(spec["value"]));
  return parts.join(QStringLiteral(", "));
}

/// How many pieces of a line its order's parcels carry.
qint64 shippedOf(const JsonReader& order, const LineSnapshot& line)
{
  qint64 pieces = 0;
  for (const JsonReader& parcel : order["logistics_info"].itemsIfAny())
    for (const JsonReader& item : parcel["product_info"].itemsIfAny())
      if (textOf(item["sku_order_id"]) == line.externalId)
        pieces += std::clamp<qint64>(item["product_count"].integerIfAny().value_or(0), 0, line.quantity);
  return std::min(pieces, line.quantity);
}

LineSnapshot readLine(const JsonReader& order, const JsonReader& node, FulfilmentStatus fulfilment)
{
  LineSnapshot line;
  line.externalId = node["order_id"].text();
  line.productExternalId = node["product_id_str"].textIfAny().value_or(shopId(node["product_id"]));
  line.variantExternalId = shopId(node["sku_id"]);
  line.sku = textOf(node["code"]);
  line.title = textOf(node["product_name"]);
  line.options = options(node);
  line.imageUrl = textOf(node["product_pic"]);
  line.quantity = node["item_num"].integer();
  const bool left = fulfilment == FulfilmentStatus::Shipped || fulfilment == FulfilmentStatus::Delivered;
  line.shippedQuantity = left ? line.quantity : shippedOf(order, line);
  line.unitPrice = node["origin_amount"].minorMoney(kYuan);
  line.discount = fen(node["promotion_amount"]);
  line.total = node["sum_amount"].minorMoney(kYuan);
  addTo(line.total, -line.discount, node["promotion_amount"]);
  return line;
}

void readReceiver(const JsonReader& node, OrderSnapshot& order)
{
  const JsonReader address = node["mask_post_addr"];
  AddressSnapshot& to = order.shipTo;
  to.name = textOf(node["mask_post_receiver"]);
  to.phone = textOf(node["mask_post_tel"]);
  to.province = textOf(address["province"]["name"]);
  to.city = textOf(address["city"]["name"]);
  to.district = textOf(address["town"]["name"]);
  to.street = textOf(address["street"]["name"]) + textOf(address["detail"]);
  order.customerExternalId = node["doudian_open_id"].textIfAny().value_or(textOf(node["open_id"]));
  order.customerName = to.name; // the platform tells no buyer but a pseudonym, only where the goods go
  order.customerPhone = to.phone;
}

void readParcels(const JsonReader& node, OrderSnapshot& order)
{
  for (const JsonReader& item : node["logistics_info"].itemsIfAny()) {
    OrderParcelSnapshot parcel;
    parcel.number = textOf(item["tracking_no"]);
    parcel.externalId = item["delivery_id"].textIfAny().value_or(parcel.number);
    parcel.courierCode = textOf(item["company"]);
    parcel.courierName = textOf(item["company_name"]);
    parcel.shippedAt = unixTime(item["ship_time"]);
    order.parcels.push_back(std::move(parcel));
  }
}

void readState(const FetchContext& context, const JsonReader& node, OrderSnapshot& order, Snapshots& out)
{
  order.rawStatus = node["order_status"].text();
  order.paidAt = unixTime(node["pay_time"]);
  readOrderStatus(context.declaration->status(
                      {{QStringLiteral("order_status"), order.rawStatus},
                       {QStringLiteral("main_status"), textOf(node["main_status"])},
                       {QStringLiteral("pay_type"), textOf(node["pay_type"])},
                       {QStringLiteral("paid"), order.paidAt ? QStringLiteral("yes") : QStringLiteral("no")}}),
                  "order.order_status", order, out);
  order.placedAt = unixTime(node["create_time"]).value_or(Instant());
  if (!node["create_time"].hasValue())
    node["create_time"].problem(QStringLiteral("missing"));
  order.updatedAt = unixTime(node["update_time"]);
  order.shipBy = unixTime(node["exp_ship_time"]);
  order.shippedAt = unixTime(node["ship_time"]);
  if (order.status == OrderStatus::Completed)
    order.completedAt = unixTime(node["finish_time"]);
}

} // namespace

OrderSnapshot readOrder(const FetchContext& context, const JsonReader& node, Snapshots& out)
{
  OrderSnapshot order;
  order.externalId = order.number = node["order_id"].text();
  readState(context, node, order, out);
  for (const JsonReader& item : node["sku_order_list"].items()) {
    order.lines.push_back(readLine(node, item, order.fulfilment));
    addTo(order.goods, item["sum_amount"].minorMoney(kYuan), item["sum_amount"]);
    order.aftersale = graver(order.aftersale, aftersaleOf(*context.declaration, "refund_statuses",
                                                          textOf(item["after_sale_info"]["after_sale_status"]),
                                                          "line.after_sale_status", out));
  }
  order.total = node["pay_amount"].minorMoney(kYuan);
  order.shipping = fen(node["post_amount"]);
  order.discount = fen(node["promotion_amount"]);
  order.tax = fen(node["tax_amount"]);
  if (order.paidAt && order.payment != PaymentStatus::PartiallyPaid)
    order.paid = order.total;
  readReceiver(node, order);
  readParcels(node, order);
  order.buyerNote = textOf(node["buyer_words"]);
  order.sellerMemo = textOf(node["seller_words"]);
  order.paymentMethod = valueOf(*context.declaration, "pay_types", textOf(node["pay_type"]), "order.pay_type", out);
  order.paymentReference = textOf(node["channel_payment_no"]);
  return order;
}

RefundSnapshot readRefund(const FetchContext& context, const JsonReader& item, Snapshots& out)
{
  const JsonReader node = item["aftersale_info"];
  RefundSnapshot refund;
  refund.externalId = node["aftersale_id"].text();
  refund.lineExternalId = shopId(node["related_id"]);
  refund.reason = textOf(item["text_part"]["reason_text"]);
  refund.amount = node["refund_amount"].minorMoney(kYuan);
  refund.status = aftersaleOf(*context.declaration, "refund_statuses", node["aftersale_status"].text(),
                              "refund.aftersale_status", out);
  constexpr qint64 kWithReturn = 0;
  refund.goodsReturned =
      refund.status == AftersaleStatus::Succeeded && node["aftersale_type"].integerIfAny().value_or(-1) == kWithReturn;
  refund.createdAt = unixTime(node["apply_time"]);
  return refund;
}

} // namespace supercargo::douyin
