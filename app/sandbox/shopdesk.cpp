#include "app/sandbox/shopdesk.h"

using namespace Qt::StringLiterals;

namespace supercargo::sandbox::desk {

std::vector<qint64> changedBetween(const World& world, Shop shop, std::optional<Instant> from,
                                   std::optional<Instant> to)
{
  const TimeIndex& index = world.index(shop);
  const std::size_t low = from ? index.firstFrom(*from) : 0;
  const std::size_t high = to ? index.firstFrom(*to + std::chrono::milliseconds(1)) : index.entries().size();
  std::vector<qint64> found;
  for (std::size_t i = low; i < high; ++i)
    found.push_back(index.entries()[i].index);
  return found;
}

std::vector<Parcel> parcels(const Order& order)
{
  std::vector<Parcel> result;
  if (order.waybill) {
    Parcel own{
        order.index * 10 + 1, *order.life.shipped, courierName(order.waybill->courier), order.waybill->number, {}};
    for (std::size_t i = 0; i < order.lines.size(); ++i)
      own.lines.emplace_back(lineId(order, i), order.lines[i].quantity);
    result.push_back(std::move(own));
  }
  for (const Fulfilment& made : order.change.fulfilments)
    if (made.state == "Shipped"_L1)
      result.push_back({made.id, made.at, made.method, made.tracking, made.lines});
  return result;
}

std::vector<qint64> piecesLeft(const Order& order)
{
  std::vector<qint64> left;
  for (const Line& line : order.lines)
    left.push_back(line.quantity);
  for (const Parcel& parcel : parcels(order))
    for (const auto& [id, quantity] : parcel.lines)
      left[std::size_t((id - 1) % 8)] -= quantity;
  return left;
}

bool hasLeft(const Order& order)
{
  return order.state == State::Shipped || order.state == State::Delivered;
}

Result<Fulfilment> ship(World& world, const Order& order, const QMap<qint64, qint64>& pieces, const QString& method,
                        const QString& number)
{
  if (order.state != State::Paid && order.state != State::PartShipped)
    return fail(ErrorKind::Rejected, u"the order cannot be shipped"_s);
  std::vector<qint64> left = piecesLeft(order);
  Fulfilment made{world.newId(), world.now(), u"Shipped"_s, method, number, {}};
  for (std::size_t i = 0; i < left.size(); ++i) {
    const qint64 id = lineId(order, i), wanted = pieces.isEmpty() ? left[i] : pieces.value(id);
    if (wanted < 0 || wanted > left[i])
      return fail(ErrorKind::Rejected, u"there are not as many pieces left"_s);
    if (wanted > 0)
      made.lines.emplace_back(id, wanted);
    left[i] -= wanted;
  }
  if (made.lines.empty())
    return fail(ErrorKind::Rejected, u"nothing is left to ship"_s);
  const bool all = std::all_of(left.begin(), left.end(), [](qint64 rest) { return rest == 0; });
  world.change(order.index, [&](Change& change) {
    change.merchantShips = true;
    change.fulfilments.push_back(made);
    change.state = all ? State::Shipped : State::PartShipped;
    change.modified = made.at;
  });
  return made;
}

namespace {
bool canPayBack(const Order& order, qint64 amount)
{
  return order.life.paid && amount > 0 && amount <= order.total() - order.refunded();
}

/// What the buyer has asked for waits no longer.
void payBack(World& world, const Order& order, const Refund& refund)
{
  world.change(order.index, [&](Change& change) {
    std::erase_if(change.asked, [&](const Refund& one) { return one.id == refund.id; });
    change.refunds.push_back(refund);
    change.modified = refund.at;
    if (order.refunded() + refund.amount == order.total())
      change.state = State::Refunded;
  });
}

Refund newRefund(World& world, const Order& order, qint64 amount, const QString& reason)
{
  Refund made{world.newId(), {}, world.now(), amount, reason};
  made.request = order.number + u"-D"_s + QString::number(made.id);
  return made;
}
} // namespace

Result<Refund> refund(World& world, const Order& order, qint64 amount, const QString& reason)
{
  if (!canPayBack(order, amount))
    return fail(ErrorKind::Rejected, u"the amount exceeds what can be refunded"_s);
  const Refund made = newRefund(world, order, amount, reason);
  payBack(world, order, made);
  return made;
}

Result<Refund> askRefund(World& world, const Order& order, qint64 amount, const QString& reason)
{
  if (!canPayBack(order, amount) || order.refunds.size() + order.change.asked.size() >= order.lines.size())
    return fail(ErrorKind::Rejected, u"there is nothing to ask for"_s);
  const Refund wanted = newRefund(world, order, amount, reason);
  world.change(order.index, [&](Change& change) {
    change.asked.push_back(wanted);
    change.modified = wanted.at;
  });
  return wanted;
}

Result<Refund> agreeRefund(World& world, const Order& order, qint64 id)
{
  const auto& asked = order.change.asked;
  const auto found = std::find_if(asked.begin(), asked.end(), [id](const Refund& one) { return one.id == id; });
  if (found == asked.end() || !canPayBack(order, found->amount))
    return fail(ErrorKind::Rejected, u"the buyer does not ask for this refund"_s);
  Refund agreed = *found;
  agreed.at = world.now();
  payBack(world, order, agreed);
  return agreed;
}

Result<void> cancel(World& world, const Order& order)
{
  if (hasLeft(order) || order.state == State::PartShipped)
    return fail(ErrorKind::Rejected, u"the order has been shipped"_s);
  world.change(order.index, [&](Change& change) {
    change.merchantShips = true;
    change.isEndedUnpaid = !order.life.paid;
    change.state = State::Cancelled;
    change.modified = world.now();
  });
  return {};
}

void setStock(World& world, Shop shop, int variant, qint64 onHand)
{
  Stock& stock = world.stock(shop, variant);
  stock.onHand = onHand;
  stock.written = stock.changed = world.now();
}

std::optional<Order> orderById(const World& world, Shop shop, qint64 id)
{
  const auto index = world.orderById(shop, id);
  return index ? std::optional(world.order(*index)) : std::nullopt;
}

Instant joinedAt(const World& world, qint64 customer)
{
  return world.catalogueMade() - std::chrono::hours(24 * (customer % 700));
}

} // namespace supercargo::sandbox::desk
