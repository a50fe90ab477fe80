#pragma once

#include "core/db/connection.h"
#include "core/db/schema.h"

namespace supercargo {

/// Runs the steps above the stored version, in order, each one transaction with its schema_history row. An SQLite file
/// that already has a schema is copied to "….before-v<newest>" first. Conflict when the stored version is above the
/// last.
Result<void> migrate(Connection& connection, const std::vector<Migration>& steps);

/// The schema version of an open database; 0: it is empty.
Result<int> storedVersion(Connection& connection);

/// Conflict, naming both, when `stored` is above `known`.
Result<void> refuseNewer(int stored, int known);

} // namespace supercargo
