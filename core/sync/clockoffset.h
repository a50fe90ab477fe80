#pragma once

#include "core/http/message.h"

namespace supercargo {

/// Beyond this, providers that sign with a time stamp refuse us sooner or later; the person should set the computer's
/// clock.
constexpr std::chrono::minutes kWorryingClockOffset{5};

/// The provider's clock minus ours, as one answer's Date header tells it; good to about a second. nullopt: no such
/// header, a cached answer (Age), or an answer so slow that it says nothing.
std::optional<std::chrono::milliseconds> measuredOffset(const HttpResponse& response, Instant sentAt);

/// `measured` differs from what we know by more than the header's own coarseness.
bool isNewOffset(std::chrono::milliseconds known, std::chrono::milliseconds measured);

} // namespace supercargo
