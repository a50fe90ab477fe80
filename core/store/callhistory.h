#pragma once

#include "core/db/connection.h"

#include <vector>

/// How an account's calls fared over time, from the flight recorder.
namespace supercargo {

/// The calls of one span of time. Percentiles are nearest rank over the calls that were answered, in milliseconds.
struct CallBucket {
  Instant from{};
  qint64 calls = 0, errors = 0;
  std::optional<double> p50, p95, p99;

  /// nullopt when nothing was called.
  std::optional<double> errorShare() const
  {
    return calls > 0 ? std::optional(double(errors) / double(calls)) : std::nullopt;
  }
};

/// `count` spans of `width`, the oldest first, of which the last holds `now`; they begin at whole multiples of `width`
/// since 1970, so that they stay put while time goes on. Reads each call once. Spans without calls are there, empty.
Result<std::vector<CallBucket>> callHistory(Connection& c, AccountId account, Instant now,
                                            std::chrono::milliseconds width, int count);

/// All of a history as one span; `from` is that of the first. Percentiles cannot be added up, so they are read anew.
Result<CallBucket> callTotal(Connection& c, AccountId account, Instant since);

} // namespace supercargo
