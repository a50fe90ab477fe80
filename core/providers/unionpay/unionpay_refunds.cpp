#include "core/providers/unionpay/unionpay_protocol.h"

/// A refund is a trade of its own: its number and its time name it, so both stay the same over all attempts, and
/// UnionPay takes the number once a day. "Accepted" is not "done": its state is asked for at once.
namespace supercargo::unionpay {
namespace {

QString timeOf(const FetchContext& context, const Action& action)
{
  return txnTime(action.askedAt.value_or(context.now));
}

HttpRequest refundState(const FetchContext& context, const Action& action, const char* operation)
{
  const auto& refund = std::get<RefundPayment>(action.what);
  return stateCall(context, refundOrderId(refund.requestNumber), timeOf(context, action), QLatin1String(operation));
}

HttpRequest refundCreate(const FetchContext& context, const Action& action, const QString& queryId)
{
  const auto& refund = std::get<RefundPayment>(action.what);
  const QString back = context.declaration->extra.value(QLatin1String("no_back_url")).toString();
  return call(context, "backTransReq.do",
              {{"txnType", "04"},
               {"txnSubType", "00"},
               {"bizType", "000201"},
               {"channelType", "07"},
               {"orderId", refundOrderId(refund.requestNumber).toLatin1()},
               {"txnTime", timeOf(context, action).toLatin1()},
               {"txnAmt", QByteArray::number(refund.amount.minor())},
               {"currencyCode", "156"},
               {"origQryId", queryId.toLatin1()},
               {"backUrl", back.toUtf8()}},
              QStringLiteral("refund.create"));
}

Result<HttpRequest> refundOfTrade(const FetchContext& context, const Action& action, const Answer& answer)
{
  const QString state = answer.text("origRespCode");
  if (meaningOf(context, answer.text("respCode")) != Meaning::Ok)
    return fail(failure(context, answer));
  if (meaningOf(context, state) != Meaning::Ok || answer.text("queryId").isEmpty())
    return fail(ErrorKind::Rejected, QStringLiteral("the payment was not made: there is nothing to refund"));
  if (std::get<RefundPayment>(action.what).amount.minor() > answer.text("txnAmt").toLongLong())
    return fail(ErrorKind::Rejected, QStringLiteral("the refund is larger than the payment"));
  return refundCreate(context, action, answer.text("queryId"));
}

/// Of an answer to `refundState` that has found the refund.
ActionOutcome outcomeOf(const FetchContext& context, const Action& action, const Answer& answer)
{
  ActionOutcome outcome;
  outcome.externalId = refundOrderId(std::get<RefundPayment>(action.what).requestNumber);
  outcome.number = answer.text("queryId");
  const Meaning meaning = meaningOf(context, answer.text("origRespCode"));
  outcome.pending = meaning == Meaning::Unknown;
  outcome.accepted = outcome.pending || meaning == Meaning::Ok;
  if (!outcome.accepted) // final, and told so: an error would leave an inquiry in doubt for ever
    outcome.message = QStringLiteral("UnionPay: %1 %2").arg(answer.text("origRespCode"), answer.text("origRespMsg"));
  return outcome;
}

} // namespace

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  const auto* refund = std::get_if<RefundPayment>(&action.what);
  if (!refund)
    return fail(ErrorKind::Invalid, QStringLiteral("UnionPay cannot do this"));
  if (refund->requestNumber.isEmpty() || refund->amount.minor() <= 0 || refund->amount.currency() != Currency())
    return fail(ErrorKind::Invalid, QStringLiteral("a refund needs a request number and an amount in CNY"));
  if (!refund->paymentExternalId.isEmpty())
    return refundCreate(context, action, refund->paymentExternalId);
  const QString time = timeWithin(refund->orderExternalId);
  if (time.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("UnionPay finds an order only by its number and its time: the "
                                                   "payment's query number is needed"));
  return stateCall(context, refund->orderExternalId, time, QStringLiteral("refund.trade.read"));
}

Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got));
  if (sent.operation == QLatin1String("refund.trade.read")) {
    SC_TRY_ASSIGN(create, refundOfTrade(context, action, answer));
    return create;
  }
  if (sent.operation != QLatin1String("refund.create"))
    return std::nullopt;
  const Meaning meaning = meaningOf(context, answer.text("respCode"));
  if (meaning != Meaning::Ok && meaning != Meaning::Unknown && meaning != Meaning::Duplicate)
    return fail(failure(context, answer));
  return refundState(context, action, "refund.state.read");
}

Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got));
  const Meaning meaning = meaningOf(context, answer.text("respCode"));
  if (meaning == Meaning::NotFound) // it was taken a moment ago
    return fail(ErrorKind::Timeout, QStringLiteral("UnionPay does not know yet what became of the refund"));
  if (meaning != Meaning::Ok)
    return fail(failure(context, answer));
  return outcomeOf(context, action, answer);
}

Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action)
{
  if (!std::holds_alternative<RefundPayment>(action.what))
    return std::nullopt;
  return refundState(context, action, "refund.query");
}

Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext& context, const Action& action,
                                                  const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got));
  const Meaning meaning = meaningOf(context, answer.text("respCode"));
  if (meaning == Meaning::NotFound)
    return std::nullopt;
  if (meaning != Meaning::Ok)
    return fail(failure(context, answer));
  return outcomeOf(context, action, answer);
}

} // namespace supercargo::unionpay
