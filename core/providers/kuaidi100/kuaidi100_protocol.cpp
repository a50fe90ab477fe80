#include "core/providers/kuaidi100/kuaidi100_protocol.h"

#include "core/base/crypto.h"
#include "core/domain/courier.h"
#include "core/domain/parcel.h"

#include <QHash>
#include <QUrl>

namespace supercargo::kuaidi100 {
namespace {

/// Not a problem when it is something else.
QString looseText(const JsonReader& node)
{
  return node.isString() || node.isNumber() ? node.text().trimmed() : QString();
}

QByteArray upperHex(crypto::Hash hash, const QByteArray& text)
{
  return crypto::digest(hash, text).toHex().toUpper();
}

QByteArray base(const FetchContext& context, const char* host)
{
  const bool real = QUrl(context.endpoint).host().endsWith(QLatin1String("kuaidi100.com"));
  return real ? QByteArray("https://") + host : context.endpoint.toUtf8();
}

void setPosition(TrackingEvent& event, const QString& centre)
{
  const QStringList parts = centre.split(u',');
  bool lonOk = false, latOk = false;
  const double lon = parts.value(0).toDouble(&lonOk), lat = parts.value(1).toDouble(&latOk);
  if (parts.size() != 2 || !lonOk || !latOk || std::abs(lat) > 90 || std::abs(lon) > 180)
    return;
  event.latitude = lat;
  event.longitude = lon;
  event.coordinateSystem = QStringLiteral("GCJ-02"); // inferred: the centre of an area, not the place of a scan
}

TrackingEvent event(const Declaration& declaration, const JsonReader& item)
{
  TrackingEvent event;
  setChinaTime(event, looseText(item["time"]).isEmpty() ? looseText(item["ftime"]) : looseText(item["time"]));
  event.rawCode = looseText(item["statusCode"]);
  const StateStatus status = stateStatus(declaration, event.rawCode);
  event.status = status.status;
  event.reason = status.reason;
  event.text = looseText(item["context"]);
  event.place = looseText(item["areaName"]).isEmpty() ? looseText(item["location"]) : looseText(item["areaName"]);
  setPosition(event, looseText(item["areaCenter"]));
  return event;
}

Verdict verdict(const char* kind, const char* retry)
{
  return {QString::fromLatin1(kind), QString::fromLatin1(retry)};
}

} // namespace

Result<QByteArray> querySign(QByteArrayView param, QByteArrayView key, QByteArrayView customer, const QString& type)
{
  const QByteArray text = param.toByteArray() + key.toByteArray() + customer.toByteArray();
  if (type.isEmpty() || type == QLatin1String("MD5"))
    return upperHex(crypto::Hash::Md5, text);
  if (type == QLatin1String("SHA256"))
    return upperHex(crypto::Hash::Sha256, text);
  if (type == QLatin1String("SM3"))
    return upperHex(crypto::Hash::Sm3, text);
  return fail(ErrorKind::Config, QStringLiteral("unknown kind of signature \"%1\"").arg(type));
}

QByteArray labelSign(QByteArrayView param, QByteArrayView t, QByteArrayView key, QByteArrayView secret)
{
  return upperHex(crypto::Hash::Md5, param.toByteArray() + t.toByteArray() + key.toByteArray() + secret.toByteArray());
}

bool isPushSigned(QByteArrayView param, QByteArrayView salt, QByteArrayView sign)
{
  return crypto::equal(upperHex(crypto::Hash::Md5, param.toByteArray() + salt.toByteArray()),
                       sign.toByteArray().toUpper());
}

Verdict judge(const HttpResponse& response)
{
  const auto root = JsonReader::parse(response.body);
  if (!root || !root->isObject())
    return verdict(response.status >= 500 ? "upstream" : "malformed", "backoff");
  static const QHash<QString, Verdict> kCodes{
      {QStringLiteral("400"), verdict("bad_request", "no")},
      {QStringLiteral("408"), verdict("phone_check_failed", "no")},
      {QStringLiteral("500"), verdict("not_found_yet", "later_30min")},
      {QStringLiteral("501"), verdict("upstream", "backoff")},
      {QStringLiteral("502"), verdict("upstream", "backoff")},
      {QStringLiteral("503"), verdict("auth", "no")},
      {QStringLiteral("504"), verdict("rate_limited", "later_30min")},
      {QStringLiteral("601"), verdict("quota", "no")},
  };
  const JsonReader result = (*root)["result"];
  if (result.isBool() ? !result.boolean() : looseText(result) == QLatin1String("false"))
    return kCodes.value(looseText((*root)["returnCode"]), verdict("business", "no"));
  const QString status = looseText((*root)["status"]);
  if (status == QLatin1String("201"))
    return verdict("not_found_yet", "later_30min");
  if (!status.isEmpty() && status != QLatin1String("200"))
    return verdict("bad_request", "no");
  return verdict("ok", "no");
}

Error explain(const HttpResponse& response)
{
  static const QHash<QString, ErrorKind> kKinds{
      {QStringLiteral("auth"), ErrorKind::Config},           {QStringLiteral("quota"), ErrorKind::Config},
      {QStringLiteral("upstream"), ErrorKind::ProviderDown}, {QStringLiteral("rate_limited"), ErrorKind::RateLimited},
      {QStringLiteral("malformed"), ErrorKind::BadResponse}, {QStringLiteral("not_found_yet"), ErrorKind::NotFound},
  };
  const auto root = JsonReader::parse(response.body);
  if (!root || !root->isObject()) {
    Error error = explainStatus(response);
    if (response.status / 100 == 2)
      error.kind = ErrorKind::BadResponse;
    return error;
  }
  const Verdict what = judge(response);
  Error error{kKinds.value(what.kind, ErrorKind::Rejected),
              QStringLiteral("Kuaidi100: %1 %2 (%3)")
                  .arg(looseText((*root)["returnCode"]), looseText((*root)["message"]), what.kind),
              {},
              std::nullopt};
  if (what.retry == QLatin1String("later_30min"))
    error.retryAfter = std::chrono::minutes(30);
  return error;
}

StateStatus stateStatus(const Declaration& declaration, const QString& state, bool isChecked)
{
  const QString code = state.trimmed(), field = QStringLiteral("state");
  if (isChecked && (code.isEmpty() || code == QLatin1String("0")))
    return {ParcelStatus::Delivered, {}};
  if (const ParcelRow* row = declaration.parcelStatus(field, code))
    return {row->status, row->reason};
  if (code.size() == 4 && code.startsWith(QLatin1String("10")))
    return {ParcelStatus::InTransit, {}};
  if (code.size() == 3)
    if (const ParcelRow* family = declaration.parcelStatus(field, code.left(1)))
      return {family->status, {}};
  return {};
}

TrackingSnapshot parcel(const Declaration& declaration, const JsonReader& body)
{
  TrackingSnapshot parcel;
  const QString company = looseText(body["com"]);
  const Courier* courier = courierOfKuaidi100(company);
  parcel.courier = courier ? courier->code : company;
  parcel.number = looseText(body["nu"]);
  parcel.rawStatus = looseText(body["state"]);
  for (const JsonReader& item : body["data"].itemsIfAny())
    parcel.events.push_back(event(declaration, item));
  const StateStatus stated =
      stateStatus(declaration, parcel.rawStatus, looseText(body["ischeck"]) == QLatin1String("1"));
  settle(parcel, stated.status, stated.reason);
  if (const auto arrival = parseLocal(looseText(body["arrivalTime"]), kChinaOffset))
    parcel.estimatedAt = *arrival;
  return parcel;
}

Result<Push> parsePush(const Declaration& declaration, QByteArrayView param)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(param));
  const QString status = looseText(root["status"]);
  Push push;
  push.isFinished = status == QLatin1String("shutdown") || status == QLatin1String("abort");
  push.suggestedCompany = looseText(root["comNew"]);
  const JsonReader last = root["lastResult"];
  if (last.isObject() && !last["data"].itemsIfAny().empty()) {
    push.parcel = parcel(declaration, last);
    if (push.parcel->number.isEmpty())
      last["nu"].problem(QStringLiteral("no waybill number"));
  }
  SC_TRY(root.check());
  return push;
}

Result<QStringList> detectedCompanies(const HttpResponse& response)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(response.body));
  if (root.isObject())
    return fail(explain(response));
  QStringList companies;
  for (const JsonReader& item : root.items())
    companies.append(item["comCode"].text());
  SC_TRY(root.check());
  return companies;
}

QByteArray queryUrl(const FetchContext& context)
{
  return base(context, "poll.kuaidi100.com") + "/poll/query.do";
}
QByteArray detectionUrl(const FetchContext& context)
{
  return base(context, "www.kuaidi100.com") + "/autonumber/auto";
}
QByteArray labelUrl(const FetchContext& context)
{
  return base(context, "api.kuaidi100.com") + "/label/order";
}

} // namespace supercargo::kuaidi100
