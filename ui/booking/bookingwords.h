#pragma once

#include "core/outbox/bulkbooking.h"
#include "ui/text/format.h"

namespace supercargo {

/// How far one order's booking is.
StatusWord bookingWord(const BulkBooking& booking);
/// Why it is not booked; the rule that carries it while all is well.
QString bookingReason(const BulkBooking& booking);

} // namespace supercargo
