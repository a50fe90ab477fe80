#include "core/providers/woocommerce/oauth.h"

#include "core/base/text.h"
#include "core/providers/woocommerce/woocommerce.h"

#include <algorithm>

namespace supercargo::woocommerce {
namespace {

using Pairs = QList<std::pair<QByteArray, QByteArray>>;

Pairs decodedQuery(const QByteArray& query)
{
  Pairs pairs;
  for (const QByteArray& part : query.split('&')) {
    const qsizetype equals = part.indexOf('=');
    if (!part.isEmpty())
      pairs.emplace_back(QByteArray::fromPercentEncoding(part.left(equals < 0 ? part.size() : equals)),
                         equals < 0 ? QByteArray() : QByteArray::fromPercentEncoding(part.mid(equals + 1)));
  }
  return pairs;
}

QByteArray encode(const QByteArray& bytes)
{
  return percentEncode(QString::fromUtf8(bytes));
}

/// The server sorts decoded names by bytes, encodes every name and value, and encodes each finished pair once more.
QByteArray baseString(const QByteArray& method, const QByteArray& address, Pairs pairs)
{
  std::stable_sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  QByteArray joined;
  for (const auto& [name, value] : pairs)
    joined += (joined.isEmpty() ? QByteArray() : QByteArrayLiteral("%26")) + encode(encode(name) + '=' + encode(value));
  return method + '&' + encode(address) + '&' + joined;
}

} // namespace

void signOauth(HttpRequest& request, const QByteArray& key, const QByteArray& secret, crypto::Hash hash, Instant now,
               const QString& nonce)
{
  const qsizetype mark = request.url.indexOf('?');
  const QByteArray address = mark < 0 ? request.url : request.url.left(mark);
  Pairs pairs = mark < 0 ? Pairs() : decodedQuery(request.url.mid(mark + 1));
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  const Pairs oauth{
      {"oauth_consumer_key", key},
      {"oauth_timestamp", QByteArray::number(qint64(seconds))},
      {"oauth_nonce", nonce.toUtf8()},
      {"oauth_signature_method", hash == crypto::Hash::Sha1 ? "HMAC-SHA1" : "HMAC-SHA256"},
      {"oauth_version", "1.0"},
  };
  pairs.append(oauth);
  const QByteArray signature = crypto::hmac(hash, secret + '&', baseString(request.method, address, pairs)).toBase64();
  char separator = mark < 0 ? '?' : '&';
  for (const auto& [name, value] : oauth) {
    request.url += separator + name + '=' + encode(value);
    separator = '&';
  }
  request.url += "&oauth_signature=" + encode(signature);
}

Result<void> sign(HttpRequest& request, const FetchContext&, const Secrets& secrets, Instant now, const Nonce& nonce)
{
  const QByteArray key = secrets.value(QStringLiteral("consumer_key"));
  const QByteArray secret = secrets.value(QStringLiteral("consumer_secret"));
  if (key.isEmpty() || secret.isEmpty())
    return fail(ErrorKind::Config, QStringLiteral("consumer key or consumer secret is missing"));
  if (request.url.startsWith("https://"))
    request.setHeader("Authorization", "Basic " + (key + ':' + secret).toBase64());
  else // Basic would give the secret away; WooCommerce takes OAuth there.
    signOauth(request, key, secret, crypto::Hash::Sha256, now, nonce);
  return {};
}

} // namespace supercargo::woocommerce
