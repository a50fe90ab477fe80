#include "core/providers/gateway.h"
#include "core/providers/paypal/paypal_protocol.h"

#include <QJsonObject>

namespace supercargo::paypal {
namespace {

/// PayPal takes no decimals of these.
bool isCountedInWholes(const QString& currency)
{
  static const QStringList kWhole = QStringLiteral("HUF JPY TWD").split(u' ');
  return kWhole.contains(currency);
}

std::optional<Money> moneyIfAny(const JsonReader& node)
{
  return node.isObject() ? std::optional(moneyOf(node)) : std::nullopt;
}

/// "2026-03-02T00:00:00+0000": without a colon.
std::optional<Instant> timeOf(const JsonReader& node)
{
  QString text = textOf(node);
  if (text.isEmpty())
    return std::nullopt;
  if (text.size() > 5 && (text.at(text.size() - 5) == u'+' || text.at(text.size() - 5) == u'-'))
    text.insert(text.size() - 2, u':');
  const auto at = parseIso(text);
  if (!at)
    node.problem(at.error().detail);
  return at ? std::optional(*at) : std::nullopt;
}

/// The shop's number: as invoice id, else in the field that is the shop's own.
QString orderNumberOf(const JsonReader& node, const char* custom)
{
  const QString invoice = textOf(node["invoice_id"]);
  return invoice.isEmpty() ? textOf(node[custom]) : invoice;
}

/// What has no id can neither be found again nor told apart.
QString idOf(const JsonReader& node)
{
  QString id = node.text();
  if (node.isString() && id.isEmpty())
    node.problem(QStringLiteral("is empty"));
  return id;
}

} // namespace

Money moneyOf(const JsonReader& node)
{
  const auto currency = Currency::of(node["currency_code"].text());
  if (!currency)
    node["currency_code"].problem(currency.error().detail);
  return node["value"].money(currency.value_or(Currency()));
}

Result<QJsonObject> amountJson(Money amount)
{
  const QString code = amount.currency().code();
  QString text = amount.text();
  if (isCountedInWholes(code) && amount.currency().digits() > 0) {
    if (text.section(u'.', 1).count(u'0') != amount.currency().digits())
      return fail(ErrorKind::Invalid, QStringLiteral("PayPal takes whole units of %1 only").arg(code));
    text = text.section(u'.', 0, 0);
  }
  return QJsonObject{{QStringLiteral("currency_code"), code}, {QStringLiteral("value"), text}};
}

QString kindOf(const FetchContext& context, const QString& eventCode, Snapshots& snapshots)
{
  const QJsonObject kinds = context.declaration->extra.value(QLatin1String("event_kinds")).toObject();
  for (qsizetype length = eventCode.size(); length >= 2; --length)
    if (kinds.contains(eventCode.left(length)))
      return kinds.value(eventCode.left(length)).toString();
  snapshots.changes.push_back({ChangeNotice::Kind::Value, QStringLiteral("transaction_event_code"), eventCode});
  return QStringLiteral("other");
}

BillLineSnapshot billLineOf(const FetchContext& context, const JsonReader& detail, Snapshots& snapshots)
{
  const JsonReader info = detail["transaction_info"];
  BillLineSnapshot line;
  const QString id = idOf(info["transaction_id"]), event = info["transaction_event_code"].text();
  line.bill = QStringLiteral("transactions");
  line.kind = kindOf(context, event, snapshots);
  line.amount = moneyOf(info["transaction_amount"]);
  const std::optional<Money> fee = moneyIfAny(info["fee_amount"]); // negative: charged
  line.fee = fee ? -*fee : Money(0, line.amount.currency());
  if (fee && fee->currency() != line.amount.currency())
    info["fee_amount"].problem(QStringLiteral("is in another currency than the amount"));
  else if (const auto net = line.amount.plus(fee.value_or(Money(0, line.amount.currency()))))
    line.net = *net;
  else
    info["fee_amount"].problem(net.error().detail);
  // One id may stand for several movements: what happened and in which direction tells them apart.
  line.entryId = id + u'/' + event + (line.amount.minor() < 0 ? u'-' : u'+');
  const bool isRefund = line.kind == QLatin1String("refund");
  line.paymentExternalId = isRefund ? textOf(info["paypal_reference_id"]) : id;
  line.refundNumber = isRefund ? id : QString();
  line.orderNumber = orderNumberOf(info, "custom_field");
  line.title = textOf(info["transaction_subject"]);
  line.balance = moneyIfAny(info["ending_balance"]);
  line.occurredAt = timeOf(info["transaction_initiation_date"]);
  if (line.occurredAt)
    line.settledOn = toIso(*line.occurredAt).left(10); // it moves the balance at once
  line.rawLine = QString::fromUtf8(detail.json());
  return line;
}

PaymentSnapshot paymentOf(const FetchContext& context, const JsonReader& detail, Snapshots& snapshots)
{
  const JsonReader info = detail["transaction_info"];
  PaymentSnapshot payment;
  payment.externalId = idOf(info["transaction_id"]);
  payment.orderNumber = orderNumberOf(info, "custom_field");
  payment.rawStatus = info["transaction_status"].text();
  payment.amount = moneyOf(info["transaction_amount"]);
  payment.method = QStringLiteral("paypal");
  if (const auto fee = moneyIfAny(info["fee_amount"]); fee && fee->currency() == payment.amount.currency()) {
    payment.fee = -*fee;
    payment.received = payment.amount.plus(*fee).value_or(payment.amount);
  }
  payment.paidAt = timeOf(info["transaction_initiation_date"]);
  payment.status = gateway::statusOf(context, {{QStringLiteral("transaction_status"), payment.rawStatus}},
                                     "transaction_status", snapshots);
  return payment;
}

PaymentSnapshot captureOf(const FetchContext& context, const JsonReader& capture, Snapshots& snapshots)
{
  PaymentSnapshot payment;
  payment.externalId = idOf(capture["id"]);
  payment.orderNumber = orderNumberOf(capture, "custom_id");
  payment.rawStatus = capture["status"].text();
  payment.amount = moneyOf(capture["amount"]);
  payment.method = QStringLiteral("paypal");
  const JsonReader sums = capture["seller_receivable_breakdown"];
  if (sums.isObject()) {
    payment.fee = moneyIfAny(sums["paypal_fee"]);
    payment.received = moneyIfAny(sums["net_amount"]);
  }
  payment.paidAt = timeOf(capture["create_time"]);
  payment.status =
      gateway::statusOf(context, {{QStringLiteral("status"), payment.rawStatus}}, "capture.status", snapshots);
  const JsonReader processor = capture["processor_response"], details = capture["status_details"];
  const QString code = processor.isObject() ? textOf(processor["response_code"]) : QString();
  const QString reason = details.isObject() ? textOf(details["reason"]) : QString();
  gateway::readDecline(context, code.isEmpty() ? reason : code, "capture.processor_response.response_code", payment,
                       snapshots);
  return payment;
}

} // namespace supercargo::paypal
