#include "core/providers/alipay/alipay_protocol.h"
#include "core/providers/gateway.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

namespace supercargo::alipay {
namespace {

constexpr int kRowsPerPage = 2000;
constexpr qint64 kMostPages = 500;

HttpRequest tradeQuery(const FetchContext& context, const char* by, const QString& id, const QJsonArray& refunds)
{
  HttpRequest request =
      call(context, "alipay.trade.query", {{QLatin1String(by), id}}, QStringLiteral("payments.query"));
  // What the account log told of refunds: the query itself does not.
  request.state = id + u' ' + QString::fromUtf8(QJsonDocument(refunds).toJson(QJsonDocument::Compact));
  return request;
}

HttpRequest logPage(const FetchContext& context, qint64 page)
{
  HttpRequest request = call(context, "alipay.data.bill.accountlog.query",
                             {{QStringLiteral("start_time"), formatLocal(context.from, kChinaOffset)},
                              {QStringLiteral("end_time"), formatLocal(context.to, kChinaOffset)},
                              {QStringLiteral("page_no"), QString::number(page)},
                              {QStringLiteral("page_size"), QString::number(kRowsPerPage)}},
                             QStringLiteral("payments.page"));
  request.state = QString::number(page);
  return request;
}

GatewayPaymentStatus gatewayStatus(const StatusRow* row)
{
  if (!row)
    return GatewayPaymentStatus::Unknown;
  switch (row->payment) {
  case PaymentStatus::Unpaid:
    return GatewayPaymentStatus::Pending;
  case PaymentStatus::Paid:
    return GatewayPaymentStatus::Paid;
  case PaymentStatus::Refunded:
    return GatewayPaymentStatus::Refunded;
  case PaymentStatus::Voided:
    return GatewayPaymentStatus::Closed;
  default:
    return GatewayPaymentStatus::Unknown;
  }
}

void addRefunds(PaymentSnapshot& payment, const QJsonArray& refunds)
{
  qint64 total = 0;
  for (const QJsonValue& told : refunds) {
    RefundSnapshot refund;
    refund.externalId = told[QLatin1String("no")].toString();
    refund.amount = Money(told[QLatin1String("minor")].toInteger(), Currency());
    refund.status = AftersaleStatus::Succeeded;
    refund.createdAt = fromMs(told[QLatin1String("at")].toInteger());
    total += refund.amount.minor();
    payment.refunds.push_back(std::move(refund));
  }
  if (payment.refunds.empty())
    return;
  payment.refunded = Money(total, Currency());
  if (payment.status == GatewayPaymentStatus::Paid) // TRADE_SUCCESS stays after a partial refund
    payment.status =
        total < payment.amount.minor() ? GatewayPaymentStatus::PartiallyRefunded : GatewayPaymentStatus::Refunded;
}

PaymentSnapshot payment(const FetchContext& context, const JsonReader& value, const QJsonArray& refunds)
{
  PaymentSnapshot payment;
  payment.externalId = value["trade_no"].text();
  payment.orderNumber = value["out_trade_no"].text();
  payment.rawStatus = value["trade_status"].text();
  payment.amount = value["total_amount"].money(Currency());
  payment.received = value["receipt_amount"].moneyIfAny(Currency());
  payment.paidAt = value["send_pay_date"].localInstantIfAny(kChinaOffset);
  payment.payer = textOf(value["buyer_logon_id"]);
  payment.method = QStringLiteral("alipay");
  payment.status = gatewayStatus(context.declaration->status(
      {{QStringLiteral("trade_status"), payment.rawStatus},
       {QStringLiteral("was_paid"), payment.paidAt ? QStringLiteral("yes") : QStringLiteral("no")}}));
  addRefunds(payment, refunds);
  return payment;
}

Result<FetchStep> parseQuery(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got.body));
  const QString id = sent.state.section(u' ', 0, 0);
  FetchStep step;
  if (answer.subCode == QLatin1String("TRADE_NOT_EXIST") && answer.isSigned) {
    step.snapshots.gone.append(id);
    return step;
  }
  if (!isSuccess(answer))
    return fail(failure(answer));
  const JsonReader value = answer.value.isolated();
  PaymentSnapshot found =
      payment(context, value, QJsonDocument::fromJson(sent.state.section(u' ', 1).toUtf8()).array());
  gateway::readDecline(context, found.rawStatus, "trade.trade_status", found, step.snapshots);
  if (const auto sound = value.check(); sound)
    step.snapshots.payments.push_back(std::move(found));
  else
    step.snapshots.failures.push_back({id, sound.error().detail, value.json()});
  return step;
}

/// What the rows of one page say of one trade.
struct Trade {
  bool isPaid = false;
  QJsonArray refunds;
};

void addRow(const Declaration& declaration, const JsonReader& item, QMap<QString, Trade>& trades, Snapshots& snapshots)
{
  const JsonReader row = item.isolated();
  const QString trade = textOf(row["alipay_order_no"]), order = textOf(row["merchant_order_no"]);
  if (trade.isEmpty() || order.isEmpty())
    return; // payouts, fees of the account: the bills have them
  const Money amount = row["trans_amount"].money(Currency());
  const Instant at = row["trans_dt"].localInstant(kChinaOffset);
  const QString direction = row["direction"].text(), type = textOf(row["type"]);
  if (const auto sound = row.check(); !sound) {
    snapshots.failures.push_back({textOf(row["account_log_id"]), sound.error().detail, row.json()});
    return;
  }
  if (direction == QStringLiteral("收入"))
    trades[trade].isPaid = true;
  else if (declaration.says("refund_words", type) || !textOf(row["merchant_out_refund_no"]).isEmpty())
    trades[trade].refunds.append(QJsonObject{{QStringLiteral("no"), textOf(row["merchant_out_refund_no"])},
                                             {QStringLiteral("minor"), std::abs(amount.minor())},
                                             {QStringLiteral("at"), toMs(at)}});
}

Result<FetchStep> parsePage(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got.body));
  if (!isSuccess(answer))
    return fail(failure(answer));
  FetchStep step;
  QMap<QString, Trade> trades;
  for (const JsonReader& item : answer.value["detail_list"].itemsIfAny())
    addRow(*context.declaration, item, trades, step.snapshots);
  for (auto trade = trades.cbegin(); trade != trades.cend(); ++trade)
    if (trade->isPaid || !trade->refunds.isEmpty())
      step.next.push_back(tradeQuery(context, "trade_no", trade.key(), trade->refunds));
  if (sent.state != QLatin1String("1"))
    return step;
  const qint64 total = answer.value["total_size"].integerIfAny().value_or(0);
  step.total = total;
  // From the last page to the first: a row that moves to a later page while we read is not lost.
  for (qint64 page = std::min((total + kRowsPerPage - 1) / kRowsPerPage, kMostPages); page > 1; --page)
    step.next.push_back(logPage(context, page));
  SC_TRY(answer.value.check());
  return step;
}

/// nullopt: closed already.
Result<std::optional<HttpRequest>> closeOpen(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got.body));
  if (!isSuccess(answer))
    return fail(failure(answer));
  const QString status = textOf(answer.value["trade_status"]);
  if (status == QLatin1String("TRADE_CLOSED"))
    return std::nullopt;
  if (status != QLatin1String("WAIT_BUYER_PAY"))
    return fail(ErrorKind::Rejected, QStringLiteral("the payment was made: it can only be refunded"));
  return closeRequest(context, textOf(answer.value["out_trade_no"]));
}

HttpRequest refundQuery(const FetchContext& context, const RefundPayment& refund)
{
  return call(context, "alipay.trade.fastpay.refund.query",
              {{QStringLiteral("trade_no"), refund.paymentExternalId},
               {QStringLiteral("out_trade_no"), refund.orderExternalId},
               {QStringLiteral("out_request_no"), refund.requestNumber}},
              QStringLiteral("refund.query"));
}

} // namespace

std::vector<HttpRequest> firstPayments(const FetchContext& context)
{
  if (context.loop == Loop::Discover)
    return {logPage(context, 1)};
  std::vector<HttpRequest> requests;
  for (const QString& id : context.ids)
    requests.push_back(tradeQuery(context, "out_trade_no", id, {}));
  return requests;
}

Result<FetchStep> parsePayments(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  return sent.operation == QLatin1String("payments.page") ? parsePage(context, sent, got)
                                                          : parseQuery(context, sent, got);
}

HttpRequest closeRequest(const FetchContext& context, const QString& orderNumber)
{
  return call(context, "alipay.trade.close", {{QStringLiteral("out_trade_no"), orderNumber}},
              QStringLiteral("payment.close"));
}

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  // Closing looks first: what is closed needs no closing, so the whole action may be repeated.
  if (const auto* close = std::get_if<ClosePayment>(&action.what))
    return close->orderNumber.isEmpty()
               ? call(context, "alipay.trade.query", {{QStringLiteral("trade_no"), close->paymentExternalId}},
                      QStringLiteral("payment.close.read"))
               : call(context, "alipay.trade.query", {{QStringLiteral("out_trade_no"), close->orderNumber}},
                      QStringLiteral("payment.close.read"));
  const auto* refund = std::get_if<RefundPayment>(&action.what);
  if (!refund)
    return fail(ErrorKind::Invalid, QStringLiteral("Alipay cannot do this"));
  if (refund->requestNumber.isEmpty() || refund->amount.minor() <= 0 || refund->amount.currency() != Currency())
    return fail(ErrorKind::Invalid, QStringLiteral("a refund needs a request number and an amount in CNY"));
  // The same request number with the same amount is done once, however often it is sent.
  QJsonObject content{{QStringLiteral("refund_amount"), refund->amount.text()},
                      {QStringLiteral("out_request_no"), refund->requestNumber}};
  if (!refund->paymentExternalId.isEmpty())
    content.insert(QStringLiteral("trade_no"), refund->paymentExternalId);
  else
    content.insert(QStringLiteral("out_trade_no"), refund->orderExternalId);
  if (!refund->reason.isEmpty())
    content.insert(QStringLiteral("refund_reason"), refund->reason);
  return call(context, "alipay.trade.refund", content, QStringLiteral("refund.create"));
}

Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got)
{
  if (sent.operation == QLatin1String("payment.close.read"))
    return closeOpen(context, got);
  const auto* refund = std::get_if<RefundPayment>(&action.what);
  if (!refund || sent.operation != QLatin1String("refund.create"))
    return std::nullopt;
  SC_TRY_ASSIGN(answer, open(got.body));
  if (!isSuccess(answer))
    return fail(failure(answer));
  if (textOf(answer.value["fund_change"]) == QLatin1String("Y"))
    return std::nullopt;
  return refundQuery(context, *refund); // nothing moved now: done before, or not at all
}

Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action)
{
  if (const auto* refund = std::get_if<RefundPayment>(&action.what))
    return refundQuery(context, *refund);
  return std::nullopt; // closing looks before it acts
}

/// No refund_status: it has not arrived, or failed. Both want the same number sent again.
Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext& context, const Action& action,
                                                  const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got.body));
  if (!isSuccess(answer))
    return fail(failure(answer));
  if (textOf(answer.value["refund_status"]).isEmpty())
    return std::nullopt;
  SC_TRY_ASSIGN(outcome, parseAction(context, action, got));
  return outcome;
}

Result<ActionOutcome> parseAction(const FetchContext&, const Action& action, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got.body));
  if (!isSuccess(answer))
    return fail(failure(answer));
  ActionOutcome outcome;
  const auto* refund = std::get_if<RefundPayment>(&action.what);
  outcome.externalId = refund ? refund->requestNumber : QString();
  outcome.number = textOf(answer.value["trade_no"]);
  if (std::holds_alternative<ClosePayment>(action.what)) {
    outcome.accepted = true;
    return outcome;
  }
  outcome.accepted = textOf(answer.value["fund_change"]) == QLatin1String("Y") ||
                     textOf(answer.value["refund_status"]) == QLatin1String("REFUND_SUCCESS");
  if (!outcome.accepted)
    return fail(ErrorKind::ProviderDown,
                QStringLiteral("the refund has not arrived yet: repeat it with the same number"));
  return outcome;
}

} // namespace supercargo::alipay
