#include "core/providers/vendure/vendure.h"

#include <QJsonArray>

/// Every action reads first: the answer shows what an earlier attempt has done already, and ids that only the shop
/// knows.
namespace supercargo::vendure {
namespace {

constexpr char kReadOrder[] = "query Order($id: ID!) { order(id: $id) { id state currencyCode lines { id quantity } "
                              "fulfillments { id state trackingCode lines { orderLineId quantity } } "
                              "payments { id state amount transactionId refunds { id state total reason } } } }";
constexpr char kReadVariant[] = "query Variant($id: ID!) { productVariant(id: $id) { id sku stockLevels { stockOnHand "
                                "stockAllocated stockLocation { id } } } }";
constexpr char kSetStock[] =
    "mutation SetStock($input: [UpdateProductVariantInput!]!) { updateProductVariants(input: $input) { id sku "
    "stockLevels { stockOnHand stockAllocated stockLocation { id } } } }";
constexpr char kFulfil[] =
    "mutation Fulfil($input: FulfillOrderInput!) { addFulfillmentToOrder(input: $input) { __typename "
    "... on Fulfillment { id state } ... on ErrorResult { errorCode message } } }";
constexpr char kShip[] =
    "mutation Ship($id: ID!, $state: String!) { transitionFulfillmentToState(id: $id, state: $state) { __typename "
    "... on Fulfillment { id state } ... on FulfillmentStateTransitionError { errorCode message transitionError } } }";
constexpr char kRefund[] = "mutation Refund($input: RefundOrderInput!) { refundOrder(input: $input) { __typename "
                           "... on Refund { id state total reason } ... on ErrorResult { errorCode message } } }";
constexpr char kCancel[] = "mutation Cancel($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename "
                           "... on Order { id state } ... on ErrorResult { errorCode message } } }";
constexpr char kNote[] = "mutation Note($input: AddNoteToOrderInput!) { addNoteToOrder(input: $input) { id } }";

HttpRequest readById(const FetchContext& context, const char* query, const QString& id, const QString& operation)
{
  return request(context, query, {{QStringLiteral("id"), id}}, operation);
}

HttpRequest withInput(const FetchContext& context, const char* query, const QJsonValue& input, const QString& operation)
{
  return request(context, query, {{QStringLiteral("input"), input}}, operation);
}

Result<HttpRequest> build(const FetchContext& context, const SetStock& action)
{
  if (action.variantExternalId.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("no variant"), action.sku);
  return readById(context, kReadVariant, action.variantExternalId, QStringLiteral("variant.read"));
}

Result<HttpRequest> build(const FetchContext& context, const MarkShipped& action)
{
  return readById(context, kReadOrder, action.orderExternalId, QStringLiteral("order.read"));
}

Result<HttpRequest> build(const FetchContext& context, const CloseOrder& action)
{
  return readById(context, kReadOrder, action.orderExternalId, QStringLiteral("order.read"));
}

Result<HttpRequest> build(const FetchContext& context, const RefundPayment& action)
{
  if (action.amount.minor() <= 0)
    return fail(ErrorKind::Invalid, QStringLiteral("nothing to refund"), action.requestNumber);
  return readById(context, kReadOrder, action.orderExternalId, QStringLiteral("order.read"));
}

Result<HttpRequest> build(const FetchContext& context, const AddOrderNote& action)
{
  return withInput(context, kNote,
                   QJsonObject{{QStringLiteral("id"), action.orderExternalId},
                               {QStringLiteral("note"), action.text},
                               {QStringLiteral("isPublic"), action.visibleToBuyer}},
                   QStringLiteral("order.note"));
}

template <class Other>
Result<HttpRequest> build(const FetchContext&, const Other&)
{
  return fail(ErrorKind::Invalid, QStringLiteral("a Vendure shop cannot do this"));
}

/// The stock level that is meant; the shop's only one when none is named.
Result<JsonReader> levelOf(const JsonReader& variant, const QString& location)
{
  const auto levels = variant["stockLevels"].items();
  for (const JsonReader& level : levels)
    if (location.isEmpty() ? levels.size() == 1 : level["stockLocation"]["id"].text() == location)
      return level;
  SC_TRY(variant.check());
  return fail(ErrorKind::Invalid, location.isEmpty() ? QStringLiteral("the shop has several places: name one")
                                                     : QStringLiteral("the shop has no place \"%1\"").arg(location));
}

/// The shop sets what lies in the shelf, and takes off itself what open orders hold.
Result<std::optional<HttpRequest>> next(const FetchContext& context, const SetStock& action, const HttpRequest& sent,
                                        const HttpResponse& got)
{
  if (sent.operation != QLatin1String("variant.read"))
    return std::nullopt;
  SC_TRY_ASSIGN(variant, readAnswer(got, "productVariant"));
  SC_TRY_ASSIGN(level, levelOf(variant, action.location));
  const QJsonObject wanted{{QStringLiteral("stockLocationId"), level["stockLocation"]["id"].text()},
                           {QStringLiteral("stockOnHand"), action.quantity + countOf(level["stockAllocated"])}};
  SC_TRY(variant.check());
  const QJsonObject input{{QStringLiteral("id"), action.variantExternalId},
                          {QStringLiteral("stockLevels"), QJsonArray{wanted}}};
  return withInput(context, kSetStock, QJsonArray{input}, QStringLiteral("stock.set"));
}

/// Lines to ship: those named, or what no fulfilment holds yet.
QJsonArray linesToShip(const MarkShipped& action, const JsonReader& order)
{
  QMap<QString, qint64> left;
  if (action.lines.empty()) {
    for (const JsonReader& line : order["lines"].items())
      left[line["id"].text()] += countOf(line["quantity"]);
    for (const JsonReader& item : order["fulfillments"].itemsIfAny())
      if (item["state"].text() != QLatin1String("Cancelled"))
        for (const JsonReader& part : item["lines"].itemsIfAny())
          left[part["orderLineId"].text()] -= countOf(part["quantity"]);
  }
  for (const auto& [id, quantity] : action.lines)
    left[id] += quantity;
  QJsonArray lines;
  for (auto it = left.cbegin(); it != left.cend(); ++it)
    if (it.value() > 0)
      lines.append(QJsonObject{{QStringLiteral("orderLineId"), it.key()}, {QStringLiteral("quantity"), it.value()}});
  return lines;
}

QJsonObject argument(const char* name, const QString& value)
{
  return {{QStringLiteral("name"), QLatin1String(name)}, {QStringLiteral("value"), value}};
}

HttpRequest ship(const FetchContext& context, const QString& fulfilment)
{
  return request(context, kShip,
                 {{QStringLiteral("id"), fulfilment}, {QStringLiteral("state"), QStringLiteral("Shipped")}},
                 QStringLiteral("fulfilment.ship"));
}

/// Our fulfilment, known by its number, if an earlier attempt has made it.
std::optional<JsonReader> ourFulfilment(const JsonReader& order, const QString& number)
{
  for (const JsonReader& item : order["fulfillments"].itemsIfAny())
    if (item["trackingCode"].textIfAny() == number && item["state"].text() != QLatin1String("Cancelled"))
      return item;
  return std::nullopt;
}

Result<std::optional<HttpRequest>> next(const FetchContext& context, const MarkShipped& action, const HttpRequest& sent,
                                        const HttpResponse& got)
{
  if (sent.operation == QLatin1String("order.fulfil")) {
    SC_TRY_ASSIGN(made, readAnswer(got, "addFulfillmentToOrder"));
    const QString id = made["id"].text();
    SC_TRY(made.check());
    return ship(context, id);
  }
  if (sent.operation != QLatin1String("order.read"))
    return std::nullopt;
  SC_TRY_ASSIGN(order, readAnswer(got, "order"));
  if (const auto ours = ourFulfilment(order, action.number)) {
    const QString state = (*ours)["state"].text();
    const bool done = state == QLatin1String("Shipped") || state == QLatin1String("Delivered");
    return done ? std::nullopt : std::optional(ship(context, (*ours)["id"].text()));
  }
  const QJsonArray lines = linesToShip(action, order);
  SC_TRY(order.check());
  if (lines.isEmpty())
    return fail(ErrorKind::Rejected, QStringLiteral("nothing is left to ship"), action.orderExternalId);
  const QJsonObject handler{
      {QStringLiteral("code"), context.declaration->extra.value(QLatin1String("fulfilment_handler"))},
      {QStringLiteral("arguments"),
       QJsonArray{argument("method", action.courierName), argument("trackingCode", action.number)}}};
  return withInput(context, kFulfil,
                   QJsonObject{{QStringLiteral("lines"), lines}, {QStringLiteral("handler"), handler}},
                   QStringLiteral("order.fulfil"));
}

/// The shop would also cancel what has left.
Result<std::optional<HttpRequest>> next(const FetchContext& context, const CloseOrder& action, const HttpRequest& sent,
                                        const HttpResponse& got)
{
  if (sent.operation != QLatin1String("order.read"))
    return std::nullopt;
  SC_TRY_ASSIGN(order, readAnswer(got, "order"));
  const QString state = order["state"].text();
  const auto parcels = order["fulfillments"].itemsIfAny();
  const bool hasLeft = std::ranges::any_of(
      parcels, [](const JsonReader& item) { return item["state"].text() != QLatin1String("Cancelled"); });
  SC_TRY(order.check());
  if (state == QLatin1String("Cancelled"))
    return std::nullopt; // done in an earlier attempt
  if (hasLeft)
    return fail(ErrorKind::Rejected, QStringLiteral("the order is \"%1\" at the shop").arg(state),
                action.orderExternalId);
  QJsonObject input{{QStringLiteral("orderId"), action.orderExternalId}, {QStringLiteral("cancelShipping"), true}};
  if (!action.reason.isEmpty())
    input.insert(QStringLiteral("reason"), action.reason);
  return withInput(context, kCancel, input, QStringLiteral("order.cancel"));
}

QString marked(const QString& number)
{
  return u'[' + number + u']';
}

/// The refund whose reason ends with our number, if it has been made already.
std::optional<JsonReader> ourRefund(const JsonReader& order, const QString& number)
{
  for (const JsonReader& payment : order["payments"].itemsIfAny())
    for (const JsonReader& refund : payment["refunds"].itemsIfAny())
      if (refund["reason"].textIfAny().value_or(QString()).endsWith(marked(number)))
        return refund;
  return std::nullopt;
}

/// The payment meant by its id or its number at the gateway; when none is named, the first that has been settled.
QString paymentFor(const RefundPayment& action, const JsonReader& order)
{
  for (const JsonReader& payment : order["payments"].items()) {
    const QString id = payment["id"].text();
    const bool named =
        id == action.paymentExternalId || payment["transactionId"].textIfAny() == action.paymentExternalId;
    const bool settled = payment["state"].text() == QLatin1String("Settled");
    if (action.paymentExternalId.isEmpty() ? settled : named)
      return id;
  }
  return {};
}

Result<std::optional<HttpRequest>> next(const FetchContext& context, const RefundPayment& action,
                                        const HttpRequest& sent, const HttpResponse& got)
{
  if (sent.operation != QLatin1String("order.read"))
    return std::nullopt;
  SC_TRY_ASSIGN(order, readAnswer(got, "order"));
  if (ourRefund(order, action.requestNumber))
    return std::nullopt;
  const QString payment = paymentFor(action, order);
  const QString currency = order["currencyCode"].text();
  SC_TRY(order.check());
  if (payment.isEmpty())
    return fail(ErrorKind::Rejected, QStringLiteral("the order has no such payment"), action.orderExternalId);
  if (currency != action.amount.currency().code())
    return fail(ErrorKind::Rejected, QStringLiteral("the order is in %1").arg(currency), action.orderExternalId);
  // The two zeros are deprecated since 2.2, yet a 3.x server without them fails on its own NOT NULL columns.
  const QJsonObject input{
      {QStringLiteral("paymentId"), payment},
      {QStringLiteral("shipping"), 0},
      {QStringLiteral("adjustment"), 0},
      {QStringLiteral("amount"), Amounts(*context.declaration, action.amount.currency()).write(action.amount)},
      {QStringLiteral("reason"), (action.reason + u' ' + marked(action.requestNumber)).trimmed()}};
  return withInput(context, kRefund, input, QStringLiteral("refund.create"));
}

template <class Other>
Result<std::optional<HttpRequest>> next(const FetchContext&, const Other&, const HttpRequest&, const HttpResponse&)
{
  return std::nullopt;
}

/// `data.<name>` when the answer has it: the last answer of an action may be the read or the write.
bool answers(const HttpResponse& got, const char* field)
{
  const auto root = JsonReader::parse(got.body);
  return root && (*root)["data"][field].hasValue();
}

Result<ActionOutcome> accepted(const JsonReader& thing)
{
  ActionOutcome out;
  out.accepted = true;
  out.externalId = thing["id"].text();
  SC_TRY(thing.check());
  return out;
}

Result<ActionOutcome> outcome(const SetStock& action, const HttpResponse& got)
{
  SC_TRY_ASSIGN(list, readAnswer(got, "updateProductVariants"));
  const JsonReader variant = list.at(0);
  SC_TRY_ASSIGN(level, levelOf(variant, action.location));
  const qint64 now = countOf(level["stockOnHand"]) - countOf(level["stockAllocated"]);
  SC_TRY(variant.check());
  if (now != action.quantity)
    return fail(ErrorKind::Conflict, QStringLiteral("stock is %1 after setting it to %2").arg(now).arg(action.quantity),
                action.sku);
  return accepted(variant);
}

Result<ActionOutcome> outcome(const MarkShipped& action, const HttpResponse& got)
{
  if (!answers(got, "order")) {
    const char* field =
        answers(got, "addFulfillmentToOrder") ? "addFulfillmentToOrder" : "transitionFulfillmentToState";
    SC_TRY_ASSIGN(fulfilment, readAnswer(got, field));
    return accepted(fulfilment);
  }
  SC_TRY_ASSIGN(order, readAnswer(got, "order"));
  const auto ours = ourFulfilment(order, action.number);
  return accepted(ours ? *ours : order["fulfillments"]);
}

Result<ActionOutcome> outcome(const CloseOrder& action, const HttpResponse& got)
{
  SC_TRY_ASSIGN(order, readAnswer(got, answers(got, "order") ? "order" : "cancelOrder"));
  const QString state = order["state"].text();
  SC_TRY_ASSIGN(out, accepted(order));
  if (state != QLatin1String("Cancelled"))
    return fail(ErrorKind::Conflict, QStringLiteral("the order is \"%1\" after cancelling it").arg(state),
                action.orderExternalId);
  return out;
}

Result<ActionOutcome> outcome(const RefundPayment& action, const HttpResponse& got)
{
  std::optional<JsonReader> refund;
  if (answers(got, "order")) {
    SC_TRY_ASSIGN(order, readAnswer(got, "order"));
    refund = ourRefund(order, action.requestNumber).value_or(order["refund"]);
  } else {
    SC_TRY_ASSIGN(made, readAnswer(got, "refundOrder"));
    refund = made;
  }
  SC_TRY_ASSIGN(out, accepted(*refund));
  out.number = out.externalId;
  out.message = (*refund)["state"].text(); // "Pending": the gateway has still to confirm
  if (out.message == QLatin1String("Failed"))
    return fail(ErrorKind::Rejected, QStringLiteral("the gateway refused the refund"), action.requestNumber);
  return out;
}

Result<ActionOutcome> outcome(const AddOrderNote&, const HttpResponse& got)
{
  SC_TRY_ASSIGN(order, readAnswer(got, "addNoteToOrder"));
  return accepted(order);
}

template <class Other>
Result<ActionOutcome> outcome(const Other&, const HttpResponse&)
{
  return fail(ErrorKind::Invalid, QStringLiteral("a Vendure shop cannot do this"));
}

} // namespace

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  return std::visit([&](const auto& what) { return build(context, what); }, action.what);
}

Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got)
{
  return std::visit([&](const auto& what) { return next(context, what, sent, got); }, action.what);
}

Result<ActionOutcome> parseAction(const FetchContext&, const Action& action, const HttpResponse& got)
{
  return std::visit([&](const auto& what) { return outcome(what, got); }, action.what);
}

} // namespace supercargo::vendure
