// Stripe: amounts, objects, webhook signatures, and what the official SDK sent and received.
#include "core/providers/stripe/stripe_protocol.h"
#include "tests/vectors/vectors.h"

#include <QJsonArray>
#include <QUrlQuery>

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

/// "a=1&b=2" as pairs, values decoded.
QMap<QString, QString> pairsOf(const QString& form)
{
  QMap<QString, QString> pairs;
  for (const auto& [name, value] : QUrlQuery(form).queryItems(QUrl::FullyDecoded))
    pairs.insert(name, value);
  return pairs;
}

/// What one exchange of the SDK shows of ours; each gives its faults, nothing when all is well.
QString checkHeaders(const QJsonValue& request, const QByteArray& key)
{
  HttpRequest sent = stripe::get(contextOf(), at(request, "path_and_query"), {});
  if (!stripe::sign(sent, contextOf(), {{QStringLiteral("api_key"), key}}, {}, {}))
    return QStringLiteral("not signed; ");
  QString why;
  for (const char* name : {"authorization", "stripe-version"})
    if (QString::fromUtf8(sent.header(name)) != at(request[QLatin1String("headers")], name))
      why += QStringLiteral("%1 differs; ").arg(QLatin1String(name));
  return why;
}

/// `isRepeated`: the SDK has sent the same again.
QString checkRefusal(const HttpResponse& got, const QJsonValue& told, bool isRepeated)
{
  const Provider& provider = *findProvider(u"stripe");
  const auto root = JsonReader::parse(got.body);
  const JsonReader error = (*root)["error"];
  const ErrorKind due =
      kindDue(got.status, error["code"].textIfAny().value_or(QString()), error["type"].textIfAny().value_or(QString()));
  const Error explained = provider.functions.explain(provider.declaration, got);
  QString why;
  if (explained.kind != due)
    why += errorKindName(explained.kind) + QStringLiteral("; ");
  if (isRepeated && !isTransient(explained.kind))
    why += QStringLiteral("not repeated; ");
  if (!isRepeated && !explained.detail.contains(at(told, "message")))
    why += QStringLiteral("its words are lost; ");
  return why;
}

/// Every line has its figures, and the next page is asked for as the SDK does. The ids are added to `ids`.
QString checkList(const QString& path, const HttpResponse& got, const QJsonValue& nextRequest, QStringList& ids)
{
  HttpRequest sent = stripe::get(contextOf(), path, {});
  const bool isBalance = path.startsWith(QLatin1String("/v1/balance_transactions"));
  sent.operation = isBalance ? QStringLiteral("bills.balance") : QStringLiteral("bills.payouts");
  sent.state = path.section(QStringLiteral("&starting_after"), 0, 0);
  const auto step = findProvider(u"stripe")->functions.parse(contextOf(), sent, got);
  if (!step || !step->snapshots.changes.empty() || !step->snapshots.failures.empty())
    return QStringLiteral("not understood; ");
  for (const BillLineSnapshot& line : step->snapshots.billLines) {
    ids.append(line.entryId);
    const qint64 fee = line.fee ? line.fee->minor() : 0;
    if (!line.net || line.amount.minor() - fee != line.net->minor())
      return line.entryId + QStringLiteral(" does not add up; ");
  }
  const QString next = step->next.empty() ? QString() : QString::fromUtf8(step->next.front().url);
  const QString wanted =
      nextRequest.isUndefined() ? QString() : contextOf().endpoint + at(nextRequest, "path_and_query");
  return next == wanted ? QString() : QStringLiteral("next %1; ").arg(next);
}

QString checkIntent(const HttpResponse& got, const QJsonValue& told)
{
  HttpRequest sent;
  sent.operation = QStringLiteral("payments.intent");
  const auto step = findProvider(u"stripe")->functions.parse(contextOf(), sent, got);
  if (!step || step->snapshots.payments.size() != 1)
    return QStringLiteral("not understood; ");
  const PaymentSnapshot& payment = step->snapshots.payments.front();
  const JsonReader intent = JsonReader::parse(got.body).value();
  return payment.orderNumber == intent["metadata"]["order_no"].text() && !payment.orderNumber.isEmpty() &&
                 payment.rawStatus == at(told, "status") && payment.fee &&
                 payment.fee->minor() == told[QLatin1String("fee")].toInteger()
             ? QString()
             : QStringLiteral("another payment; ");
}

/// We would have sent the same, but for the reason and the metadata, which are our own.
QString checkRefund(const QJsonValue& request, const HttpResponse& got, const QJsonValue& told)
{
  const ProviderFunctions& functions = findProvider(u"stripe")->functions;
  const QMap<QString, QString> wanted = pairsOf(at(request, "body"));
  const auto amount = stripe::amountOf(wanted.value(QStringLiteral("amount")).toLongLong(), QStringLiteral("usd"));
  const QString of =
      wanted.contains(QStringLiteral("charge")) ? QStringLiteral("charge") : QStringLiteral("payment_intent");
  RefundPayment refund;
  refund.paymentExternalId = wanted.value(of);
  refund.requestNumber = at(request[QLatin1String("headers")], "idempotency-key");
  refund.amount = *amount;
  Action action;
  action.what = refund;
  const auto sent = functions.buildAction(contextOf(), action);
  if (!sent)
    return sent.error().detail + QStringLiteral("; ");
  QString why;
  const QMap<QString, QString> ours = pairsOf(QString::fromUtf8(sent->body));
  for (const QString& name : {of, QStringLiteral("amount")})
    if (ours.value(name) != wanted.value(name))
      why += QStringLiteral("%1 differs; ").arg(name);
  for (const char* name : {"idempotency-key", "content-type"})
    if (QString::fromUtf8(sent->header(name)) != at(request[QLatin1String("headers")], name))
      why += QStringLiteral("%1 differs; ").arg(QLatin1String(name));
  if (sent->url != (contextOf().endpoint + at(request, "path_and_query")).toUtf8() || sent->method != "POST")
    why += QStringLiteral("sent elsewhere; ");
  if (got.status > 299)
    return why;
  const auto outcome = functions.parseAction(contextOf(), action, got);
  if (!outcome || !outcome->accepted || outcome->pending || outcome->externalId != at(told, "id"))
    why += QStringLiteral("another outcome; ");
  return why;
}

/// Requests bear what the SDK's bear; refusals mean what it does with them; answers are understood as it does.
void checkTranscripts(const QString&, const QJsonObject& file, const Report& report)
{
  const QByteArray key = at(file[QLatin1String("config")], "api_key").toUtf8();
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    const QJsonArray exchanges = one[QLatin1String("exchanges")].toArray();
    const QJsonValue told = one[QLatin1String("sdk_result")];
    QString why;
    QStringList ids;
    for (qsizetype i = 0; i < exchanges.size(); ++i) {
      const QJsonValue request = exchanges[i][QLatin1String("request")],
                       answer = exchanges[i][QLatin1String("response")],
                       next = exchanges.at(i + 1)[QLatin1String("request")];
      HttpResponse got;
      got.status = answer[QLatin1String("http_status")].toInt();
      got.body = at(answer, "body").toUtf8();
      const QString path = at(request, "path_and_query");
      const bool isList =
          path.startsWith(QLatin1String("/v1/balance_transactions")) || path.startsWith(QLatin1String("/v1/payouts"));
      why += checkHeaders(request, key);
      if (at(request, "http_method") == QLatin1String("POST"))
        why += checkRefund(request, got, told);
      if (got.status > 299)
        why += checkRefusal(got, told, !next.isUndefined());
      else if (isList)
        why += checkList(path, got, next, ids);
      else if (path.startsWith(QLatin1String("/v1/payment_intents/")))
        why += checkIntent(got, told);
    }
    for (const QJsonValue id : told[QLatin1String("ids")].toArray())
      if (ids.isEmpty() || ids.takeFirst() != id.toString())
        why += QStringLiteral("%1 is missing; ").arg(id.toString());
    if (!ids.isEmpty())
      why += QStringLiteral("too many ids; ");
    tell(report, at(one, "id"), why.isEmpty(), why);
  }
}

const Register kChecks[]{Register({"payments/stripe-amounts.json", checkAmounts}),
                         Register({"payments/stripe-webhook.json", checkWebhooks}),
                         Register({"payments/stripe-http.json", checkTranscripts})};

} // namespace
} // namespace supercargo::vectors
