#include "core/providers/jd/jd.h"

namespace supercargo::jd {
namespace {

/// "4-在线支付": a number and its name.
QString payCode(const JsonReader& node)
{
  return textOf(node["payType"]).section(u'-', 0, 0).trimmed();
}

Money couponsOf(const JsonReader& order, const QString& sku)
{
  Money sum;
  for (const JsonReader& coupon : order["couponDetailList"].itemsIfAny())
    if (textOf(coupon["skuId"]) == sku)
      addTo(sum, coupon["couponPrice"].moneyIfAny(kYuan).value_or(Money()), coupon["couponPrice"]);
  return sum;
}

LineSnapshot readLine(const JsonReader& order, const JsonReader& node)
{
  LineSnapshot line;
  line.externalId = line.variantExternalId = node["skuId"].text(); // lines have no ids of their own
  line.productExternalId = shopId(node["wareId"]);
  line.sku = textOf(node["outerSkuId"]);
  line.title = textOf(node["skuName"]);
  line.quantity = node["itemTotal"].integer();
  line.unitPrice = node["jdPrice"].money(kYuan);
  line.discount = couponsOf(order, line.externalId);
  const auto full = line.unitPrice.times(line.quantity);
  if (!full)
    node["jdPrice"].problem(full.error().detail);
  line.total = full.value_or(Money());
  addTo(line.total, -line.discount, node["jdPrice"]);
  return line;
}

void readReceiver(const JsonReader& node, OrderSnapshot& order)
{
  const JsonReader consignee = node["consigneeInfo"];
  AddressSnapshot& to = order.shipTo;
  to.name = textOf(consignee["fullname"]);
  to.phone = consignee["mobile"].textIfAny().value_or(textOf(consignee["telephone"]));
  to.province = textOf(consignee["province"]);
  to.city = textOf(consignee["city"]);
  to.district = textOf(consignee["county"]) + textOf(consignee["town"]);
  to.street = textOf(consignee["fullAddress"]);
  order.customerExternalId = textOf(node["open_id_buyer"]);
  order.customerName = to.name;
  order.customerPhone = to.phone;
}

void readMoney(const JsonReader& node, OrderSnapshot& order)
{
  order.total = node["orderPayment"].money(kYuan);
  order.shipping = node["freightPrice"].moneyIfAny(kYuan).value_or(Money());
  for (const LineSnapshot& line : order.lines) {
    addTo(order.goods, line.total, node["orderTotalPrice"]);
    addTo(order.goods, line.discount, node["orderTotalPrice"]);
  }
  // What was taken off comes in many kinds (sellerDiscount, coupons, beans); the difference is what counts.
  order.discount = order.goods;
  addTo(order.discount, order.shipping, node["freightPrice"]);
  addTo(order.discount, -order.total, node["orderPayment"]);
  const bool untold = order.lines.size() == 1 && order.lines.front().discount.isZero();
  if (untold && order.discount.minor() > 0 && order.discount.minor() <= order.lines.front().total.minor()) {
    order.lines.front().discount = order.discount;
    addTo(order.lines.front().total, -order.discount, node["orderPayment"]);
  }
  if (order.paidAt || order.payment == PaymentStatus::Paid || order.payment == PaymentStatus::Refunded)
    order.paid = order.total;
}

void readParcels(const JsonReader& node, OrderSnapshot& order)
{
  for (const QString& number : textOf(node["waybill"]).split(u',', Qt::SkipEmptyParts)) {
    OrderParcelSnapshot parcel;
    parcel.number = parcel.externalId = number.trimmed();
    parcel.courierCode = shopId(node["logisticsId"]);
    order.parcels.push_back(std::move(parcel));
  }
}

} // namespace

OrderSnapshot readOrder(const FetchContext& context, const JsonReader& node, Snapshots& out)
{
  OrderSnapshot order;
  order.externalId = order.number = node["orderId"].text();
  order.rawStatus = node["orderState"].text();
  order.paidAt = chinaTime(node["paymentConfirmTime"]);
  readOrderStatus(context.declaration->status(
                      {{QStringLiteral("orderState"), order.rawStatus},
                       {QStringLiteral("pay"), payCode(node)},
                       {QStringLiteral("paid"), order.paidAt ? QStringLiteral("yes") : QStringLiteral("no")}}),
                  "order.orderState", order, out);
  order.placedAt = node["orderStartTime"].localInstant(kChinaOffset);
  order.updatedAt = chinaTime(node["modified"]);
  if (order.status == OrderStatus::Completed)
    order.completedAt = chinaTime(node["orderEndTime"]);
  for (const JsonReader& item : node["itemInfoList"].items()) {
    order.lines.push_back(readLine(node, item));
    if (order.fulfilment == FulfilmentStatus::Shipped || order.fulfilment == FulfilmentStatus::Delivered)
      order.lines.back().shippedQuantity = order.lines.back().quantity;
  }
  readMoney(node, order);
  readReceiver(node, order);
  readParcels(node, order);
  order.buyerNote = textOf(node["orderRemark"]);
  order.sellerMemo = textOf(node["venderRemark"]);
  order.paymentMethod = textOf(node["payType"]).section(u'-', 1);
  return order;
}

RefundSnapshot readRefund(const FetchContext& context, const JsonReader& node, Snapshots& out)
{
  RefundSnapshot refund;
  refund.externalId = node["serviceId"].textIfAny().value_or(shopId(node["refundId"]));
  if (refund.externalId.isEmpty())
    node["serviceId"].problem(QStringLiteral("missing"));
  refund.lineExternalId = shopId(node["skuId"]);
  refund.reason = textOf(node["applyReason"]);
  refund.amount = node["refundAmount"].moneyIfAny(kYuan).value_or(Money());
  refund.status =
      aftersaleOf(*context.declaration, "refund_statuses", textOf(node["serviceStatus"]), "refund.serviceStatus", out);
  refund.createdAt = chinaTime(node["applyTime"]);
  return refund;
}

} // namespace supercargo::jd
