#include "core/base/crypto.h"
#include "core/base/text.h"
#include "core/providers/magento/magento.h"

#include <algorithm>

namespace supercargo::magento {
namespace {

using Pairs = std::vector<std::pair<QByteArray, QByteArray>>;

QByteArray encode(const QByteArray& bytes)
{
  return percentEncode(QString::fromUtf8(bytes));
}

/// Names and values of the query, decoded and encoded once (RFC 5849, 3.4.1.3).
Pairs queryOf(const QByteArray& url)
{
  Pairs pairs;
  const qsizetype mark = url.indexOf('?');
  if (mark < 0)
    return pairs;
  for (const QByteArray& part : url.mid(mark + 1).split('&')) {
    const qsizetype equals = part.indexOf('=');
    const QByteArray name = equals < 0 ? part : part.left(equals);
    const QByteArray value = equals < 0 ? QByteArray() : part.mid(equals + 1);
    pairs.emplace_back(encode(QByteArray::fromPercentEncoding(name)), encode(QByteArray::fromPercentEncoding(value)));
  }
  return pairs;
}

QByteArray baseString(const HttpRequest& request, Pairs pairs)
{
  std::sort(pairs.begin(), pairs.end());
  QByteArray joined;
  for (const auto& [name, value] : pairs)
    joined += (joined.isEmpty() ? QByteArray() : QByteArrayLiteral("&")) + name + '=' + value;
  return request.method + '&' + encode(request.url.split('?').first()) + '&' + encode(joined);
}

} // namespace

/// With a consumer key the shop wants OAuth 1.0a and four keys; else the access token alone, as newer shops take it
/// only when their administrator allows it.
Result<void> sign(HttpRequest& request, const FetchContext&, const Secrets& secrets, Instant now, const Nonce& nonce)
{
  const QByteArray token = secrets.value(QStringLiteral("access_token"));
  const QByteArray key = secrets.value(QStringLiteral("consumer_key"));
  if (token.isEmpty())
    return fail(ErrorKind::Config, QStringLiteral("the access token is missing"));
  if (key.isEmpty()) {
    request.setHeader("Authorization", "Bearer " + token);
    return {};
  }
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  Pairs oauth{{"oauth_consumer_key", encode(key)},
              {"oauth_nonce", encode(nonce.toUtf8())},
              {"oauth_signature_method", "HMAC-SHA256"},
              {"oauth_timestamp", QByteArray::number(qint64(seconds))},
              {"oauth_token", encode(token)},
              {"oauth_version", "1.0"}};
  Pairs all = queryOf(request.url);
  all.insert(all.end(), oauth.begin(), oauth.end());
  const QByteArray secret = encode(secrets.value(QStringLiteral("consumer_secret"))) + '&' +
                            encode(secrets.value(QStringLiteral("access_token_secret")));
  const QByteArray signature = crypto::hmac(crypto::Hash::Sha256, secret, baseString(request, all)).toBase64();
  oauth.emplace_back("oauth_signature", encode(signature));
  std::sort(oauth.begin(), oauth.end());
  QByteArray header;
  for (const auto& [name, value] : oauth)
    header += (header.isEmpty() ? QByteArrayLiteral("OAuth ") : QByteArrayLiteral(", ")) + name + "=\"" + value + '"';
  request.setHeader("Authorization", header);
  return {};
}

} // namespace supercargo::magento
