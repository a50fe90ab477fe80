#include "core/providers/medusa/shipping.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace supercargo::medusa {
namespace {

constexpr char kNumberKey[] = "supercargo_number"; ///< in a fulfilment's metadata: which number it was made for
constexpr int kMostRounds = 10;

using Pieces = QMap<QString, qint64>; ///< line -> pieces

bool isOpen(const JsonReader& fulfilment)
{
  return !fulfilment["canceled_at"].hasValue() && !fulfilment["shipped_at"].hasValue();
}

bool carries(const JsonReader& fulfilment, const QString& number)
{
  if (fulfilment["canceled_at"].hasValue() || number.isEmpty())
    return false;
  for (const JsonReader& label : fulfilment["labels"].itemsIfAny())
    if (textOf(label["tracking_number"]) == number)
      return true;
  return false;
}

bool isMadeFor(const JsonReader& fulfilment, const QString& number)
{
  const JsonReader made = fulfilment["metadata"][kNumberKey];
  return made.isString() && made.text() == number;
}

Pieces piecesOf(const JsonReader& fulfilment)
{
  Pieces pieces;
  for (const JsonReader& item : fulfilment["items"].itemsIfAny())
    pieces[textOf(item["line_item_id"])] += countOf(item["quantity"]);
  return pieces;
}

Pieces named(const MarkShipped& action)
{
  Pieces pieces;
  for (const auto& [line, quantity] : action.lines)
    pieces[line] += quantity;
  return pieces;
}

/// What no fulfilment holds yet.
Pieces unfulfilled(const JsonReader& order)
{
  Pieces pieces;
  for (const JsonReader& item : order["items"].items())
    if (const qint64 left = item["quantity"].integer() - countOf(item["detail"]["fulfilled_quantity"]); left > 0)
      pieces[item["id"].text()] = left;
  return pieces;
}

QJsonArray written(const Pieces& pieces)
{
  QJsonArray items;
  for (auto it = pieces.cbegin(); it != pieces.cend(); ++it)
    if (it.value() > 0)
      items.append(QJsonObject{{QStringLiteral("id"), it.key()}, {QStringLiteral("quantity"), it.value()}});
  return items;
}

QString orderPath(const MarkShipped& action)
{
  return QStringLiteral("orders/") + action.orderExternalId;
}

HttpRequest fulfil(const FetchContext& context, const MarkShipped& action, const Pieces& pieces, const QString& round)
{
  const QJsonArray items = written(pieces);
  QJsonObject body{{QStringLiteral("items"), items},
                   {QStringLiteral("metadata"), QJsonObject{{QLatin1String(kNumberKey), action.number}}},
                   {QStringLiteral("no_notification"),
                    !context.declaration->extra.value(QLatin1String("notify_customer")).toBool()}};
  if (const QString place = context.fields.value(QStringLiteral("stock_location")); !place.isEmpty())
    body.insert(QStringLiteral("location_id"), place);
  const QString state = round + u' ' + QString::fromUtf8(QJsonDocument(items).toJson(QJsonDocument::Compact));
  return post(context, orderPath(action) + QStringLiteral("/fulfillments?fields=") + fieldsOf(context, "fulfilled"),
              body, QStringLiteral("order.fulfil"), state);
}

HttpRequest ship(const FetchContext& context, const MarkShipped& action, const QString& fulfilment,
                 const QJsonArray& items, const QString& round)
{
  QJsonObject body{{QStringLiteral("items"), items},
                   {QStringLiteral("no_notification"),
                    !context.declaration->extra.value(QLatin1String("notify_customer")).toBool()}};
  if (!action.number.isEmpty()) // both addresses are required; "#" is what the server's own pages write
    body.insert(QStringLiteral("labels"), QJsonArray{QJsonObject{{QStringLiteral("tracking_number"), action.number},
                                                                 {QStringLiteral("tracking_url"), QStringLiteral("#")},
                                                                 {QStringLiteral("label_url"), QStringLiteral("#")}}});
  const QString path = QStringLiteral("%1/fulfillments/%2/shipments?fields=%3")
                           .arg(orderPath(action), fulfilment, fieldsOf(context, "fulfilled"));
  return post(context, path, body, QStringLiteral("order.ship"), round);
}

/// A fulfilment waits for a number: ours from an earlier try, or one that was packed in the shop and fits.
std::optional<JsonReader> waiting(const MarkShipped& action, const JsonReader& order)
{
  std::optional<JsonReader> packed;
  const Pieces wanted = named(action);
  for (const JsonReader& fulfilment : order["fulfillments"].itemsIfAny()) {
    if (!isOpen(fulfilment))
      continue;
    if (isMadeFor(fulfilment, action.number))
      return fulfilment;
    const bool claimed = fulfilment["metadata"][kNumberKey].hasValue(); // made for another parcel
    if (!claimed && (wanted.isEmpty() || piecesOf(fulfilment) == wanted))
      packed = fulfilment;
  }
  return packed;
}

bool isDone(const MarkShipped& action, const JsonReader& order)
{
  for (const JsonReader& fulfilment : order["fulfillments"].itemsIfAny())
    if (carries(fulfilment, action.number) && fulfilment["shipped_at"].hasValue())
      return true;
  return false;
}

/// Without named lines the number takes all that is left, fulfilment by fulfilment, until nothing is.
Result<std::optional<HttpRequest>> afterRead(const FetchContext& context, const MarkShipped& action,
                                             const JsonReader& order, int round)
{
  const bool done = isDone(action, order);
  if (done && !action.lines.empty())
    return std::nullopt;
  if (round >= kMostRounds)
    return fail(ErrorKind::BadResponse, QStringLiteral("shipping does not come to an end"), action.orderExternalId);
  const QString next = QString::number(round + 1);
  if (const auto fulfilment = waiting(action, order)) {
    const QString id = (*fulfilment)["id"].text();
    const QJsonArray items = written(piecesOf(*fulfilment));
    SC_TRY(order.check());
    return ship(context, action, id, items, next);
  }
  const Pieces pieces = action.lines.empty() ? unfulfilled(order) : named(action);
  SC_TRY(order.check());
  if (!pieces.isEmpty())
    return fulfil(context, action, pieces, next);
  if (done || round > 0)
    return std::nullopt;
  return fail(ErrorKind::Rejected, QStringLiteral("nothing is left to ship"), action.orderExternalId);
}

} // namespace

HttpRequest readFulfilments(const FetchContext& context, const MarkShipped& action, int round)
{
  return get(context, orderPath(action), {{QStringLiteral("fields"), fieldsOf(context, "shipping")}},
             QStringLiteral("order.read"), QString::number(round));
}

Result<std::optional<HttpRequest>> nextShipping(const FetchContext& context, const MarkShipped& action,
                                                const HttpRequest& sent, const JsonReader& root)
{
  const JsonReader order = root["order"];
  if (sent.operation == QLatin1String("order.read"))
    return afterRead(context, action, order, sent.state.toInt());
  if (sent.operation == QLatin1String("order.fulfil")) {
    const auto items = QJsonDocument::fromJson(sent.state.section(u' ', 1).toUtf8()).array();
    std::optional<JsonReader> made;
    for (const JsonReader& fulfilment : order["fulfillments"].items())
      if (isOpen(fulfilment) && (!made || isMadeFor(fulfilment, action.number)))
        made = fulfilment;
    SC_TRY(root.check());
    if (!made)
      return fail(ErrorKind::BadResponse, QStringLiteral("the answer has no new fulfilment"), action.orderExternalId);
    const QString id = (*made)["id"].text();
    SC_TRY(root.check());
    return ship(context, action, id, items, sent.state.section(u' ', 0, 0));
  }
  if (sent.operation == QLatin1String("order.ship") && action.lines.empty())
    return readFulfilments(context, action, sent.state.toInt()); // is there more?
  return std::nullopt;
}

Result<ActionOutcome> shippingOutcome(const MarkShipped& action, const JsonReader& root)
{
  const JsonReader order = root["order"];
  ActionOutcome out;
  out.accepted = true;
  out.externalId = order["id"].text();
  for (const JsonReader& fulfilment : order["fulfillments"].itemsIfAny())
    if (carries(fulfilment, action.number))
      out.externalId = fulfilment["id"].text();
  SC_TRY(root.check());
  return out;
}

} // namespace supercargo::medusa
