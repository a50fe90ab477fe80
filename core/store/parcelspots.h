#pragma once

#include "core/base/id.h"
#include "core/db/connection.h"
#include "core/domain/status.h"
#include "core/store/shipmentfilter.h"

#include <QHash>

#include <functional>
#include <vector>

namespace supercargo {

/// Why a person may want to look at a parcel, the most pressing last.
enum class ParcelConcern { None, Quiet, Late, Problem };

/// Late: what was promised has passed. Quiet: no scan for two days. Parcels that arrived concern nobody.
ParcelConcern parcelConcern(ParcelStatus status, std::optional<Instant> promisedAt, std::optional<Instant> lastEventAt,
                            Instant now);

/// Where the courier itself says that something happened; in its own coordinate system (core/geo/datum.h).
struct ScanPoint {
  double longitude = 0, latitude = 0;
  QString coordinateSystem;
};

/// What a map needs of a parcel that is still on its way.
struct ParcelSpot {
  ShipmentId id;
  QString place, text; ///< of the newest event; `text` only where there is no place
  QString origin;      ///< code of the city it left, where that is known
  ParcelConcern concern = ParcelConcern::None;
};

/// The parcels on their way that the filter lets through, the newest first.
Result<std::vector<ParcelSpot>> parcelSpots(Connection& c, const ShipmentFilter& filter, Instant now, int limit);

/// The newest coordinates of these parcels, of those that have any.
Result<QHash<qint64, ScanPoint>> scanPoints(Connection& c, const std::vector<ShipmentId>& parcels);

/// One event of one parcel.
struct ParcelScan {
  ShipmentId shipment;
  Instant at{};
  ParcelStatus status = ParcelStatus::Unknown;
  QString place, text;
  std::optional<ScanPoint> point;
  std::optional<Instant> promisedAt;
};
/// A span of time, and which parcels; `now` is what the filter is measured by.
struct ScanSpan {
  Instant from{}, before{};
  ShipmentFilter filter;
  Instant now{};
};
/// The events in it in the order of time, `limit` at most.
Result<void> eachParcelScan(Connection& c, const ScanSpan& span, int limit,
                            const std::function<void(const ParcelScan&)>& each);

} // namespace supercargo
