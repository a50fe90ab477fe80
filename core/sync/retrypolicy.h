#pragma once

#include "core/base/error.h"

#include <chrono>

/// What to do after a read has failed, or a write was refused. A write whose outcome is unknown is asked about, never
/// repeated.
namespace supercargo {

/// What has been tried for one request so far.
struct Attempts {
  int made = 1;          ///< including the one that just failed
  int most = 5;          ///< payment providers ask for no more than this
  int badResponses = 0;  ///< including the one that just came
  bool signedIn = false; ///< the session was renewed for this request
  bool clockSet = false; ///< the clock offset was measured anew for this request
};

enum class Remedy { GiveUp, Wait, SignIn, SetClock, ShrinkPage };

struct RetryDecision {
  Remedy remedy = Remedy::GiveUp;
  std::chrono::milliseconds delay{0};
  bool operator==(const RetryDecision&) const = default;
};

/// A provider that asks for more patience than this ends the run; the schedule comes back when the time has passed.
constexpr std::chrono::minutes kLongestWait{5};
constexpr int kMostBadResponses = 3;

/// 1-2-4…300 s with ±20 % jitter unless the provider says how long. `random` is in [0, 1).
RetryDecision decideRetry(const Attempts& attempts, const Error& error, double random);

} // namespace supercargo
