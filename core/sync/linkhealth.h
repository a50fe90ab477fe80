#pragma once

#include "core/base/id.h"
#include "core/providers/provider.h"
#include "core/sync/breaker.h"

#include <optional>

namespace supercargo {

/// How the way to one account's provider stands at this moment, as the running engine knows it.
struct LinkHealth {
  AccountId account;
  Breaker::State breaker = Breaker::State::Closed;
  int failuresInRow = 0;
  std::optional<Instant> opensAt;   ///< breaker open: when a call may probe
  std::optional<Instant> slowUntil; ///< the provider asked us to slow down until then
  std::optional<Instant> restUntil; ///< the schedule starts nothing before
  std::optional<Budget> budget;     ///< the provider counts points: what is left of them
};

} // namespace supercargo
