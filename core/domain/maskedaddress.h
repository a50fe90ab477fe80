#pragma once

#include "core/domain/snapshot.h"

namespace supercargo {

/// Whether parts of it are hidden behind asterisks ("张**, 138****0000"), as shops show buyers to programs that need
/// not know them. No courier finds such a door.
bool isMasked(const AddressSnapshot& address);

} // namespace supercargo
