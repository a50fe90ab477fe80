/// stores/: signatures, sample answers and status tables.
#include "core/base/crypto.h"
#include "core/base/text.h"
#include "core/providers/woocommerce/oauth.h"
#include "tests/vectors/stores_support.h"

#include <algorithm>

namespace supercargo::vectors {
namespace {

QString textOf(const QJsonObject& object, const char* key)
{
  return object.value(QLatin1String(key)).toString();
}

// --- signatures -----------------------------------------------------------------------------------------------------

/// QJsonObject does not keep the order of a query, which no signature depends on.
QList<QByteArray> sortedParts(const QByteArray& url)
{
  QList<QByteArray> parts = url.mid(url.indexOf('?') + 1).split('&');
  std::sort(parts.begin(), parts.end());
  return parts;
}

QString checkOauth(const Provider& provider, const QJsonObject& given)
{
  HttpRequest request;
  request.method = textOf(given, "method").toLatin1();
  request.url = textOf(given, "url").toUtf8();
  QList<std::pair<QString, QString>> query;
  const QJsonObject fields = given.value(QLatin1String("query")).toObject();
  for (auto it = fields.begin(); it != fields.end(); ++it)
    query.append({it.key(), it.value().toString()});
  if (!query.isEmpty())
    request.url += '?' + formEncode(query);
  const QJsonObject oauth = given.value(QLatin1String("oauth")).toObject();
  const Instant now(std::chrono::seconds(oauth.value(QLatin1String("oauth_timestamp")).toInteger()));
  const QByteArray key = textOf(given, "consumer_key").toUtf8(), secret = textOf(given, "consumer_secret").toUtf8();
  const QString nonce = textOf(oauth, "oauth_nonce");
  if (textOf(oauth, "oauth_signature_method") == QLatin1String("HMAC-SHA1")) {
    woocommerce::signOauth(request, key, secret, crypto::Hash::Sha1, now, nonce);
  } else {
    const Secrets secrets{{QStringLiteral("consumer_key"), key}, {QStringLiteral("consumer_secret"), secret}};
    const auto signature = provider.functions.sign(request, contextOf(provider, Stream::Orders), secrets, now, nonce);
    if (!signature)
      return signature.error().detail;
  }
  const QByteArray wanted = textOf(given, "final_url").toUtf8();
  if (sortedParts(request.url) != sortedParts(wanted))
    return differs("url", QString::fromUtf8(wanted), QString::fromUtf8(request.url));
  return differs("address", QString::fromUtf8(wanted.split('?').first()),
                 QString::fromUtf8(request.url.split('?').first()));
}

QString checkBasic(const Provider& provider, const QJsonObject& given)
{
  HttpRequest request;
  request.url = "https://shop.example.com/wp-json/wc/v3/orders";
  const Secrets secrets{{QStringLiteral("consumer_key"), textOf(given, "consumer_key").toUtf8()},
                        {QStringLiteral("consumer_secret"), textOf(given, "consumer_secret").toUtf8()}};
  const auto signature = provider.functions.sign(request, contextOf(provider, Stream::Orders), secrets, {}, {});
  if (!signature)
    return signature.error().detail;
  return differs("authorization", textOf(given, "authorization"), QString::fromLatin1(request.header("Authorization")));
}

void checkWooSigning(const QString&, const QJsonObject& file, const Report& report)
{
  const Provider& provider = *findProvider(u"woocommerce");
  for (const QJsonValue& value : file.value(QLatin1String("cases")).toArray()) {
    const QJsonObject given = value.toObject();
    const QString id = textOf(given, "id");
    const QString webhook =
        given.value(QLatin1String("headers")).toObject().value(QLatin1String("X-WC-Webhook-Signature")).toString();
    if (given.contains(QLatin1String("oauth")))
      run(report, id, [&] { return checkOauth(provider, given); });
    else if (given.contains(QLatin1String("authorization")))
      run(report, id, [&] { return checkBasic(provider, given); });
    else if (!webhook.isEmpty())
      run(report, id, [&] {
        const QByteArray code =
            crypto::hmac(crypto::Hash::Sha256, textOf(given, "secret").toUtf8(), textOf(given, "raw_body").toUtf8());
        return differs("signature", webhook, QString::fromLatin1(code.toBase64()));
      });
  }
}

// --- answers
// -----------------------------------------------------------------------------------------------------------

void checkWooAnswers(const QString&, const QJsonObject& file, const Report& report)
{
  for (const QJsonValue& given : file.value(QLatin1String("cases")).toArray())
    checkAnswer(*findProvider(u"woocommerce"), given.toObject(), report);
}

void checkMixedAnswers(const QString&, const QJsonObject& file, const Report& report)
{
  for (const QJsonValue& value : file.value(QLatin1String("cases")).toArray()) {
    const QString id = textOf(value.toObject(), "id");
    const QString name = id.startsWith(QLatin1String("vd-"))   ? QStringLiteral("vendure")
                         : id.startsWith(QLatin1String("md-")) ? QStringLiteral("medusa")
                                                               : QStringLiteral("magento");
    checkAnswer(*findProvider(name), value.toObject(), report);
  }
}

const Register kWooSigning({"stores/sign-woocommerce.json", checkWooSigning});
const Register kWooAnswers({"stores/resp-woocommerce.json", checkWooAnswers});
const Register kMixedAnswers({"stores/resp-magento-vendure-medusa.json", checkMixedAnswers});

} // namespace
} // namespace supercargo::vectors
