#pragma once

#include "core/base/id.h"
#include "core/db/connection.h"
#include "core/domain/status.h"

#include <vector>

namespace supercargo {

/// Why a person may want to look at a parcel, the most pressing last.
enum class ParcelConcern { None, Quiet, Late, Problem };

/// Late: the courier's own promise has passed. Quiet: no scan for two days. Parcels that arrived concern nobody.
ParcelConcern parcelConcern(ParcelStatus status, std::optional<Instant> promisedAt, std::optional<Instant> lastEventAt,
                            Instant now);

/// What a map needs of a parcel that is still on its way.
struct ParcelSpot {
  ShipmentId id;
  QString place, text; ///< of the newest event; `text` only where there is no place
  ParcelConcern concern = ParcelConcern::None;
};

/// All parcels on their way, the newest first.
Result<std::vector<ParcelSpot>> parcelSpots(Connection& c, Instant now, int limit);

} // namespace supercargo
