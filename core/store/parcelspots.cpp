#include "core/store/parcelspots.h"

#include "core/domain/parcel.h"

namespace supercargo {
namespace {

constexpr std::chrono::hours kQuietFor(48);
constexpr size_t kAtOnce = 500; ///< values bound to a statement

} // namespace

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
          "SELECT s.id, s.place, s.status, COALESCE(w.promised_at, s.promised_at), s.last_event_at, CASE WHEN "
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

Result<QHash<qint64, ScanPoint>> scanPoints(Connection& c, const std::vector<ShipmentId>& parcels)
{
  QHash<qint64, ScanPoint> points;
  for (size_t first = 0; first < parcels.size(); first += kAtOnce) {
    const size_t count = std::min(kAtOnce, parcels.size() - first);
    const auto begin = parcels.begin() + qsizetype(first);
    SC_TRY(
        c.each(QStringLiteral("SELECT shipment_id, longitude, latitude, coordinate_system FROM tracking_events WHERE "
                              "shipment_id IN (?%1) AND longitude IS NOT NULL AND latitude IS NOT NULL ORDER BY "
                              "shipment_id, seq")
                   .arg(QStringLiteral(", ?").repeated(int(count) - 1)),
               std::vector<SqlValue>(begin, begin + qsizetype(count)), [&](const Row& row) {
                 points.insert(row.integer(0), {row.real(1), row.real(2), row.text(3)});
               }));
  }
  return points;
}

Result<void> eachParcelScan(Connection& c, const ScanSpan& span, int limit,
                            const std::function<void(const ParcelScan&)>& each)
{
  const ShipmentCondition condition = conditionOf(span.filter, span.now);
  std::vector<SqlValue> values{span.from, span.before};
  values.insert(values.end(), condition.values.begin(), condition.values.end());
  values.emplace_back(limit);
  const QString sql =
      QStringLiteral("SELECT e.shipment_id, e.at, e.status, e.place, e.text, COALESCE(w.promised_at, s.promised_at), "
                     "e.longitude, e.latitude, e.coordinate_system FROM tracking_events e JOIN shipments s ON s.id = "
                     "e.shipment_id LEFT JOIN parcel_ways w ON w.shipment_id = s.id LEFT JOIN orders o ON o.id = "
                     "s.order_id WHERE e.at >= ? AND e.at < ? AND %1 ORDER BY e.at, e.shipment_id, e.seq LIMIT ?")
          .arg(condition.sql);
  return c.each(sql, values, [&](const Row& row) {
    ParcelScan scan;
    scan.shipment = row.id<ShipmentId>(0);
    scan.at = row.instant(1);
    scan.status = parcelStatusNamed(row.text(2)).value_or(ParcelStatus::Unknown);
    scan.place = row.text(3);
    scan.text = row.text(4);
    scan.promisedAt = row.instantIfAny(5);
    if (!row.isNull(6) && !row.isNull(7))
      scan.point = ScanPoint{row.real(6), row.real(7), row.text(8)};
    each(scan);
  });
}

} // namespace supercargo
