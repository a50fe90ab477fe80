/// stores/sign-magento-medusa.json.
#include "core/base/text.h"
#include "tests/vectors/stores_support.h"

namespace supercargo::vectors {
namespace {

QString textOf(const QJsonObject& object, const char* key)
{
  return object.value(QLatin1String(key)).toString();
}

QString checkOauth(const QJsonObject& given)
{
  const Provider& provider = *findProvider(u"magento");
  const QJsonObject consumer = given.value(QLatin1String("consumer")).toObject();
  const QJsonObject token = given.value(QLatin1String("token")).toObject();
  const QJsonObject oauth = given.value(QLatin1String("oauth")).toObject();
  const Secrets secrets{{QStringLiteral("consumer_key"), textOf(consumer, "key").toUtf8()},
                        {QStringLiteral("consumer_secret"), textOf(consumer, "secret").toUtf8()},
                        {QStringLiteral("access_token"), textOf(token, "key").toUtf8()},
                        {QStringLiteral("access_token_secret"), textOf(token, "secret").toUtf8()}};
  HttpRequest request;
  request.method = textOf(given, "method").toLatin1();
  request.url = textOf(given, "url").toUtf8();
  const Instant now(std::chrono::seconds(oauth.value(QLatin1String("oauth_timestamp")).toInteger()));
  const auto signature =
      provider.functions.sign(request, contextOf(provider, Stream::Orders), secrets, now, textOf(oauth, "oauth_nonce"));
  if (!signature)
    return signature.error().detail;
  return differs("authorization", textOf(given, "authorization"), QString::fromLatin1(request.header("Authorization")));
}

QString checkKey(const QJsonObject& given)
{
  const Provider& provider = *findProvider(u"medusa");
  const Secrets secrets{{QStringLiteral("api_key"), textOf(given, "api_key").toUtf8()}};
  HttpRequest request;
  const auto signature = provider.functions.sign(request, contextOf(provider, Stream::Orders), secrets, {}, {});
  if (!signature)
    return signature.error().detail;
  return differs("authorization", textOf(given, "authorization"), QString::fromLatin1(request.header("Authorization")));
}

void checkSigning(const QString&, const QJsonObject& file, const Report& report)
{
  for (const QJsonValue& value : file.value(QLatin1String("cases")).toArray()) {
    const QJsonObject given = value.toObject();
    run(report, textOf(given, "id"),
        [&] { return given.contains(QLatin1String("oauth")) ? checkOauth(given) : checkKey(given); });
  }
}

const Register kSigning({"stores/sign-magento-medusa.json", checkSigning});

} // namespace
} // namespace supercargo::vectors
