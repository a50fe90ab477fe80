#pragma once

#include "core/db/connection.h"

namespace supercargo {

/// Reserves `count` ids of a table, in the caller's transaction (rolled back with it); the first of them. Both engines
/// count the same way, and rows that refer to each other can be inserted many at a time without asking ids back.
Result<qint64> nextIds(Connection& connection, const QString& table, qint64 count = 1);

} // namespace supercargo
