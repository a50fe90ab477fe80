#include "core/providers/zto/zto_protocol.h"

#include "core/base/crypto.h"

#include <QHash>
#include <QJsonDocument>

namespace supercargo::zto {
namespace {

const QHash<QString, CourierVerdict>& verdicts()
{
  static const QHash<QString, CourierVerdict> table{
      {QStringLiteral("S200"), courierVerdict("upstream", "backoff")},
      {QStringLiteral("S202"), courierVerdict("upstream", "backoff")},
      {QStringLiteral("S203"), courierVerdict("upstream", "backoff")},
      {QStringLiteral("S206"), courierVerdict("rate_limited", "backoff")},
      {QStringLiteral("S221"), courierVerdict("rate_limited", "backoff")},
      {QStringLiteral("S207"), courierVerdict("permission")},
      {QStringLiteral("S208"), courierVerdict("bad_request")},
      {QStringLiteral("S210"), courierVerdict("permission")},
      {QStringLiteral("S211"), courierVerdict("auth")},
      {QStringLiteral("S212"), courierVerdict("permission")},
      {QStringLiteral("S214"), courierVerdict("auth")},
      {QStringLiteral("E404"), courierVerdict("not_found")},
      {QStringLiteral("E409"), courierVerdict("phone_check_failed")},
      {QStringLiteral("E413"), courierVerdict("phone_required")},
      {QStringLiteral("E416"), courierVerdict("bad_request")},
  };
  return table;
}

CourierVerdict verdictOf(const Answer& answer)
{
  if (!answer.success)
    return verdicts().value(answer.code, courierVerdict("business"));
  const bool isEmpty = answer.result.isArray() && answer.result.itemsIfAny().empty();
  return isEmpty ? courierVerdict("ok_empty", "later") : courierVerdict("ok");
}

/// The password stands inside the body, so that the digest covers it; it is put there here and nowhere else.
void addPassword(HttpRequest& request, const QByteArray& password)
{
  QJsonObject body = QJsonDocument::fromJson(request.body).object();
  QJsonObject account = body[QLatin1String("accountInfo")].toObject();
  account.insert(QStringLiteral("accountPassword"), QString::fromUtf8(password));
  body.insert(QStringLiteral("accountInfo"), account);
  request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace

Result<QByteArray> digest(const DigestMode& mode, QByteArrayView body, QByteArrayView appSecret)
{
  const QByteArray text = mode.timestamp + body.toByteArray() + appSecret.toByteArray();
  QByteArray raw;
  if (mode.hash.isEmpty() || mode.hash == QLatin1String("md5"))
    raw = crypto::digest(crypto::Hash::Md5, text);
  else if (mode.hash == QLatin1String("sha256"))
    raw = crypto::digest(crypto::Hash::Sha256, text);
  else if (mode.hash == QLatin1String("hmac_sha256"))
    raw = crypto::hmac(crypto::Hash::Sha256, mode.key, text);
  else
    return fail(ErrorKind::Config, QStringLiteral("unknown digest \"%1\"").arg(mode.hash),
                QStringLiteral("field digest"));
  return mode.isHex ? raw.toHex() : raw.toBase64();
}

bool isPushSigned(QByteArrayView data, QByteArrayView appSecret, QByteArrayView digested)
{
  const auto own = digest({}, data, appSecret);
  return own && crypto::equal(*own, digested);
}

Result<Answer> open(QByteArrayView body)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(body));
  if (!root.isObject() || !root["status"].exists())
    return fail(ErrorKind::BadResponse, QStringLiteral("no status: %1").arg(QString::fromUtf8(root.json().left(200))));
  return Answer{looseTruth(root["status"]), looseText(root["statusCode"]), looseText(root["message"]), root["result"]};
}

CourierVerdict judge(const HttpResponse& response)
{
  if (const auto answer = open(response.body))
    return verdictOf(*answer);
  return courierVerdict(response.status >= 500 ? "upstream" : "malformed", "backoff");
}

Error failure(const Answer& answer)
{
  Error error = courierFailure("ZTO", verdictOf(answer), answer.code, answer.message);
  if (answer.code == QLatin1String("S214"))
    error.kind = ErrorKind::Clock;
  return error;
}

Error explain(const Declaration&, const HttpResponse& response)
{
  if (const auto answer = open(response.body); answer && !answer->success)
    return failure(*answer);
  return explainStatus(response);
}

HttpRequest call(const FetchContext& context, const QString& method, const QJsonObject& body, const QString& operation)
{
  HttpRequest request;
  request.method = "POST";
  request.url = context.endpoint.toUtf8() + '/' + method.toUtf8();
  request.setHeader("Content-Type", "application/json; charset=utf-8");
  request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
  request.operation = operation;
  request.timeout = std::chrono::seconds(operation.endsWith(QLatin1String(".create")) ? 30 : 15);
  return request;
}

Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now, const Nonce&)
{
  const auto field = [&context](const char* name) { return context.fields.value(QLatin1String(name)).trimmed(); };
  const QByteArray secret = secrets.value(QStringLiteral("app_secret")).trimmed();
  if (secret.isEmpty())
    return fail(ErrorKind::Auth, QStringLiteral("the app secret is missing"), QStringLiteral("field app_secret"));
  if (const QByteArray password = secrets.value(QStringLiteral("account_password")).trimmed();
      request.operation == QLatin1String("order.create") && !password.isEmpty())
    addPassword(request, password);
  DigestMode mode{field("digest"),
                  field("digest_text") == QLatin1String("hex"),
                  secrets.value(QStringLiteral("hmac_key")).trimmed(),
                  {}};
  if (field("digest_timestamp") == QLatin1String("yes")) {
    mode.timestamp = QByteArray::number(toMs(now));
    request.setHeader("x-timestamp", mode.timestamp);
  }
  SC_TRY_ASSIGN(digested, digest(mode, request.body, secret));
  const QString keyHeader = firstText({field("key_header"), QStringLiteral("x-companyid")});
  request.setHeader(keyHeader.toLatin1(), field("app_key").toUtf8());
  request.setHeader("x-datadigest", digested);
  return {};
}

} // namespace supercargo::zto
