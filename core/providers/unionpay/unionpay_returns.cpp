#include "core/providers/unionpay/unionpay_protocol.h"

/// A refund, or a void, is a trade of its own: its number and its time name it, so both stay the same over all
/// attempts, and UnionPay takes the number once a day. "Accepted" is not "done": its state is asked for at once.
namespace supercargo::unionpay {
namespace {

/// Money that goes back: a part of it as a refund, on any day; all of it as a void, on the payment's settlement day.
struct Return {
  bool isVoid = false;
  QString order, payment, number;
  Money amount;

  const char* type() const { return isVoid ? "31" : "04"; }
  QString operation(const char* step) const
  {
    return (isVoid ? QStringLiteral("void.") : QStringLiteral("refund.")) + QLatin1String(step);
  }
};

std::optional<Return> returnOf(const Action& action)
{
  const auto made = [](bool isVoid, const auto& wanted) {
    return Return{isVoid, wanted.orderExternalId, wanted.paymentExternalId,
                  wanted.requestNumber.isEmpty() ? QString() : returnOrderId(wanted.requestNumber), wanted.amount};
  };
  if (const auto* part = std::get_if<RefundPayment>(&action.what))
    return made(false, *part);
  if (const auto* whole = std::get_if<VoidPayment>(&action.what))
    return made(true, *whole);
  return std::nullopt;
}

QString timeOf(const FetchContext& context, const Action& action)
{
  return txnTime(action.askedAt.value_or(context.now));
}

HttpRequest returnState(const FetchContext& context, const Action& action, const Return& wanted, const char* step)
{
  return stateCall(context, wanted.number, timeOf(context, action), wanted.operation(step));
}

HttpRequest returnCreate(const FetchContext& context, const Action& action, const Return& wanted,
                         const QString& queryId)
{
  const QString back = context.declaration->extra.value(QLatin1String("no_back_url")).toString();
  return call(context, "backTransReq.do",
              {{"txnType", wanted.type()},
               {"txnSubType", "00"},
               {"bizType", "000201"},
               {"channelType", "07"},
               {"orderId", wanted.number.toLatin1()},
               {"txnTime", timeOf(context, action).toLatin1()},
               {"txnAmt", QByteArray::number(wanted.amount.minor())},
               {"currencyCode", "156"},
               {"origQryId", queryId.toLatin1()},
               {"backUrl", back.toUtf8()}},
              wanted.operation("create"));
}

Result<HttpRequest> returnOfTrade(const FetchContext& context, const Action& action, const Return& wanted,
                                  const Answer& answer)
{
  if (meaningOf(context, answer.text("respCode")) != Meaning::Ok)
    return fail(failure(context, answer));
  if (meaningOf(context, answer.text("origRespCode")) != Meaning::Ok || answer.text("queryId").isEmpty())
    return fail(ErrorKind::Rejected, QStringLiteral("the payment was not made: there is nothing to refund"));
  const qint64 paid = answer.text("txnAmt").toLongLong();
  if (wanted.amount.minor() > paid)
    return fail(ErrorKind::Rejected, QStringLiteral("the refund is larger than the payment"));
  if (wanted.isVoid && wanted.amount.minor() != paid)
    return fail(ErrorKind::Rejected, QStringLiteral("UnionPay voids whole payments only: refund a part of it"));
  return returnCreate(context, action, wanted, answer.text("queryId"));
}

/// Of an answer to `returnState` that has found the refund.
ActionOutcome outcomeOf(const FetchContext& context, const Return& wanted, const Answer& answer)
{
  ActionOutcome outcome;
  outcome.externalId = wanted.number;
  outcome.number = answer.text("queryId");
  const Meaning meaning = meaningOf(context, answer.text("origRespCode"));
  outcome.pending = meaning == Meaning::Unknown;
  outcome.accepted = outcome.pending || meaning == Meaning::Ok;
  if (!outcome.accepted) // final, and told so: an error would leave an inquiry in doubt for ever
    outcome.message = QStringLiteral("UnionPay: %1 %2").arg(answer.text("origRespCode"), answer.text("origRespMsg"));
  return outcome;
}

tl::unexpected<Error> cannotDo()
{
  return fail(ErrorKind::Invalid, QStringLiteral("UnionPay cannot do this"));
}

} // namespace

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  const auto wanted = returnOf(action);
  if (!wanted)
    return cannotDo();
  if (wanted->number.isEmpty() || wanted->amount.minor() <= 0 || wanted->amount.currency() != Currency())
    return fail(ErrorKind::Invalid, QStringLiteral("a refund needs a request number and an amount in CNY"));
  if (!wanted->payment.isEmpty())
    return returnCreate(context, action, *wanted, wanted->payment);
  const QString time = timeWithin(wanted->order);
  if (time.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("UnionPay finds an order only by its number and its time: the "
                                                   "payment's query number is needed"));
  return stateCall(context, wanted->order, time, wanted->operation("trade.read"));
}

Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got));
  const auto wanted = returnOf(action);
  if (!wanted)
    return cannotDo();
  if (sent.operation == wanted->operation("trade.read")) {
    SC_TRY_ASSIGN(create, returnOfTrade(context, action, *wanted, answer));
    return create;
  }
  if (sent.operation != wanted->operation("create"))
    return std::nullopt;
  const Meaning meaning = meaningOf(context, answer.text("respCode"));
  if (meaning != Meaning::Ok && meaning != Meaning::Unknown && meaning != Meaning::Duplicate)
    return fail(failure(context, answer));
  return returnState(context, action, *wanted, "state.read");
}

Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got));
  const auto wanted = returnOf(action);
  if (!wanted)
    return cannotDo();
  const Meaning meaning = meaningOf(context, answer.text("respCode"));
  if (meaning == Meaning::NotFound) // it was taken a moment ago
    return fail(ErrorKind::Timeout, QStringLiteral("UnionPay does not know yet what became of the refund"));
  if (meaning != Meaning::Ok)
    return fail(failure(context, answer));
  return outcomeOf(context, *wanted, answer);
}

Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action)
{
  const auto wanted = returnOf(action);
  return wanted ? std::optional(returnState(context, action, *wanted, "query")) : std::nullopt;
}

Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext& context, const Action& action,
                                                  const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got));
  const auto wanted = returnOf(action);
  if (!wanted)
    return cannotDo();
  const Meaning meaning = meaningOf(context, answer.text("respCode"));
  if (meaning == Meaning::NotFound)
    return std::nullopt;
  if (meaning != Meaning::Ok)
    return fail(failure(context, answer));
  return outcomeOf(context, *wanted, answer);
}

} // namespace supercargo::unionpay
