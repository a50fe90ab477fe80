#include "core/base/text.h"
#include "core/domain/courier.h"
#include "core/domain/parcel.h"
#include "core/providers/aftership/aftership_protocol.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace supercargo::aftership {
namespace {

void setPosition(TrackingEvent& event, const JsonReader& coordinate)
{
  bool latitudeOk = false, longitudeOk = false;
  const double latitude = looseText(coordinate["latitude"]).toDouble(&latitudeOk);
  const double longitude = looseText(coordinate["longitude"]).toDouble(&longitudeOk);
  if (!latitudeOk || !longitudeOk || (latitude == 0.0 && longitude == 0.0))
    return;
  event.latitude = latitude;
  event.longitude = longitude;
  event.coordinateSystem = QStringLiteral("WGS-84");
}

QString placeOf(const JsonReader& checkpoint)
{
  QStringList parts{looseText(checkpoint["city"]), looseText(checkpoint["state"]),
                    looseText(checkpoint["country_region"])};
  parts.removeAll(QString());
  return firstText({looseText(checkpoint["location"]), parts.join(QStringLiteral(", "))});
}

void noteUnknown(const Declaration& declaration, const QString& tag, const QString& subtag, Snapshots& snapshots)
{
  if (!subtag.isEmpty() && !declaration.parcelStatus(u"subtag", subtag))
    noteUnknownValue(snapshots, QStringLiteral("tracking.subtag"), subtag);
  if (!tag.isEmpty() && !declaration.parcelStatus(u"tag", tag))
    noteUnknownValue(snapshots, QStringLiteral("tracking.tag"), tag);
}

TrackingEvent checkpoint(const Declaration& declaration, const JsonReader& record, Snapshots& snapshots)
{
  const QString tag = looseText(record["tag"]), subtag = looseText(record["subtag"]);
  TrackingEvent event;
  setZonedTime(event, looseText(record["checkpoint_time"]));
  event.rawCode = firstText({subtag, tag});
  event.text = looseText(record["message"]);
  event.place = placeOf(record);
  setPosition(event, record["coordinate"]);
  const ParcelMeaning told = meaning(declaration, tag, subtag);
  event.status = told.status;
  event.reason = told.reason;
  noteUnknown(declaration, tag, subtag, snapshots);
  return event;
}

HttpRequest call(const FetchContext& context, const QByteArray& rest, const QString& operation)
{
  HttpRequest request;
  request.url =
      context.endpoint.toUtf8() + "/tracking/" + context.declaration->apiVersion.toUtf8() + "/trackings" + rest;
  request.operation = operation;
  return request;
}

/// Those of our ids that AfterShip watches already. `state` of the call: the ids that are still to be seen.
HttpRequest listPage(const FetchContext& context, const QStringList& ids, const QString& cursor)
{
  QStringList numbers;
  for (const QString& id : ids)
    numbers.append(parcelId(id).number);
  QByteArray query = "?limit=" + QByteArray::number(std::max<qsizetype>(1, numbers.size())) +
                     "&tracking_numbers=" + percentEncode(numbers.join(u','));
  if (!cursor.isEmpty())
    query += "&cursor=" + percentEncode(cursor);
  HttpRequest request = call(context, query, QStringLiteral("tracking.list"));
  request.state = ids.join(u' ');
  return request;
}

/// Watching is counted and paid for, so only what is not watched yet is added.
HttpRequest creation(const FetchContext& context, const QString& id)
{
  const ParcelId parcel = parcelId(id);
  const QString slug = context.declaration->extra[QLatin1String("slugs")].toObject()[parcel.courier].toString();
  QJsonObject body{{QStringLiteral("tracking_number"), parcel.number}};
  if (!slug.isEmpty()) // else AfterShip finds out
    body.insert(QStringLiteral("slug"), slug);
  HttpRequest request = call(context, {}, QStringLiteral("tracking.create"));
  request.method = "POST";
  request.setHeader("Content-Type", "application/json");
  request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
  request.state = parcel.number;
  return request;
}

std::vector<HttpRequest> first(const FetchContext& context)
{
  QStringList ids;
  for (const QString& id : context.ids)
    if (!parcelId(id).number.isEmpty())
      ids.append(id);
  return ids.isEmpty() ? std::vector<HttpRequest>() : std::vector{listPage(context, ids, {})};
}

Result<FetchStep> parseList(const FetchContext& context, const HttpRequest& sent, const JsonReader& root)
{
  FetchStep step;
  QStringList missing = sent.state.split(u' ', Qt::SkipEmptyParts);
  for (const JsonReader& item : root["data"]["trackings"].items()) {
    const JsonReader record = item.isolated();
    TrackingSnapshot found = parcel(*context.declaration, record, step.snapshots);
    missing.removeIf([&found](const QString& id) { return parcelId(id).number == found.number; });
    keepParcel(step.snapshots, std::move(found), record);
  }
  SC_TRY(root.check());
  if (const auto cursor = nextCursor(root); cursor && !missing.isEmpty()) {
    step.next.push_back(listPage(context, missing, *cursor));
    return step;
  }
  for (const QString& id : std::as_const(missing))
    step.next.push_back(creation(context, id));
  return step;
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  if (sent.operation == QLatin1String("tracking.list"))
    return parseList(context, sent, root);
  // Older versions put the tracking one level deeper.
  const JsonReader tracking = root["data"]["tracking"].isObject() ? root["data"]["tracking"] : root["data"];
  FetchStep step;
  TrackingSnapshot found = parcel(*context.declaration, tracking, step.snapshots);
  if (found.number.isEmpty())
    found.number = sent.state;
  keepParcel(step.snapshots, std::move(found), tracking);
  return step;
}

HttpRequest check(const FetchContext& context)
{
  return call(context, "?limit=1", QStringLiteral("account.check"));
}

Result<void> parseCheck(const FetchContext&, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  root["data"]["trackings"].items();
  return root.check();
}

} // namespace

ParcelMeaning meaning(const Declaration& declaration, const QString& tag, const QString& subtag)
{
  if (const ParcelRow* row = declaration.parcelStatus(u"subtag", subtag))
    return {row->status, row->reason};
  if (const ParcelRow* row = declaration.parcelStatus(u"tag", tag))
    return {row->status, row->reason};
  return {};
}

TrackingSnapshot parcel(const Declaration& declaration, const JsonReader& tracking, Snapshots& snapshots)
{
  const QString slug = looseText(tracking["slug"]), tag = looseText(tracking["tag"]),
                subtag = looseText(tracking["subtag"]);
  const Courier* courier = courierNamed(slug);
  TrackingSnapshot parcel;
  parcel.courier = courier ? courier->code : slug;
  parcel.number = looseText(tracking["tracking_number"]);
  parcel.rawStatus = firstText({subtag, tag});
  for (const JsonReader& record : tracking["checkpoints"].itemsIfAny())
    parcel.events.push_back(checkpoint(declaration, record, snapshots));
  noteUnknown(declaration, tag, subtag, snapshots);
  const ParcelMeaning stated = meaning(declaration, tag, subtag);
  settle(parcel, stated.status, stated.reason);
  TrackingEvent expected;
  setZonedTime(expected, looseText(tracking["latest_estimated_delivery"]["datetime"]));
  parcel.estimatedAt = expected.at;
  return parcel;
}

ProviderFunctions functions()
{
  return {.first = first, .parse = parse, .check = check, .parseCheck = parseCheck, .sign = sign, .explain = explain};
}

} // namespace supercargo::aftership
