#include "core/providers/paypal/paypal_protocol.h"

#include "core/base/inflate.h"

#include <QUrl>

namespace supercargo::paypal {

HttpRequest get(const FetchContext& context, const QString& pathAndQuery, const QString& operation)
{
  HttpRequest request;
  request.url = (context.endpoint + pathAndQuery).toUtf8();
  request.setHeader("Accept", "application/json");
  request.operation = operation;
  return request;
}

HttpRequest login(const FetchContext& context)
{
  HttpRequest request = get(context, QStringLiteral("/v1/oauth2/token"), QStringLiteral("login"));
  request.method = "POST";
  request.setHeader("Content-Type", "application/x-www-form-urlencoded");
  request.body = "grant_type=client_credentials";
  return request;
}

Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  Session session{root["access_token"].text().toUtf8(), std::nullopt};
  const auto life = root["expires_in"].integerIfAny();
  SC_TRY(root.check());
  constexpr qint64 kLongest = 30 * 86'400;
  if (life && *life > 0 && *life <= kLongest)
    session.expiresAt = context.now + std::chrono::seconds(*life);
  return session;
}

Result<void> sign(HttpRequest& request, const FetchContext&, const Secrets& secrets, Instant, const Nonce&)
{
  const auto field = [&](const char* name) { return secrets.value(QLatin1String(name)).trimmed(); };
  if (request.operation == QLatin1String("login")) {
    request.setHeader("Authorization", "Basic " + (field("client_id") + ':' + field("client_secret")).toBase64());
    return {};
  }
  if (field("session").isEmpty())
    return fail(ErrorKind::Auth, QStringLiteral("not signed in"));
  request.setHeader("Authorization", "Bearer " + field("session"));
  return {};
}

QString errorName(const HttpResponse& response)
{
  const auto root = JsonReader::parse(response.body);
  if (!root || !root->isObject())
    return {};
  const QString name = textOf((*root)["name"]);
  return name.isEmpty() ? textOf((*root)["error"]) : name;
}

Error explain(const Declaration&, const HttpResponse& response)
{
  Error error = explainStatus(response);
  const QString name = errorName(response);
  if (name.isEmpty())
    return error;
  const auto root = JsonReader::parse(response.body);
  QString detail = textOf((*root)["message"]) + textOf((*root)["error_description"]);
  for (const JsonReader& one : (*root)["details"].isArray() ? (*root)["details"].items() : std::vector<JsonReader>())
    detail += u' ' + textOf(one["issue"]) + u' ' + textOf(one["description"]);
  error.detail = QStringLiteral("PayPal: %1 %2").arg(name, detail).left(300);
  if (response.status == 404)
    error.kind = ErrorKind::NotFound;
  else if (response.status == 403) // switched on in the dashboard, it takes up to nine hours to work
    error.kind = ErrorKind::Config;
  else if (name == QLatin1String("RATE_LIMIT_REACHED"))
    error.kind = ErrorKind::RateLimited;
  return error;
}

bool isCertificateUrl(const QString& url)
{
  const QUrl parsed(url, QUrl::StrictMode);
  const QString host = parsed.host().toLower();
  return parsed.scheme() == QLatin1String("https") && parsed.userInfo().isEmpty() &&
         (host == QLatin1String("paypal.com") || host.endsWith(QLatin1String(".paypal.com")));
}

QByteArray webhookText(QByteArrayView transmissionId, QByteArrayView transmissionTime, QByteArrayView webhookId,
                       QByteArrayView body)
{
  const QByteArrayList parts{transmissionId.toByteArray(), transmissionTime.toByteArray(), webhookId.toByteArray(),
                             QByteArray::number(crc32Of(body))};
  return parts.join('|');
}

bool isAuthentic(QByteArrayView text, QByteArrayView signatureBase64, QByteArrayView algorithm, const crypto::Key& key)
{
  return algorithm == "SHA256withRSA" && key.verifySha256(text, QByteArray::fromBase64(signatureBase64.toByteArray()));
}

} // namespace supercargo::paypal
