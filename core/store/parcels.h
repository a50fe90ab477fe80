#pragma once

#include "core/store/orders.h"

namespace supercargo {

/// What a courier knows of parcels. Moves the orders they belong to (shipped, delivered) and their timelines. The first
/// arrival a courier tells stays its promise; postponing it does not undo a delay.
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

/// A parcel of which nobody has heard for so long is not asked about any more; nor is one that left so long ago and
/// whose order had ended when we first saw it.
constexpr std::chrono::hours kTrackedFor{24 * 30};
/// The last four digits of a telephone, which couriers want to hear beside a number; empty when a shop has hidden them.
QString phoneTail(const QString& phone);

/// How many parcels one look may ask for: those that no answer has told of yet, and those to be read again.
struct TrackingTurn {
  int unread = 0, again = 0;
};

/// Parcels that a courier account should ask for now, as FetchContext::ids wants them ("courier:number:phone4"): first
/// those that were never read, the youngest in front, since a person looks for what has just left; then those that wait
/// longest. `couriers`: company codes that the account can track; empty: any. `senders`: for parcels that are not known
/// by a telephone of theirs, the last digits of the one that their shop sends from; of other shops those of all
/// senders, if they are the same.
Result<QStringList> parcelsToTrack(Connection& c, AccountId account, const QStringList& couriers, Instant now,
                                   TrackingTurn turn, const QHash<AccountId, QString>& senders = {});

/// Puts the next check of these numbers off after a try (found or not), by age: polling slows down and stops at the
/// end.
Result<void> noteTracked(Connection& c, const QStringList& numbers, AccountId account, Instant now);

} // namespace supercargo
