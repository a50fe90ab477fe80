#include "app/sandbox/order.h"

#include "core/base/money.h"

namespace supercargo::sandbox {
namespace {
template <class Items, class Amount>
qint64 sum(const Items& items, Amount amount)
{
  qint64 total = 0;
  for (const auto& item : items)
    total += amount(item);
  return total;
}
} // namespace

qint64 Order::subtotal() const
{
  return sum(lines, [](const Line& line) { return line.subtotal(); });
}
qint64 Order::discount() const
{
  return sum(lines, [](const Line& line) { return line.discount; });
}
qint64 Order::tax() const
{
  return sum(lines, [](const Line& line) { return line.tax(); }) + shippingTax;
}
qint64 Order::refunded() const
{
  return sum(refunds, [](const Refund& refund) { return refund.amount; });
}

Gateway gatewayOf(Shop shop)
{
  switch (shop) {
  case Shop::Youzan:
    return Gateway::UnionPay;
  case Shop::Shopify:
    return Gateway::PayPal;
  case Shop::Magento:
    return Gateway::Stripe;
  case Shop::Jd:
    return Gateway::WechatPay;
  default:
    return Gateway::Alipay;
  }
}

QString yuan(qint64 minor)
{
  return Money(minor, Currency()).text();
}

} // namespace supercargo::sandbox
