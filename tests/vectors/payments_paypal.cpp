// PayPal: webhook signatures, objects, and what the official SDK sent and received.
#include "core/base/inflate.h"
#include "core/providers/paypal/paypal_protocol.h"
#include "tests/vectors/vectors.h"

#include <QJsonArray>
#include <QUrl>
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

FetchContext contextOf(Stream stream)
{
  FetchContext context;
  context.declaration = &findProvider(u"paypal")->declaration;
  context.endpoint = QStringLiteral("https://api-m.sandbox.paypal.com");
  context.stream = stream;
  context.now = *parseIso(u"2026-03-03T00:00:00Z");
  context.from = *parseIso(u"2026-03-02T00:00:00Z");
  context.to = *parseIso(u"2026-03-02T23:59:59Z");
  context.pageSize = 3;
  return context;
}

// --- webhooks -------------------------------------------------------------------------------------------------------

void checkWebhooks(const QString&, const QJsonObject& file, const Report& report)
{
  const auto key = crypto::Key::publicKey(at(file[QLatin1String("keys")], "paypal_cert_public_spki_pem").toUtf8());
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    const QJsonValue input = one[QLatin1String("input")], expected = one[QLatin1String("expected")];
    const QJsonValue headers = input[QLatin1String("headers")];
    const QByteArray body = QByteArray::fromBase64(at(input, "body_base64").toLatin1());
    const QByteArray text =
        paypal::webhookText(at(headers, "PAYPAL-TRANSMISSION-ID").toUtf8(),
                            at(headers, "PAYPAL-TRANSMISSION-TIME").toUtf8(), at(input, "webhook_id").toUtf8(), body);
    const QString wanted = at(expected, "message");
    const bool isGenuine = key && paypal::isCertificateUrl(at(headers, "PAYPAL-CERT-URL")) &&
                           paypal::isAuthentic(text, at(headers, "PAYPAL-TRANSMISSION-SIG").toUtf8(),
                                               at(headers, "PAYPAL-AUTH-ALGO").toUtf8(), *key);
    tell(report, at(one, "id"),
         isGenuine == (at(expected, "verdict") == QLatin1String("accept")) &&
             (wanted.isEmpty() || QString::fromUtf8(text) == wanted),
         QString::fromUtf8(text));
  }
}

// --- objects and exchanges ------------------------------------------------------------------------------------------

QString vectorKind(const QString& kind)
{
  return kind == QLatin1String("payment")  ? QStringLiteral("PAYMENT")
         : kind == QLatin1String("refund") ? QStringLiteral("REFUND")
                                           : QStringLiteral("OTHER");
}

/// The vector's fee keeps PayPal's sign; ours is what was charged.
QString checkObject(const QJsonValue& one)
{
  const QJsonValue expected = one[QLatin1String("expected")];
  const auto detail =
      JsonReader::parse(QJsonDocument(one[QLatin1String("input")][QLatin1String("object")].toObject()).toJson());
  Snapshots told;
  const BillLineSnapshot line = paypal::billLineOf(contextOf(Stream::Bills), *detail, told);
  const PaymentSnapshot payment = paypal::paymentOf(contextOf(Stream::Payments), *detail, told);
  const auto number = [&](const char* key) { return expected[QLatin1String(key)].toInteger(); };
  const bool isRefund = at(expected, "kind") == QLatin1String("REFUND");
  const QString status = at(expected, "status");
  const bool isState = payment.status == (status == QLatin1String("SUCCESS") ? GatewayPaymentStatus::Paid
                                                                             : GatewayPaymentStatus::Pending);
  const bool isRight = payment.externalId == at(expected, "payment_id") &&
                       line.orderNumber == at(expected, "order_no") && line.amount.minor() == number("amount_minor") &&
                       -line.fee->minor() == number("fee_minor") &&
                       line.amount.currency().code() == at(expected, "currency") && isState &&
                       vectorKind(line.kind) == at(expected, "kind") &&
                       (!isRefund || line.paymentExternalId == at(expected, "refund_of")) && line.occurredAt &&
                       toIso(*line.occurredAt) == at(expected, "initiated_at") && told.changes.empty();
  return isRight && detail->problems().isEmpty() ? QString() : detail->problems().join(u';') + line.kind;
}

QMap<QString, QString> queryOf(const QString& pathAndQuery)
{
  QMap<QString, QString> values;
  for (const auto& [name, value] : QUrlQuery(QUrl(pathAndQuery).query()).queryItems(QUrl::FullyDecoded))
    if (!name.isEmpty())
      values.insert(name, value);
  return values;
}

QString headersDiffer(const QJsonValue& recorded, const HttpRequest& ours)
{
  for (const char* name : {"authorization", "paypal-request-id", "prefer", "content-type"})
    if (const QString wanted = at(recorded, name); !wanted.isEmpty() && QString::fromUtf8(ours.header(name)) != wanted)
      return QStringLiteral("%1: %2; ").arg(QLatin1String(name), QString::fromUtf8(ours.header(name)));
  return {};
}

/// The same call as we make it.
HttpRequest ourRequest(const QJsonValue& request)
{
  const Provider& provider = *findProvider(u"paypal");
  const QString path = at(request, "path_and_query");
  if (path == QLatin1String("/v1/oauth2/token"))
    return provider.functions.login(contextOf(Stream::Payments));
  if (path.startsWith(QLatin1String("/v1/reporting/")))
    return provider.functions.first(contextOf(Stream::Bills)).front();
  if (!path.endsWith(QLatin1String("/refund")))
    return paypal::get(contextOf(Stream::Payments), path, QStringLiteral("payments.capture"));
  Action action;
  action.what = RefundPayment{{},
                              path.section(u'/', 4, 4),
                              at(request[QLatin1String("headers")], "paypal-request-id"),
                              QStringLiteral("退货"),
                              Money(2850, *Currency::of(u"USD"))};
  return *provider.functions.buildAction(contextOf(Stream::Payments), action);
}

QString compareRequest(const QJsonValue& request, HttpRequest ours, const Secrets& secrets)
{
  if (!paypal::sign(ours, contextOf(Stream::Payments), secrets, {}, {}))
    return QStringLiteral("not signed; ");
  const QString path = at(request, "path_and_query"), own = QUrl(QString::fromUtf8(ours.url)).path();
  QString why = headersDiffer(request[QLatin1String("headers")], ours);
  if (QUrl(path).path() != own || QString::fromLatin1(ours.method) != at(request, "http_method"))
    why += own + QStringLiteral("; ");
  if (path.contains(QLatin1String("page=1")) && queryOf(path) != queryOf(QString::fromUtf8(ours.url)))
    why += QStringLiteral("query differs; ");
  const QJsonObject wanted = QJsonDocument::fromJson(at(request, "body").toUtf8()).object(),
                    got = QJsonDocument::fromJson(ours.body).object();
  // The merchant's own invoice number of a refund is our request number.
  if (wanted.value(QLatin1String("amount")) != got.value(QLatin1String("amount")) ||
      wanted.value(QLatin1String("note_to_payer")) != got.value(QLatin1String("note_to_payer")))
    why += QStringLiteral("body differs; ");
  return why;
}

QString checkRefusal(const HttpResponse& got)
{
  const ErrorKind due = got.status == 400   ? ErrorKind::Rejected
                        : got.status == 401 ? ErrorKind::Auth
                        : got.status == 404 ? ErrorKind::NotFound
                        : got.status == 429 ? ErrorKind::RateLimited
                                            : ErrorKind::ProviderDown;
  const Error error = paypal::explain(findProvider(u"paypal")->declaration, got);
  return error.kind == due && error.detail.startsWith(QLatin1String("PayPal: ")) ? QString()
                                                                                 : errorKindName(error.kind);
}

QString checkAnswer(const QString& path, const HttpRequest& ours, const HttpResponse& got)
{
  const Provider& provider = *findProvider(u"paypal");
  if (path == QLatin1String("/v1/oauth2/token")) {
    const auto session = provider.functions.parseLogin(contextOf(Stream::Payments), got);
    return session && session->expiresAt && session->token == "A21AAvec1" ? QString() : QStringLiteral("no session");
  }
  if (path.endsWith(QLatin1String("/refund"))) {
    const auto outcome = provider.functions.parseAction(contextOf(Stream::Payments), {}, got);
    return outcome && outcome->accepted && !outcome->pending ? QString() : QStringLiteral("not accepted");
  }
  if (path.startsWith(QLatin1String("/v2/"))) {
    Snapshots told;
    const auto capture = JsonReader::parse(got.body);
    const PaymentSnapshot payment = paypal::captureOf(contextOf(Stream::Payments), *capture, told);
    return payment.status == GatewayPaymentStatus::PartiallyRefunded && payment.fee && capture->check()
               ? QString()
               : QStringLiteral("capture not understood");
  }
  HttpRequest sent = ours;
  if (!path.contains(QLatin1String("page=1")))
    sent.state = sent.state.section(u' ', 0, 1) + QStringLiteral(" 2");
  const auto root = JsonReader::parse(got.body);
  const auto step = provider.functions.parse(contextOf(Stream::Bills), sent, got);
  // Pending ones have moved nothing, and so are no bill lines.
  const qsizetype pending = got.body.count("\"transaction_status\":\"P\"");
  const bool hasMore = path.contains(QLatin1String("page=1"));
  return step &&
                 qsizetype(step->snapshots.billLines.size()) ==
                     qsizetype((*root)["transaction_details"].items().size()) - pending &&
                 step->next.empty() != hasMore && step->snapshots.failures.empty() && step->snapshots.changes.empty()
             ? QString()
             : QStringLiteral("page not understood");
}

void checkTranscripts(const QString&, const QJsonObject& file, const Report& report)
{
  const QJsonValue config = file[QLatin1String("config")];
  for (const QJsonValue& one : file[QLatin1String("cases")].toArray()) {
    QString why;
    if (!one.toObject().contains(QLatin1String("exchanges")))
      why = checkObject(one);
    for (const QJsonValue& exchange : one[QLatin1String("exchanges")].toArray()) {
      const QJsonValue request = exchange[QLatin1String("request")], answer = exchange[QLatin1String("response")];
      HttpResponse got;
      got.status = answer[QLatin1String("http_status")].toInt();
      got.body = at(answer, "body").toUtf8();
      const Secrets secrets{{QStringLiteral("client_id"), at(config, "client_id").toUtf8()},
                            {QStringLiteral("client_secret"),
                             got.status == 401 ? QByteArray("wrong") : at(config, "client_secret").toUtf8()},
                            {QStringLiteral("session"), "A21AAvec1"}};
      const HttpRequest ours = ourRequest(request);
      why += compareRequest(request, ours, secrets);
      why += got.status > 299 ? checkRefusal(got) : checkAnswer(at(request, "path_and_query"), ours, got);
    }
    tell(report, at(one, "id"), why.isEmpty(), why);
  }
}

const Register kChecks[]{Register({"payments/paypal-webhook.json", checkWebhooks}),
                         Register({"payments/paypal-http.json", checkTranscripts})};

} // namespace
} // namespace supercargo::vectors
