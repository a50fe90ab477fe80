#pragma once

#include "core/providers/provider.h"
#include "core/store/accounts.h"

namespace supercargo {

/// What the account's provider is told of it with every call; clock, currency and stream are the caller's to add. Pure.
FetchContext accountContext(const Provider& provider, const AccountRow& account);

} // namespace supercargo
