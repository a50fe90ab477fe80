#pragma once

#include "core/store/parcels.h"
#include "core/store/shipmentfilter.h"

namespace supercargo {

/// A line of the list of parcels: what the courier says, and what is derived from it (core/transit).
struct ParcelLine {
  ShipmentRow shipment;
  QString orderNumber, province;
  std::optional<Instant> promisedAt, expectedAt, expectedBy; ///< expectedBy: nine of ten like it were there
  std::optional<Instant> estimatedAt;                        ///< by the courier, as it says now
  std::optional<Instant> nextCheckAt;                        ///< when the courier is asked again
  QString promiseBasis;                                      ///< "platform", "courier", "rule"; empty: no promise
  qint64 laneSamples = 0;                                    ///< how many parcels the expectation rests on
  QString problem, origin, destination;
  QStringList oddities; ///< "moved_after_delivery", "time_without_zone", "time_missing", "unknown_place"
  qint64 failedTries = 0;
};

/// The newest first; `below`: ids under this one, 0 for the first.
Result<std::vector<ParcelLine>> parcelLines(Connection& c, const ShipmentFilter& filter, Instant now, int limit,
                                            qint64 below = 0);
Result<std::optional<ParcelLine>> parcelLine(Connection& c, ShipmentId id);
/// How many lines stand before this parcel in parcelLines; nullopt: the filter does not let it through.
Result<std::optional<qint64>> parcelPosition(Connection& c, const ShipmentFilter& filter, Instant now, ShipmentId id);
/// The parcel that so many lines stand before; nullopt: the list is shorter.
Result<std::optional<ParcelLine>> parcelLineAt(Connection& c, const ShipmentFilter& filter, Instant now,
                                               qint64 position);
/// How many there are, counted up to `most`.
Result<qint64> parcelCount(Connection& c, const ShipmentFilter& filter, Instant now, int most);
/// How many at least one of the filters (one or more) lets through, each counted once, up to `most`.
Result<qint64> parcelCountOfAny(Connection& c, const std::vector<ShipmentFilter>& filters, Instant now, int most);

/// What filters offer: couriers, reasons and provinces that occur.
struct ParcelChoices {
  QStringList couriers, reasons, provinces;
  bool operator==(const ParcelChoices&) const = default;
};
Result<ParcelChoices> parcelChoices(Connection& c);

} // namespace supercargo
