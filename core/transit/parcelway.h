#pragma once

#include "core/domain/snapshot.h"
#include "core/geo/geocoder.h"

#include <QStringList>

namespace supercargo {

/// What the events of one parcel say about its way, read with the gazetteer. A value; pure.
struct ParcelWay {
  QString origin, destination; ///< codes of cities, as Geocoder::cityOf gives them; a province where no more is known
  std::optional<Instant> pickedAt, arrivedAt;
  int tries = 0;       ///< how often somebody stood at the door: every failed try, and the delivery
  int failedTries = 0; ///< one a try, however many events tell of it
  QString problem;     ///< the reason of the first exception or return; empty: none
  QStringList oddities;
  bool operator==(const ParcelWay&) const = default;
};

/// Where the parcel is to go, from its order's address; either may be empty.
struct ParcelGoal {
  QString province, city;
};

/// `events` newest first, as they are stored. Oddities: "moved_after_delivery" (a scan after the delivery that is no
/// return), "time_without_zone", "time_missing", "unknown_place" (events, and none names a place that is known).
ParcelWay parcelWay(const Geocoder& geocoder, const std::vector<TrackingEvent>& events, const ParcelGoal& goal);

/// Both ends of a lane are provinces in China and countries elsewhere: "440000", "US".
QString laneEnd(const QString& code);

} // namespace supercargo
