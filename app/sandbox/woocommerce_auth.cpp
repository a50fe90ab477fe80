#include "app/sandbox/woocommerce_auth.h"

#include "core/base/crypto.h"
#include "core/base/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
constexpr std::chrono::minutes kWindow{15};

Reply refused(const QString& message, QLatin1StringView code = "woocommerce_rest_authentication_error"_L1)
{
  return jsonReply({{u"code"_s, code}, {u"message"_s, message}, {u"data"_s, QJsonObject{{u"status"_s, 401}}}}, 401);
}

/// PHP numbers the values of `name[]`.
Fields numbered(const Fields& parameters)
{
  Fields result;
  QHash<QString, int> counts;
  for (auto [name, value] : parameters) {
    if (name.endsWith("[]"_L1)) {
      const QString list = name.chopped(2);
      name = list + u'[' + QString::number(counts[list]++) + u']';
    }
    result.emplaceBack(name, value);
  }
  return result;
}

QByteArray twice(const QString& text)
{
  return percentEncode(QString::fromLatin1(percentEncode(text)));
}

/// From the query or the Authorization header.
Fields withHeader(const Request& request)
{
  Fields parameters = request.parameters();
  const QByteArray authorization = request.header("Authorization");
  if (!authorization.startsWith("OAuth "))
    return parameters;
  for (const QByteArray& part : authorization.mid(6).split(',')) {
    const qsizetype equals = part.indexOf('=');
    const QByteArray value = part.mid(equals + 1).trimmed().replace('"', "");
    const QByteArray name = part.left(equals).trimmed();
    if (name != "realm")
      parameters.emplaceBack(QString::fromLatin1(name), QString::fromUtf8(QByteArray::fromPercentEncoding(value)));
  }
  return parameters;
}
} // namespace

QByteArray oauthBaseString(const QByteArray& method, const QString& url, const Fields& parameters)
{
  Fields sorted = numbered(parameters);
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return a.first.section(u'[', 0, 0).toUtf8() < b.first.section(u'[', 0, 0).toUtf8();
  });
  QByteArrayList pairs;
  for (const auto& [name, value] : sorted)
    if (name != "oauth_signature"_L1)
      pairs.append(twice(name) + "%3D" + twice(value));
  return method + '&' + percentEncode(url) + '&' + pairs.join("%26");
}

QByteArray oauthSignature(const QByteArray& base, const QString& method, const QString& secret)
{
  const QByteArray key = secret.toUtf8() + '&';
  if (method == "HMAC-SHA256"_L1)
    return crypto::hmac(crypto::Hash::Sha256, key, base).toBase64();
  if (method == "HMAC-SHA1"_L1)
    return crypto::hmac(crypto::Hash::Sha1, key, base).toBase64();
  return {};
}

std::optional<Reply> WooAuth::refusal(const Site& site, const Request& request, const QString& url)
{
  const Fields parameters = withHeader(request);
  QStringList missing;
  const QStringList wanted = {u"oauth_consumer_key"_s, u"oauth_timestamp"_s, u"oauth_nonce"_s, u"oauth_signature"_s,
                              u"oauth_signature_method"_s};
  for (const QString& name : wanted)
    if (fieldValue(parameters, name).isEmpty())
      missing.append(name);
  if (missing.size() == wanted.size())
    return refused(u"Sorry, you cannot list resources."_s, "woocommerce_rest_cannot_view"_L1);
  if (!missing.isEmpty())
    return refused(u"Missing OAuth parameter "_s + missing.join(u", "_s),
                   "woocommerce_rest_authentication_missing_parameter"_L1);
  if (fieldValue(parameters, wanted[0]) != m_key.key)
    return refused(u"Consumer key is invalid."_s);

  const QString method = fieldValue(parameters, u"oauth_signature_method");
  const QByteArray expected = oauthSignature(oauthBaseString(request.method, url, parameters), method, m_key.secret);
  if (expected.isEmpty())
    return refused(u"Invalid signature - signature method is invalid."_s);
  if (!crypto::equal(expected, fieldValue(parameters, u"oauth_signature").toUtf8()))
    return refused(u"Invalid signature - provided signature does not match."_s);

  const Instant stamp = fromMs(fieldValue(parameters, u"oauth_timestamp").toLongLong() * 1000);
  if (!site.accepts(stamp, kWindow))
    return refused(u"Invalid timestamp."_s);
  const Instant now = site.now();
  m_nonces.removeIf([&](const auto& nonce) { return nonce.value() < now - kWindow; });
  const QString nonce = fieldValue(parameters, u"oauth_nonce");
  if (m_nonces.contains(nonce))
    return refused(u"Invalid nonce - nonce has already been used."_s);
  m_nonces.insert(nonce, now);
  return std::nullopt;
}

} // namespace supercargo::sandbox
