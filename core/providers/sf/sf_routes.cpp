#include "core/domain/courier_answer.h"
#include "core/domain/parcel.h"
#include "core/providers/sf/sf_protocol.h"

#include <QJsonArray>

namespace supercargo::sf {
namespace {

TrackingEvent event(const Declaration& declaration, const JsonReader& route, Snapshots& notices)
{
  TrackingEvent event;
  QMap<QString, QString> raw;
  for (const char* name : {"opCode", "reasonCode", "secondaryStatusCode", "firstStatusName"})
    raw.insert(QLatin1String(name), trimmedText(route[name]));
  const EventStatus status = eventStatus(declaration, raw);
  setChinaTime(event, trimmedText(route["acceptTime"]));
  event.status = status.status;
  event.reason = status.reason;
  event.text = trimmedText(route["remark"]);
  event.place = trimmedText(route["acceptAddress"]);
  event.rawCode = raw.value(QStringLiteral("opCode"));
  if (!status.isKnown && !event.rawCode.isEmpty())
    noteUnknownValue(notices, QStringLiteral("tracking.opCode"), event.rawCode.left(60));
  return event;
}

QString newestRawStatus(const JsonReader& routes, const TrackingSnapshot& parcel)
{
  if (parcel.events.empty())
    return {};
  for (const JsonReader& route : routes.itemsIfAny()) // the raw fields of the event that came out on top
    if (trimmedText(route["opCode"]) == parcel.events.front().rawCode &&
        trimmedText(route["remark"]) == parcel.events.front().text)
      return trimmedText(route["secondaryStatusCode"]).isEmpty() ? trimmedText(route["opCode"])
                                                                 : trimmedText(route["secondaryStatusCode"]);
  return {};
}

void keep(Snapshots& snapshots, TrackingSnapshot parcel, const JsonReader& record)
{
  if (parcel.number.isEmpty()) {
    snapshots.failures.push_back({{}, QStringLiteral("%1: no waybill number").arg(record.path()), record.json()});
    return;
  }
  if (!record.problems().isEmpty()) {
    snapshots.failures.push_back({parcel.number, record.problems().join(QStringLiteral("; ")), record.json()});
    return;
  }
  snapshots.tracking.push_back(std::move(parcel));
}

} // namespace

EventStatus eventStatus(const Declaration& declaration, const QMap<QString, QString>& raw)
{
  const QString opCode = raw.value(QStringLiteral("opCode")), reasonCode = raw.value(QStringLiteral("reasonCode"));
  for (const QJsonValue& value : declaration.extra.value(QLatin1String("refinements")).toArray())
    if (value[QLatin1String("op_code")].toString() == opCode &&
        value[QLatin1String("reason_code")].toString() == reasonCode)
      return {parcelStatusNamed(value[QLatin1String("status")].toString()).value_or(ParcelStatus::Unknown),
              value[QLatin1String("reason")].toString(), true};
  QStringList order{QStringLiteral("secondaryStatusCode"), QStringLiteral("firstStatusName"), QStringLiteral("opCode")};
  if (declaration.extra.value(QLatin1String("information_codes")).toArray().contains(opCode))
    order = {QStringLiteral("opCode")};
  for (const QString& field : std::as_const(order))
    if (const ParcelRow* row = declaration.parcelStatus(field, raw.value(field)))
      return {row->status, row->reason, true};
  return {};
}

Snapshots routes(const Declaration& declaration, const JsonReader& data)
{
  Snapshots snapshots;
  for (const JsonReader& item : data["routeResps"].itemsIfAny()) {
    const JsonReader record = item.isolated();
    TrackingSnapshot parcel;
    parcel.courier = QStringLiteral("sf");
    parcel.number = trimmedText(record["mailNo"]);
    for (const JsonReader& route : record["routes"].itemsIfAny())
      parcel.events.push_back(event(declaration, route, snapshots));
    settle(parcel);
    parcel.rawStatus = newestRawStatus(record["routes"], parcel);
    keep(snapshots, std::move(parcel), record);
  }
  return snapshots;
}

Snapshots pushedRoutes(const Declaration& declaration, const JsonReader& body)
{
  Snapshots snapshots;
  std::vector<TrackingSnapshot> parcels;
  const JsonReader list = body["Body"]["WaybillRoute"];
  for (const JsonReader& item : list.itemsIfAny()) {
    const JsonReader record = item.isolated();
    const QString number = trimmedText(record["mailno"]);
    auto parcel =
        std::find_if(parcels.begin(), parcels.end(), [&](const auto& known) { return known.number == number; });
    if (number.isEmpty()) {
      snapshots.failures.push_back({{}, QStringLiteral("%1: no waybill number").arg(record.path()), record.json()});
      continue;
    }
    if (parcel == parcels.end()) {
      parcel = parcels.insert(parcels.end(), TrackingSnapshot{});
      parcel->courier = QStringLiteral("sf");
      parcel->number = number;
    }
    parcel->events.push_back(event(declaration, record, snapshots));
  }
  for (TrackingSnapshot& parcel : parcels) {
    settle(parcel);
    parcel.rawStatus = newestRawStatus(list, parcel);
    snapshots.tracking.push_back(std::move(parcel));
  }
  return snapshots;
}

} // namespace supercargo::sf
