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

Result<std::vector<ParcelSpot>> parcelSpots(Connection& c, Instant now, int limit)
{
  const QString sql = QStringLiteral(
      "SELECT s.id, s.place, s.status, s.estimated_at, s.last_event_at, CASE WHEN s.place = '' THEN "
      "COALESCE((SELECT e.text FROM tracking_events e WHERE e.shipment_id = s.id ORDER BY e.seq DESC LIMIT 1), '') "
      "ELSE '' END FROM shipments s WHERE s.event_count > 0 AND s.status NOT IN ('delivered', 'returned', "
      "'cancelled', 'expired') ORDER BY s.id DESC LIMIT ?");
  return c.rows(sql, {limit}, [now](const Row& row) {
    const ParcelStatus status = parcelStatusNamed(row.text(2)).value_or(ParcelStatus::Unknown);
    return ParcelSpot{row.id<ShipmentId>(0), row.text(1), row.text(5),
                      parcelConcern(status, row.instantIfAny(3), row.instantIfAny(4), now)};
  });
}

} // namespace supercargo
