#pragma once

#include "core/db/database.h"
#include "core/domain/snapshot.h"
#include "core/geo/geocoder.h"
#include "ui/maps/mapview.h"

namespace supercargo {

/// The bundled places, read in a worker; some 100 ms.
QFuture<Result<std::shared_ptr<const Geocoder>>> loadGeocoder();

/// Parcels on their way, each at its last known place. `unplaced`: how many said nothing that names a place.
struct ShipmentMap {
  MapContent content;
  qint64 placed = 0, unplaced = 0;
};
/// Reads, places and clusters off the GUI thread.
QFuture<Result<ShipmentMap>> shipmentMap(Database& db, std::shared_ptr<const Geocoder> geocoder, Instant now,
                                         bool chinese);

/// The way of a parcel by its events (newest first), in time order; neighbours at one place are one stop.
std::vector<MapStop> pathOf(const Geocoder& geocoder, const std::vector<TrackingEvent>& events);

} // namespace supercargo
