#include "app/sandbox/world.h"

#include "app/sandbox/composition.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
State stateOf(const Life& life, const Change& change)
{
  if (change.state)
    return *change.state;
  if (life.cancelled)
    return State::Cancelled;
  if (life.refunded && life.fate != Fate::PartRefunded)
    return State::Refunded;
  if (life.delivered)
    return State::Delivered;
  if (life.shipped)
    return State::Shipped;
  return life.paid ? State::Paid : State::Unpaid;
}

/// WooCommerce moves its time with every change of status and with refunds, counts in seconds, and knows no delivery.
/// Vendure never moves it once the order has been placed, that is, paid. Medusa does not when money is captured. The
/// others know when a parcel has arrived.
Instant modifiedAt(Shop shop, const Life& life, const Change& change)
{
  if (shop == Shop::Vendure)
    return life.paid.value_or(life.placed);
  Instant latest = life.placed;
  for (const auto& step : {life.paid, life.cancelled, life.shipped, life.refunded, change.modified})
    if (step && !(shop == Shop::Medusa && step == life.paid))
      latest = std::max(latest, *step);
  if (life.delivered && shop != Shop::Woo)
    latest = std::max(latest, *life.delivered);
  return std::chrono::floor<std::chrono::seconds>(latest);
}
} // namespace

namespace {
/// A shop of few orders sells few goods to few people, so that it is read in a moment.
bool isSmall(const Options& options)
{
  constexpr qint64 kFewOrders = 100;
  return options.orders < kFewOrders;
}

int productCount(const Options& options)
{
  return options.products > 0 ? options.products : isSmall(options) ? 30 : 300;
}
} // namespace

World::World(const Options& options, Clock machine)
    : m_options(options), m_clock(machine, options.start.value_or(machine()), options.speed),
      m_catalogue(sandbox::catalogue(options.seed, productCount(options))), m_numbers(options.seed, options.shops),
      m_calendar(options.seed, m_clock.server(), options.historyDays, options.orders),
      m_customers(std::max<qint64>(isSmall(options) ? 40 : 200, options.orders * 2 / 5)), m_now(m_clock.world())
{
  m_made = m_clock.server() - std::chrono::hours(24 * options.historyDays);
  for (std::vector<Stock>& stock : m_stock)
    for (const Variant& variant : m_catalogue.variants)
      stock.push_back({variant.stock, 0, m_made, m_made});
  planArrival(m_clock.server());
  buildIndex();
}

void World::buildIndex()
{
  std::array<std::vector<IndexEntry>, kShopCount> entries;
  for (qint64 i = 0; i < m_calendar.orders(); ++i) {
    entries[std::size_t(shopOf(i))].push_back(entryAt(i, m_now));
    if (const auto next = wholeLifeOf(i).nextAfter(m_now))
      m_due.emplace(*next, i);
  }
  for (std::size_t shop = 0; shop < m_index.size(); ++shop)
    m_index[shop].build(std::move(entries[shop]));
}

void World::planArrival(Instant after)
{
  if (m_options.ordersPerMinute <= 0)
    return;
  Dice dice(m_options.seed, Use::Arrival, quint64(m_live.size()));
  const double gap = -std::log(1 - dice.unit()) * 60'000 / m_options.ordersPerMinute;
  m_nextArrival = after + std::chrono::milliseconds(qint64(gap) + 1);
}

void World::advance()
{
  m_now = m_clock.world();
  for (;;) {
    const bool arrives = m_nextArrival && *m_nextArrival <= m_now;
    if (arrives && (m_due.empty() || *m_nextArrival <= m_due.top().first)) {
      arrive(*m_nextArrival);
      planArrival(*m_nextArrival);
    } else if (!m_due.empty() && m_due.top().first <= m_now) {
      const auto [at, index] = m_due.top();
      m_due.pop();
      settle(index, at);
    } else {
      return;
    }
  }
}

void World::place(qint64 count)
{
  m_clock.nudge();
  advance();
  for (qint64 i = 0; i < count; ++i)
    arrive(m_now);
}

void World::arrive(Instant world)
{
  const qint64 index = orderCount();
  m_live.push_back(world);
  m_index[std::size_t(shopOf(index))].insert(entryAt(index, world));
  if (const auto next = wholeLifeOf(index).nextAfter(world))
    m_due.emplace(*next, index);
}

void World::settle(qint64 index, Instant world)
{
  const Life whole = wholeLifeOf(index);
  TimeIndex& shop = m_index[std::size_t(shopOf(index))];
  shop.replace(entryAt(index, world - std::chrono::milliseconds(1)), entryAt(index, world));
  moveStock(index, whole, world);
  if (const auto next = whole.nextAfter(world))
    m_due.emplace(*next, index);
}

/// Shops take goods off the stock when they are paid, but Vendure reserves them then and takes them when they leave.
void World::moveStock(qint64 index, const Life& whole, Instant world)
{
  if (index < m_calendar.orders() || (whole.paid != world && whole.shipped != world))
    return;
  const Shop shop = shopOf(index);
  const bool paid = whole.paid == world;
  for (const Line& line : composed(index).lines) {
    Stock& stock = this->stock(shop, line.variant->number);
    if (shop == Shop::Vendure)
      stock.allocated += paid ? line.quantity : -line.quantity;
    if ((shop != Shop::Vendure) != paid)
      continue;
    if (stock.onHand < line.quantity)
      stock.onHand += 500; // the supplier was quick
    stock.onHand -= line.quantity;
    stock.changed = m_clock.shown(world);
  }
}

Order World::composed(qint64 index) const
{
  return composedOrder(m_options.seed, m_catalogue, m_customers, shopOf(index), index);
}

/// "E20260115091233" and nine digits of the order's own: Youzan's numbers hold their time.
QString World::timedNumber(qint64 index) const
{
  return u'E' + formatLocal(placedAt(index), kChinaOffset).left(19).remove(u'-').remove(u':').remove(u' ') +
         QString::number(m_numbers.rank(index)).rightJustified(9, u'0');
}

Instant World::worldPlacedAt(qint64 index) const
{
  return index < m_calendar.orders() ? m_calendar.placedAt(index) : m_live[std::size_t(index - m_calendar.orders())];
}

Instant World::placedAt(qint64 index) const
{
  return m_clock.shown(worldPlacedAt(index));
}

qint64 World::firstPlacedFrom(Instant time) const
{
  qint64 low = 0, high = orderCount();
  while (low < high) {
    const qint64 middle = (low + high) / 2;
    (placedAt(middle) < time ? low : high) = placedAt(middle) < time ? middle + 1 : middle;
  }
  return low;
}

Life World::wholeLifeOf(qint64 index) const
{
  Life life = wholeLife(m_options.seed, index, worldPlacedAt(index), index >= m_calendar.orders());
  const auto change = m_changes.constFind(index);
  if (change != m_changes.cend() && change->merchantShips)
    life.shipped = life.delivered = life.refunded = std::nullopt;
  if (change != m_changes.cend() && change->isEndedUnpaid)
    life.paid = std::nullopt;
  return life;
}

Life World::shown(Life life) const
{
  life.placed = m_clock.shown(life.placed);
  for (auto* step : {&life.paid, &life.cancelled, &life.shipped, &life.delivered, &life.refunded})
    if (*step)
      *step = m_clock.shown(**step);
  return life;
}

Life World::life(qint64 index) const
{
  return shown(wholeLifeOf(index).until(m_now));
}

Life World::fate(qint64 index) const
{
  return shown(wholeLifeOf(index));
}

IndexEntry World::entryAt(qint64 index, Instant world) const
{
  const Life life = shown(wholeLifeOf(index).until(world));
  const Change change = m_changes.value(index);
  return {modifiedAt(shopOf(index), life, change), quint32(index), stateOf(life, change)};
}

Order World::order(qint64 index) const
{
  Order order = composed(index);
  order.id = m_numbers.id(index);
  order.number = order.shop == Shop::Youzan ? timedNumber(index) : m_numbers.orderNumber(index);
  order.life = life(index);
  order.change = m_changes.value(index);
  order.state = stateOf(order.life, order.change);
  order.modified = modifiedAt(order.shop, order.life, order.change);
  if (order.life.paid)
    order.tradeNo = m_numbers.tradeNo(index, *order.life.paid);
  if (order.life.shipped) {
    const Courier courier = courierOf(m_options.seed, index, order.buyer.isChinese());
    order.waybill = Waybill{courier, m_numbers.waybill(courier, index)};
  }
  if (order.life.refunded)
    order.refunds.push_back({order.id + 500'000'000, order.number + u"-R1"_s, *order.life.refunded, fatedRefund(order),
                             order.life.fate == Fate::PartRefunded ? u"有瑕疵，部分退款"_s : u"不想要了"_s});
  order.refunds.insert(order.refunds.end(), order.change.refunds.begin(), order.change.refunds.end());
  return order;
}

std::optional<qint64> World::orderById(Shop shop, qint64 id) const
{
  const qint64 index = m_numbers.indexOfId(shop, id);
  return index >= 0 && index < orderCount() ? std::optional(index) : std::nullopt;
}

std::optional<qint64> World::orderByNumber(const QString& number) const
{
  if (number.startsWith(u'E') && m_options.shops.contains(Shop::Youzan)) {
    const qint64 timed = m_numbers.indexOfRank(Shop::Youzan, number.mid(15).toLongLong());
    return timed >= 0 && timed < orderCount() && timedNumber(timed) == number ? std::optional(timed) : std::nullopt;
  }
  const qint64 index = m_numbers.indexOfOrderNumber(number);
  return index >= 0 && index < orderCount() && m_numbers.orderNumber(index) == number ? std::optional(index)
                                                                                      : std::nullopt;
}

std::optional<qint64> World::orderByTradeNo(const QString& tradeNo) const
{
  const qint64 index = m_numbers.indexOfTradeNo(tradeNo);
  if (index < 0 || index >= orderCount())
    return std::nullopt;
  const auto paid = life(index).paid;
  return paid && m_numbers.tradeNo(index, *paid) == tradeNo ? std::optional(index) : std::nullopt;
}

std::optional<qint64> World::orderByWaybill(const QString& number) const
{
  const auto found = m_numbers.indexOfWaybill(number);
  if (!found || found->second >= orderCount())
    return std::nullopt;
  const Order candidate = order(found->second);
  return candidate.waybill && candidate.waybill->number == number ? std::optional(found->second) : std::nullopt;
}

std::optional<Journey> World::journey(const Order& order) const
{
  if (!order.waybill)
    return std::nullopt;
  const Life fate = this->fate(order.index);
  const bool fails = Dice(seed(), Use::Parcel, quint64(order.index) + 1'000'000'000).chance(0.04);
  return Journey{*fate.shipped, *fate.delivered, &warehouse(), order.buyer.place, courierName(order.waybill->courier),
                 fails};
}

std::vector<qint64> World::listedProducts() const
{
  std::vector<qint64> listed;
  for (const Product& product : m_catalogue.products)
    if (isListed(product.number))
      listed.push_back(product.number);
  return listed;
}

std::vector<qint64> World::listedVariants() const
{
  std::vector<qint64> listed;
  for (const Variant& variant : m_catalogue.variants)
    if (isListed(variant.product))
      listed.push_back(variant.number);
  return listed;
}

void World::change(qint64 index, const std::function<void(Change&)>& apply)
{
  const IndexEntry before = entryAt(index, m_now);
  Change change = m_changes.value(index);
  apply(change);
  m_changes.insert(index, change);
  m_index[std::size_t(shopOf(index))].replace(before, entryAt(index, m_now));
}

} // namespace supercargo::sandbox
