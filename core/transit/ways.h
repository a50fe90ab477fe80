#pragma once

#include "core/transit/lanehistory.h"
#include "core/transit/parcelway.h"
#include "core/transit/promises.h"

namespace supercargo {

/// Reads the ways of parcels whose events are newer than what is known, those that arrived first (the others are
/// expected by them), at most `limit`; how many were read. To be called again until it gives 0. Writer.
Result<int> refreshWays(Connection& c, const Geocoder& geocoder, Instant now, const QTimeZone& zone, int limit,
                        ChangeSet& changes);

/// Whether `refreshWays` would find any.
Result<bool> waysAreWaiting(Connection& c);

/// How long the parcels took that arrived since `since`, by lane.
Result<LaneHistory> laneHistory(Connection& c, Instant since);

} // namespace supercargo
