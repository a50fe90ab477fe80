#include "core/domain/parcel.h"
#include "core/providers/zto/zto_protocol.h"

#include <algorithm>

namespace supercargo::zto {
namespace {

QString joined(QStringList parts)
{
  parts.removeAll(QString());
  return parts.join(u' ');
}

TrackingEvent scan(const Declaration& declaration, const JsonReader& record, Snapshots& snapshots)
{
  const JsonReader site = record["scanSite"];
  TrackingEvent event;
  setChinaTime(event, looseText(record["scanDate"]));
  event.rawCode = looseText(record["scanType"]);
  event.text = looseText(record["desc"]);
  event.place = joined({looseText(site["prov"]), looseText(site["city"]), looseText(site["name"])});
  const ParcelMeaning told = meaning(declaration, QStringLiteral("scanType"), event.rawCode);
  event.status = told.status;
  event.reason = told.reason;
  if (told.status == ParcelStatus::Unknown && !event.rawCode.isEmpty())
    noteUnknownValue(snapshots, QStringLiteral("tracking.scanType"), event.rawCode);
  return event;
}

TrackingEvent pushedScan(const Declaration& declaration, const JsonReader& record, Snapshots& snapshots)
{
  TrackingEvent event;
  setChinaTime(event, looseText(record["actionTime"]));
  event.rawCode = looseText(record["action"]);
  event.text = looseText(record["desc"]);
  event.place = joined({looseText(record["city"]), looseText(record["facilityName"])});
  const ParcelMeaning told = meaning(declaration, QStringLiteral("action"), event.rawCode);
  event.status = told.status;
  event.reason = told.reason;
  if (told.status == ParcelStatus::Unknown && !event.rawCode.isEmpty())
    noteUnknownValue(snapshots, QStringLiteral("push.action"), event.rawCode);
  return event;
}

TrackingSnapshot& parcelOf(std::vector<TrackingSnapshot>& parcels, const QString& number)
{
  const auto known = std::ranges::find(parcels, number, &TrackingSnapshot::number);
  if (known != parcels.end())
    return *known;
  TrackingSnapshot& fresh = parcels.emplace_back();
  fresh.courier = QStringLiteral("zto");
  fresh.number = number;
  return fresh;
}

void finish(TrackingSnapshot& parcel)
{
  settle(parcel);
  parcel.rawStatus = parcel.events.empty() ? QString() : parcel.events.front().rawCode;
}

} // namespace

ParcelMeaning meaning(const Declaration& declaration, const QString& field, const QString& code)
{
  const ParcelRow* row = declaration.parcelStatus(field, code.trimmed().toUpper());
  return row ? ParcelMeaning{row->status, row->reason} : ParcelMeaning{};
}

Snapshots scans(const Declaration& declaration, const JsonReader& result, const QString& number)
{
  Snapshots snapshots;
  std::vector<TrackingSnapshot> parcels;
  if (!number.isEmpty())
    parcelOf(parcels, number);
  for (const JsonReader& record : result.itemsIfAny()) {
    const QString told = firstText({looseText(record["billCode"]), number});
    if (told.isEmpty())
      snapshots.failures.push_back({{}, record.path() + QStringLiteral(": no waybill number"), record.json()});
    else
      parcelOf(parcels, told).events.push_back(scan(declaration, record, snapshots));
  }
  for (TrackingSnapshot& parcel : parcels)
    finish(parcel);
  snapshots.tracking = std::move(parcels);
  return snapshots;
}

Snapshots pushedScans(const Declaration& declaration, const std::vector<JsonReader>& entries)
{
  Snapshots snapshots;
  std::vector<TrackingSnapshot> parcels;
  for (const JsonReader& entry : entries) {
    const QString number = looseText(entry["billCode"]);
    if (number.isEmpty())
      snapshots.failures.push_back({{}, QStringLiteral("no waybill number"), entry.json()});
    else
      parcelOf(parcels, number).events.push_back(pushedScan(declaration, entry, snapshots));
  }
  for (TrackingSnapshot& parcel : parcels) {
    // Pushes come in any order, and events of one list are expected in one direction.
    std::ranges::stable_sort(parcel.events, {}, [](const TrackingEvent& event) { return event.at; });
    finish(parcel);
  }
  snapshots.tracking = std::move(parcels);
  return snapshots;
}

} // namespace supercargo::zto
