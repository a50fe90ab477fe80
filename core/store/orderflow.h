#pragma once

#include "core/store/orders.h"

namespace supercargo {

/// Steps of an order's life that somebody else than its shop tells: the gateway, the courier, a person. Each writes the
/// timeline with the call it came from, moves stage, stock, rollups in the caller's transaction, and does nothing when
/// it is known already.

/// The gateway has the money. An order still waiting for payment becomes "to ship".
Result<void> noteOrderPaid(Connection& c, const Origin& origin, OrderId order, Money amount, Instant paidAt,
                           ChangeSet& changes);

/// The gateway sent money back. Fully refunded orders that have not shipped let go of their stock.
Result<void> noteOrderRefunded(Connection& c, const Origin& origin, OrderId order, const QString& refundId,
                               Money amount, Instant at, ChangeSet& changes);

/// The courier moved a parcel of this order from the status `before`.
Result<void> noteOrderParcel(Connection& c, const Origin& origin, OrderId order, const TrackingSnapshot& parcel,
                             ParcelStatus before, ChangeSet& changes);

/// The same for the further orders in that parcel (core/outbox/parcelplans.h).
Result<void> noteSharedParcel(Connection& c, const Origin& origin, ShipmentId shipment, const TrackingSnapshot& parcel,
                              ParcelStatus before, ChangeSet& changes);

/// A person lets an order at "to review" be shipped. It holds as long as the shop says of it what it says now. False:
/// it was to be shipped already. Rejected at any other stage.
Result<bool> approveOrder(Connection& c, OrderId order, const QString& reason, const QString& actor, Instant now,
                          ChangeSet& changes);

/// Something that we did or tried with the order: a line of its timeline and nothing else.
Result<void> noteOrderStep(Connection& c, const Origin& origin, OrderId order, const QString& kind, const QString& text,
                           ChangeSet& changes);

} // namespace supercargo
