#pragma once

#include "core/outbox/bulkbooking.h"
#include "ui/text/format.h"

namespace supercargo {

/// How far one order's booking is, or what would become of it.
StatusWord bookingWord(const BulkBooking& booking);
/// The rule that chose, the courier's account and the service: "fragile · SF Hangzhou · 2".
QString bookingCarrier(const BulkBooking& booking);
/// Why it is not booked, or would not be; empty while all is well.
QString bookingReason(const BulkBooking& booking);

} // namespace supercargo
