#include "core/providers/stripe/stripe_protocol.h"

#include "core/base/crypto.h"

namespace supercargo::stripe {

HttpRequest get(const FetchContext& context, const QString& pathAndQuery, const QString& operation)
{
  HttpRequest request;
  request.url = context.endpoint.toUtf8() + pathAndQuery.toUtf8();
  request.setHeader("Stripe-Version", context.declaration->apiVersion.toUtf8());
  request.operation = operation;
  return request;
}

Result<void> sign(HttpRequest& request, const FetchContext&, const Secrets& secrets, Instant, const Nonce&)
{
  request.setHeader("Authorization", "Bearer " + secrets.value(QStringLiteral("api_key")).trimmed());
  if (const QByteArray account = secrets.value(QStringLiteral("connected_account")).trimmed(); !account.isEmpty())
    request.setHeader("Stripe-Account", account);
  return {};
}

Error explain(const Declaration&, const HttpResponse& response)
{
  Error error = explainStatus(response);
  const auto root = JsonReader::parse(response.body);
  if (!root || !(*root)["error"].isObject())
    return error;
  const auto text = [&](const char* key) { return (*root)["error"][key].textIfAny().value_or(QString()); };
  const QString code = text("code"), type = text("type");
  error.detail = QStringLiteral("Stripe: %1 %2 %3").arg(type, code, text("message"));
  if (response.status == 404)
    error.kind = ErrorKind::NotFound;
  else if (response.status == 403)
    error.kind = ErrorKind::Config; // the restricted key lacks a permission
  else if (response.status == 409)
    error.kind = ErrorKind::ProviderDown; // the same key is at work: the same request later
  else if (type == QLatin1String("idempotency_error"))
    error.kind = ErrorKind::Conflict;
  else if (code == QLatin1String("lock_timeout") || code == QLatin1String("rate_limit"))
    error.kind = ErrorKind::RateLimited;
  if (response.header("stripe-should-retry") == "false" && isTransient(error.kind))
    error.kind = ErrorKind::Rejected;
  return error;
}

bool isAuthentic(QByteArrayView header, QByteArrayView body, QByteArrayView secret, qint64 nowSeconds,
                 qint64 toleranceSeconds)
{
  QByteArray stamp;
  QByteArrayList signatures;
  for (const QByteArray& part : header.toByteArray().split(',')) {
    const QByteArray value = part.mid(part.indexOf('=') + 1);
    if (part.startsWith("t="))
      stamp = value;
    else if (part.startsWith("v1="))
      signatures.append(value);
  }
  bool isNumber = false;
  const qint64 at = stamp.toLongLong(&isNumber);
  if (!isNumber || nowSeconds - at > toleranceSeconds)
    return false;
  const QByteArray expected = crypto::hmac(crypto::Hash::Sha256, secret, stamp + '.' + body.toByteArray()).toHex();
  bool isGenuine = false;
  for (const QByteArray& one : signatures)
    isGenuine = crypto::equal(one, expected) || isGenuine;
  return isGenuine;
}

} // namespace supercargo::stripe
