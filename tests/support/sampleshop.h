#pragma once

#include "core/domain/snapshot.h"

#include <vector>

namespace supercargo::test {

/// Orders as reports must bear them: discounts and refunds of whole orders and of lines, late refunds, cancelled before
/// and after payment, unpaid, several currencies, no lines, refunds above the order. `start` is local noon of the first
/// day; one order each seven hours.
std::vector<OrderSnapshot> reportOrders(int count, Instant start, Currency currency);

} // namespace supercargo::test
