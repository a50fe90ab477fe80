#include "core/providers/kdniao/kdniao_protocol.h"

#include "core/base/crypto.h"
#include "core/base/text.h"
#include "core/providers/refusalwords.h"

#include <QJsonDocument>
#include <QUrlQuery>

namespace supercargo::kdniao {
namespace {

/// Kdniao tells reasons in words only; which ones, and the few codes of its waybill service, are data.
CourierVerdict verdictOf(const Declaration& declaration, const JsonReader& root)
{
  const QString reason = looseText(root["Reason"]), state = looseText(root["State"]);
  const bool isTracking = root["Traces"].exists() || root["State"].exists();
  if (isTracking && state == QLatin1String("0") &&
      (looseTruth(root["Success"]) || declaration.says("nothing_yet_words", reason)))
    return courierVerdict("ok_empty", "later"); // "nothing yet" is said with Success true or false
  return looseTruth(root["Success"]) ? courierVerdict("ok") : refusalOf(declaration, reason);
}

QByteArray path(const Declaration& declaration, const QString& type)
{
  if (type == QLatin1String("1007") || type == QLatin1String("1147"))
    return declaration.extra[QLatin1String("waybill_path")].toString().toUtf8();
  return type == QLatin1String("1008") ? "/api/dist" : "/Ebusiness/EbusinessOrderHandle.aspx";
}

} // namespace

QByteArray signature(QByteArrayView requestData, QByteArrayView appKey)
{
  return crypto::digest(crypto::Hash::Md5, requestData.toByteArray() + appKey.toByteArray()).toHex().toBase64();
}

bool isPushSigned(QByteArrayView requestData, QByteArrayView appKey, QByteArrayView sign)
{
  return crypto::equal(signature(requestData, appKey), sign);
}

CourierVerdict judge(const Declaration& declaration, const HttpResponse& response)
{
  const auto root = JsonReader::parse(response.body);
  if (root && root->isObject() && (*root)["Success"].exists())
    return verdictOf(declaration, *root);
  return courierVerdict(response.status >= 500 ? "upstream" : "malformed", "backoff");
}

Error explain(const Declaration& declaration, const HttpResponse& response)
{
  const auto root = JsonReader::parse(response.body);
  if (!root || !root->isObject() || !(*root)["Success"].exists()) {
    Error error = explainStatus(response);
    if (response.status / 100 == 2)
      error.kind = ErrorKind::BadResponse;
    return error;
  }
  return courierFailure("Kdniao", verdictOf(declaration, *root), looseText((*root)["ResultCode"]),
                        looseText((*root)["Reason"]));
}

HttpRequest call(const FetchContext& context, const QString& type, const QJsonObject& data, const QString& operation)
{
  HttpRequest request;
  request.method = "POST";
  request.url = context.endpoint.toUtf8() + path(*context.declaration, type);
  request.setHeader("Content-Type", "application/x-www-form-urlencoded;charset=utf-8");
  request.body = formEncode(
      {{QStringLiteral("RequestData"), QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Compact))},
       {QStringLiteral("RequestType"), type}});
  request.operation = operation;
  request.timeout = std::chrono::seconds(operation.endsWith(QLatin1String(".create")) ? 30 : 15);
  return request;
}

Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant, const Nonce&)
{
  const QByteArray key = secrets.value(QStringLiteral("app_key")).trimmed();
  if (key.isEmpty())
    return fail(ErrorKind::Auth, QStringLiteral("the app key is missing"), QStringLiteral("field app_key"));
  const QUrlQuery form(QString::fromLatin1(request.body));
  QString data = form.queryItemValue(QStringLiteral("RequestData"), QUrl::FullyDecoded);
  // The password of the courier's account stands inside what is signed; it is put there here and nowhere else.
  if (const QByteArray password = secrets.value(QStringLiteral("customer_password")).trimmed();
      request.operation.startsWith(QLatin1String("order.")) && !password.isEmpty()) {
    QJsonObject order = QJsonDocument::fromJson(data.toUtf8()).object();
    order.insert(context.declaration->word("account", "customer_password"), QString::fromUtf8(password));
    data = QString::fromUtf8(QJsonDocument(order).toJson(QJsonDocument::Compact));
  }
  request.body = formEncode(
      {{QStringLiteral("RequestData"), data},
       {QStringLiteral("EBusinessID"), context.fields.value(QStringLiteral("business_id")).trimmed()},
       {QStringLiteral("RequestType"), form.queryItemValue(QStringLiteral("RequestType"), QUrl::FullyDecoded)},
       {QStringLiteral("DataSign"), QString::fromLatin1(signature(data.toUtf8(), key))},
       {QStringLiteral("DataType"), QStringLiteral("2")}});
  return {};
}

} // namespace supercargo::kdniao
