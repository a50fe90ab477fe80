#include "core/domain/courier.h"
#include "core/domain/parcel.h"
#include "core/providers/easypost/easypost_protocol.h"

#include <QJsonArray>

namespace supercargo::easypost {
namespace {

QString placeOf(const JsonReader& location)
{
  QStringList parts{looseText(location["city"]), looseText(location["state"]), looseText(location["country"]),
                    looseText(location["zip"])};
  parts.removeAll(QString());
  return parts.join(QStringLiteral(", "));
}

TrackingEvent detail(const Declaration& declaration, const JsonReader& record, Snapshots& snapshots)
{
  TrackingEvent event;
  setZonedTime(event, looseText(record["datetime"]));
  event.rawCode = looseText(record["status"]);
  event.text = firstText({looseText(record["message"]), looseText(record["description"])});
  event.place = placeOf(record["tracking_location"]);
  const ParcelMeaning told = meaning(declaration, event.rawCode, looseText(record["status_detail"]));
  event.status = told.status;
  event.reason = told.reason;
  if (!event.rawCode.isEmpty() && !declaration.parcelStatus(u"status", event.rawCode))
    noteUnknownValue(snapshots, QStringLiteral("tracking.status"), event.rawCode);
  return event;
}

/// EasyPost's name of the courier; empty: they find out.
QString carrierOf(const Declaration& declaration, const QString& courier)
{
  return declaration.extra[QLatin1String("carriers")].toObject()[courier].toString();
}

/// A tracker of the same number and carrier is not made twice: the one there is comes back.
std::vector<HttpRequest> first(const FetchContext& context)
{
  std::vector<HttpRequest> requests;
  for (const QString& id : context.ids) {
    const ParcelId parcel = parcelId(id);
    if (parcel.number.isEmpty())
      continue;
    QJsonObject tracker{{QStringLiteral("tracking_code"), parcel.number}};
    if (const QString carrier = carrierOf(*context.declaration, parcel.courier); !carrier.isEmpty())
      tracker.insert(QStringLiteral("carrier"), carrier);
    HttpRequest request =
        call(context, "POST", "/trackers", {{QStringLiteral("tracker"), tracker}}, QStringLiteral("tracking.tracker"));
    request.state = parcel.number;
    requests.push_back(std::move(request));
  }
  return requests;
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  FetchStep step;
  TrackingSnapshot found = parcel(*context.declaration, root, step.snapshots);
  if (found.number.isEmpty())
    found.number = sent.state;
  keepParcel(step.snapshots, std::move(found), root);
  return step;
}

HttpRequest check(const FetchContext& context)
{
  return call(context, "GET", "/trackers?page_size=1", {}, QStringLiteral("account.check"));
}

Result<void> parseCheck(const FetchContext&, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  root["trackers"].items();
  return root.check();
}

} // namespace

ParcelMeaning meaning(const Declaration& declaration, const QString& status, const QString& detail)
{
  const ParcelRow* row = declaration.parcelStatus(u"status", status);
  if (!row)
    return {};
  for (const QJsonValue& refined : declaration.extra[QLatin1String("details")].toArray())
    if (refined[QLatin1String("status")].toString() == status && refined[QLatin1String("detail")].toString() == detail)
      return {row->status, refined[QLatin1String("reason")].toString()};
  return {row->status, row->reason};
}

TrackingSnapshot parcel(const Declaration& declaration, const JsonReader& tracker, Snapshots& snapshots)
{
  const QString carrier = looseText(tracker["carrier"]);
  const Courier* courier = courierNamed(carrier);
  TrackingSnapshot parcel;
  parcel.courier = courier ? courier->code : carrier;
  parcel.number = looseText(tracker["tracking_code"]);
  parcel.rawStatus = looseText(tracker["status"]);
  for (const JsonReader& record : tracker["tracking_details"].itemsIfAny())
    parcel.events.push_back(detail(declaration, record, snapshots));
  if (!parcel.rawStatus.isEmpty() && !declaration.parcelStatus(u"status", parcel.rawStatus))
    noteUnknownValue(snapshots, QStringLiteral("tracking.status"), parcel.rawStatus);
  const ParcelMeaning stated = meaning(declaration, parcel.rawStatus, looseText(tracker["status_detail"]));
  settle(parcel, stated.status, stated.reason);
  if (const auto at = parseIso(looseText(tracker["est_delivery_date"])))
    parcel.estimatedAt = *at;
  return parcel;
}

ProviderFunctions functions()
{
  return {.first = first,
          .parse = parse,
          .check = check,
          .parseCheck = parseCheck,
          .buildAction = buildAction,
          .nextAction = nextAction,
          .parseAction = parseAction,
          .sign = sign,
          .explain = explain};
}

} // namespace supercargo::easypost
