#pragma once

#include "core/db/database.h"
#include "core/domain/snapshot.h"
#include "core/geo/geocoder.h"
#include "core/geo/replay.h"
#include "core/store/parcelspots.h"
#include "ui/maps/mapview.h"

#include <QTimeZone>

namespace supercargo {

/// The bundled places with what was taught in this workspace, read in workers; some 100 ms.
QFuture<Result<std::shared_ptr<const Geocoder>>> loadGeocoder(Database& db);

/// Parcels on their way, each at its last known place. `unplaced`: how many said nothing that names a place.
struct ShipmentMap {
  MapContent content;
  qint64 placed = 0, unplaced = 0;
};
/// Reads, places and clusters off the GUI thread. Only parcels on their way are on the map, of these those that the
/// filter lets through.
QFuture<Result<ShipmentMap>> shipmentMap(Database& db, std::shared_ptr<const Geocoder> geocoder,
                                         const ShipmentFilter& filter, Instant now, bool chinese);

/// The way of a parcel by its events (newest first), in time order; neighbours at one place are one stop. Where it is
/// to go stands at the end while it is not there.
std::vector<MapStop> pathOf(const Geocoder& geocoder, const std::vector<TrackingEvent>& events, const QTimeZone& zone,
                            const QString& goal = {});

/// A day's movements, ready to be shown at any of its moments.
struct DayReplay {
  Replay replay;
  QStringList places;
};
/// Of the parcels that the filter lets through today, as the list beside the map has them.
QFuture<Result<std::shared_ptr<const DayReplay>>> dayReplay(Database& db, std::shared_ptr<const Geocoder> geocoder,
                                                            const ScanSpan& span, bool chinese);
/// What the map shows at a moment of it; clustered in a worker.
QFuture<Result<MapContent>> replayedMap(std::shared_ptr<const DayReplay> day, Instant moment);

} // namespace supercargo
