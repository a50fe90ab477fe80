#pragma once

#include "core/base/instant.h"
#include "core/providers/declaration.h"

#include <optional>
#include <vector>

namespace supercargo {

/// A closed span of the provider's clock that one reading covers.
struct Window {
  Instant from{}, to{};
  bool operator==(const Window&) const = default;
};

/// What to read so that nothing is missed: from a little before what is covered to a little before now, in pieces no
/// longer than the provider allows, oldest first. Never covered: as far back as `historyDays` and the provider reach
/// (0: no limit). Streams without a changed-since filter are read whole. Pure.
std::vector<Window> planWindows(const StreamDeclaration& stream, std::optional<Instant> coveredTo, Instant providerNow,
                                int historyDays);

} // namespace supercargo
