#include "core/providers/shopify/actions.h"

#include "core/base/crypto.h"
#include "core/providers/shopify/queries.h"

#include <QJsonArray>
#include <QUuid>

namespace supercargo::shopify {
namespace {

constexpr char kSetStock[] =
    "mutation SetStock($input: InventorySetQuantitiesInput!, $key: String!) { inventorySetQuantities(input: $input) "
    "@idempotent(key: $key) { inventoryAdjustmentGroup { id changes { name delta quantityAfterChange } } userErrors { "
    "code field message } } }";
constexpr char kReadOrder[] = "query Order($id: ID!) { order(id: $id) { id note cancelledAt } }";
constexpr char kNote[] = "mutation Note($input: OrderInput!) { orderUpdate(input: $input) { order { id note } "
                         "userErrors { field message } } }";
constexpr char kCancel[] =
    "mutation Cancel($id: ID!, $reason: OrderCancelReason!, $note: String, $refund: OrderCancelRefundMethodInput, "
    "$notify: Boolean) { orderCancel(orderId: $id, reason: $reason, restock: true, staffNote: $note, refundMethod: "
    "$refund, notifyCustomer: $notify) { job { id done } orderCancelUserErrors { code field message } } }";

HttpRequest readOrderById(const FetchContext& context, const QString& id)
{
  return request(context, kReadOrder, {{QStringLiteral("id"), gid("Order", id)}}, QStringLiteral("order.read"));
}

// --- first call -----------------------------------------------------------------------------------------------------

Result<HttpRequest> build(const FetchContext& context, const SetStock& action)
{
  if (action.variantExternalId.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("no variant"), action.sku);
  return readVariant(context, action);
}

Result<HttpRequest> build(const FetchContext& context, const MarkShipped& action)
{
  if (action.number.isEmpty() && !action.lines.empty()) // nothing would tell it from another part after a repetition
    return fail(ErrorKind::Invalid, QStringLiteral("a part of an order needs a tracking number"),
                action.orderExternalId);
  return readFulfilment(context, action);
}

/// The order has one note, which buyer and staff share: ours is put below what is there.
Result<HttpRequest> build(const FetchContext& context, const AddOrderNote& action)
{
  if (action.visibleToBuyer)
    return fail(ErrorKind::Invalid, QStringLiteral("the buyer does not see notes of a Shopify order"));
  return readOrderById(context, action.orderExternalId);
}

Result<HttpRequest> build(const FetchContext& context, const CloseOrder& action)
{
  return readOrderById(context, action.orderExternalId);
}

Result<HttpRequest> build(const FetchContext& context, const RefundPayment& action)
{
  if (action.amount.minor() <= 0)
    return fail(ErrorKind::Invalid, QStringLiteral("nothing to refund"), action.requestNumber);
  return readPayments(context, action);
}

template <class Other>
Result<HttpRequest> build(const FetchContext&, const Other&)
{
  return fail(ErrorKind::Invalid, QStringLiteral("a Shopify shop cannot do this"));
}

// --- following calls ------------------------------------------------------------------------------------------------

NextRequest next(const FetchContext& context, const Action& whole, const SetStock& action, const HttpRequest& sent,
                 const HttpResponse& got)
{
  if (sent.operation != QLatin1String("variant.read"))
    return std::nullopt;
  SC_TRY_ASSIGN(variant, readAnswer(got, "productVariant"));
  return setStock(context, whole, action, variant);
}

NextRequest next(const FetchContext& context, const Action&, const MarkShipped& action, const HttpRequest& sent,
                 const HttpResponse& got)
{
  if (sent.operation == QLatin1String("order.ship")) {
    SC_TRY_ASSIGN(made, readAnswer(got, "fulfillmentCreate"));
    SC_TRY(checkUserErrors(made));
    return shipRest(context, action, sent.state);
  }
  SC_TRY_ASSIGN(order, readAnswer(got, "order"));
  return ship(context, action, order);
}

NextRequest next(const FetchContext& context, const Action&, const AddOrderNote& action, const HttpRequest& sent,
                 const HttpResponse& got)
{
  if (sent.operation != QLatin1String("order.read"))
    return std::nullopt;
  SC_TRY_ASSIGN(order, readAnswer(got, "order"));
  const QString before = textOf(order["note"]);
  const QString id = order["id"].text();
  SC_TRY(order.check());
  if (before == action.text || before.endsWith(u'\n' + action.text))
    return std::nullopt;
  const QString note = before.isEmpty() ? action.text : before + u'\n' + action.text;
  return request(context, kNote,
                 {{QStringLiteral("input"), QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("note"), note}}}},
                 QStringLiteral("order.note"));
}

/// No money moves here: refunds are an action of their own, with their own number.
NextRequest next(const FetchContext& context, const Action&, const CloseOrder& action, const HttpRequest& sent,
                 const HttpResponse& got)
{
  if (sent.operation != QLatin1String("order.read"))
    return std::nullopt;
  SC_TRY_ASSIGN(order, readAnswer(got, "order"));
  const QString id = order["id"].text();
  SC_TRY(order.check());
  if (order["cancelledAt"].hasValue())
    return std::nullopt;
  const QJsonObject& extra = context.declaration->extra;
  const bool known = extra.value(QLatin1String("cancel_reasons")).toArray().contains(action.reason);
  QJsonObject variables{
      {QStringLiteral("id"), id},
      {QStringLiteral("reason"), known ? action.reason : QStringLiteral("OTHER")},
      {QStringLiteral("refund"), QJsonObject{{QStringLiteral("originalPaymentMethodsRefund"), false}}},
      {QStringLiteral("notify"), extra.value(QLatin1String("notify_customer")).toBool()}};
  if (!known && !action.reason.isEmpty())
    variables.insert(QStringLiteral("note"), action.reason.left(255));
  return request(context, kCancel, variables, QStringLiteral("order.cancel"));
}

NextRequest next(const FetchContext& context, const Action&, const RefundPayment& action, const HttpRequest& sent,
                 const HttpResponse& got)
{
  if (sent.operation != QLatin1String("payments.read"))
    return std::nullopt;
  SC_TRY_ASSIGN(order, readAnswer(got, "order"));
  return refund(context, action, order);
}

template <class Other>
NextRequest next(const FetchContext&, const Action&, const Other&, const HttpRequest&, const HttpResponse&)
{
  return std::nullopt;
}

// --- what came of it ------------------------------------------------------------------------------------------------

/// Whether the answer is that of the read: then the thing had been done already.
bool answers(const HttpResponse& got, const char* field)
{
  const auto root = JsonReader::parse(got.body);
  return root && (*root)["data"][field].hasValue();
}

Result<ActionOutcome> outcome(const SetStock&, const HttpResponse& got)
{
  if (answers(got, "productVariant")) {
    SC_TRY_ASSIGN(variant, readAnswer(got, "productVariant"));
    return acceptedWith(variant);
  }
  SC_TRY_ASSIGN(set, readAnswer(got, "inventorySetQuantities"));
  SC_TRY(checkUserErrors(set));
  const JsonReader group = set["inventoryAdjustmentGroup"]; // null: the quantity was that already
  if (group.hasValue())
    return acceptedWith(group);
  ActionOutcome out;
  out.accepted = true;
  return out;
}

Result<ActionOutcome> outcome(const MarkShipped& action, const HttpResponse& got)
{
  if (answers(got, "order")) {
    SC_TRY_ASSIGN(order, readAnswer(got, "order"));
    const auto ours = ourFulfilment(order, action.number);
    return acceptedWith(ours ? *ours : order);
  }
  SC_TRY_ASSIGN(made, readAnswer(got, "fulfillmentCreate"));
  SC_TRY(checkUserErrors(made));
  return acceptedWith(made["fulfillment"]);
}

Result<ActionOutcome> outcome(const AddOrderNote&, const HttpResponse& got)
{
  if (answers(got, "order")) {
    SC_TRY_ASSIGN(order, readAnswer(got, "order"));
    return acceptedWith(order);
  }
  SC_TRY_ASSIGN(updated, readAnswer(got, "orderUpdate"));
  SC_TRY(checkUserErrors(updated));
  return acceptedWith(updated["order"]);
}

Result<ActionOutcome> outcome(const CloseOrder& action, const HttpResponse& got)
{
  ActionOutcome out;
  out.accepted = true;
  out.externalId = action.orderExternalId;
  if (answers(got, "order"))
    return out;
  SC_TRY_ASSIGN(cancelled, readAnswer(got, "orderCancel"));
  SC_TRY(checkUserErrors(cancelled, "orderCancelUserErrors"));
  const JsonReader done = cancelled["job"]["done"];
  out.pending = !done.isBool() || !done.boolean(); // the shop does it in the background
  return out;
}

Result<ActionOutcome> outcome(const RefundPayment& action, const HttpResponse& got)
{
  std::optional<JsonReader> refund;
  if (answers(got, "order")) {
    SC_TRY_ASSIGN(order, readAnswer(got, "order"));
    refund = ourRefund(order, action.requestNumber).value_or(order["no refund of ours"]);
  } else {
    SC_TRY_ASSIGN(made, readAnswer(got, "refundCreate"));
    SC_TRY(checkUserErrors(made));
    refund = made["refund"];
  }
  SC_TRY_ASSIGN(out, acceptedWith(*refund));
  out.number = out.externalId;
  for (const JsonReader& transaction : (*refund)["transactions"]["nodes"].itemsIfAny()) {
    const QString status = textOf(transaction["status"]);
    if (status == QLatin1String("FAILURE") || status == QLatin1String("ERROR"))
      return fail(ErrorKind::Rejected, QStringLiteral("the gateway refused the refund"), action.requestNumber);
    out.pending = out.pending || status != QLatin1String("SUCCESS");
  }
  return out;
}

template <class Other>
Result<ActionOutcome> outcome(const Other&, const HttpResponse&)
{
  return fail(ErrorKind::Invalid, QStringLiteral("a Shopify shop cannot do this"));
}

} // namespace

QString idempotencyKey(const QStringList& parts)
{
  const QByteArray digest = crypto::digest(crypto::Hash::Sha256, parts.join(u'\n').toUtf8()).left(16);
  return QUuid::fromRfc4122(digest).toString(QUuid::WithoutBraces);
}

Result<ActionOutcome> acceptedWith(const JsonReader& thing)
{
  ActionOutcome out;
  out.accepted = true;
  out.externalId = numberOf(thing["id"]);
  SC_TRY(thing.check());
  return out;
}

HttpRequest readVariant(const FetchContext& context, const SetStock& action)
{
  return request(context, kStockOfVariantQuery,
                 {{QStringLiteral("id"), gid("ProductVariant", action.variantExternalId)}},
                 QStringLiteral("variant.read"));
}

/// Compared and set: a sale between reading and writing makes the shop refuse, and the action is tried anew.
NextRequest setStock(const FetchContext& context, const Action& whole, const SetStock& action,
                     const JsonReader& variant)
{
  const auto levels = variant["inventoryItem"]["inventoryLevels"]["nodes"].items();
  const QString item = variant["inventoryItem"]["id"].text();
  std::optional<JsonReader> level;
  for (const JsonReader& one : levels)
    if (action.location.isEmpty() ? levels.size() == 1 : numberOf(one["location"]["id"]) == action.location)
      level = one;
  SC_TRY(variant.check());
  if (!level)
    return fail(ErrorKind::Invalid, action.location.isEmpty()
                                        ? QStringLiteral("the variant lies in %1 places: name one").arg(levels.size())
                                        : QStringLiteral("the shop has no place \"%1\"").arg(action.location));
  std::optional<qint64> now;
  for (const JsonReader& quantity : (*level)["quantities"].items())
    if (quantity["name"].text() == QLatin1String("available"))
      now = countOf(quantity["quantity"]);
  const QString place = (*level)["location"]["id"].text();
  SC_TRY(variant.check());
  if (now == action.quantity)
    return std::nullopt;
  const QJsonObject wanted{{QStringLiteral("inventoryItemId"), item},
                           {QStringLiteral("locationId"), place},
                           {QStringLiteral("quantity"), action.quantity},
                           {QStringLiteral("changeFromQuantity"), now ? QJsonValue(*now) : QJsonValue()}};
  const QJsonObject input{{QStringLiteral("name"), QStringLiteral("available")},
                          {QStringLiteral("reason"), QStringLiteral("correction")},
                          {QStringLiteral("quantities"), QJsonArray{wanted}}};
  const QString key = idempotencyKey(
      {whole.idempotencyKey, item, place, QString::number(action.quantity), now ? QString::number(*now) : QString()});
  return request(context, kSetStock, {{QStringLiteral("input"), input}, {QStringLiteral("key"), key}},
                 QStringLiteral("stock.set"));
}

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  return std::visit([&](const auto& what) { return build(context, what); }, action.what);
}

NextRequest nextAction(const FetchContext& context, const Action& action, const HttpRequest& sent,
                       const HttpResponse& got)
{
  return std::visit([&](const auto& what) { return next(context, action, what, sent, got); }, action.what);
}

Result<ActionOutcome> parseAction(const FetchContext&, const Action& action, const HttpResponse& got)
{
  return std::visit([&](const auto& what) { return outcome(what, got); }, action.what);
}

} // namespace supercargo::shopify
