#include "tests/support/sampleorders.h"

#include <array>
#include <random>

namespace supercargo::test {
namespace {

struct Place {
  const char16_t* province;
  const char16_t* city;
};

constexpr std::array<const char16_t*, 6> kNames = {u"王小明", u"李娜", u"张伟", u"Emma Stone", u"陈静", u"刘洋"};
constexpr std::array<const char16_t*, 6> kTitles = {u"手冲咖啡壶 600 ml", u"Ceramic mug, blue",
                                                    u"亚麻围裙",          u"Walnut tray with handles, large",
                                                    u"滤纸 100 张",       u"Tea towel set of 3"};
constexpr std::array<Place, 5> kPlaces = {{{u"浙江省", u"杭州市"},
                                           {u"广东省", u"深圳市"},
                                           {u"上海市", u"上海市"},
                                           {u"四川省", u"成都市"},
                                           {u"北京市", u"北京市"}}};
constexpr std::array<OrderStatus, 10> kStatuses = {
    OrderStatus::ToShip,    OrderStatus::Shipped, OrderStatus::Completed, OrderStatus::AwaitingPayment,
    OrderStatus::Delivered, OrderStatus::ToShip,  OrderStatus::OnHold,    OrderStatus::PartShipped,
    OrderStatus::Cancelled, OrderStatus::Refunded};

QString text(const char16_t* words)
{
  return QString::fromUtf16(words);
}

PaymentStatus paymentOf(OrderStatus status)
{
  if (status == OrderStatus::AwaitingPayment || status == OrderStatus::Cancelled)
    return PaymentStatus::Unpaid;
  return status == OrderStatus::Refunded ? PaymentStatus::Refunded : PaymentStatus::Paid;
}

} // namespace

std::vector<OrderSnapshot> sampleOrders(int count, Instant now)
{
  std::mt19937 random(7);
  const auto below = [&random](int limit) { return int(random() % quint32(limit)); };
  const Currency currency;
  std::vector<OrderSnapshot> orders;
  for (int i = 0; i < count; ++i) {
    OrderSnapshot order;
    order.externalId = QString::number(10'000 + i);
    order.number = QStringLiteral("SC-%1").arg(10'000 + i);
    order.status = kStatuses[size_t(below(int(kStatuses.size())))];
    order.rawStatus = statusName(order.status);
    order.payment = paymentOf(order.status);
    order.shippable = order.status == OrderStatus::ToShip;
    order.placedAt = now - std::chrono::minutes(37 * (count - i));
    order.updatedAt = order.placedAt + std::chrono::minutes(5);
    order.customerName = text(kNames[size_t(below(int(kNames.size())))]);
    order.customerPhone = QStringLiteral("1380013%1").arg(below(10'000), 4, 10, QChar(u'0'));
    const Place place = kPlaces[size_t(below(int(kPlaces.size())))];
    order.shipTo = {order.customerName,
                    order.customerPhone,
                    QStringLiteral("CN"),
                    text(place.province),
                    text(place.city),
                    QStringLiteral("西湖区"),
                    QStringLiteral("文三路 %1 号").arg(i % 300 + 1),
                    QStringLiteral("310012")};
    qint64 goods = 0;
    for (int line = 0, lines = 1 + below(3); line < lines; ++line) {
      LineSnapshot item;
      item.externalId = QStringLiteral("%1-%2").arg(i).arg(line);
      item.sku = QStringLiteral("SKU-%1").arg(below(6) + 1);
      item.title = text(kTitles[size_t(below(int(kTitles.size())))]);
      item.quantity = 1 + below(4);
      item.unitPrice = Money(1'990 + 100 * below(300), currency);
      item.total = Money(item.unitPrice.minor() * item.quantity, currency);
      goods += item.total.minor();
      order.lines.push_back(item);
    }
    order.goods = Money(goods, currency);
    order.shipping = Money(1'000, currency);
    order.discount = order.tax = order.refunded = Money(0, currency);
    order.total = Money(goods + 1'000, currency);
    order.paid = order.payment == PaymentStatus::Unpaid ? Money(0, currency) : order.total;
    if (order.status == OrderStatus::Refunded)
      order.refunded = order.total;
    if (order.payment != PaymentStatus::Unpaid)
      order.paidAt = order.placedAt + std::chrono::minutes(3);
    if (i % 9 == 0)
      order.buyerNote = QStringLiteral("请在工作日送达");
    orders.push_back(order);
  }
  return orders;
}

} // namespace supercargo::test
