#pragma once

#include "core/db/connection.h"

namespace supercargo::test {

/// What surrounds the orders of `reportOrders` in CNY: payments of account 3 that failed and succeeded, with fees known
/// and unknown, and their bills; parcels early, late and in trouble; stock with and without cost, sold out and found
/// again; calls, records that nobody understood, and an audit.
void addReportWorld(Connection& c, Instant start, Instant now);

} // namespace supercargo::test
