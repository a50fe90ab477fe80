/// stores/sign-shopify.json and stores/resp-shopify.json.
#include "core/base/crypto.h"
#include "core/providers/shopify/shopify.h"
#include "tests/vectors/stores_support.h"

namespace supercargo::vectors {
namespace {

QString textOf(const QJsonObject& object, const char* key)
{
  return object.value(QLatin1String(key)).toString();
}

/// The login of an app, signed; and what its answer gives.
QString checkClientCredentials(const QJsonObject& given)
{
  const Provider& provider = *findProvider(u"shopify");
  const QJsonObject wanted = given.value(QLatin1String("request")).toObject();
  const QString body = textOf(wanted, "body");
  FetchContext context = contextOf(provider, Stream::Orders);
  context.endpoint = textOf(wanted, "url").section(QStringLiteral("/admin"), 0, 0);
  context.fields.insert(QStringLiteral("client_id"), body.section(QStringLiteral("client_id="), 1).section(u'&', 0, 0));
  const Secrets secrets{{QStringLiteral("client_secret"), body.section(QStringLiteral("client_secret="), 1).toUtf8()}};
  HttpRequest ours = provider.functions.login(context);
  if (const auto signature = provider.functions.sign(ours, context, secrets, {}, {}); !signature)
    return signature.error().detail;
  if (ours.url != textOf(wanted, "url").toUtf8() || ours.method != textOf(wanted, "method").toLatin1())
    return differs("url", textOf(wanted, "url"), QString::fromUtf8(ours.url));
  if (ours.body != body.toUtf8())
    return differs("body", body, QString::fromUtf8(ours.body));
  const QJsonObject told = given.value(QLatin1String("response")).toObject();
  const auto session = provider.functions.parseLogin(context, answerOf({{QStringLiteral("body"), told}}));
  if (!session)
    return session.error().detail;
  const Instant end = context.now + std::chrono::seconds(told.value(QLatin1String("expires_in")).toInteger());
  return session->expiresAt == end ? differs("token", textOf(told, "access_token"), QString::fromUtf8(session->token))
                                   : QStringLiteral("another end");
}

/// What may be typed as a shop's address, without a scheme and with one.
QString checkDomains(const QJsonObject& given)
{
  const QString scheme = QStringLiteral("https://");
  for (const QJsonValue& one : given.value(QLatin1String("cases")).toArray()) {
    const QString typed = textOf(one.toObject(), "in"), wanted = textOf(one.toObject(), "out");
    if (const QString got = shopify::shopDomain(typed); got != wanted)
      return differs("domain", wanted, got);
    if (const QString got = shopify::address(scheme + typed); got != (wanted.isEmpty() ? wanted : scheme + wanted))
      return differs("address", wanted, got);
  }
  return {};
}

void checkSigning(const QString&, const QJsonObject& file, const Report& report)
{
  for (const QJsonValue& value : file.value(QLatin1String("cases")).toArray()) {
    const QJsonObject given = value.toObject();
    const QString id = textOf(given, "id");
    const auto code = [&](const char* text) {
      return crypto::hmac(crypto::Hash::Sha256, textOf(given, "secret").toUtf8(), textOf(given, text).toUtf8());
    };
    if (given.contains(QLatin1String("x_shopify_hmac_sha256")))
      run(report, id, [&] {
        return differs("code", textOf(given, "x_shopify_hmac_sha256"),
                       QString::fromLatin1(code("raw_body").toBase64()));
      });
    else if (given.contains(QLatin1String("hmac")))
      run(report, id,
          [&] { return differs("code", textOf(given, "hmac"), QString::fromLatin1(code("message").toHex())); });
    else if (given.contains(QLatin1String("signature")))
      run(report, id,
          [&] { return differs("code", textOf(given, "signature"), QString::fromLatin1(code("message").toHex())); });
    else if (id == QLatin1String("shopify-client-credentials"))
      run(report, id, [&] { return checkClientCredentials(given); });
    else if (id == QLatin1String("shopify-shop-domain-sanitise"))
      run(report, id, [&] { return checkDomains(given); });
  }
}

/// Answers to what we asked the shop to do.
QString checkOutcome(const Action& action, const QJsonObject& given)
{
  const Provider& provider = *findProvider(u"shopify");
  const auto outcome = provider.functions.parseAction(contextOf(provider, Stream::Orders), action, answerOf(given));
  const QJsonObject wanted = given.value(QLatin1String("expect")).toObject();
  if (wanted.contains(QLatin1String("error")))
    return differs("error", textOf(wanted, "error"),
                   outcome ? QStringLiteral("none") : errorClass(outcome.error().kind));
  return outcome ? (outcome->accepted ? QString() : QStringLiteral("not accepted")) : outcome.error().detail;
}

void checkAnswers(const QString&, const QJsonObject& file, const Report& report)
{
  for (const QJsonValue& value : file.value(QLatin1String("cases")).toArray()) {
    const QJsonObject given = value.toObject();
    const QString id = textOf(given, "id");
    if (id.startsWith(QLatin1String("sh-set-")))
      run(report, id, [&] { return checkOutcome({QStringLiteral("a-1"), SetStock{}}, given); });
    else if (id.startsWith(QLatin1String("sh-ship-")))
      run(report, id, [&] { return checkOutcome({QStringLiteral("a-1"), MarkShipped{}}, given); });
    else if (!id.startsWith(QLatin1String("sh-bulk-"))) // exceptions.cpp
      checkAnswer(*findProvider(u"shopify"), given, report);
  }
}

const Register kSigning({"stores/sign-shopify.json", checkSigning});
const Register kAnswers({"stores/resp-shopify.json", checkAnswers});

} // namespace
} // namespace supercargo::vectors
