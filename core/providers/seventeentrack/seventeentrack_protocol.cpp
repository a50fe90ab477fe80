#include "core/providers/seventeentrack/seventeentrack_protocol.h"

#include "core/base/crypto.h"
#include "core/domain/courier.h"
#include "core/domain/parcel.h"

namespace supercargo::seventeentrack {
namespace {

constexpr qint64 kAlreadyRegistered = -18019901, kNotRegistered = -18019902, kCarrierUnknown = -18019903;

void setPosition(TrackingEvent& event, const JsonReader& coordinates)
{
  bool latitudeOk = false, longitudeOk = false;
  const double latitude = looseText(coordinates["latitude"]).toDouble(&latitudeOk);
  const double longitude = looseText(coordinates["longitude"]).toDouble(&longitudeOk);
  if (!latitudeOk || !longitudeOk || (latitude == 0.0 && longitude == 0.0)) // (0, 0) is nowhere
    return;
  event.latitude = latitude;
  event.longitude = longitude;
  event.coordinateSystem = QStringLiteral("WGS-84");
}

QString placeOf(const JsonReader& record)
{
  const JsonReader address = record["address"];
  QStringList parts{looseText(address["city"]), looseText(address["state"]), looseText(address["country"])};
  parts.removeAll(QString());
  return firstText({looseText(record["location"]), parts.join(QStringLiteral(", "))});
}

QString timeOf(const JsonReader& record)
{
  const JsonReader raw = record["time_raw"];
  const QString wallClock = QString(looseText(raw["date"]) + u' ' + looseText(raw["time"])).trimmed();
  return firstText({looseText(record["time_iso"]), looseText(record["time_utc"]), wallClock});
}

void noteUnknown(const Declaration& declaration, const QString& status, const QString& subStatus, Snapshots& snapshots)
{
  if (!subStatus.isEmpty() && !declaration.parcelStatus(u"sub_status", subStatus))
    noteUnknownValue(snapshots, QStringLiteral("tracking.sub_status"), subStatus);
  if (!status.isEmpty() && !declaration.parcelStatus(u"status", status))
    noteUnknownValue(snapshots, QStringLiteral("tracking.status"), status);
}

/// `stage` names milestones that are no statuses too ("Departure"), so an unknown one is no news.
TrackingEvent event(const Declaration& declaration, const JsonReader& record, Snapshots& snapshots)
{
  const QString stage = looseText(record["stage"]), subStatus = looseText(record["sub_status"]);
  TrackingEvent event;
  setZonedTime(event, timeOf(record));
  event.rawCode = firstText({subStatus, stage});
  event.text = looseText(record["description"]);
  event.place = placeOf(record);
  setPosition(event, record["address"]["coordinates"]);
  const ParcelMeaning told = meaning(declaration, stage, subStatus);
  event.status = told.status;
  event.reason = told.reason;
  noteUnknown(declaration, {}, subStatus, snapshots);
  return event;
}

} // namespace

CourierVerdict judgeRejection(qint64 code)
{
  switch (code) {
  case kAlreadyRegistered:
    return courierVerdict("already_exists", "treat_as_success");
  case kNotRegistered:
    return courierVerdict("not_registered", "register_first");
  case kCarrierUnknown:
    return courierVerdict("carrier_unknown");
  default:
    return courierVerdict("business");
  }
}

CourierVerdict judge(const HttpResponse& response)
{
  if (response.status == 401 || response.status == 403)
    return courierVerdict("auth");
  if (response.status == 429)
    return courierVerdict("rate_limited", "backoff");
  const auto root = JsonReader::parse(response.body);
  if (!root || !root->isObject())
    return courierVerdict(response.status >= 500 ? "upstream" : "malformed", "backoff");
  if (looseText((*root)["code"]) != QLatin1String("0"))
    return courierVerdict("business");
  const auto refused = rejections(*root);
  if ((*root)["data"]["accepted"].itemsIfAny().empty() && !refused.empty())
    return judgeRejection(refused.front().code);
  return courierVerdict("ok");
}

Error explain(const Declaration&, const HttpResponse& response)
{
  const auto root = JsonReader::parse(response.body);
  if (response.status / 100 != 2 || !root || !root->isObject()) {
    Error error = explainStatus(response);
    if (response.status / 100 == 2)
      error.kind = ErrorKind::BadResponse;
    return error;
  }
  return courierFailure(
      "17TRACK", judge(response), looseText((*root)["code"]),
      firstText({looseText((*root)["message"]), looseText((*root)["data"]["errors"].at(0)["message"])}));
}

bool isPushSigned(QByteArrayView body, QByteArrayView key, QByteArrayView signature)
{
  const QByteArray own = crypto::digest(crypto::Hash::Sha256, body.toByteArray() + '/' + key.toByteArray()).toHex();
  return crypto::equal(own, signature);
}

ParcelMeaning meaning(const Declaration& declaration, const QString& status, const QString& subStatus)
{
  if (const ParcelRow* row = declaration.parcelStatus(u"sub_status", subStatus))
    return {row->status, row->reason};
  if (const ParcelRow* row = declaration.parcelStatus(u"status", status))
    return {row->status, row->reason};
  return {};
}

TrackingSnapshot parcel(const Declaration& declaration, const JsonReader& item, Snapshots& snapshots)
{
  const JsonReader info = item["track_info"], latest = info["latest_status"];
  const QString status = looseText(latest["status"]), subStatus = looseText(latest["sub_status"]);
  TrackingSnapshot parcel;
  parcel.number = looseText(item["number"]);
  parcel.rawStatus = firstText({subStatus, status});
  for (const JsonReader& provider : info["tracking"]["providers"].itemsIfAny()) {
    const QString name = looseText(provider["provider"]["name"]);
    if (parcel.courier.isEmpty()) {
      const Courier* courier = courierNamed(name);
      parcel.courier = courier ? courier->code : name;
    }
    for (const JsonReader& record : provider["events"].itemsIfAny())
      parcel.events.push_back(event(declaration, record, snapshots));
  }
  noteUnknown(declaration, status, subStatus, snapshots);
  const ParcelMeaning stated = meaning(declaration, status, subStatus);
  settle(parcel, stated.status, stated.reason);
  const JsonReader expected = info["time_metrics"]["estimated_delivery_date"];
  TrackingEvent at;
  setZonedTime(at, firstText({looseText(expected["to"]), looseText(expected["from"])}));
  parcel.estimatedAt = at.at;
  return parcel;
}

std::vector<Rejection> rejections(const JsonReader& root)
{
  std::vector<Rejection> list;
  for (const JsonReader& item : root["data"]["rejected"].itemsIfAny())
    list.push_back({looseText(item["number"]), looseText(item["error"]["code"]).toLongLong(),
                    looseText(item["error"]["message"])});
  return list;
}

} // namespace supercargo::seventeentrack
