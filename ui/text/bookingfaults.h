#pragma once

#include "core/outbox/shipping.h"

namespace supercargo {

/// What keeps a parcel from being asked for, in a sentence that fits every order.
QString bookingFaultText(BookingFault fault);

} // namespace supercargo
