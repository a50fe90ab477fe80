#pragma once

#include "tests/bench/bench.h"

namespace supercargo::bench {

struct RawTime {
  double seconds = 0, processorSeconds = 0;
};

/// The baseline of writing: the rows of a filled database, written once more to `to` through SQLite's own C interface
/// with prepared statements, in so many transactions. What writing took; reading the rows is not timed. `from` must be
/// closed: two copies of SQLite in one process must not have one file open.
RawTime rawTime(const QString& from, const QString& to, qint64 transactions);

} // namespace supercargo::bench
