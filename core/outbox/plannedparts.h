#pragma once

#include "core/outbox/parcelplans.h"

/// What the making of a plan (parcelplans.cpp) and its booking (parcelload.cpp) both need to know.
namespace supercargo {

/// An order as it is compared with others; `planned` is left to the caller, `booked` tells of parcels that stand.
MergeFacts mergeFacts(const OrderDetails& order);
/// "the orders cannot share a parcel: 1002: phone, address"
QString mergeRefusal(const std::vector<MergeFinding>& findings);

std::vector<qint64> quantitiesOf(const OrderDetails& order);
/// What a line is called in a plan: its id at the shop where that is the only one like it, else "#" and its place.
QStringList lineKeys(const OrderDetails& order);

/// SQL: the row `a` of the outbox is a booking that stands or is on its way.
QString liveBooking();

} // namespace supercargo
