#include "core/providers/yto/yto_protocol.h"

#include "core/base/crypto.h"
#include "core/providers/refusalwords.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace supercargo::yto {
namespace {

QString messageOf(const JsonReader& root)
{
  return firstText({looseText(root["message"]), looseText(root["reason"])});
}

/// The codes of success and of refusals are not published: the former are data, of the latter the texts can be read.
CourierVerdict verdictOf(const Declaration& declaration, const JsonReader& root)
{
  if (root.isArray())
    return root.itemsIfAny().empty() ? courierVerdict("ok_empty", "later") : courierVerdict("ok");
  const QString code = looseText(root["code"]);
  const QJsonObject codes = declaration.extra.value(QLatin1String("answer_codes")).toObject();
  const auto says = [&](const char* what) { return codes[QLatin1String(what)].toArray().contains(code); };
  if (says("nothing_found") && root["map"].isObject())
    return courierVerdict("ok_empty", "later"); // comes with success true
  const bool isRefused = root["success"].hasValue() && !looseTruth(root["success"]);
  const bool isFailure = !code.isEmpty() && !says("success");
  return isRefused || isFailure ? refusalOf(declaration, messageOf(root)) : courierVerdict("ok");
}

/// Which field holds the secret of an interface.
QString secretField(const QString& method)
{
  return method.contains(QLatin1String("create"))   ? QStringLiteral("create_secret")
         : method.contains(QLatin1String("cancel")) ? QStringLiteral("cancel_secret")
         : method.contains(QLatin1String("print"))  ? QStringLiteral("print_secret")
         : method.contains(QLatin1String("charge")) ? QStringLiteral("charge_secret")
                                                    : QStringLiteral("secret");
}

} // namespace

QByteArray signature(QByteArrayView param, QByteArrayView method, QByteArrayView version, QByteArrayView secret)
{
  return crypto::digest(crypto::Hash::Md5,
                        param.toByteArray() + method.toByteArray() + version.toByteArray() + secret.toByteArray())
      .toBase64();
}

CourierVerdict judge(const Declaration& declaration, const HttpResponse& response)
{
  const auto root = JsonReader::parse(response.body);
  if (root && (root->isObject() || root->isArray()))
    return verdictOf(declaration, *root);
  return courierVerdict(response.status >= 500 ? "upstream" : "malformed", "backoff");
}

Error explain(const Declaration& declaration, const HttpResponse& response)
{
  const auto root = JsonReader::parse(response.body);
  if (!root || !root->isObject()) {
    Error error = explainStatus(response);
    if (response.status / 100 == 2)
      error.kind = ErrorKind::BadResponse;
    return error;
  }
  const CourierVerdict verdict = verdictOf(declaration, *root);
  return verdict.isOk() ? explainStatus(response)
                        : courierFailure("YTO", verdict, looseText((*root)["code"]), messageOf(*root));
}

HttpRequest call(const FetchContext& context, const QString& method, const QJsonObject& param, const QString& operation)
{
  const auto part = [&context](const char* field) {
    return QUrl::toPercentEncoding(context.fields.value(QLatin1String(field)).trimmed());
  };
  HttpRequest request;
  request.method = "POST";
  request.url =
      context.endpoint.toUtf8() + "/open/" + method.toUtf8() + "/v1/" + part("user_id") + '/' + part("customer_code");
  request.setHeader("Content-Type", "application/json;charset=UTF-8");
  const QString text = QString::fromUtf8(QJsonDocument(param).toJson(QJsonDocument::Compact));
  request.body = QJsonDocument(QJsonObject{{QStringLiteral("param"), text}}).toJson(QJsonDocument::Compact);
  request.operation = operation;
  request.timeout = std::chrono::seconds(operation.endsWith(QLatin1String(".create")) ? 30 : 15);
  return request;
}

Result<void> sign(HttpRequest& request, const FetchContext&, const Secrets& secrets, Instant now, const Nonce&)
{
  // …/open/{method}/{version}/{user}/{customer}
  const QList<QByteArray> path = request.url.split('/');
  const QByteArray method = path.value(path.size() - 4), version = path.value(path.size() - 3);
  const auto secret = [&secrets](const QString& field) { return secrets.value(field).trimmed(); };
  QByteArray key = secret(secretField(QString::fromLatin1(method)));
  if (key.isEmpty())
    key = secret(QStringLiteral("secret"));
  if (key.isEmpty())
    return fail(ErrorKind::Auth, QStringLiteral("the secret is missing"), QStringLiteral("field secret"));
  const QString param = QJsonDocument::fromJson(request.body).object().value(QLatin1String("param")).toString();
  const QJsonObject body{
      {QStringLiteral("timestamp"), QString::number(toMs(now))},
      {QStringLiteral("param"), param},
      {QStringLiteral("format"), QStringLiteral("JSON")},
      {QStringLiteral("sign"), QString::fromLatin1(signature(param.toUtf8(), method, version, key))}};
  request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
  return {};
}

} // namespace supercargo::yto
