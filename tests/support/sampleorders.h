#pragma once

#include "core/domain/snapshot.h"

#include <vector>

namespace supercargo::test {

/// `count` made-up orders of a small shop over the days before `now`, the same for the same arguments: all states,
/// Chinese and English buyers and titles, several lines, refunds and parcels.
std::vector<OrderSnapshot> sampleOrders(int count, Instant now);

} // namespace supercargo::test
