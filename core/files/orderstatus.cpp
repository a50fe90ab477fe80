#include "core/files/reading.h"

namespace supercargo::files {
namespace {

struct States {
  OrderStatus order;
  PaymentStatus payment;
  FulfilmentStatus fulfilment;
  bool shippable;
};

constexpr States kAwaiting{OrderStatus::AwaitingPayment, PaymentStatus::Unpaid, FulfilmentStatus::Unfulfilled, false};
constexpr States kToShip{OrderStatus::ToShip, PaymentStatus::Paid, FulfilmentStatus::Unfulfilled, true};
constexpr States kPart{OrderStatus::PartShipped, PaymentStatus::Paid, FulfilmentStatus::Partial, true};
constexpr States kShipped{OrderStatus::Shipped, PaymentStatus::Paid, FulfilmentStatus::Shipped, false};
constexpr States kDelivered{OrderStatus::Delivered, PaymentStatus::Paid, FulfilmentStatus::Delivered, false};
constexpr States kDone{OrderStatus::Completed, PaymentStatus::Paid, FulfilmentStatus::Shipped, false};
constexpr States kCancelled{OrderStatus::Cancelled, PaymentStatus::Voided, FulfilmentStatus::Cancelled, false};
constexpr States kRefunded{OrderStatus::Refunded, PaymentStatus::Refunded, FulfilmentStatus::Cancelled, false};
constexpr States kHeld{OrderStatus::OnHold, PaymentStatus::Unpaid, FulfilmentStatus::OnHold, false};

/// What Taobao's and 1688's exports, WooCommerce's plugins and people write.
const QMap<QString, States>& table()
{
  static const QMap<QString, States> kTable{
      {QStringLiteral("等待买家付款"), kAwaiting},
      {QStringLiteral("待付款"), kAwaiting},
      {QStringLiteral("pending"), kAwaiting},
      {QStringLiteral("unpaid"), kAwaiting},
      {QStringLiteral("买家已付款,等待卖家发货"), kToShip},
      {QStringLiteral("等待卖家发货"), kToShip},
      {QStringLiteral("待发货"), kToShip},
      {QStringLiteral("已付款"), kToShip},
      {QStringLiteral("paid"), kToShip},
      {QStringLiteral("processing"), kToShip},
      {QStringLiteral("卖家部分发货"), kPart},
      {QStringLiteral("部分发货"), kPart},
      {QStringLiteral("卖家已发货,等待买家确认"), kShipped},
      {QStringLiteral("等待买家确认收货"), kShipped},
      {QStringLiteral("已发货"), kShipped},
      {QStringLiteral("shipped"), kShipped},
      {QStringLiteral("已签收"), kDelivered},
      {QStringLiteral("delivered"), kDelivered},
      {QStringLiteral("交易成功"), kDone},
      {QStringLiteral("已完成"), kDone},
      {QStringLiteral("completed"), kDone},
      {QStringLiteral("complete"), kDone},
      {QStringLiteral("交易关闭"), kCancelled},
      {QStringLiteral("已取消"), kCancelled},
      {QStringLiteral("已关闭"), kCancelled},
      {QStringLiteral("cancelled"), kCancelled},
      {QStringLiteral("canceled"), kCancelled},
      {QStringLiteral("failed"), kCancelled},
      {QStringLiteral("已退款"), kRefunded},
      {QStringLiteral("refunded"), kRefunded},
      {QStringLiteral("on-hold"), kHeld},
  };
  return kTable;
}

void apply(OrderSnapshot& order, const States& states)
{
  order.status = states.order;
  order.payment = states.payment;
  order.fulfilment = states.fulfilment;
  order.shippable = states.shippable;
}

std::optional<PaymentStatus> paymentOf(const QString& text)
{
  static const QMap<QString, PaymentStatus> kNames{
      {QStringLiteral("paid"), PaymentStatus::Paid},
      {QStringLiteral("authorized"), PaymentStatus::Authorized},
      {QStringLiteral("pending"), PaymentStatus::Unpaid},
      {QStringLiteral("partially_paid"), PaymentStatus::PartiallyPaid},
      {QStringLiteral("partially_refunded"), PaymentStatus::PartiallyRefunded},
      {QStringLiteral("refunded"), PaymentStatus::Refunded},
      {QStringLiteral("voided"), PaymentStatus::Voided},
      {QStringLiteral("expired"), PaymentStatus::Failed},
  };
  const auto found = kNames.constFind(text);
  return found == kNames.cend() ? std::nullopt : std::optional(*found);
}

std::optional<FulfilmentStatus> fulfilmentOf(const QString& text)
{
  if (text.isEmpty() || text == QLatin1String("unfulfilled"))
    return FulfilmentStatus::Unfulfilled;
  if (text == QLatin1String("partial"))
    return FulfilmentStatus::Partial;
  if (text == QLatin1String("fulfilled"))
    return FulfilmentStatus::Shipped;
  if (text == QLatin1String("restocked"))
    return FulfilmentStatus::Cancelled;
  return std::nullopt;
}

/// Payment and fulfilment told apart, as Shopify's export does.
void combine(OrderSnapshot& order, bool cancelled)
{
  const bool paid = order.payment == PaymentStatus::Paid || order.payment == PaymentStatus::PartiallyRefunded ||
                    order.payment == PaymentStatus::Authorized;
  if (order.payment == PaymentStatus::Refunded)
    order.status = OrderStatus::Refunded;
  else if (cancelled || order.payment == PaymentStatus::Voided || order.fulfilment == FulfilmentStatus::Cancelled)
    order.status = OrderStatus::Cancelled;
  else if (order.fulfilment == FulfilmentStatus::Shipped)
    order.status = OrderStatus::Shipped;
  else if (order.fulfilment == FulfilmentStatus::Partial)
    order.status = OrderStatus::PartShipped;
  else if (order.payment == PaymentStatus::PartiallyPaid)
    order.status = OrderStatus::DepositPaid;
  else if (order.payment == PaymentStatus::Failed)
    order.status = OrderStatus::OnHold;
  else
    order.status = paid ? OrderStatus::ToShip : OrderStatus::AwaitingPayment;
  order.shippable = paid && (order.status == OrderStatus::ToShip || order.status == OrderStatus::PartShipped);
}

} // namespace

bool applyStatus(OrderSnapshot& order, const QString& status, const QString& financial, const QString& fulfilment,
                 bool cancelled)
{
  if (status.isEmpty() && !financial.isEmpty()) {
    const auto payment = paymentOf(financial.toLower());
    const auto parcel = fulfilmentOf(fulfilment.toLower());
    if (!payment || !parcel)
      return false;
    order.payment = *payment;
    order.fulfilment = *parcel;
    combine(order, cancelled);
    return true;
  }
  QString key = status.toLower().replace(u'，', u',').remove(u' ');
  if (key.startsWith(QLatin1String("wc-")))
    key.remove(0, 3);
  const auto states = table().constFind(key);
  if (states == table().cend())
    return false;
  apply(order, order.refunded.minor() > 0 && states->order == OrderStatus::Cancelled ? kRefunded : *states);
  return true;
}

} // namespace supercargo::files
