#pragma once

#include "tests/bench/bench.h"

namespace supercargo::bench {

/// The baseline of writing: the rows of a filled database, written once more to `to` through SQLite's own C interface
/// with prepared statements, in so many transactions. Seconds that writing took; reading the rows is not timed. `from`
/// must be closed: two copies of SQLite in one process must not have one file open.
double rawSeconds(const QString& from, const QString& to, qint64 transactions);

} // namespace supercargo::bench
