// Stripe: amounts, objects, webhook signatures, and what the official SDK sent and received.
#include "core/providers/stripe/stripe_protocol.h"
#include "tests/vectors/vectors.h"

#include <QJsonArray>

namespace supercargo::vectors {
namespace {

QString at(const QJsonValue& value, const char* key)
{
  return value[QLatin1String(key)].toString();
}
void tell(const Report& report, const QString& id, bool isRight, const QString& why)
{
  if (isRight)
    report.ok(id);
  else
    report.failed(id, why);
}

FetchContext contextOf()
{
  FetchContext context;
  context.declaration = &findProvider(u"stripe")->declaration;
  context.endpoint = QStringLiteral("https://api.stripe.com");
  return context;
}

void checkObject(const QJsonValue& one, const Report& report)
{
  const QJsonValue input = one[QLatin1String("input")][QLatin1String("object")],
                   expected = one[QLatin1String("expected")];
  const auto charge = JsonReader::parse(QJsonDocument(input.toObject()).toJson());
  Snapshots told;
  const PaymentSnapshot payment = stripe::paymentOf(contextOf(), *charge, told);
  const auto number = [&](const char* key) { return expected[QLatin1String(key)].toInteger(); };
  bool isRight = payment.externalId == at(expected, "payment_id") && payment.orderNumber == at(expected, "order_no") &&
                 payment.amount.minor() == number("amount_minor") &&
                 payment.amount.currency().code() == at(expected, "currency") &&
                 statusName(payment.status) == at(expected, "status") && charge->problems().isEmpty();
  if (expected.toObject().contains(QLatin1String("fee_currency"))) { // settled in another currency: the bill has it
    QJsonObject transaction = input[QLatin1String("balance_transaction")].toObject();
    transaction.insert(QStringLiteral("type"), QStringLiteral("charge"));
    transaction.insert(QStringLiteral("created"), 1);
    const auto reader = JsonReader::parse(QJsonDocument(transaction).toJson());
    const BillLineSnapshot line = stripe::billLineOf(*reader, told);
    isRight = isRight && !payment.fee && line.fee && line.fee->minor() == number("fee_minor") && line.net &&
              line.net->minor() == number("net_minor") && line.fee->currency().code() == at(expected, "fee_currency");
  } else {
    isRight = isRight && payment.fee && payment.fee->minor() == number("fee_minor") && payment.refunded &&
              payment.refunded->minor() == number("refunded_minor") && payment.paidAt &&
              toIso(*payment.paidAt) == at(expected, "paid_at");
  }
  tell(report, at(one, "id"), isRight, charge->problems().join(u';') + payment.amount.text());
}

/// The decimal text is compared as a number: ISO 4217 may write other digits than the API counts.
void checkAmounts(const QString&, const QJsonObject& file, const Report& report)
{
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    const QJsonValue input = one[QLatin1String("input")], expected = one[QLatin1String("expected")];
    if (input.toObject().contains(QLatin1String("object"))) {
      checkObject(one, report);
      continue;
    }
    const qint64 api = input[QLatin1String("amount")].toInteger();
    const auto money = stripe::amountOf(api, at(input, "currency"));
    const auto wanted = money ? Money::parse(at(expected, "decimal"), money->currency()) : money;
    const auto back = money ? stripe::apiAmountOf(*money) : Result<qint64>(fail(money.error()));
    tell(report, at(one, "id"), money && wanted && *money == *wanted && back && *back == api,
         money ? money->text() : money.error().detail);
  }
}

void checkWebhooks(const QString&, const QJsonObject& file, const Report& report)
{
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    const QJsonValue input = one[QLatin1String("input")];
    const bool isGenuine = stripe::isAuthentic(
        at(input, "header").toUtf8(), QByteArray::fromBase64(at(input, "payload_base64").toLatin1()),
        at(input, "secret").toUtf8(), input[QLatin1String("now_unix")].toInteger(),
        input[QLatin1String("tolerance_s")].toInteger(300));
    const bool isWanted = at(one[QLatin1String("expected")], "verdict") == QLatin1String("accept");
    tell(report, at(one, "id"), isGenuine == isWanted, QStringLiteral("genuine: %1").arg(isGenuine));
  }
}

ErrorKind kindDue(int status, const QString& code, const QString& type)
{
  if (status == 400)
    return type == QLatin1String("idempotency_error") ? ErrorKind::Conflict : ErrorKind::Rejected;
  if (status == 401)
    return ErrorKind::Auth;
  if (status == 404)
    return ErrorKind::NotFound;
  return status == 429 || code == QLatin1String("rate_limit") ? ErrorKind::RateLimited : ErrorKind::ProviderDown;
}

/// Requests bear what the SDK's bear; refusals mean what it does with them; answers to what we ask are understood.
void checkTranscripts(const QString&, const QJsonObject& file, const Report& report)
{
  const Provider& provider = *findProvider(u"stripe");
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    QString why;
    for (const QJsonValue& exchange : one[QLatin1String("exchanges")].toArray()) {
      const QJsonValue request = exchange[QLatin1String("request")], answer = exchange[QLatin1String("response")];
      HttpRequest sent = stripe::get(contextOf(), at(request, "path_and_query"), {});
      const QByteArray key = at(file[QLatin1String("config")], "api_key").toUtf8();
      if (!stripe::sign(sent, contextOf(), {{QStringLiteral("api_key"), key}}, {}, {}))
        why += QStringLiteral("not signed; ");
      const QJsonValue headers = request[QLatin1String("headers")];
      for (const char* name : {"authorization", "stripe-version"})
        if (QString::fromUtf8(sent.header(name)) != at(headers, name))
          why += QStringLiteral("%1 differs; ").arg(QLatin1String(name));
      HttpResponse got;
      got.status = answer[QLatin1String("http_status")].toInt();
      got.body = at(answer, "body").toUtf8();
      const auto root = JsonReader::parse(got.body);
      if (got.status > 299) {
        const JsonReader error = (*root)["error"];
        const ErrorKind due = kindDue(got.status, error["code"].textIfAny().value_or(QString()),
                                      error["type"].textIfAny().value_or(QString()));
        const ErrorKind kind = provider.functions.explain(provider.declaration, got).kind;
        if (kind != due)
          why += errorKindName(kind) + QStringLiteral("; ");
        continue;
      }
      const QString path = at(request, "path_and_query");
      const bool isBalance = path.startsWith(QLatin1String("/v1/balance_transactions"));
      if (!isBalance && !path.startsWith(QLatin1String("/v1/payouts")))
        continue;
      sent.operation = isBalance ? QStringLiteral("bills.balance") : QStringLiteral("bills.payouts");
      sent.state = path;
      const auto step = provider.functions.parse(contextOf(), sent, got);
      if (!step || step->snapshots.billLines.size() != (*root)["data"].items().size() ||
          step->next.empty() == (*root)["has_more"].boolean() || !step->snapshots.changes.empty())
        why += QStringLiteral("not understood; ");
    }
    tell(report, at(one, "id"), why.isEmpty(), why);
  }
}

const Register kChecks[]{Register({"payments/stripe-amounts.json", checkAmounts}),
                         Register({"payments/stripe-webhook.json", checkWebhooks}),
                         Register({"payments/stripe-http.json", checkTranscripts})};

} // namespace
} // namespace supercargo::vectors
