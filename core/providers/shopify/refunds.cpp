#include "core/providers/shopify/actions.h"

#include <QJsonArray>

namespace supercargo::shopify {
namespace {

constexpr char kReadPayments[] =
    "query Payments($id: ID!) { order(id: $id) { id currencyCode presentmentCurrencyCode transactions(first: 50) { id "
    "kind status gateway paymentId } refunds(first: 100) { id note transactions(first: 10) { nodes { status } } } } }";
constexpr char kRefund[] =
    "mutation Refund($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) { "
    "refund { id transactions(first: 10) { nodes { status } } } userErrors { field message } } }";

QString marked(const QString& number)
{
  return u'[' + number + u']';
}

/// The payment meant by its id or its number at the gateway; when none is named, the first that went through.
std::optional<JsonReader> paymentFor(const RefundPayment& action, const JsonReader& order)
{
  for (const JsonReader& transaction : order["transactions"].items()) {
    const QString kind = textOf(transaction["kind"]);
    if ((kind != QLatin1String("SALE") && kind != QLatin1String("CAPTURE")) ||
        textOf(transaction["status"]) != QLatin1String("SUCCESS"))
      continue;
    const QString& name = action.paymentExternalId;
    if (name.isEmpty() || numberOf(transaction["id"]) == name || textOf(transaction["paymentId"]) == name)
      return transaction;
  }
  return std::nullopt;
}

} // namespace

HttpRequest readPayments(const FetchContext& context, const RefundPayment& action)
{
  return request(context, kReadPayments, {{QStringLiteral("id"), gid("Order", action.orderExternalId)}},
                 QStringLiteral("payments.read"));
}

std::optional<JsonReader> ourRefund(const JsonReader& order, const QString& number)
{
  for (const JsonReader& refund : order["refunds"].itemsIfAny())
    if (textOf(refund["note"]).endsWith(marked(number)))
      return refund;
  return std::nullopt;
}

/// Money goes back in the currency that the buyer paid in.
NextRequest refund(const FetchContext& context, const RefundPayment& action, const JsonReader& order)
{
  if (ourRefund(order, action.requestNumber))
    return std::nullopt;
  const auto payment = paymentFor(action, order);
  const QString currency = order["presentmentCurrencyCode"].textIfAny().value_or(order["currencyCode"].text());
  SC_TRY(order.check());
  if (!payment)
    return fail(ErrorKind::Rejected, QStringLiteral("the order has no such payment"), action.orderExternalId);
  if (currency != action.amount.currency().code())
    return fail(ErrorKind::Rejected, QStringLiteral("the buyer paid in %1").arg(currency), action.orderExternalId);
  const QString orderGid = order["id"].text();
  const QJsonObject back{{QStringLiteral("orderId"), orderGid},
                         {QStringLiteral("parentId"), (*payment)["id"].text()},
                         {QStringLiteral("gateway"), (*payment)["gateway"].text()},
                         {QStringLiteral("kind"), QStringLiteral("REFUND")},
                         {QStringLiteral("amount"), action.amount.text()}};
  SC_TRY(order.check());
  const QJsonObject input{
      {QStringLiteral("orderId"), orderGid},
      {QStringLiteral("note"), (action.reason + u' ' + marked(action.requestNumber)).trimmed()},
      {QStringLiteral("notify"), context.declaration->extra.value(QLatin1String("notify_customer")).toBool()},
      {QStringLiteral("transactions"), QJsonArray{back}}};
  const QString key = idempotencyKey({QStringLiteral("refund"), action.orderExternalId, action.requestNumber,
                                      action.amount.text(), (*payment)["id"].text()});
  return request(context, kRefund, {{QStringLiteral("input"), input}, {QStringLiteral("key"), key}},
                 QStringLiteral("refund.create"));
}

} // namespace supercargo::shopify
