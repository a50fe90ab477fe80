#include "tests/support/sampleshop.h"

#include <array>
#include <random>

namespace supercargo::test {
namespace {

struct Place {
  const char* province;
  const char* city;
};
constexpr std::array<Place, 4> kPlaces{{{"浙江省", "杭州市"}, {"浙江省", "宁波市"}, {"广东省", "深圳市"}, {"", ""}}};
constexpr std::array<const char*, 3> kMethods{"alipay", "wechat", ""};

void addLines(OrderSnapshot& order, std::mt19937& random, Currency currency)
{
  qint64 goods = 0, discounts = 0;
  for (quint32 line = 0, lines = random() % 4; line < lines; ++line) { // some have none
    LineSnapshot item;
    item.externalId = QStringLiteral("L%1").arg(line);
    item.sku = random() % 9 == 0 ? QString() : QStringLiteral("SKU-%1").arg(random() % 5);
    item.title = QStringLiteral("Article %1").arg(random() % 5);
    item.quantity = 1 + random() % 3;
    item.unitPrice = Money(1 + random() % 9'999, currency);
    item.discount = Money(random() % 3 == 0 ? item.unitPrice.minor() / 7 : 0, currency);
    item.total = Money(item.unitPrice.minor() * item.quantity - item.discount.minor(), currency);
    goods += item.unitPrice.minor() * item.quantity;
    discounts += item.discount.minor();
    order.lines.push_back(item);
  }
  if (order.lines.empty())
    goods = 500;
  order.goods = Money(goods, currency);
  order.discount = Money(discounts + (random() % 4 == 0 ? goods / 11 : 0), currency); // some for the whole order
}

void addRefunds(OrderSnapshot& order, std::mt19937& random, Currency currency)
{
  qint64 refunded = 0;
  for (quint32 i = 0, count = random() % 3; i < count; ++i) {
    RefundSnapshot refund;
    refund.externalId = QStringLiteral("R%1").arg(i);
    refund.amount = Money(1 + random() % (order.total.minor() + 200), currency); // at times more than the order
    refund.status = random() % 5 == 0 ? AftersaleStatus::Requested : AftersaleStatus::Succeeded;
    refund.reason = random() % 2 ? QStringLiteral("尺寸不合适") : QStringLiteral("damaged");
    refund.goodsReturned = random() % 2;
    if (random() % 4 != 0)
      refund.createdAt = order.placedAt + std::chrono::hours(24 * (random() % 40));
    if (!order.lines.empty() && random() % 2)
      refund.lineExternalId = order.lines.front().externalId;
    if (refund.status == AftersaleStatus::Succeeded)
      refunded += refund.amount.minor();
    order.refunds.push_back(refund);
  }
  order.refunded = Money(random() % 6 == 0 ? refunded + 77 : refunded, currency); // the shop's sum may tell more
}

} // namespace

std::vector<OrderSnapshot> reportOrders(int count, Instant start, Currency currency)
{
  std::mt19937 random(11);
  std::vector<OrderSnapshot> orders;
  for (int i = 0; i < count; ++i) {
    OrderSnapshot order;
    order.externalId = order.number = QStringLiteral("%1-%2").arg(currency.code()).arg(i);
    order.placedAt = start + std::chrono::hours(7 * i) + std::chrono::milliseconds(i % 2 ? 999 : 0);
    order.updatedAt = order.placedAt + std::chrono::hours(50);
    if (i % 3 != 0) { // the others are guests
      order.customerExternalId = QStringLiteral("buyer-%1").arg(i % 7);
      order.customerName = QStringLiteral("客户 %1").arg(i % 7);
    }
    const quint32 fate = random() % 10;
    order.status = fate == 0   ? OrderStatus::AwaitingPayment
                   : fate < 3  ? OrderStatus::Cancelled
                   : fate == 3 ? OrderStatus::Refunded
                   : fate < 7  ? OrderStatus::Completed
                               : OrderStatus::ToShip;
    order.rawStatus = statusName(order.status);
    order.payment = fate == 0 ? PaymentStatus::Unpaid : PaymentStatus::Paid;
    addLines(order, random, currency);
    order.shipping = Money(random() % 900, currency);
    order.tax = Money(random() % 300, currency);
    order.total = Money(order.goods.minor() - order.discount.minor() + order.shipping.minor(), currency);
    const bool paid = fate != 0 && fate != 1;
    order.paid = Money(paid ? order.total.minor() : 0, currency);
    order.refunded = Money(0, currency);
    if (paid) {
      if (random() % 8 != 0)
        order.paidAt = order.placedAt + std::chrono::hours(random() % 60);
      addRefunds(order, random, currency);
    }
    if (order.status == OrderStatus::Completed)
      order.shippedAt = order.placedAt + std::chrono::hours(5 + random() % 70);
    const Place place = kPlaces[random() % kPlaces.size()];
    order.shipTo.province = QString::fromUtf8(place.province);
    order.shipTo.city = QString::fromUtf8(place.city);
    order.paymentMethod = QLatin1String(kMethods[random() % kMethods.size()]);
    orders.push_back(order);
  }
  return orders;
}

} // namespace supercargo::test
