#include "core/providers/taobao/taobao.h"

namespace supercargo::taobao {

/// The receiver's token (oaid) is told only when name, address, mobile, phone and created are all asked for.
const QByteArray kTradeFields =
    "tid,tid_str,status,type,step_trade_status,step_paid_fee,payment,post_fee,total_fee,discount_fee,created,pay_time,"
    "modified,consign_time,end_time,alipay_no,buyer_nick,buyer_open_uid,oaid,receiver_name,receiver_country,"
    "receiver_state,receiver_city,receiver_district,receiver_town,receiver_address,receiver_mobile,receiver_phone,"
    "receiver_zip,seller_memo,buyer_message,orders";
const QByteArray kRefundFields =
    "refund_id,tid,oid,status,refund_fee,reason,has_good_return,created,modified,refund_version,refund_phase";

namespace {

/// Lines of an order whose own state says that they have left.
bool hasLeft(const JsonReader& line)
{
  const QString status = textOf(line["status"]);
  return line["consign_time"].textIfAny() || status == QLatin1String("WAIT_BUYER_CONFIRM_GOODS") ||
         status == QLatin1String("TRADE_BUYER_SIGNED") || status == QLatin1String("TRADE_FINISHED");
}

LineSnapshot readLine(const JsonReader& node)
{
  LineSnapshot line;
  line.externalId = node["oid_str"].textIfAny().value_or(shopId(node["oid"]));
  line.productExternalId = shopId(node["num_iid"]);
  line.variantExternalId = shopId(node["sku_id"]);
  if (line.variantExternalId.isEmpty())
    line.variantExternalId = line.productExternalId; // goods without variants are their own
  line.sku = node["outer_sku_id"].textIfAny().value_or(textOf(node["outer_iid"]));
  line.title = textOf(node["title"]);
  line.options = textOf(node["sku_properties_name"]).replace(u';', QStringLiteral(", "));
  line.imageUrl = textOf(node["pic_path"]);
  line.quantity = node["num"].integer();
  line.shippedQuantity = hasLeft(node) ? line.quantity : 0;
  line.unitPrice = node["price"].money(kYuan);
  // divide_order_fee is what the buyer really pays for the line, after its share of the order's discounts.
  for (const char* key : {"divide_order_fee", "payment", "total_fee"})
    if (const auto paid = node[key].moneyIfAny(kYuan)) {
      line.total = *paid;
      break;
    }
  const auto full = line.unitPrice.times(line.quantity);
  if (!full)
    node["price"].problem(full.error().detail);
  line.discount = full.value_or(Money());
  addTo(line.discount, -line.total, node["total_fee"]);
  return line;
}

void readReceiver(const JsonReader& trade, OrderSnapshot& order)
{
  AddressSnapshot& to = order.shipTo;
  to.name = textOf(trade["receiver_name"]);
  to.phone = trade["receiver_mobile"].textIfAny().value_or(textOf(trade["receiver_phone"]));
  to.country = textOf(trade["receiver_country"]);
  to.province = textOf(trade["receiver_state"]);
  to.city = textOf(trade["receiver_city"]);
  to.district = textOf(trade["receiver_district"]);
  to.street = textOf(trade["receiver_town"]) + textOf(trade["receiver_address"]);
  to.postalCode = textOf(trade["receiver_zip"]);
  order.customerExternalId = textOf(trade["buyer_open_uid"]);
  order.customerName = textOf(trade["buyer_nick"]); // masked or encrypted by the platform
  order.customerPhone = to.phone;
}

void readMoney(const JsonReader& trade, OrderSnapshot& order)
{
  order.total = trade["payment"].money(kYuan);
  order.goods = trade["total_fee"].moneyIfAny(kYuan).value_or(Money());
  order.shipping = trade["post_fee"].moneyIfAny(kYuan).value_or(Money());
  // discount_fee leaves out the discounts of lines and hand-made price changes; what was taken off is the difference.
  order.discount = order.goods;
  addTo(order.discount, order.shipping, trade["post_fee"]);
  addTo(order.discount, -order.total, trade["payment"]);
  if (order.payment == PaymentStatus::PartiallyPaid)
    order.paid = trade["step_paid_fee"].moneyIfAny(kYuan).value_or(Money());
  else if (order.paidAt || order.payment == PaymentStatus::Paid || order.payment == PaymentStatus::Refunded)
    order.paid = order.total;
}

void readParcels(const JsonReader& trade, const std::vector<JsonReader>& lines, OrderSnapshot& order)
{
  for (const JsonReader& line : lines) {
    OrderParcelSnapshot parcel;
    parcel.number = textOf(line["invoice_no"]);
    const auto same = [&](const OrderParcelSnapshot& one) { return one.number == parcel.number; };
    if (parcel.number.isEmpty() || std::any_of(order.parcels.begin(), order.parcels.end(), same))
      continue;
    parcel.externalId = parcel.number;
    parcel.courierName = textOf(line["logistics_company"]);
    parcel.shippedAt = chinaTime(line["consign_time"]);
    if (!parcel.shippedAt)
      parcel.shippedAt = chinaTime(trade["consign_time"]);
    order.parcels.push_back(std::move(parcel));
  }
}

void readTimes(const JsonReader& trade, OrderSnapshot& order)
{
  order.placedAt = trade["created"].localInstant(kChinaOffset);
  order.updatedAt = chinaTime(trade["modified"]);
  order.paidAt = chinaTime(trade["pay_time"]);
  order.shippedAt = chinaTime(trade["consign_time"]);
  if (order.status == OrderStatus::Completed) // end_time is also told of trades that were closed
    order.completedAt = chinaTime(trade["end_time"]);
}

} // namespace

QString tradeId(const JsonReader& trade)
{
  return trade["tid_str"].textIfAny().value_or(shopId(trade["tid"]));
}

OrderSnapshot readTrade(const FetchContext& context, const JsonReader& trade, Snapshots& out)
{
  const Declaration& declaration = *context.declaration;
  OrderSnapshot order;
  order.externalId = order.number = tradeId(trade);
  if (order.externalId.isEmpty())
    trade["tid"].problem(QStringLiteral("missing"));
  order.rawStatus = trade["status"].text();
  readOrderStatus(
      declaration.status({{QStringLiteral("status"), order.rawStatus},
                          {QStringLiteral("type"), textOf(trade["type"])},
                          {QStringLiteral("step_trade_status"), textOf(trade["step_trade_status"])},
                          {QStringLiteral("consigned"),
                           trade["consign_time"].textIfAny() ? QStringLiteral("yes") : QStringLiteral("no")}}),
      "order.status", order, out);
  readTimes(trade, order);
  readMoney(trade, order);
  readReceiver(trade, order);
  order.buyerNote = textOf(trade["buyer_message"]);
  order.sellerMemo = textOf(trade["seller_memo"]);
  order.paymentReference = textOf(trade["alipay_no"]);
  const auto lines = listOf(trade, "orders", "order");
  for (const JsonReader& line : lines) {
    order.lines.push_back(readLine(line));
    order.aftersale = graver(order.aftersale, aftersaleOf(declaration, "refund_statuses", textOf(line["refund_status"]),
                                                          "line.refund_status", out));
  }
  readParcels(trade, lines, order);
  return order;
}

RefundSnapshot readRefund(const FetchContext& context, const JsonReader& node, Snapshots& out)
{
  RefundSnapshot refund;
  refund.externalId = node["refund_id"].text();
  refund.lineExternalId = shopId(node["oid"]);
  refund.reason = textOf(node["reason"]);
  refund.amount = node["refund_fee"].money(kYuan);
  refund.status = aftersaleOf(*context.declaration, "refund_statuses", textOf(node["status"]), "refund.status", out);
  refund.goodsReturned = node["has_good_return"].isBool() && node["has_good_return"].boolean() &&
                         refund.status == AftersaleStatus::Succeeded;
  refund.createdAt = chinaTime(node["created"]);
  return refund;
}

} // namespace supercargo::taobao
