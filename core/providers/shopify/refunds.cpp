#include "core/providers/shopify/actions.h"

#include <QJsonArray>

#include <algorithm>

namespace supercargo::shopify {
namespace {

constexpr char kReadPayments[] =
    "query Payments($id: ID!) { order(id: $id) { id currencyCode presentmentCurrencyCode netPaymentSet { shopMoney { "
    "amount } presentmentMoney { amount } } transactions(first: 50) { id kind status gateway paymentId amountSet { "
    "shopMoney { amount } presentmentMoney { amount } } } refunds(first: 100) { id note transactions(first: 10) { "
    "nodes { status } } } } }";
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

/// A sum in the shop's currency and in the buyer's.
struct BothMoneys {
  Money shop, buyer;
};

BothMoneys bothOf(const JsonReader& bag, Currency shop, Currency buyer)
{
  return {shopMoney(bag, shop), bag["presentmentMoney"]["amount"].money(buyer)};
}

/// Less than the smallest coin is nothing, and a refund of nothing would be booked as one.
Result<Money> someOf(Money back)
{
  if (back.minor() <= 0)
    return fail(ErrorKind::Rejected,
                QStringLiteral("in %1, in which the buyer paid, nothing is left to give back of this amount")
                    .arg(back.currency().code()));
  return back;
}

/// What goes back in the buyer's currency: all that is left when all of it is meant, else such a part of the payment,
/// rounded half up. The shop books the payment in both currencies, so its own rate is the one that counts.
Result<Money> inBuyersCurrency(Money amount, const BothMoneys& payment, const BothMoneys& left)
{
  if (amount == left.shop)
    return someOf(left.buyer);
  const qint64 whole = payment.shop.minor();
  if (whole <= 0 || payment.buyer.minor() <= 0 || amount.minor() <= 0)
    return fail(ErrorKind::BadResponse, QStringLiteral("the payment has no amount"));
  SC_TRY_ASSIGN(product, payment.buyer.times(amount.minor()));
  const qint64 rest = product.minor() % whole;
  const qint64 minor = product.minor() / whole + (rest >= whole - rest ? 1 : 0);
  const bool isPart = amount.minor() < left.shop.minor(); // its rounding must not reach beyond what is left
  return someOf(Money(isPart ? std::min(minor, left.buyer.minor()) : minor, payment.buyer.currency()));
}

/// Money goes back in the currency that the buyer paid in; our books are in the shop's.
Result<Money> amountBack(const RefundPayment& action, const JsonReader& order, const JsonReader& payment)
{
  SC_TRY_ASSIGN(shop, Currency::of(textOf(order["currencyCode"])));
  SC_TRY_ASSIGN(buyer, Currency::of(textOf(order["presentmentCurrencyCode"])));
  const Currency asked = action.amount.currency();
  if (asked == buyer)
    return action.amount;
  if (asked != shop)
    return fail(ErrorKind::Rejected,
                QStringLiteral("the order is in %1 and the buyer paid in %2: refund in one of them")
                    .arg(shop.code(), buyer.code()),
                action.orderExternalId);
  const BothMoneys paid = bothOf(payment["amountSet"], shop, buyer), left = bothOf(order["netPaymentSet"], shop, buyer);
  SC_TRY(order.check());
  return inBuyersCurrency(action.amount, paid, left);
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

NextRequest refund(const FetchContext& context, const RefundPayment& action, const JsonReader& order)
{
  if (ourRefund(order, action.requestNumber))
    return std::nullopt;
  const auto payment = paymentFor(action, order);
  if (!payment)
    return fail(ErrorKind::Rejected, QStringLiteral("the order has no such payment"), action.orderExternalId);
  SC_TRY_ASSIGN(amount, amountBack(action, order, *payment));
  const QString orderGid = order["id"].text();
  const QJsonObject back{{QStringLiteral("orderId"), orderGid},
                         {QStringLiteral("parentId"), (*payment)["id"].text()},
                         {QStringLiteral("gateway"), (*payment)["gateway"].text()},
                         {QStringLiteral("kind"), QStringLiteral("REFUND")},
                         {QStringLiteral("amount"), amount.text()}};
  SC_TRY(order.check());
  QJsonObject input{
      {QStringLiteral("orderId"), orderGid},
      {QStringLiteral("note"), (action.reason + u' ' + marked(action.requestNumber)).trimmed()},
      {QStringLiteral("notify"), context.declaration->extra.value(QLatin1String("notify_customer")).toBool()},
      {QStringLiteral("transactions"), QJsonArray{back}}};
  if (amount.currency().code() != textOf(order["currencyCode"])) // then it must be named
    input.insert(QStringLiteral("currency"), amount.currency().code());
  const QString key = idempotencyKey(
      {QStringLiteral("refund"), action.orderExternalId, action.requestNumber, amount.text(), (*payment)["id"].text()});
  return request(context, kRefund, {{QStringLiteral("input"), input}, {QStringLiteral("key"), key}},
                 QStringLiteral("refund.create"));
}

} // namespace supercargo::shopify
