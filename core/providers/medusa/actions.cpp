#include "core/providers/medusa/shipping.h"

/// Every action reads first: the answer shows what an earlier attempt has done already, so all may be repeated.
namespace supercargo::medusa {
namespace {

using NextRequest = Result<std::optional<HttpRequest>>;

Result<HttpRequest> build(const FetchContext& context, const SetStock& action)
{
  if (action.variantExternalId.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("no variant"), action.sku);
  return get(
      context, QStringLiteral("product-variants"),
      {{QStringLiteral("id[]"), action.variantExternalId}, {QStringLiteral("fields"), fieldsOf(context, "variants")}},
      QStringLiteral("variant.read"));
}

Result<HttpRequest> build(const FetchContext& context, const MarkShipped& action)
{
  return readFulfilments(context, action);
}

Result<HttpRequest> build(const FetchContext& context, const CloseOrder& action)
{
  return get(context, QStringLiteral("orders/") + action.orderExternalId,
             {{QStringLiteral("fields"), QStringLiteral("id,status")}}, QStringLiteral("order.read"));
}

Result<HttpRequest> build(const FetchContext& context, const RefundPayment& action)
{
  if (action.amount.minor() <= 0)
    return fail(ErrorKind::Invalid, QStringLiteral("nothing to refund"), action.requestNumber);
  return get(context, QStringLiteral("orders/") + action.orderExternalId,
             {{QStringLiteral("fields"), fieldsOf(context, "payments")}}, QStringLiteral("payments.read"));
}

template <class Other>
Result<HttpRequest> build(const FetchContext&, const Other&)
{
  return fail(ErrorKind::Invalid, QStringLiteral("a Medusa shop cannot do this"));
}

/// The level that is meant; the only one when none is named.
Result<JsonReader> levelOf(const JsonReader& levels, const QString& location)
{
  const auto list = levels.items();
  for (const JsonReader& level : list)
    if (location.isEmpty() ? list.size() == 1 : textOf(level["location_id"]) == location)
      return level;
  SC_TRY(levels.check());
  return fail(ErrorKind::Invalid, location.isEmpty()
                                      ? QStringLiteral("the item lies in %1 places: name one").arg(list.size())
                                      : QStringLiteral("the shop has no place \"%1\"").arg(location));
}

/// The shop sets what lies in the shelf, and takes off itself what open orders hold.
NextRequest next(const FetchContext& context, const SetStock& action, const HttpRequest& sent, const JsonReader& root)
{
  if (sent.operation != QLatin1String("variant.read"))
    return std::nullopt;
  const auto variants = root["variants"].items();
  SC_TRY(root.check());
  if (variants.empty())
    return fail(ErrorKind::Rejected, QStringLiteral("the shop has no such variant"), action.sku);
  const auto parts = variants.front()["inventory_items"].itemsIfAny();
  if (parts.size() != 1 || countOf(parts.front()["required_quantity"]) > 1)
    return fail(ErrorKind::Rejected, QStringLiteral("the variant is a kit or is not counted"), action.sku);
  SC_TRY_ASSIGN(level, levelOf(parts.front()["inventory"]["location_levels"], action.location));
  const QString path = QStringLiteral("inventory-items/%1/location-levels/%2")
                           .arg(parts.front()["inventory_item_id"].text(), level["location_id"].text());
  const qint64 shelf = action.quantity + countOf(level["reserved_quantity"]);
  SC_TRY(root.check());
  return post(context, path, {{QStringLiteral("stocked_quantity"), shelf}}, QStringLiteral("stock.set"));
}

NextRequest next(const FetchContext& context, const MarkShipped& action, const HttpRequest& sent,
                 const JsonReader& root)
{
  return nextShipping(context, action, sent, root);
}

NextRequest next(const FetchContext& context, const CloseOrder& action, const HttpRequest& sent, const JsonReader& root)
{
  const QString status = textOf(root["order"]["status"]);
  if (sent.operation != QLatin1String("order.read") || status == QLatin1String("canceled"))
    return std::nullopt;
  return post(context, QStringLiteral("orders/%1/cancel").arg(action.orderExternalId), {},
              QStringLiteral("order.cancel"));
}

QString marked(const QString& number)
{
  return u'[' + number + u']';
}

std::vector<JsonReader> paymentsOf(const JsonReader& order)
{
  std::vector<JsonReader> list;
  for (const JsonReader& collection : order["payment_collections"].itemsIfAny())
    for (const JsonReader& payment : collection["payments"].itemsIfAny())
      list.push_back(payment);
  return list;
}

/// The refund whose note ends with our number, if it has been made already.
std::optional<JsonReader> ourRefund(const std::vector<JsonReader>& payments, const QString& number)
{
  for (const JsonReader& payment : payments)
    for (const JsonReader& refund : payment["refunds"].itemsIfAny())
      if (textOf(refund["note"]).endsWith(marked(number)))
        return refund;
  return std::nullopt;
}

NextRequest next(const FetchContext& context, const RefundPayment& action, const HttpRequest& sent,
                 const JsonReader& root)
{
  if (sent.operation != QLatin1String("payments.read"))
    return std::nullopt;
  const JsonReader order = root["order"];
  const auto payments = paymentsOf(order);
  if (ourRefund(payments, action.requestNumber))
    return std::nullopt;
  const Currency currency = currencyOf(order["currency_code"]);
  std::optional<JsonReader> found;
  for (const JsonReader& payment : payments)
    if (action.paymentExternalId.isEmpty() ? payment["captured_at"].hasValue()
                                           : textOf(payment["id"]) == action.paymentExternalId)
      found = found ? found : payment;
  SC_TRY(root.check());
  if (!found)
    return fail(ErrorKind::Rejected, QStringLiteral("the order has no such payment"), action.orderExternalId);
  if (currency != action.amount.currency())
    return fail(ErrorKind::Rejected, QStringLiteral("the order is in %1").arg(currency.code()), action.orderExternalId);
  const QString id = (*found)["id"].text();
  SC_TRY(root.check());
  return post(context, QStringLiteral("payments/%1/refund").arg(id),
              {{QStringLiteral("amount"), action.amount.text().toDouble()}, // a JSON number in major units
               {QStringLiteral("note"), (action.reason + u' ' + marked(action.requestNumber)).trimmed()}},
              QStringLiteral("refund.create"));
}

template <class Other>
NextRequest next(const FetchContext&, const Other&, const HttpRequest&, const JsonReader&)
{
  return std::nullopt;
}

Result<ActionOutcome> acceptedWith(const JsonReader& thing)
{
  ActionOutcome out;
  out.accepted = true;
  out.externalId = thing["id"].text();
  SC_TRY(thing.check());
  return out;
}

Result<ActionOutcome> outcome(const SetStock& action, const JsonReader& root)
{
  const JsonReader item = root["inventory_item"];
  SC_TRY_ASSIGN(level, levelOf(item["location_levels"], action.location));
  const qint64 now = countOf(level["stocked_quantity"]) - countOf(level["reserved_quantity"]);
  SC_TRY(root.check());
  if (now != action.quantity) // something was sold in between
    return fail(ErrorKind::Conflict, QStringLiteral("stock is %1 after setting it to %2").arg(now).arg(action.quantity),
                action.sku);
  return acceptedWith(item);
}

Result<ActionOutcome> outcome(const MarkShipped& action, const JsonReader& root)
{
  return shippingOutcome(action, root);
}

Result<ActionOutcome> outcome(const CloseOrder&, const JsonReader& root)
{
  return acceptedWith(root["order"]);
}

Result<ActionOutcome> outcome(const RefundPayment& action, const JsonReader& root)
{
  const auto payments = root["payment"].exists() ? std::vector<JsonReader>{root["payment"]} : paymentsOf(root["order"]);
  const auto refund = ourRefund(payments, action.requestNumber);
  if (!refund) // the answer lists all refunds of the payment
    return fail(ErrorKind::BadResponse, QStringLiteral("the refund is not in the answer"), action.requestNumber);
  SC_TRY_ASSIGN(out, acceptedWith(*refund));
  out.number = out.externalId;
  return out;
}

template <class Other>
Result<ActionOutcome> outcome(const Other&, const JsonReader&)
{
  return fail(ErrorKind::Invalid, QStringLiteral("a Medusa shop cannot do this"));
}

} // namespace

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  return std::visit([&](const auto& what) { return build(context, what); }, action.what);
}

NextRequest nextAction(const FetchContext& context, const Action& action, const HttpRequest& sent,
                       const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, readAnswer(got));
  return std::visit([&](const auto& what) { return next(context, what, sent, root); }, action.what);
}

Result<ActionOutcome> parseAction(const FetchContext&, const Action& action, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, readAnswer(got));
  return std::visit([&](const auto& what) { return outcome(what, root); }, action.what);
}

} // namespace supercargo::medusa
