#include "core/transit/ways.h"

#include "core/domain/parcel.h"
#include "core/store/parcels.h"

namespace supercargo {
namespace {

using namespace std::chrono_literals;

constexpr auto kHistory = 24h * 120;

struct UnreadParcel {
  ShipmentId id;
  QString courier, province, city;
  ParcelStatus status = ParcelStatus::Unknown;
  std::optional<Instant> shippedAt, byPlatform, byCourier; ///< when it is promised to arrive
  qint64 hash = 0;
};

Result<std::vector<UnreadParcel>> unread(Connection& c, int limit)
{
  return c.rows(
      QStringLiteral("SELECT s.id, s.courier, COALESCE(o.province, ''), COALESCE(o.city, ''), s.status, s.shipped_at, "
                     "s.promised_at, s.content_hash, d.deliver_by_at FROM shipments s LEFT JOIN parcel_ways w ON "
                     "w.shipment_id = s.id LEFT JOIN orders o ON o.id = s.order_id LEFT JOIN order_details d ON "
                     "d.order_id = o.id WHERE s.event_count > 0 AND (w.seen_hash IS NULL OR "
                     "w.seen_hash <> s.content_hash) ORDER BY CASE WHEN s.delivered_at IS NULL THEN 1 ELSE 0 END, s.id "
                     "DESC LIMIT ?"),
      {limit}, [](const Row& row) {
        UnreadParcel p;
        p.id = row.id<ShipmentId>(0);
        p.courier = row.text(1);
        p.province = row.text(2);
        p.city = row.text(3);
        p.status = parcelStatusNamed(row.text(4)).value_or(ParcelStatus::Unknown);
        p.shippedAt = row.instantIfAny(5);
        p.byCourier = row.instantIfAny(6);
        p.hash = row.integer(7);
        p.byPlatform = row.instantIfAny(8);
        return p;
      });
}

struct Promise {
  std::optional<Instant> at;
  QString basis; ///< "platform", "courier", "rule"; empty without a promise
};

/// What the buyer was told by the platform goes before the courier's word, and both before our own rule.
Promise promiseOf(const UnreadParcel& p, const std::vector<PromiseRule>& rules, std::optional<Instant> start,
                  const QTimeZone& zone)
{
  if (p.byPlatform)
    return {p.byPlatform, QStringLiteral("platform")};
  if (p.byCourier)
    return {p.byCourier, QStringLiteral("courier")};
  const auto byRule = start ? promisedBy(rules, p.courier, p.province, *start, zone) : std::nullopt;
  return {byRule, byRule ? QStringLiteral("rule") : QString()};
}

Result<void> writeWay(Connection& c, const UnreadParcel& p, const ParcelWay& way, const Promise& promise,
                      const std::optional<ArrivalForecast>& forecast)
{
  const auto half = forecast ? std::optional(forecast->half) : std::nullopt;
  const auto most = forecast ? std::optional(forecast->most) : std::nullopt;
  SC_TRY(c.run(
      QStringLiteral(
          "INSERT INTO parcel_ways (shipment_id, seen_hash, courier, origin, destination, picked_at, arrived_at, "
          "tries, "
          "failed_tries, problem, oddities, promised_at, promise_basis, expected_at, expected_by_at, lane_samples) "
          "VALUES "
          "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (shipment_id) DO UPDATE SET seen_hash = "
          "excluded.seen_hash, courier = excluded.courier, origin = excluded.origin, destination = "
          "excluded.destination, "
          "picked_at = excluded.picked_at, arrived_at = excluded.arrived_at, tries = excluded.tries, failed_tries = "
          "excluded.failed_tries, problem = excluded.problem, oddities = excluded.oddities, promised_at = "
          "excluded.promised_at, promise_basis = excluded.promise_basis, expected_at = excluded.expected_at, "
          "expected_by_at = excluded.expected_by_at, lane_samples = excluded.lane_samples"),
      {p.id, p.hash, p.courier, way.origin, way.destination, way.pickedAt, way.arrivedAt, way.tries, way.failedTries,
       way.problem, way.oddities.join(u' '), promise.at, promise.basis, half, most, forecast ? forecast->samples : 0}));
  return {};
}

} // namespace

Result<LaneHistory> laneHistory(Connection& c, Instant since)
{
  LaneHistory history;
  SC_TRY(
      c.each(QStringLiteral("SELECT origin, destination, courier, picked_at, arrived_at FROM parcel_ways WHERE "
                            "arrived_at >= ? AND picked_at IS NOT NULL AND origin <> '' AND destination <> ''"),
             {since}, [&](const Row& row) {
               history.add({laneEnd(row.text(0)), laneEnd(row.text(1)), row.text(2)}, row.instant(4) - row.instant(3));
             }));
  history.finish();
  return history;
}

Result<bool> waysAreWaiting(Connection& c)
{
  SC_TRY_ASSIGN(first, unread(c, 1));
  return !first.empty();
}

Result<int> refreshWays(Connection& c, const Geocoder& geocoder, Instant now, const QTimeZone& zone, int limit,
                        ChangeSet& changes)
{
  SC_TRY_ASSIGN(parcels, unread(c, limit));
  if (parcels.empty())
    return 0;
  SC_TRY_ASSIGN(rules, promiseRules(c));
  std::optional<LaneHistory>
      history; // read when the first parcel under way needs it: by then those that arrived are there
  for (const UnreadParcel& p : parcels) {
    SC_TRY_ASSIGN(events, trackingEvents(c, p.id));
    const ParcelWay way = parcelWay(geocoder, events, {p.province, p.city});
    const Promise promise = promiseOf(p, rules, way.pickedAt ? way.pickedAt : p.shippedAt, zone);
    std::optional<ArrivalForecast> forecast;
    if (!isFinal(p.status) && way.pickedAt) {
      if (!history) {
        SC_TRY_ASSIGN(read, laneHistory(c, now - kHistory));
        history = std::move(read);
      }
      forecast = history->forecast({laneEnd(way.origin), laneEnd(way.destination), p.courier}, *way.pickedAt, now);
    }
    SC_TRY(writeWay(c, p, way, promise, forecast));
  }
  changes.shipments = true;
  return int(parcels.size());
}

} // namespace supercargo
