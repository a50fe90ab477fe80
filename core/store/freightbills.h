#pragma once

#include "core/domain/freight.h"
#include "core/store/orders.h"

/// What couriers bill, what they agreed to, and what parcels weigh.
namespace supercargo {

/// Keeps lines of couriers' bills, also of parcels that nobody knows. A line with the waybill, courier, time and
/// service of one that is known replaces it (of several such lines in one call, the n-th the n-th): an adjusted bill
/// corrects. Any other line is added to what its parcel costs: a surcharge, a credit.
Result<UpsertCount> upsertFreightBills(Connection& c, const Origin& origin,
                                       const std::vector<FreightBillSnapshot>& bills, ChangeSet& changes);

/// The condition, in SQL, under which bill `b` is of shipment `s`: by number, and where couriers share that number by
/// the courier, too.
extern const QString kBillIsOfShipment;

Result<std::vector<FreightTariff>> freightTariffs(Connection& c); ///< by courier, newest first
/// id 0: a new one. Invalid as `checkTariff` says.
Result<qint64> saveFreightTariff(Connection& c, const FreightTariff& tariff, ChangeSet& changes);
Result<void> deleteFreightTariff(Connection& c, qint64 id, ChangeSet& changes); ///< NotFound

/// Notes what a parcel weighs, as a person put it on the scale; goes before the weight it was booked with. Invalid: not
/// above 0, or too heavy to be true. NotFound.
Result<void> weighParcel(Connection& c, ShipmentId shipment, qint64 grams, ChangeSet& changes);

} // namespace supercargo
