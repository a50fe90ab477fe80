#pragma once

#include "core/outbox/outbox.h"
#include "core/store/orders.h"

namespace supercargo {

/// What a done action means for us: a booked parcel gets a shipment, its label, and its number goes back to the shop; a
/// cancelled one ends; whatever a shop did to an order lets that order be read again soon. Every step stands in the
/// order's timeline with the call that caused it. Runs once an action, in the caller's transaction.
Result<void> applyOutcome(Connection& c, const Origin& origin, const OutboxEntry& entry, const ActionOutcome& outcome,
                          ChangeSet& changes);

} // namespace supercargo
