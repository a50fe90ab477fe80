#include "core/providers/aftership/aftership_protocol.h"

#include "core/base/crypto.h"

#include <QLocale>
#include <QUrl>

#include <algorithm>

namespace supercargo::aftership {
namespace {

qint64 metaCode(const JsonReader& root)
{
  return looseText(root["meta"]["code"]).toLongLong();
}

QByteArray httpDate(Instant now)
{
  const QDateTime utc = QDateTime::fromMSecsSinceEpoch(toMs(now), Qt::UTC);
  return QLocale::c().toString(utc, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " GMT";
}

/// "/path?a=1&b=2", the fields of the query in order.
QByteArray sortedPath(const QByteArray& url)
{
  const qsizetype host = url.indexOf("://"), start = url.indexOf('/', host + 3);
  const QByteArray path = url.mid(start);
  const qsizetype mark = path.indexOf('?');
  if (mark < 0)
    return path;
  QList<QByteArray> fields = path.mid(mark + 1).split('&');
  std::ranges::sort(fields);
  return path.left(mark + 1) + fields.join('&');
}

} // namespace

CourierVerdict judge(const HttpResponse& response)
{
  const auto root = JsonReader::parse(response.body);
  const qint64 code = root ? metaCode(*root) : 0;
  if (code == 4003)
    return courierVerdict("already_exists", "treat_as_success");
  if (response.status == 429 || code == 429)
    return courierVerdict("rate_limited", "wait_until_reset");
  if (response.status >= 500)
    return courierVerdict("upstream", "backoff");
  if (response.status == 401)
    return courierVerdict("auth");
  if (response.status == 403)
    return courierVerdict("permission");
  if (response.status == 404 || code == 4004)
    return courierVerdict("not_found");
  if (response.status >= 400)
    return courierVerdict("bad_request");
  return root && root->isObject() ? courierVerdict("ok") : courierVerdict("malformed", "backoff");
}

Error explain(const Declaration&, const HttpResponse& response)
{
  Error error = explainStatus(response);
  if (response.status == 404)
    error.kind = ErrorKind::NotFound;
  if (const auto root = JsonReader::parse(response.body); root && (*root)["meta"].isObject())
    error.detail = QStringLiteral("AfterShip: %1 %2")
                       .arg(looseText((*root)["meta"]["code"]), looseText((*root)["meta"]["message"]));
  // The moment, in seconds since 1970, from which calls are taken again.
  bool isNumber = false;
  const qint64 reset = response.header("X-RateLimit-Reset").toLongLong(&isNumber);
  if (response.status == 429 && isNumber && response.receivedAt != Instant{})
    error.retryAfter = std::max(std::chrono::milliseconds(1000),
                                fromMs(std::clamp<qint64>(reset, 0, 253'402'300'799) * 1000) - response.receivedAt);
  return error;
}

bool isPushSigned(QByteArrayView body, QByteArrayView secret, QByteArrayView signature)
{
  return crypto::equal(crypto::hmac(crypto::Hash::Sha256, secret, body).toBase64(), signature);
}

QByteArray signedText(const HttpRequest& request)
{
  const bool hasBody = !request.body.isEmpty();
  QList<QByteArray> own;
  for (const auto& [name, value] : request.headers)
    if (name.toLower().startsWith("as-") && !name.toLower().startsWith("as-signature"))
      own.append(name.toLower() + ':' + value.trimmed());
  std::ranges::sort(own);
  const QByteArray digest = crypto::digest(crypto::Hash::Md5, request.body).toHex().toUpper();
  return QList<QByteArray>{request.method,
                           hasBody ? digest : QByteArray(),
                           hasBody ? request.header("Content-Type") : QByteArray(),
                           request.header("Date"),
                           own.join('\n'),
                           sortedPath(request.url)}
      .join('\n');
}

Result<void> sign(HttpRequest& request, const FetchContext&, const Secrets& secrets, Instant now, const Nonce&)
{
  const QByteArray key = secrets.value(QStringLiteral("api_key")).trimmed();
  if (key.isEmpty())
    return fail(ErrorKind::Auth, QStringLiteral("the API key is missing"), QStringLiteral("field api_key"));
  request.setHeader("as-api-key", key);
  if (const QByteArray secret = secrets.value(QStringLiteral("api_secret")).trimmed(); !secret.isEmpty()) {
    request.setHeader("Date", httpDate(now));
    request.setHeader("as-signature-hmac-sha256",
                      crypto::hmac(crypto::Hash::Sha256, secret, signedText(request)).toBase64());
  }
  return {};
}

std::optional<QString> nextCursor(const JsonReader& root)
{
  const JsonReader pages = root["data"]["pagination"];
  const QString cursor = looseText(pages["next_cursor"]);
  return looseTruth(pages["has_next_page"]) && !cursor.isEmpty() ? std::optional(cursor) : std::nullopt;
}

} // namespace supercargo::aftership
