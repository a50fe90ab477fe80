#pragma once

#include "core/base/id.h"
#include "core/db/connection.h"
#include "core/domain/status.h"
#include "core/store/shipmentfilter.h"

#include <functional>
#include <vector>

namespace supercargo {

/// Why a person may want to look at a parcel, the most pressing last.
enum class ParcelConcern { None, Quiet, Late, Problem };

/// Late: what was promised has passed. Quiet: no scan for two days. Parcels that arrived concern nobody.
ParcelConcern parcelConcern(ParcelStatus status, std::optional<Instant> promisedAt, std::optional<Instant> lastEventAt,
                            Instant now);

/// What a map needs of a parcel that is still on its way.
struct ParcelSpot {
  ShipmentId id;
  QString place, text; ///< of the newest event; `text` only where there is no place
  QString origin;      ///< code of the city it left, where that is known
  ParcelConcern concern = ParcelConcern::None;
};

/// The parcels on their way that the filter lets through, the newest first.
Result<std::vector<ParcelSpot>> parcelSpots(Connection& c, const ShipmentFilter& filter, Instant now, int limit);

/// One event of one parcel.
struct ParcelScan {
  ShipmentId shipment;
  Instant at{};
  ParcelStatus status = ParcelStatus::Unknown;
  QString place, text;
  std::optional<Instant> promisedAt;
};
/// The events in a span of time, in the order of time, `limit` at most.
Result<void> eachParcelScan(Connection& c, Instant from, Instant before, int limit,
                            const std::function<void(const ParcelScan&)>& each);

} // namespace supercargo
