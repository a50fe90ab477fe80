#include "core/providers/easypost/easypost_protocol.h"

#include "core/base/crypto.h"

#include <QJsonDocument>

namespace supercargo::easypost {

CourierVerdict judge(const HttpResponse& response)
{
  const int status = response.status;
  if (status == 429)
    return courierVerdict("rate_limited", "backoff");
  if (status == 408 || status >= 500)
    return courierVerdict("upstream", "backoff");
  if (status == 401)
    return courierVerdict("auth");
  if (status == 402)
    return courierVerdict("quota");
  if (status == 403)
    return courierVerdict("permission");
  if (status == 404)
    return courierVerdict("not_found");
  if (status >= 400)
    return courierVerdict("bad_request");
  return JsonReader::parse(response.body) ? courierVerdict("ok") : courierVerdict("malformed", "backoff");
}

Error explain(const Declaration&, const HttpResponse& response)
{
  const auto root = JsonReader::parse(response.body);
  Error error = explainStatus(response);
  if (response.status == 402)
    error.kind = ErrorKind::Config; // the wallet is empty: a person has to fill it
  if (response.status == 404)
    error.kind = ErrorKind::NotFound;
  if (root && (*root)["error"].isObject()) {
    const JsonReader told = (*root)["error"];
    error.detail = QStringLiteral("EasyPost: %1 %2").arg(looseText(told["code"]), looseText(told["message"]));
  }
  return error;
}

bool isPushSigned(QByteArrayView body, const QString& secret, QByteArrayView signature)
{
  const QByteArray key = secret.normalized(QString::NormalizationForm_KD).toUtf8();
  return crypto::equal("hmac-sha256-hex=" + crypto::hmac(crypto::Hash::Sha256, key, body).toHex(), signature);
}

HttpRequest call(const FetchContext& context, const char* method, const QByteArray& path, const QJsonObject& body,
                 const QString& operation)
{
  HttpRequest request;
  request.method = method;
  request.url = context.endpoint.toUtf8() + path;
  if (!body.isEmpty()) {
    request.setHeader("Content-Type", "application/json");
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
  }
  request.operation = operation;
  request.timeout = std::chrono::seconds(60); // their own clients wait as long: couriers answer through them
  return request;
}

Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant, const Nonce&)
{
  if (!request.url.startsWith(context.endpoint.toUtf8() + '/'))
    return {}; // labels lie elsewhere, and the key is none of their business
  const QByteArray key = secrets.value(QStringLiteral("api_key")).trimmed();
  if (key.isEmpty())
    return fail(ErrorKind::Auth, QStringLiteral("the API key is missing"), QStringLiteral("field api_key"));
  request.setHeader("Authorization", "Basic " + (key + ':').toBase64());
  return {};
}

std::optional<QString> nextPage(const JsonReader& root, const char* list)
{
  const auto items = root[list].itemsIfAny();
  if (items.empty() || !looseTruth(root["has_more"]))
    return std::nullopt;
  return looseText(items.back()["id"]);
}

std::vector<Offer> offers(const JsonReader& shipment)
{
  std::vector<Offer> list;
  for (const JsonReader& rate : shipment["rates"].itemsIfAny()) {
    if (!rate["rate"].hasValue())
      continue; // what has no price cannot be chosen, and the others can
    const auto currency = Currency::of(rate["currency"].text());
    if (!currency) {
      rate["currency"].problem(currency.error().detail);
      continue;
    }
    const QString carrier = rate["carrier"].text(), service = rate["service"].text();
    Offer offer{rate["id"].text(),
                {carrier + u':' + service, carrier + u' ' + service, rate["rate"].money(*currency), {}}};
    const auto days = rate["delivery_days"].hasValue() ? rate["delivery_days"].integerIfAny()
                                                       : rate["est_delivery_days"].integerIfAny();
    if (days)
      offer.rate.days = int(*days);
    list.push_back(std::move(offer));
  }
  return list;
}

QStringList warnings(const JsonReader& shipment)
{
  QStringList list;
  for (const JsonReader& message : shipment["messages"].itemsIfAny())
    list.append(QString(looseText(message["carrier"]) + QStringLiteral(": ") + looseText(message["message"])));
  return list;
}

} // namespace supercargo::easypost
