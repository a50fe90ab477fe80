#include "core/providers/cainiao/cainiao_protocol.h"

#include "core/base/crypto.h"
#include "core/base/text.h"
#include "core/domain/courier.h"
#include "core/providers/refusalwords.h"

#include <QJsonDocument>
#include <QUrlQuery>
#include <QXmlStreamReader>

namespace supercargo::cainiao {
namespace {

/// The gateway answers XML now and then although JSON was sent.
Result<Answer> openXml(QByteArrayView body)
{
  QXmlStreamReader xml(body.toByteArray());
  if (!xml.readNextStartElement() || xml.name() != QLatin1String("response"))
    return fail(ErrorKind::BadResponse,
                QStringLiteral("neither JSON nor XML: %1")
                    .arg(QString::fromUtf8(body.first(std::min<qsizetype>(body.size(), 200)).toByteArray())));
  Answer answer;
  while (xml.readNextStartElement()) {
    const QString name = xml.name().toString();
    const QString value = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
    if (name == QLatin1String("success"))
      answer.success = value == QLatin1String("true");
    else if (name == QLatin1String("errorCode"))
      answer.code = value;
    else if (name == QLatin1String("errorMsg"))
      answer.message = value;
  }
  if (xml.hasError())
    return fail(ErrorKind::BadResponse, QStringLiteral("bad XML: %1").arg(xml.errorString()));
  return answer;
}

/// The codes are not published, the texts are what can be read.
CourierVerdict verdictOf(const Declaration& declaration, const Answer& answer)
{
  return answer.success ? courierVerdict("ok") : refusalOf(declaration, answer.message);
}

} // namespace

QByteArray signature(QByteArrayView content, QByteArrayView secret)
{
  return crypto::digest(crypto::Hash::Md5, content.toByteArray() + secret.toByteArray()).toBase64();
}

Result<Answer> open(QByteArrayView body)
{
  const auto root = JsonReader::parse(body);
  if (!root)
    return body.toByteArray().trimmed().startsWith('<') ? openXml(body) : Result<Answer>(fail(root.error()));
  if (!root->isObject() || !(*root)["success"].exists())
    return fail(ErrorKind::BadResponse,
                QStringLiteral("no success: %1").arg(QString::fromUtf8(root->json().left(200))));
  return Answer{looseTruth((*root)["success"]), looseText((*root)["errorCode"]), looseText((*root)["errorMsg"]), *root};
}

CourierVerdict judge(const Declaration& declaration, const HttpResponse& response)
{
  if (const auto answer = open(response.body))
    return verdictOf(declaration, *answer);
  return courierVerdict(response.status >= 500 ? "upstream" : "malformed", "backoff");
}

Error failure(const Declaration& declaration, const Answer& answer)
{
  return courierFailure("Cainiao", verdictOf(declaration, answer), answer.code, answer.message);
}

Error explain(const Declaration& declaration, const HttpResponse& response)
{
  if (const auto answer = open(response.body); answer && !answer->success)
    return failure(declaration, *answer);
  return explainStatus(response);
}

HttpRequest call(const FetchContext& context, const QString& type, const QJsonObject& content, const QString& operation)
{
  HttpRequest request;
  request.method = "POST";
  request.url = context.endpoint.toUtf8();
  request.setHeader("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
  request.body = formEncode({{QStringLiteral("msg_type"), type},
                             {QStringLiteral("logistics_interface"),
                              QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact))}});
  request.operation = operation;
  request.timeout = std::chrono::seconds(operation.endsWith(QLatin1String(".create")) ? 30 : 15);
  return request;
}

Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant, const Nonce&)
{
  const QByteArray secret = secrets.value(QStringLiteral("secret")).trimmed();
  if (secret.isEmpty())
    return fail(ErrorKind::Auth, QStringLiteral("the secret is missing"), QStringLiteral("field secret"));
  const QUrlQuery form(QString::fromLatin1(request.body));
  const QString content = form.queryItemValue(QStringLiteral("logistics_interface"), QUrl::FullyDecoded);
  QList<std::pair<QString, QString>> fields{
      {QStringLiteral("msg_type"), form.queryItemValue(QStringLiteral("msg_type"), QUrl::FullyDecoded)},
      {QStringLiteral("logistic_provider_id"), context.fields.value(QStringLiteral("resource_code")).trimmed()},
      {QStringLiteral("data_digest"), QString::fromLatin1(signature(content.toUtf8(), secret))},
      {QStringLiteral("logistics_interface"), content}};
  if (const QString code = context.fields.value(QStringLiteral("to_code")).trimmed(); !code.isEmpty())
    fields.append({QStringLiteral("to_code"), code});
  request.body = formEncode(fields);
  return {};
}

QString member(const JsonReader& object, const QString& name)
{
  for (const auto& [key, value] : object.members())
    if (key == name)
      return looseText(value);
  return {};
}

std::vector<JsonReader> list(const JsonReader& object, const QString& name)
{
  for (const auto& [key, value] : object.members())
    if (key == name)
      return value.itemsIfAny();
  return {};
}

QString cpCode(const Declaration& declaration, const QString& courier)
{
  const Courier* known = findCourier(courier);
  if (!known)
    known = courierNamed(courier);
  if (!known)
    return courier.toUpper();
  const QString own = declaration.extra[QLatin1String("cp_codes")].toObject()[known->code].toString();
  return firstText({own, known->kdniao});
}

} // namespace supercargo::cainiao
