/// stores/: token, messages and sample answers of Youzan.
#include "core/providers/youzan/youzan.h"
#include "tests/vectors/chinashops.h"

#include <QJsonDocument>

namespace supercargo::vectors {
namespace {

QString checkToken(const QJsonObject& given)
{
  const Provider& provider = *findProvider(u"youzan");
  const QJsonObject wanted = given.value(QLatin1String("request")).toObject();
  const QJsonObject body = wanted.value(QLatin1String("body")).toObject();
  FetchContext context = contextOf(provider, Stream::Orders);
  context.endpoint = provider.declaration.endpoints.front().url;
  HttpRequest request = youzan::login(context);
  const Secrets secrets{{QStringLiteral("client_id"), textAt(body, "client_id").toUtf8()},
                        {QStringLiteral("client_secret"), textAt(body, "client_secret").toUtf8()},
                        {QStringLiteral("kdt_id"), textAt(body, "grant_id").toUtf8()}};
  if (const auto done = youzan::sign(request, context, secrets, {}, {}); !done)
    return done.error().detail;
  if (QString::fromUtf8(request.url) != textAt(wanted, "url") ||
      QString::fromLatin1(request.method) != textAt(wanted, "method"))
    return QString::fromUtf8(request.url);
  return QJsonDocument::fromJson(request.body).object() == body ? QString() : QString::fromUtf8(request.body);
}

/// A desktop program receives no messages; the rules are kept and checked.
QString checkMessage(const QJsonObject& given)
{
  const QByteArray secret = textAt(given, "client_secret").toUtf8();
  if (given.contains(QLatin1String("event_sign")))
    return differs("event-sign", textAt(given, "event_sign"),
                   QString::fromLatin1(
                       youzan::eventSign(textAt(given, "client_id").toUtf8(), textAt(given, "body").toUtf8(), secret)));
  for (const QByteArray& sealed : {textAt(given, "cipher_base64").toLatin1(),
                                   QByteArray::fromPercentEncoding(textAt(given, "cipher_url_encoded").toLatin1())}) {
    const auto clear = youzan::openMessage(sealed, secret);
    if (!clear || QString::fromUtf8(*clear) != textAt(given, "plaintext"))
      return QStringLiteral("not opened");
  }
  return {};
}

void checkYouzanSigning(const QString&, const QJsonObject& file, const Report& report)
{
  for (const QJsonValue& value : file.value(QLatin1String("cases")).toArray()) {
    const QJsonObject given = value.toObject();
    run(report, textAt(given, "id"),
        [&] { return given.contains(QLatin1String("request")) ? checkToken(given) : checkMessage(given); });
  }
}

QString operationOf(const QByteArray&)
{
  return QStringLiteral("orders.page");
}

std::optional<QByteArray> answerOf(const HttpRequest& request, const QJsonObject&, const QByteArray&)
{
  if (request.operation == QLatin1String("orders.refunds"))
    return R"({"code":200,"success":true,"data":{"total":0,"refunds":[]}})";
  return std::nullopt;
}

const Register kSigning({"stores/sign-youzan.json", checkYouzanSigning});
const Register kAnswers({"stores/resp-youzan.json", [](const QString&, const QJsonObject& file, const Report& report) {
                           checkChinaAnswers({"youzan", operationOf, answerOf}, file, report);
                         }});

} // namespace
} // namespace supercargo::vectors
