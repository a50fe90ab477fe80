#pragma once

#include "core/db/connection.h"
#include "core/sync/linkhealth.h"

namespace supercargo {

/// The breaker of an account as the flight recorder's calls leave it: for programs beside the one that syncs, whose
/// own is in its memory. What a provider asks for by itself (slowUntil) is not recorded.
Result<LinkHealth> recordedHealth(Connection& c, AccountId account, Instant now);

QString breakerStateName(Breaker::State state); ///< "closed", "open", "half_open"

} // namespace supercargo
