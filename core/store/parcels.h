#pragma once

#include "core/store/orders.h"

namespace supercargo {

/// What a courier knows of parcels. Moves the orders they belong to (shipped, delivered) and their timelines.
Result<UpsertCount> upsertTracking(Connection& c, const Origin& origin, const std::vector<TrackingSnapshot>& parcels,
                                   ChangeSet& changes);

struct ShipmentRow {
  ShipmentId id;
  std::optional<AccountId> account; ///< the courier account that tracks it
  std::optional<OrderId> order;
  QString courier, number, rawStatus, reason, place;
  ParcelStatus status = ParcelStatus::Unknown;
  std::optional<Instant> shippedAt, deliveredAt, lastEventAt;
  qint64 eventCount = 0;
};
Result<std::vector<ShipmentRow>> shipmentRows(Connection& c, int limit, qint64 after = 0);
Result<std::optional<ShipmentRow>> shipmentRow(Connection& c, ShipmentId id);
Result<std::vector<TrackingEvent>> trackingEvents(Connection& c, ShipmentId id); ///< newest first

/// Parcels that a courier account should ask for now, as FetchContext::ids wants them ("courier:number:phone4").
/// `couriers`: company codes that the account can track; empty: any.
Result<QStringList> parcelsToTrack(Connection& c, AccountId account, const QStringList& couriers, Instant now,
                                   int limit);

/// Puts the next check of these numbers off after a try (found or not), by age: polling slows down and stops at the
/// end.
Result<void> noteTracked(Connection& c, const QStringList& numbers, AccountId account, Instant now);

} // namespace supercargo
