#include "core/providers/shopify/actions.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace supercargo::shopify {
namespace {

constexpr char kReadFulfilment[] =
    "query Fulfilment($id: ID!) { order(id: $id) { id fulfillments(first: 50) { id status trackingInfo(first: 10) { "
    "number } fulfillmentLineItems(first: 100) { nodes { quantity lineItem { id } } } } "
    "fulfillmentOrders(first: 20) { nodes { id status assignedLocation { location { id } } "
    "lineItems(first: 100) { nodes { id remainingQuantity lineItem { id } } } } } } }";
constexpr char kShip[] =
    "mutation Ship($fulfillment: FulfillmentInput!) { fulfillmentCreate(fulfillment: $fulfillment) { fulfillment { id "
    "status trackingInfo(first: 5) { company number url } } userErrors { field message } } }";

bool isShippable(const JsonReader& fulfilmentOrder)
{
  const QString status = fulfilmentOrder["status"].text();
  return status == QLatin1String("OPEN") || status == QLatin1String("IN_PROGRESS");
}

bool carries(const JsonReader& fulfilment, const QString& number)
{
  const QString status = fulfilment["status"].text();
  if (status == QLatin1String("CANCELLED") || status == QLatin1String("ERROR") || status == QLatin1String("FAILURE"))
    return false;
  for (const JsonReader& tracking : fulfilment["trackingInfo"].itemsIfAny())
    if (textOf(tracking["number"]) == number)
      return true;
  return false;
}

/// Line -> pieces that are still to go: those named, less what an earlier try has sent under the same number.
QMap<QString, qint64> wanted(const MarkShipped& action, const JsonReader& order)
{
  QMap<QString, qint64> pieces;
  for (const auto& [line, quantity] : action.lines)
    pieces[line] += quantity;
  for (const JsonReader& fulfilment : order["fulfillments"].itemsIfAny())
    if (carries(fulfilment, action.number))
      for (const JsonReader& item : fulfilment["fulfillmentLineItems"]["nodes"].itemsIfAny())
        pieces[numberOf(item["lineItem"]["id"])] -= countOf(item["quantity"]);
  return pieces;
}

/// Shares of the fulfilment orders, by place: one call ships from one place.
QMap<QString, QJsonArray> sharesByPlace(const MarkShipped& action, const JsonReader& order)
{
  QMap<QString, qint64> pieces = wanted(action, order);
  QMap<QString, QJsonArray> places;
  for (const JsonReader& open : order["fulfillmentOrders"]["nodes"].items()) {
    if (!isShippable(open))
      continue;
    QJsonArray items;
    for (const JsonReader& item : open["lineItems"]["nodes"].items()) {
      qint64& left = pieces[numberOf(item["lineItem"]["id"])];
      const qint64 remaining = countOf(item["remainingQuantity"]);
      const qint64 take = action.lines.empty() ? remaining : std::clamp<qint64>(left, 0, remaining);
      left -= take;
      if (take > 0)
        items.append(QJsonObject{{QStringLiteral("id"), item["id"].text()}, {QStringLiteral("quantity"), take}});
    }
    if (!items.isEmpty())
      places[textOf(open["assignedLocation"]["location"]["id"])].append(
          QJsonObject{{QStringLiteral("fulfillmentOrderId"), open["id"].text()},
                      {QStringLiteral("fulfillmentOrderLineItems"), items}});
  }
  return places;
}

} // namespace

HttpRequest readFulfilment(const FetchContext& context, const MarkShipped& action)
{
  return request(context, kReadFulfilment, {{QStringLiteral("id"), gid("Order", action.orderExternalId)}},
                 QStringLiteral("order.read"));
}

std::optional<JsonReader> ourFulfilment(const JsonReader& order, const QString& number)
{
  for (const JsonReader& fulfilment : order["fulfillments"].itemsIfAny())
    if (!number.isEmpty() && carries(fulfilment, number))
      return fulfilment;
  return std::nullopt;
}

/// Without lines the number takes all that is open, so there is nothing to do once nothing is.
NextRequest ship(const FetchContext& context, const MarkShipped& action, const JsonReader& order)
{
  QJsonArray places;
  for (const QJsonArray& share : sharesByPlace(action, order))
    places.append(share);
  const bool done = ourFulfilment(order, action.number).has_value();
  SC_TRY(order.check());
  if (places.isEmpty() && !done)
    return fail(ErrorKind::Rejected, QStringLiteral("nothing is left to ship"), action.orderExternalId);
  return shipRest(context, action, QString::fromUtf8(QJsonDocument(places).toJson(QJsonDocument::Compact)));
}

/// `rest`: the places still to ship from, a JSON list, carried from call to call in the request's state.
NextRequest shipRest(const FetchContext& context, const MarkShipped& action, const QString& rest)
{
  QJsonArray places = QJsonDocument::fromJson(rest.toUtf8()).array();
  if (places.isEmpty())
    return std::nullopt;
  const QJsonValue share = places.takeAt(0);
  QJsonObject fulfilment{
      {QStringLiteral("lineItemsByFulfillmentOrder"), share},
      {QStringLiteral("notifyCustomer"), context.declaration->extra.value(QLatin1String("notify_customer")).toBool()}};
  if (!action.number.isEmpty())
    fulfilment.insert(QStringLiteral("trackingInfo"), QJsonObject{{QStringLiteral("company"), action.courierName},
                                                                  {QStringLiteral("number"), action.number}});
  return request(context, kShip, {{QStringLiteral("fulfillment"), fulfilment}}, QStringLiteral("order.ship"),
                 QString::fromUtf8(QJsonDocument(places).toJson(QJsonDocument::Compact)));
}

} // namespace supercargo::shopify
