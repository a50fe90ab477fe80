#include "app/sandbox/control.h"

#include "app/sandbox/peer.h"

#include <QJsonDocument>
#include <QSet>

#include <memory>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
constexpr qint64 kOrdersAPiece = 500;
constexpr qint64 kMostAtOnce = 100'000;

template <class Number>
QJsonObject object(const QMap<QString, Number>& numbers)
{
  QJsonObject result;
  for (auto number = numbers.begin(); number != numbers.end(); ++number)
    result.insert(number.key(), number.value());
  return result;
}

Reply state(Site& site)
{
  QJsonObject orders;
  for (const PeerEntry& peer : peerEntries()) {
    QMap<QString, qint64> counts;
    if (peer.shop)
      for (const IndexEntry& entry : site.world.index(*peer.shop).entries())
        ++counts[stateName(entry.state)];
    if (!counts.isEmpty())
      orders.insert(peer.provider, object(counts));
  }
  return jsonReply({{u"now"_s, toIso(site.world.now())},
                    {u"frozen"_s, site.world.clock().isFrozen()},
                    {u"orders_total"_s, site.world.orderCount()},
                    {u"orders"_s, orders},
                    {u"customers"_s, site.world.customerCount()},
                    {u"calls"_s, object(site.calls)},
                    {u"rejected"_s, object(site.rejected)},
                    {u"faults"_s, object(site.faults.probabilities())},
                    {u"struck"_s, object(site.faults.counts())}});
}

QJsonObject truth(const Order& order)
{
  return {{u"id"_s, order.shop == Shop::Youzan ? order.number : QString::number(order.id)},
          {u"number"_s, order.number},
          {u"total_minor"_s, order.total()},
          {u"refunded_minor"_s, order.refunded()},
          {u"currency"_s, u"CNY"_s},
          {u"status"_s, stateName(order.state)},
          {u"placed_at"_s, toIso(order.life.placed)},
          {u"modified_at"_s, toIso(order.modified)},
          {u"lines"_s, qint64(order.lines.size())},
          {u"trade_no"_s, order.tradeNo.isEmpty() ? QJsonValue() : QJsonValue(order.tradeNo)},
          {u"waybill"_s, order.waybill ? QJsonValue(order.waybill->number) : QJsonValue()}};
}

Reply orders(Site& site, const Request& request)
{
  const QString provider = fieldValue(request.parameters(), u"provider");
  const auto peers = peerEntries();
  const auto peer = std::find_if(peers.begin(), peers.end(),
                                 [&](const PeerEntry& one) { return one.shop && one.provider == provider; });
  if (peer == peers.end())
    return jsonReply({{u"error"_s, u"?provider= names a shop"_s}}, 400);
  Reply reply = jsonReply(QJsonObject());
  reply.body = "{\"orders\":[";
  const qint64 end = site.world.orderCount();
  const qint64 count = site.world.numbers().ranksBelow(*peer->shop, end);
  reply.more = [&world = site.world, count, shop = *peer->shop, next = std::make_shared<qint64>(0),
                done = std::make_shared<bool>(false)] {
    QByteArray piece;
    for (qint64 i = 0; i < kOrdersAPiece && *next < count; ++i, ++*next) {
      piece += *next > 0 ? "," : "";
      const qint64 index = world.numbers().indexOfRank(shop, *next);
      piece += QJsonDocument(truth(world.order(index))).toJson(QJsonDocument::Compact);
    }
    if (*next >= count && !*done) {
      *done = true;
      piece += "]}";
    }
    return piece;
  };
  return reply;
}

Reply setFaults(Site& site, const QJsonObject& body)
{
  for (const QString& name : body.keys())
    if (!faultNames().contains(name) || !body.value(name).isDouble())
      return jsonReply({{u"error"_s, u"faults are "_s + faultNames().join(u", "_s) + u", each with a probability"_s}},
                       400);
  for (const QString& name : body.keys())
    site.faults.set(name, body.value(name).toDouble());
  return jsonReply({{u"faults"_s, object(site.faults.probabilities())}});
}

/// What is left out stays as it is.
Reply setApi(Site& site, const QJsonObject& body)
{
  ApiState& api = site.api;
  api.version = body.value("version"_L1).toString(api.version);
  api.retirement = body.value("retirement"_L1).toString(api.retirement);
  api.points = std::max(1.0, body.value("points"_L1).toDouble(api.points));
  api.pointsPerSecond = std::max(1.0, body.value("points_per_second"_L1).toDouble(api.pointsPerSecond));
  return jsonReply({{u"version"_s, api.version},
                    {u"retirement"_s, api.retirement},
                    {u"points"_s, api.points},
                    {u"points_per_second"_s, api.pointsPerSecond}});
}

Reply deleteProducts(Site& site, const QJsonObject& body)
{
  const int count = int(site.world.catalogue().products.size());
  QSet<int> deleted;
  for (const QJsonValue number : body.value("deleted"_L1).toArray())
    deleted.insert(number.toInt(-1));
  for (const int number : deleted)
    if (number < 0 || number >= count)
      return jsonReply({{u"error"_s, u"products are 0 to %1"_s.arg(count - 1)}}, 400);
  site.world.deleteProducts(deleted);
  return jsonReply({{u"listed"_s, qint64(site.world.listedProducts().size())}});
}

Reply beginPayment(Site& site, const QJsonObject& body)
{
  const auto index = site.world.orderByNumber(body.value("number"_L1).toString());
  if (!index)
    return jsonReply({{u"error"_s, u"no such order"_s}}, 400);
  site.world.change(*index, [](Change& change) { change.isAtCashier = true; });
  return jsonReply({{u"state"_s, stateName(site.world.order(*index).state)}});
}
} // namespace

QString stateName(State state)
{
  switch (state) {
  case State::Unpaid:
    return u"unpaid"_s;
  case State::Paid:
    return u"paid"_s;
  case State::Shipped:
    return u"shipped"_s;
  case State::Delivered:
    return u"delivered"_s;
  case State::Cancelled:
    return u"cancelled"_s;
  case State::Refunded:
    return u"refunded"_s;
  case State::OnHold:
    return u"on_hold"_s;
  case State::Failed:
    return u"failed"_s;
  case State::PartShipped:
    break;
  }
  return u"part_shipped"_s;
}

Reply control(Site& site, const Request& request)
{
  const QJsonObject body = QJsonDocument::fromJson(request.body).object();
  if (request.path == "/control/state")
    return state(site);
  if (request.path == "/control/orders")
    return orders(site, request);
  if (request.method == "POST" && request.path == "/control/faults")
    return setFaults(site, body);
  if (request.method == "POST" && request.path == "/control/step") {
    const qint64 first = site.world.orderCount();
    const qint64 count = std::clamp<qint64>(body.value("orders"_L1).toInteger(1), 0, kMostAtOnce);
    site.world.place(count);
    return jsonReply({{u"placed"_s, site.world.orderCount() - first}, {u"orders_total"_s, site.world.orderCount()}});
  }
  if (request.method == "POST" && request.path == "/control/freeze") {
    site.world.clock().freeze(body.value("on"_L1).toBool(true));
    return jsonReply({{u"frozen"_s, site.world.clock().isFrozen()}});
  }
  if (request.method == "POST" && request.path == "/control/cashier")
    return beginPayment(site, body);
  if (request.method == "POST" && request.path == "/control/api")
    return setApi(site, body);
  if (request.method == "POST" && request.path == "/control/products")
    return deleteProducts(site, body);
  return jsonReply({{u"error"_s, u"no such control"_s}}, 404);
}

} // namespace supercargo::sandbox
