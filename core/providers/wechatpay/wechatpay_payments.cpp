#include "core/providers/gateway.h"
#include "core/providers/wechatpay/wechatpay_protocol.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace supercargo::wechatpay {
namespace {

HttpRequest orderQuery(const FetchContext& context, const QString& by, const QString& id, const QString& operation)
{
  return get(context,
             QStringLiteral("/v3/pay/transactions/%1/%2?mchid=%3")
                 .arg(by, pathPart(id), pathPart(context.fields.value(QStringLiteral("mchid")))),
             operation);
}

/// What the bill told of refunds: the query itself does not.
void addRefunds(PaymentSnapshot& payment, const QJsonArray& refunds)
{
  qint64 total = 0;
  for (const QJsonValue& told : refunds) {
    RefundSnapshot refund;
    const QString status = told[QLatin1String("status")].toString();
    refund.externalId = told[QLatin1String("no")].toString();
    refund.amount = Money(told[QLatin1String("minor")].toInteger(), payment.amount.currency());
    refund.createdAt = fromMs(told[QLatin1String("at")].toInteger());
    refund.status = status == QLatin1String("SUCCESS")      ? AftersaleStatus::Succeeded
                    : status == QLatin1String("PROCESSING") ? AftersaleStatus::Refunding
                    : status == QLatin1String("FAIL")       ? AftersaleStatus::Closed
                                                            : AftersaleStatus::Unknown;
    total += refund.status == AftersaleStatus::Succeeded ? refund.amount.minor() : 0;
    payment.refunds.push_back(std::move(refund));
  }
  if (total == 0)
    return;
  payment.refunded = Money(total, payment.amount.currency());
  payment.status =
      total < payment.amount.minor() ? GatewayPaymentStatus::PartiallyRefunded : GatewayPaymentStatus::Refunded;
}

/// The description is a sentence: the words in it that the table knows, else the state itself.
QString declineCode(const FetchContext& context, const QString& state, const QString& description)
{
  const QJsonObject reasons = context.declaration->extra.value(QLatin1String("decline_reasons")).toObject();
  for (auto reason = reasons.begin(); reason != reasons.end(); ++reason)
    if (description.contains(reason.key()))
      return reason.key();
  return state;
}

/// trade_state REFUND says only that something went back; how much, the bills and the store's own sum tell.
PaymentSnapshot payment(const FetchContext& context, const JsonReader& value, Snapshots& snapshots)
{
  PaymentSnapshot payment;
  payment.externalId = textOf(value["transaction_id"]);
  payment.orderNumber = value["out_trade_no"].text();
  payment.rawStatus = value["trade_state"].text();
  const JsonReader amount = value["amount"];
  const auto currency = Currency::of(amount["currency"].textIfAny().value_or(QStringLiteral("CNY")));
  if (!currency)
    amount["currency"].problem(currency.error().detail);
  payment.amount = amount["total"].minorMoney(currency.value_or(Currency()));
  payment.paidAt = value["success_time"].instantIfAny();
  payment.payer = textOf(value["payer"]["openid"]);
  payment.method = QStringLiteral("wechatpay");
  payment.status = gateway::statusOf(context, {{QStringLiteral("trade_state"), payment.rawStatus}},
                                     "payment.trade_state", snapshots);
  gateway::readDecline(context, declineCode(context, payment.rawStatus, textOf(value["trade_state_desc"])),
                       "payment.trade_state_desc", payment, snapshots);
  // Unpaid orders have no transaction yet: our own number stands for it.
  if (payment.externalId.isEmpty())
    payment.externalId = payment.orderNumber;
  return payment;
}

Result<FetchStep> parseQuery(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  const QString id = sent.state.section(u' ', 0, 0);
  FetchStep step;
  if (got.status == 404) {
    if (codeOf(got) != QLatin1String("ORDER_NOT_EXIST") && codeOf(got) != QLatin1String("RESOURCE_NOT_EXISTS"))
      return fail(explain(*context.declaration, got));
    step.snapshots.gone.append(id);
    return step;
  }
  SC_TRY_ASSIGN(value, JsonReader::parse(got.body));
  PaymentSnapshot found = payment(context, value, step.snapshots);
  addRefunds(found, QJsonDocument::fromJson(sent.state.section(u' ', 1).toUtf8()).array());
  const bool isPaid = found.status != GatewayPaymentStatus::Pending && found.status != GatewayPaymentStatus::Closed;
  if (const auto sound = value.check(); !sound)
    step.snapshots.failures.push_back({id, sound.error().detail, value.json()});
  else if (isPaid) // what nobody has paid has no number of the gateway's yet and would stay as a second payment
    step.snapshots.payments.push_back(std::move(found));
  return step;
}

Result<ActionOutcome> refundOutcome(const HttpResponse& got)
{
  SC_TRY_ASSIGN(value, JsonReader::parse(got.body));
  const QString status = value["status"].text();
  ActionOutcome outcome;
  outcome.externalId = value["out_refund_no"].text();
  outcome.number = textOf(value["refund_id"]);
  SC_TRY(value.check());
  outcome.pending = status == QLatin1String("PROCESSING");
  outcome.accepted = outcome.pending || status == QLatin1String("SUCCESS");
  if (outcome.accepted)
    return outcome;
  // Final, and told so: an error would leave an inquiry in doubt for ever.
  if (status == QLatin1String("CLOSED"))
    outcome.message = QStringLiteral("the refund was closed: no money has moved");
  else if (status == QLatin1String("ABNORMAL"))
    outcome.message = QStringLiteral("the refund could not be paid out (dead card or account): choose another way on "
                                     "the merchant site");
  else
    return fail(ErrorKind::BadResponse, QStringLiteral("unknown state of a refund: %1").arg(status));
  return outcome;
}

HttpRequest refundQuery(const FetchContext& context, const RefundPayment& refund)
{
  HttpRequest request = get(context, QStringLiteral("/v3/refund/domestic/refunds/") + pathPart(refund.requestNumber),
                            QStringLiteral("refund.query"));
  request.expected = {404};
  return request;
}

/// The same out_refund_no is done once, so the whole action may be repeated.
Result<HttpRequest> refundCreate(const FetchContext& context, const RefundPayment& refund, const HttpResponse& got)
{
  SC_TRY_ASSIGN(order, JsonReader::parse(got.body));
  const qint64 total = order["amount"]["total"].integer();
  const QString transaction = order["transaction_id"].text();
  SC_TRY(order.check());
  if (refund.amount.minor() > total)
    return fail(ErrorKind::Rejected, QStringLiteral("the refund is larger than the payment"));
  QJsonObject content{{QStringLiteral("transaction_id"), transaction},
                      {QStringLiteral("out_refund_no"), refund.requestNumber},
                      {QStringLiteral("amount"), QJsonObject{{QStringLiteral("refund"), refund.amount.minor()},
                                                             {QStringLiteral("total"), total},
                                                             {QStringLiteral("currency"), QStringLiteral("CNY")}}}};
  if (!refund.reason.isEmpty())
    content.insert(QStringLiteral("reason"), refund.reason.left(80));
  return post(context, QStringLiteral("/v3/refund/domestic/refunds"), content, QStringLiteral("refund.create"));
}

/// nullopt: closed already.
Result<std::optional<HttpRequest>> closeRequest(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY_ASSIGN(order, JsonReader::parse(got.body));
  const QString state = order["trade_state"].text(), number = order["out_trade_no"].text();
  SC_TRY(order.check());
  if (state == QLatin1String("CLOSED") || state == QLatin1String("REVOKED"))
    return std::nullopt;
  if (state == QLatin1String("SUCCESS") || state == QLatin1String("REFUND"))
    return fail(ErrorKind::Rejected, QStringLiteral("the payment was made: it can only be refunded"));
  HttpRequest close =
      post(context, QStringLiteral("/v3/pay/transactions/out-trade-no/%1/close").arg(pathPart(number)),
           {{QStringLiteral("mchid"), context.fields.value(QStringLiteral("mchid"))}}, QStringLiteral("payment.close"));
  close.expected = {400}; // sent again it is closed already
  return close;
}

} // namespace

HttpRequest paymentQuery(const FetchContext& context, const QString& transactionId, const QString& refunds)
{
  HttpRequest request = orderQuery(context, QStringLiteral("id"), transactionId, QStringLiteral("payments.query"));
  request.state = transactionId + u' ' + refunds;
  request.expected = {404};
  return request;
}

std::vector<HttpRequest> firstPayments(const FetchContext& context)
{
  if (context.loop == Loop::Discover)
    return firstBills(context);
  std::vector<HttpRequest> requests;
  for (const QString& id : context.ids) {
    requests.push_back(orderQuery(context, QStringLiteral("out-trade-no"), id, QStringLiteral("payments.query")));
    requests.back().state = id;
    requests.back().expected = {404};
  }
  return requests;
}

Result<FetchStep> parsePayments(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  return sent.operation == QLatin1String("payments.query") ? parseQuery(context, sent, got)
                                                           : parseBills(context, sent, got);
}

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  // Both begin by reading the payment: a refund must name its total, and what is closed needs no closing.
  const auto read = [&](const QString& transaction, const QString& number, const char* operation) {
    return transaction.isEmpty() ? orderQuery(context, QStringLiteral("out-trade-no"), number, QLatin1String(operation))
                                 : orderQuery(context, QStringLiteral("id"), transaction, QLatin1String(operation));
  };
  if (const auto* refund = std::get_if<RefundPayment>(&action.what)) {
    if (refund->requestNumber.isEmpty() || refund->requestNumber.size() > 64 || refund->amount.minor() <= 0 ||
        refund->amount.currency() != Currency())
      return fail(ErrorKind::Invalid, QStringLiteral("a refund needs a request number of at most 64 characters and an "
                                                     "amount in CNY"));
    return read(refund->paymentExternalId, refund->orderExternalId, "refund.read");
  }
  if (const auto* close = std::get_if<ClosePayment>(&action.what))
    return read(close->orderNumber.isEmpty() ? close->paymentExternalId : QString(), close->orderNumber,
                "payment.close.read");
  return fail(ErrorKind::Invalid, QStringLiteral("WeChat Pay cannot do this"));
}

Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got)
{
  if (sent.operation == QLatin1String("payment.close.read"))
    return closeRequest(context, got);
  const auto* refund = std::get_if<RefundPayment>(&action.what);
  if (!refund || sent.operation != QLatin1String("refund.read"))
    return std::nullopt;
  SC_TRY_ASSIGN(create, refundCreate(context, *refund, got));
  return create;
}

Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got)
{
  if (std::holds_alternative<RefundPayment>(action.what))
    return refundOutcome(got);
  if (got.status > 299 && codeOf(got) != QLatin1String("ORDER_CLOSED"))
    return fail(explain(*context.declaration, got));
  ActionOutcome outcome; // 204 without a body, or a read that found it closed
  outcome.accepted = true;
  return outcome;
}

Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action)
{
  if (const auto* refund = std::get_if<RefundPayment>(&action.what))
    return refundQuery(context, *refund);
  return std::nullopt; // closing looks before it acts
}

Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext& context, const Action&, const HttpResponse& got)
{
  if (got.status == 404) {
    if (codeOf(got) == QLatin1String("RESOURCE_NOT_EXISTS"))
      return std::nullopt;
    return fail(explain(*context.declaration, got));
  }
  SC_TRY_ASSIGN(outcome, refundOutcome(got));
  return outcome;
}

} // namespace supercargo::wechatpay
