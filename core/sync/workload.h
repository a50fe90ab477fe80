#pragma once

#include "core/security/vault.h"
#include "core/store/accounts.h"
#include "core/store/workspace.h"

#include <map>

namespace supercargo {

/// All that the engine reads from the workspace before it works: accounts, their secrets, and how far they are.
struct Workload {
  WorkspaceInfo workspace;
  std::vector<AccountRow> accounts;
  std::vector<StreamState> states;
  std::map<AccountId, Result<Secrets>> secrets; ///< Locked and the like stay with the account concerned
  std::map<AccountId, qint64> callsToday;
};

Result<Workload> readWorkload(Connection& c, const Vault* vault, Instant now);

} // namespace supercargo
