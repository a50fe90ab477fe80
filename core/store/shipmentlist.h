#pragma once

#include "core/store/parcels.h"
#include "core/store/shipmentfilter.h"

namespace supercargo {

/// A line of the list of parcels: what the courier says, and what is derived from it (core/transit).
struct ParcelLine {
  ShipmentRow shipment;
  QString orderNumber, province;
  std::optional<Instant> promisedAt, expectedAt, expectedBy; ///< expectedBy: nine of ten like it were there
  std::optional<Instant> nextCheckAt;                        ///< when the courier is asked again
  QString promiseBasis;                                      ///< "courier", "rule"; empty without a promise
  qint64 laneSamples = 0;                                    ///< how many parcels the expectation rests on
  QString problem, origin, destination;
  QStringList oddities; ///< "moved_after_delivery", "time_without_zone", "time_missing", "unknown_place"
  qint64 failedTries = 0;
};

/// The newest first; `below`: ids under this one, 0 for the first.
Result<std::vector<ParcelLine>> parcelLines(Connection& c, const ShipmentFilter& filter, Instant now, int limit,
                                            qint64 below = 0);
Result<std::optional<ParcelLine>> parcelLine(Connection& c, ShipmentId id);
/// How many there are, counted up to `most`.
Result<qint64> parcelCount(Connection& c, const ShipmentFilter& filter, Instant now, int most);

/// What filters offer: couriers, reasons and provinces that occur.
struct ParcelChoices {
  QStringList couriers, reasons, provinces;
  bool operator==(const ParcelChoices&) const = default;
};
Result<ParcelChoices> parcelChoices(Connection& c);

} // namespace supercargo
