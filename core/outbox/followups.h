#pragma once

#include "core/outbox/outbox.h"
#include "core/store/orders.h"

namespace supercargo {

/// What a done action means for us: a booked parcel gets a shipment, its label, and its number goes back to the shop; a
/// cancelled one ends; whatever a shop did to an order lets that order be read again soon. Every step stands in the
/// order's timeline with the call that caused it. Runs once an action, in the caller's transaction.
Result<void> applyOutcome(Connection& c, const Origin& origin, const OutboxEntry& entry, const ActionOutcome& outcome,
                          ChangeSet& changes);

/// What a refused action means: a shop that was told of a parcel since cancelled and does not take the new number shows
/// a wrong one, which the order's timeline asks a person to correct there.
Result<void> applyRefusal(Connection& c, const OutboxEntry& entry, Instant now, ChangeSet& changes);

} // namespace supercargo
