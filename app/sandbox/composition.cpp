#include "app/sandbox/composition.h"

#include "app/sandbox/dice.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
constexpr int kTaxPercent = 13;
constexpr qint64 kFreeShippingFrom = 19900;

constexpr std::array kNotes = {u"请尽快发货，谢谢", u"送人的，请不要放价格单", u"工作日送公司，周末送家里",
                               u"Please ring twice", u"轻拿轻放"};

int lineCount(Dice& dice)
{
  const double draw = dice.unit();
  return draw < 0.55 ? 1 : draw < 0.8 ? 2 : draw < 0.93 ? 3 : 4;
}

const Variant& drawVariant(Dice& dice, const Catalogue& catalogue)
{
  const double skewed = std::pow(dice.unit(), 1.7); // some sell much better than others
  const Product& product = catalogue.products[std::size_t(skewed * double(catalogue.products.size()))];
  return catalogue.variants[std::size_t(product.firstVariant) + dice.next() % quint64(product.variants)];
}

bool contains(const std::vector<Line>& lines, const Variant* variant)
{
  for (const Line& line : lines)
    if (line.variant == variant)
      return true;
  return false;
}
} // namespace

Order composedOrder(quint64 seed, const Catalogue& catalogue, qint64 customers, Shop shop, qint64 index)
{
  Dice dice(seed, Use::Content, quint64(index));
  Order order;
  order.index = index;
  order.shop = shop;
  order.buyer = person(seed, 1 + qint64(std::pow(dice.unit(), 1.6) * double(customers)));
  order.guest = order.shop == Shop::Woo && dice.chance(0.25);
  const bool coupon = dice.chance(0.12);
  if (coupon)
    order.coupon = u"save10"_s;
  const int count = lineCount(dice);
  for (int i = 0; i < count; ++i) {
    Line line;
    line.variant = &drawVariant(dice, catalogue);
    const double draw = dice.unit();
    line.quantity = draw < 0.75 ? 1 : draw < 0.93 ? 2 : 3;
    if (contains(order.lines, line.variant))
      continue;
    line.unit = line.variant->price;
    line.discount = coupon ? (line.subtotal() + 5) / 10 : 0;
    line.taxPercent = order.buyer.isChinese() ? kTaxPercent : 0; // exports are free of it
    order.lines.push_back(line);
  }
  const bool free = order.subtotal() - order.discount() >= kFreeShippingFrom;
  order.shipping = !order.buyer.isChinese() ? 3500 : free ? 0 : 800;
  order.shippingTax = order.lines.front().taxOf(order.shipping);
  if (dice.chance(0.08))
    order.buyerNote = text(dice.pick(kNotes));
  return order;
}

qint64 fatedRefund(const Order& order)
{
  const Line& first = order.lines.front();
  return order.life.fate == Fate::PartRefunded ? (first.total() + first.tax()) / first.quantity : order.total();
}

Courier courierOf(quint64 seed, qint64 index, bool chinese)
{
  const double draw = Dice(seed, Use::Parcel, quint64(index)).unit();
  return !chinese || draw < 0.5 ? Courier::Sf : draw < 0.75 ? Courier::Yto : Courier::Zto;
}

} // namespace supercargo::sandbox
