#include "core/providers/gateway.h"
#include "core/providers/stripe/stripe_protocol.h"

#include <QJsonArray>

#include <algorithm>

namespace supercargo::stripe {
namespace {

/// The API counts these in hundredths although ISO 4217 gives them no minor unit; only whole units are allowed.
bool isCountedInHundredths(const QString& currency)
{
  return currency.compare(QLatin1String("ISK"), Qt::CaseInsensitive) == 0 ||
         currency.compare(QLatin1String("UGX"), Qt::CaseInsensitive) == 0;
}
/// Currencies that the API counts in whole units, whatever ISO 4217 says (MGA has fifths).
bool isCountedInWholes(const QString& currency)
{
  static const QStringList kWhole =
      QStringLiteral("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF").split(u' ');
  return kWhole.contains(currency.toUpper());
}

int apiDigits(const QString& code, const Currency& currency)
{
  return isCountedInWholes(code) ? 0 : isCountedInHundredths(code) ? 2 : currency.digits();
}

Money money(const JsonReader& node, const QString& currency)
{
  const qint64 amount = node.integer();
  const auto exact = amountOf(amount, currency);
  if (!exact)
    node.problem(exact.error().detail);
  return exact.value_or(Money());
}

/// Whatever number is sent for seconds gives a time that can be stored.
Instant atSecond(qint64 seconds)
{
  constexpr qint64 kLast = 253'402'300'799; // of the year 9999
  return fromMs(std::clamp<qint64>(seconds, 0, kLast) * 1000);
}

Instant unixTime(const JsonReader& node)
{
  return atSecond(node.integer());
}

/// An id, or the object that was expanded in its place.
QString idOf(const JsonReader& node)
{
  return node.isObject() ? textOf(node["id"]) : textOf(node);
}

QString day(const JsonReader& node)
{
  const auto at = node.integerIfAny();
  return at && *at > 0 ? toIso(atSecond(*at)).left(10) : QString();
}

/// Without a number in its metadata, the intent names the payment: shops keep its id as their reference.
QString orderNumberOf(const FetchContext& context, const JsonReader& charge)
{
  const QString number = numberInMetadata(context, charge);
  return number.isEmpty() ? idOf(charge["payment_intent"]) : number;
}

QString kindOf(const QString& type, Snapshots& snapshots)
{
  static const QMap<QString, QString> kKinds{
      {QStringLiteral("charge"), QStringLiteral("payment")},
      {QStringLiteral("payment"), QStringLiteral("payment")},
      {QStringLiteral("refund"), QStringLiteral("refund")},
      {QStringLiteral("payment_refund"), QStringLiteral("refund")},
      {QStringLiteral("stripe_fee"), QStringLiteral("fee")},
      {QStringLiteral("application_fee"), QStringLiteral("fee")},
      {QStringLiteral("tax_fee"), QStringLiteral("fee")},
      {QStringLiteral("payout"), QStringLiteral("payout")},
      {QStringLiteral("payout_cancel"), QStringLiteral("payout")},
      {QStringLiteral("payout_failure"), QStringLiteral("payout")},
      {QStringLiteral("adjustment"), QStringLiteral("other")},
      {QStringLiteral("transfer"), QStringLiteral("other")},
      {QStringLiteral("topup"), QStringLiteral("other")},
      {QStringLiteral("reserve_transaction"), QStringLiteral("other")},
      {QStringLiteral("refund_failure"), QStringLiteral("other")},
      {QStringLiteral("payment_failure_refund"), QStringLiteral("other")},
  };
  if (!kKinds.contains(type))
    snapshots.changes.push_back({ChangeNotice::Kind::Value, QStringLiteral("balance_transaction.type"), type});
  return kKinds.value(type, QStringLiteral("other"));
}

AftersaleStatus refundStatus(const QString& status, Snapshots& snapshots)
{
  if (status == QLatin1String("succeeded"))
    return AftersaleStatus::Succeeded;
  if (status == QLatin1String("pending") || status == QLatin1String("requires_action"))
    return AftersaleStatus::Refunding;
  if (status == QLatin1String("failed") || status == QLatin1String("canceled"))
    return AftersaleStatus::Closed;
  snapshots.changes.push_back({ChangeNotice::Kind::Value, QStringLiteral("refund.status"), status});
  return AftersaleStatus::Unknown;
}

} // namespace

QString numberInMetadata(const FetchContext& context, const JsonReader& node)
{
  QMap<QString, QString> metadata;
  if (node["metadata"].isObject())
    for (const auto& [name, value] : node["metadata"].members())
      metadata.insert(name, textOf(value));
  QStringList keys{context.fields.value(QStringLiteral("order_key"), QStringLiteral("order_no"))};
  for (const QJsonValue key : context.declaration->extra.value(QLatin1String("order_keys")).toArray())
    keys.append(key.toString());
  for (const QString& key : keys)
    if (const QString number = metadata.value(key); !number.isEmpty())
      return number;
  return {};
}

Result<Money> amountOf(qint64 apiAmount, const QString& code)
{
  SC_TRY_ASSIGN(currency, Currency::of(code));
  const int digits = apiDigits(code, currency);
  QString text = QString::number(std::abs(apiAmount)).rightJustified(digits + 1, u'0');
  if (digits > 0)
    text.insert(text.size() - digits, u'.');
  return Money::parse(apiAmount < 0 ? u'-' + text : text, currency);
}

Result<qint64> apiAmountOf(Money amount)
{
  const QString code = amount.currency().code();
  int digits = apiDigits(code, amount.currency());
  qint64 api = amount.minor();
  for (; digits > amount.currency().digits(); --digits)
    api *= 10;
  for (; digits < amount.currency().digits(); ++digits) {
    if (api % 10 != 0)
      return fail(ErrorKind::Invalid, QStringLiteral("Stripe takes whole units of %1 only").arg(code));
    api /= 10;
  }
  return api;
}

PaymentSnapshot paymentOf(const FetchContext& context, const JsonReader& charge, Snapshots& snapshots)
{
  PaymentSnapshot payment;
  const QString currency = charge["currency"].text();
  payment.externalId = charge["id"].text();
  payment.orderNumber = orderNumberOf(context, charge);
  payment.rawStatus = charge["status"].text();
  payment.amount = money(charge["amount"], currency);
  payment.paidAt = unixTime(charge["created"]);
  payment.method = QStringLiteral("stripe");
  payment.payer = textOf(charge["billing_details"]["email"]);
  const auto back = charge["amount_refunded"].integerIfAny();
  if (back && *back > 0)
    payment.refunded = money(charge["amount_refunded"], currency);
  payment.status =
      gateway::statusOf(context, {{QStringLiteral("status"), payment.rawStatus}}, "charge.status", snapshots);
  if (payment.status == GatewayPaymentStatus::Paid && payment.refunded)
    payment.status = payment.refunded->minor() < payment.amount.minor() ? GatewayPaymentStatus::PartiallyRefunded
                                                                        : GatewayPaymentStatus::Refunded;
  // The issuer's or Radar's reason says more than "card_declined".
  const QString reason = charge["outcome"].isObject() ? textOf(charge["outcome"]["reason"]) : QString();
  gateway::readDecline(context, reason.isEmpty() ? textOf(charge["failure_code"]) : reason, "charge.outcome.reason",
                       payment, snapshots);
  const JsonReader balance = charge["balance_transaction"];
  // Fee and net are in the settlement currency: of the same kind only, else the bill has them.
  if (balance.isObject() && textOf(balance["currency"]).compare(currency, Qt::CaseInsensitive) == 0) {
    payment.fee = money(balance["fee"], currency);
    payment.received = money(balance["net"], currency);
  }
  for (const JsonReader& told :
       charge["refunds"].isObject() ? charge["refunds"]["data"].itemsIfAny() : std::vector<JsonReader>()) {
    RefundSnapshot refund;
    refund.externalId = told["id"].text();
    refund.amount = money(told["amount"], currency);
    refund.reason = textOf(told["reason"]);
    refund.createdAt = unixTime(told["created"]);
    refund.status = refundStatus(textOf(told["status"]), snapshots);
    payment.refunds.push_back(std::move(refund));
  }
  return payment;
}

BillLineSnapshot billLineOf(const JsonReader& transaction, Snapshots& snapshots)
{
  BillLineSnapshot line;
  const QString currency = transaction["currency"].text();
  line.bill = QStringLiteral("balance");
  line.entryId = transaction["id"].text();
  line.kind = kindOf(transaction["type"].text(), snapshots);
  line.title = textOf(transaction["description"]);
  line.amount = money(transaction["amount"], currency);
  line.fee = money(transaction["fee"], currency);
  line.net = money(transaction["net"], currency);
  line.occurredAt = unixTime(transaction["created"]);
  line.settledOn = day(transaction["available_on"]);
  line.rawLine = QString::fromUtf8(transaction.json());
  const JsonReader source = transaction["source"];
  if (line.kind == QLatin1String("payment"))
    line.paymentExternalId = idOf(source);
  if (line.kind == QLatin1String("refund")) {
    line.refundNumber = idOf(source);
    line.paymentExternalId = source.isObject() ? idOf(source["charge"]) : QString();
  }
  if (line.kind == QLatin1String("payout") && source.isObject())
    line.settledOn = day(source["arrival_date"]);
  return line;
}

BillLineSnapshot payoutOf(const JsonReader& payout, Snapshots& snapshots)
{
  static const QStringList kStatuses = QStringLiteral("pending in_transit paid failed canceled").split(u' ');
  BillLineSnapshot line;
  const QString status = payout["status"].text();
  if (!kStatuses.contains(status))
    snapshots.changes.push_back({ChangeNotice::Kind::Value, QStringLiteral("payout.status"), status});
  line.bill = QStringLiteral("payouts");
  line.entryId = payout["id"].text();
  line.kind = QStringLiteral("payout");
  line.title = status;
  line.amount = -money(payout["amount"], payout["currency"].text());
  line.net = line.amount;
  line.occurredAt = unixTime(payout["created"]);
  line.settledOn = day(payout["arrival_date"]);
  line.rawLine = QString::fromUtf8(payout.json());
  return line;
}

} // namespace supercargo::stripe
