#include "core/store/parcelspots.h"

#include "core/domain/parcel.h"

namespace supercargo {
namespace {

constexpr std::chrono::hours kQuietFor(48);

}

ParcelConcern parcelConcern(ParcelStatus status, std::optional<Instant> promisedAt, std::optional<Instant> lastEventAt,
                            Instant now)
{
  if (isFinal(status))
    return ParcelConcern::None;
  if (status == ParcelStatus::Exception || status == ParcelStatus::DeliveryFailed || status == ParcelStatus::Returning)
    return ParcelConcern::Problem;
  if (promisedAt && *promisedAt < now)
    return ParcelConcern::Late;
  return lastEventAt && now - *lastEventAt > kQuietFor ? ParcelConcern::Quiet : ParcelConcern::None;
}

Result<std::vector<ParcelSpot>> parcelSpots(Connection& c, const ShipmentFilter& filter, Instant now, int limit)
{
  ShipmentFilter open = filter;
  open.open = true;
  ShipmentCondition condition = conditionOf(open, now);
  const QString sql =
      QStringLiteral(
          "SELECT s.id, s.place, s.status, COALESCE(w.promised_at, s.estimated_at), s.last_event_at, CASE WHEN "
          "s.place = '' THEN COALESCE((SELECT e.text FROM tracking_events e WHERE e.shipment_id = s.id ORDER "
          "BY e.seq DESC LIMIT 1), '') ELSE '' END, w.origin FROM shipments s LEFT JOIN parcel_ways w ON "
          "w.shipment_id = s.id LEFT JOIN orders o ON o.id = s.order_id WHERE s.event_count > 0 AND %1 ORDER "
          "BY s.id DESC LIMIT ?")
          .arg(condition.sql);
  condition.values.emplace_back(limit);
  return c.rows(sql, condition.values, [now](const Row& row) {
    const ParcelStatus status = parcelStatusNamed(row.text(2)).value_or(ParcelStatus::Unknown);
    return ParcelSpot{row.id<ShipmentId>(0), row.text(1), row.text(5), row.text(6),
                      parcelConcern(status, row.instantIfAny(3), row.instantIfAny(4), now)};
  });
}

Result<void> eachParcelScan(Connection& c, Instant from, Instant before, int limit,
                            const std::function<void(const ParcelScan&)>& each)
{
  return c.each(
      QStringLiteral("SELECT e.shipment_id, e.at, e.status, e.place, e.text, w.promised_at FROM "
                     "tracking_events e LEFT JOIN parcel_ways w ON w.shipment_id = e.shipment_id WHERE e.at >= "
                     "? AND e.at < ? ORDER BY e.at, e.shipment_id, e.seq LIMIT ?"),
      {from, before, limit}, [&](const Row& row) {
        ParcelScan scan;
        scan.shipment = row.id<ShipmentId>(0);
        scan.at = row.instant(1);
        scan.status = parcelStatusNamed(row.text(2)).value_or(ParcelStatus::Unknown);
        scan.place = row.text(3);
        scan.text = row.text(4);
        scan.promisedAt = row.instantIfAny(5);
        each(scan);
      });
}

} // namespace supercargo
