#pragma once

#include "core/domain/snapshot.h"
#include "core/store/parcels.h"
#include "ui/pages.h"

namespace supercargo {

/// Asks whether a booked parcel is to be taken back, and asks the courier for it. What cannot be taken back is said at
/// once. `parent`: of the dialog.
void askCancelBooking(const PageContext& context, ShipmentId shipment, QWidget* parent);

} // namespace supercargo
