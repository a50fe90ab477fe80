#include "core/providers/pinduoduo/pinduoduo.h"

namespace supercargo::pinduoduo {
namespace {

const QStringList& stateNames()
{
  static const QStringList names{QStringLiteral("order_status"), QStringLiteral("refund_status"),
                                 QStringLiteral("group_status"), QStringLiteral("confirm_status"),
                                 QStringLiteral("risk_control_status")};
  return names;
}

/// An order's state is spread over several flags; the first row of the table that matches is meant, not the most
/// specific one.
const StatusRow* stateRow(const Declaration& declaration, const QMap<QString, QString>& raw)
{
  for (const StatusRow& row : declaration.statuses) {
    bool matches = true;
    for (auto it = row.raw.cbegin(); matches && it != row.raw.cend(); ++it)
      matches = raw.value(it.key()) == it.value();
    if (matches)
      return &row;
  }
  return nullptr;
}

LineSnapshot readLine(const JsonReader& node)
{
  LineSnapshot line;
  line.productExternalId = shopId(node["goods_id"]);
  line.variantExternalId = shopId(node["sku_id"]);
  if (line.variantExternalId.isEmpty())
    line.variantExternalId = line.productExternalId;
  line.externalId = line.variantExternalId; // lines have no ids of their own
  line.sku = node["outer_id"].textIfAny().value_or(textOf(node["outer_goods_id"]));
  line.title = textOf(node["goods_name"]);
  line.options = textOf(node["goods_spec"]);
  line.imageUrl = textOf(node["goods_img"]);
  line.quantity = node["goods_count"].integer();
  line.unitPrice = node["goods_price"].money(kYuan);
  const auto full = line.unitPrice.times(line.quantity);
  if (!full)
    node["goods_price"].problem(full.error().detail);
  line.total = full.value_or(Money());
  return line;
}

/// Ciphertext stands in the plain fields while an order waits to be shipped; the mask is what people may read.
QString readable(const JsonReader& node, const char* masked, const char* plain)
{
  if (const auto mask = node[masked].textIfAny())
    return *mask;
  const QString text = textOf(node[plain]);
  return text.startsWith(u'~') || text.startsWith(u'$') ? QString() : text;
}

void readReceiver(const JsonReader& node, OrderSnapshot& order)
{
  AddressSnapshot& to = order.shipTo;
  to.name = readable(node, "receiver_name_mask", "receiver_name");
  to.phone = readable(node, "receiver_phone_mask", "receiver_phone");
  to.country = textOf(node["country"]);
  to.province = textOf(node["province"]);
  to.city = textOf(node["city"]);
  to.district = textOf(node["town"]);
  to.street = readable(node, "receiver_address_mask", "receiver_address");
  order.customerName = to.name; // the platform tells no buyer, only where the goods go
  order.customerPhone = to.phone;
}

void readMoney(const JsonReader& node, OrderSnapshot& order)
{
  order.total = node["pay_amount"].money(kYuan);
  order.goods = node["goods_amount"].money(kYuan);
  order.shipping = node["postage"].moneyIfAny(kYuan).value_or(Money());
  order.discount = node["discount_amount"].moneyIfAny(kYuan).value_or(Money());
  if (order.paidAt || order.payment == PaymentStatus::Paid || order.payment == PaymentStatus::Refunded)
    order.paid = order.total;
  if (order.lines.size() == 1) { // the usual order: all that was taken off was taken off its one line
    order.lines.front().discount = order.discount;
    addTo(order.lines.front().total, -order.discount, node["discount_amount"]);
  }
}

void readParcel(const JsonReader& node, OrderSnapshot& order)
{
  OrderParcelSnapshot parcel;
  parcel.number = parcel.externalId = textOf(node["tracking_number"]);
  parcel.courierCode = shopId(node["logistics_id"]);
  parcel.shippedAt = order.shippedAt;
  if (!parcel.number.isEmpty())
    order.parcels.push_back(std::move(parcel));
}

/// How these times are written is nowhere told: one that cannot be read must not cost the order, and a day alone is
/// meant to its end.
std::optional<Instant> demandedBy(const JsonReader& node)
{
  constexpr qsizetype kDayAlone = 10;
  const QString text = textOf(node);
  const auto at = parseLocal(text, kChinaOffset);
  if (!at || *at <= Instant())
    return std::nullopt;
  return text.size() > kDayAlone ? *at : *at + std::chrono::hours(24) - std::chrono::milliseconds(1);
}

void readState(const FetchContext& context, const JsonReader& node, OrderSnapshot& order, Snapshots& out)
{
  QMap<QString, QString> raw{{QStringLiteral("confirm_status"), textOf(node["confirm_status"])},
                             {QStringLiteral("refund_status"), textOf(node["refund_status"])},
                             {QStringLiteral("risk_control_status"), textOf(node["risk_control_status"])},
                             {QStringLiteral("group_status"), textOf(node["group_status"])},
                             {QStringLiteral("order_status"), node["order_status"].text()}};
  QStringList told;
  for (const QString& name : stateNames())
    if (!raw.value(name).isEmpty())
      told.append(name + u'=' + raw.value(name));
  order.rawStatus = told.join(u' ');
  readOrderStatus(stateRow(*context.declaration, raw), "order.order_status", order, out);
  order.aftersale = aftersaleOf(*context.declaration, "refund_statuses", raw.value(QStringLiteral("refund_status")),
                                "order.refund_status", out);
}

} // namespace

OrderSnapshot readOrder(const FetchContext& context, const JsonReader& node, Snapshots& out)
{
  OrderSnapshot order;
  order.externalId = order.number = node["order_sn"].text();
  readState(context, node, order, out);
  order.placedAt = node["created_time"].localInstant(kChinaOffset);
  order.updatedAt = chinaTime(node["updated_at"]);
  order.paidAt = chinaTime(node["pay_time"]);
  order.shipBy = demandedBy(node["last_ship_time"]);
  order.deliverBy = demandedBy(node["promise_delivery_time"]);
  order.shippedAt = chinaTime(node["shipping_time"]);
  for (const JsonReader& item : node["item_list"].items()) {
    order.lines.push_back(readLine(item));
    if (order.fulfilment == FulfilmentStatus::Shipped || order.fulfilment == FulfilmentStatus::Delivered)
      order.lines.back().shippedQuantity = order.lines.back().quantity;
  }
  readMoney(node, order);
  readReceiver(node, order);
  readParcel(node, order);
  order.buyerNote = textOf(node["buyer_memo"]);
  order.sellerMemo = textOf(node["remark"]);
  order.paymentMethod = textOf(node["pay_type"]);
  order.paymentReference = textOf(node["pay_no"]);
  return order;
}

RefundSnapshot readRefund(const FetchContext& context, const JsonReader& node, Snapshots& out)
{
  constexpr qint64 kWithReturn = 3;
  RefundSnapshot refund;
  refund.externalId = node["id"].text();
  refund.lineExternalId = shopId(node["sku_id"]);
  refund.reason = textOf(node["after_sale_reason"]);
  refund.amount = node["refund_amount"].money(kYuan);
  refund.status = aftersaleOf(*context.declaration, "after_sales_statuses", textOf(node["after_sales_status"]),
                              "refund.after_sales_status", out);
  refund.goodsReturned =
      refund.status == AftersaleStatus::Succeeded && node["after_sales_type"].integerIfAny().value_or(0) == kWithReturn;
  refund.createdAt = chinaTime(node["created_time"]);
  return refund;
}

} // namespace supercargo::pinduoduo
