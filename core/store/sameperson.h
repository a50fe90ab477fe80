#pragma once

#include "core/base/id.h"
#include "core/db/connection.h"

#include <vector>

namespace supercargo {

/// A customer and all others that are surely the same person: who bought as a guest, in other shops, under another
/// account. The same mail address is, or the same telephone and name; what a shop masks is no sign. The one asked for
/// comes first. NotFound.
Result<std::vector<CustomerId>> samePerson(Connection& c, CustomerId customer);

} // namespace supercargo
