#pragma once

#include "core/db/changeset.h"
#include "core/db/connection.h"

namespace supercargo {

/// Writes into an order's timeline that its buyer's name, phone and address were shown in clear ("revealed"). Whoever
/// shows them calls this first and shows nothing when it fails. Nothing happens for an order that is not there.
Result<void> noteRevealed(Connection& c, OrderId order, Instant now, ChangeSet& changes);

} // namespace supercargo
