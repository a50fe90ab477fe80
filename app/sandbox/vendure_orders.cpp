#include "app/sandbox/shopdesk.h"
#include "app/sandbox/vendure.h"

#include <algorithm>

using namespace Qt::StringLiterals;

/// Lists of orders and what callers may do to one.
namespace supercargo::sandbox {
namespace {
QStringList texts(const QJsonValue& value)
{
  return value.isArray() ? value.toVariant().toStringList() : QStringList{value.toVariant().toString()};
}

/// Nobody paid for it: it stays what its buyer left.
bool isCart(const World& world, const IndexEntry& entry)
{
  return entry.state == State::Unpaid || (entry.state == State::Cancelled && !world.life(entry.index).paid);
}

/// What a filter can look at without making the whole order.
QJsonObject glance(const World& world, const IndexEntry& entry)
{
  const bool cart = isCart(world, entry);
  Order order;
  order.state = entry.state;
  order.life = world.life(entry.index);
  return {{u"id"_s, QString::number(world.numbers().id(entry.index))},
          {u"code"_s, world.numbers().orderNumber(entry.index)},
          {u"active"_s, cart},
          {u"state"_s, vendure::stateName(order)},
          {u"createdAt"_s, vendure::time(order.life.placed)},
          {u"updatedAt"_s, vendure::time(entry.at)},
          {u"orderPlacedAt"_s, cart ? QJsonValue() : QJsonValue(vendure::time(entry.at))}};
}

struct Range {
  std::optional<Instant> from, to; ///< from included, to not
};

Range rangeOf(const QJsonObject& tests)
{
  constexpr std::chrono::milliseconds next{1};
  const auto at = [](const QJsonValue& value) {
    const auto parsed = parseIso(value.toString());
    return parsed ? std::optional(*parsed) : std::nullopt;
  };
  Range range;
  if (const auto after = at(tests.value("after"_L1)))
    range.from = *after + next;
  if (const auto start = at(tests.value("between"_L1)["start"_L1]))
    range.from = start;
  range.to = at(tests.value("before"_L1));
  if (const auto end = at(tests.value("between"_L1)["end"_L1]))
    range.to = *end + next;
  return range;
}

/// Orders asked for by id or code; nullopt: the filter names none.
std::optional<std::vector<qint64>> named(const World& world, const QJsonObject& filter)
{
  std::vector<qint64> found;
  const QJsonObject ids = filter.value("id"_L1).toObject(), codes = filter.value("code"_L1).toObject();
  if (!ids.contains("in"_L1) && !ids.contains("eq"_L1) && !codes.contains("in"_L1) && !codes.contains("eq"_L1))
    return std::nullopt;
  for (const QString& id : texts(ids.contains("in"_L1) ? ids.value("in"_L1) : ids.value("eq"_L1)))
    if (const auto index = world.orderById(Shop::Vendure, id.toLongLong()))
      found.push_back(*index);
  for (const QString& code : texts(codes.contains("in"_L1) ? codes.value("in"_L1) : codes.value("eq"_L1)))
    if (const auto index = world.orderByNumber(code); index && world.shopOf(*index) == Shop::Vendure)
      found.push_back(*index);
  return found;
}

std::vector<IndexEntry> found(const World& world, QJsonObject filter)
{
  std::vector<IndexEntry> result;
  if (const auto indices = named(world, filter)) {
    for (const qint64 index : *indices) {
      const Order order = world.order(index);
      const IndexEntry entry{order.modified, quint32(index), order.state};
      if (vendure::matches(glance(world, entry), filter))
        result.push_back(entry);
    }
    return result;
  }
  const Range range = rangeOf(filter.take("updatedAt"_L1).toObject());
  const QJsonValue active = filter.take("active"_L1)["eq"_L1];
  const TimeIndex& index = world.index(Shop::Vendure);
  const std::size_t low = range.from ? index.firstFrom(*range.from) : 0;
  const std::size_t high = range.to ? index.firstFrom(*range.to) : index.entries().size();
  for (std::size_t i = low; i < high; ++i) {
    const IndexEntry& entry = index.entries()[i];
    const bool cart = isCart(world, entry);
    if ((!active.isBool() || active.toBool() == cart) &&
        (filter.isEmpty() || vendure::matches(glance(world, entry), filter)))
      result.push_back(entry);
  }
  return result;
}

void takeGoods(World& world, qint64 index, const Fulfilment& fulfilment)
{
  const Order order = world.order(index);
  for (const auto& [line, quantity] : fulfilment.lines) {
    Stock& stock = world.stock(Shop::Vendure, order.lines[std::size_t((line - 1) % 8)].variant->number);
    stock.onHand -= quantity;
    stock.allocated = std::max<qint64>(0, stock.allocated - quantity); // orders of the past never counted as reserved
  }
}
} // namespace

Result<QJsonValue> VendureShop::orders(const QJsonObject& options)
{
  SC_TRY_ASSIGN(page, vendure::page(m_site, options));
  std::vector<IndexEntry> entries = found(m_site.world, options.value("filter"_L1).toObject());
  const QJsonObject sort = options.value("sort"_L1).toObject();
  const QString key = sort.isEmpty() ? u"id"_s : sort.keys().constFirst();
  if (key == "id"_L1 || key == "createdAt"_L1)
    std::sort(entries.begin(), entries.end(),
              [](const IndexEntry& a, const IndexEntry& b) { return a.index < b.index; });
  if (sort.value(key).toString() == "DESC"_L1)
    std::reverse(entries.begin(), entries.end());
  QJsonArray items;
  for (qint64 i = page.skip; i < std::min(page.skip + page.take, qint64(entries.size())); ++i)
    items.append(vendure::orderJson(m_site.world, entries[std::size_t(i)].index));
  return QJsonObject{{u"totalItems"_s, qint64(entries.size())}, {u"items"_s, disturbedItems(m_site, items)}};
}

QJsonValue VendureShop::orderOrNull(const QJsonValue& id) const
{
  const auto index = m_site.world.orderById(Shop::Vendure, id.toVariant().toLongLong());
  return index ? QJsonValue(vendure::orderJson(m_site.world, *index)) : QJsonValue();
}

std::optional<qint64> VendureShop::orderOfLine(qint64 line) const
{
  const qint64 index = (line - 1) / 8;
  const bool exists = line > 0 && index < m_site.world.orderCount() && m_site.world.shopOf(index) == Shop::Vendure;
  return exists && std::size_t((line - 1) % 8) < m_site.world.order(index).lines.size() ? std::optional(index)
                                                                                        : std::nullopt;
}

QJsonValue VendureShop::fulfil(const QJsonObject& input)
{
  const QJsonArray lines = input.value("lines"_L1).toArray();
  if (lines.isEmpty())
    return vendure::problem(u"EmptyOrderLineSelectionError"_s, u"EMPTY_ORDER_LINE_SELECTION_ERROR"_s,
                            u"At least one OrderLine must be specified"_s);
  const auto index = orderOfLine(lines.first()["orderLineId"_L1].toVariant().toLongLong());
  if (!index)
    return vendure::problem(u"FulfillmentStateTransitionError"_s, u"FULFILLMENT_STATE_TRANSITION_ERROR"_s,
                            u"No such order line"_s);
  const Order order = m_site.world.order(*index);
  if (order.state != State::Paid && order.state != State::PartShipped)
    return vendure::problem(u"ItemsAlreadyFulfilledError"_s, u"ITEMS_ALREADY_FULFILLED_ERROR"_s,
                            u"One or more OrderItems are already part of a Fulfillment"_s);
  QMap<qint64, qint64> left;
  for (std::size_t i = 0; i < order.lines.size(); ++i)
    left[vendure::lineId(order, i)] = order.lines[i].quantity;
  for (const Fulfilment& earlier : vendure::fulfilments(order))
    if (earlier.state != "Cancelled"_L1)
      for (const auto& [line, quantity] : earlier.lines)
        left[line] -= quantity;
  Fulfilment fulfilment{m_site.world.newId(), m_site.world.now(), u"Pending"_s, {}, {}, {}};
  for (const QJsonValue& line : lines) {
    const qint64 id = line["orderLineId"_L1].toVariant().toLongLong(), quantity = line["quantity"_L1].toInteger();
    if (quantity < 1 || left.value(id) < quantity)
      return vendure::problem(u"ItemsAlreadyFulfilledError"_s, u"ITEMS_ALREADY_FULFILLED_ERROR"_s,
                              u"One or more OrderItems are already part of a Fulfillment"_s);
    fulfilment.lines.emplace_back(id, quantity);
  }
  for (const QJsonValue& argument : input.value("handler"_L1)["arguments"_L1].toArray()) {
    const QString name = argument["name"_L1].toString(), value = argument["value"_L1].toString();
    (name == "method"_L1 ? fulfilment.method : fulfilment.tracking) = value;
  }
  m_fulfilments.insert(fulfilment.id, *index);
  m_site.world.change(*index, [&](Change& change) {
    change.merchantShips = true;
    change.fulfilments.push_back(fulfilment);
  });
  return vendure::fulfilmentJson(fulfilment);
}

QJsonValue VendureShop::transition(qint64 id, const QString& state)
{
  const auto refused = [&](const QString& from) {
    QJsonObject problem =
        vendure::problem(u"FulfillmentStateTransitionError"_s, u"FULFILLMENT_STATE_TRANSITION_ERROR"_s,
                         u"Cannot transition Fulfillment from \""_s + from + u"\" to \""_s + state + u'"');
    problem.insert(u"transitionError"_s, problem.value("message"_L1));
    return problem;
  };
  if (!m_fulfilments.contains(id))
    return refused(u"Delivered"_s);
  const qint64 index = m_fulfilments.value(id);
  QJsonValue answer;
  m_site.world.change(index, [&](Change& change) {
    const auto it = std::find_if(change.fulfilments.begin(), change.fulfilments.end(),
                                 [&](const Fulfilment& f) { return f.id == id; });
    const bool allowed = it->state == "Pending"_L1 || (it->state == "Shipped"_L1 && state != "Shipped"_L1);
    if (!allowed || (state != "Shipped"_L1 && state != "Delivered"_L1 && state != "Cancelled"_L1)) {
      answer = refused(it->state);
      return;
    }
    if (it->state == "Pending"_L1 && state != "Cancelled"_L1)
      takeGoods(m_site.world, index, *it);
    it->state = state;
    answer = vendure::fulfilmentJson(*it);
    qint64 left = 0, travelling = 0;
    for (const Line& line : m_site.world.order(index).lines)
      left += line.quantity;
    for (const Fulfilment& fulfilment : change.fulfilments) {
      const bool gone = fulfilment.state == "Shipped"_L1 || fulfilment.state == "Delivered"_L1;
      for (const auto& [line, quantity] : fulfilment.lines)
        left -= gone ? quantity : 0;
      travelling += fulfilment.state == "Shipped"_L1;
    }
    change.state = left > 0 ? State::PartShipped : travelling > 0 ? State::Shipped : State::Delivered;
  });
  return answer;
}

QJsonValue VendureShop::refund(const QJsonObject& input)
{
  const auto index = m_site.world.orderById(Shop::Vendure, input.value("paymentId"_L1).toVariant().toLongLong());
  if (!index || !m_site.world.life(*index).paid)
    return vendure::problem(u"PaymentOrderMismatchError"_s, u"PAYMENT_ORDER_MISMATCH_ERROR"_s,
                            u"The Payment and OrderLines do not belong to the same Order"_s);
  const Order order = m_site.world.order(*index);
  const qint64 amount = input.value("amount"_L1).toInteger();
  if (amount <= 0 || amount > order.total() - order.refunded()) {
    QJsonObject problem = vendure::problem(u"RefundAmountError"_s, u"REFUND_AMOUNT_ERROR"_s,
                                           u"The amount specified exceeds the refundable amount for this payment"_s);
    problem.insert(u"maximumRefundable"_s, order.total() - order.refunded());
    return problem;
  }
  Refund refund{m_site.world.newId(), {}, m_site.world.now(), amount, input.value("reason"_L1).toString()};
  refund.request = order.number + u"-V"_s + QString::number(refund.id);
  m_site.world.change(*index, [&](Change& change) { change.refunds.push_back(refund); });
  QJsonObject json = vendure::refundJson(order, refund);
  json.insert(u"__typename"_s, u"Refund"_s);
  return json;
}

QJsonValue VendureShop::cancel(const QJsonObject& input)
{
  const auto index = m_site.world.orderById(Shop::Vendure, input.value("orderId"_L1).toVariant().toLongLong());
  if (!index || !desk::cancel(m_site.world, m_site.world.order(*index)))
    return vendure::problem(u"CancelActiveOrderError"_s, u"CANCEL_ACTIVE_ORDER_ERROR"_s,
                            u"Cannot cancel OrderLines from this Order"_s);
  return vendure::orderJson(m_site.world, *index);
}

QJsonValue VendureShop::addNote(const QJsonObject& input)
{
  const auto index = m_site.world.orderById(Shop::Vendure, input.value("id"_L1).toVariant().toLongLong());
  if (!index)
    return QJsonValue();
  const Note note{m_site.world.newId(), m_site.world.now(), input.value("note"_L1).toString(),
                  input.value("isPublic"_L1).toBool()};
  m_site.world.change(*index, [&](Change& change) { change.notes.push_back(note); });
  return vendure::orderJson(m_site.world, *index);
}

} // namespace supercargo::sandbox
