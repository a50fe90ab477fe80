#include "core/sync/workload.h"

#include "core/store/calls.h"

namespace supercargo {

Result<Workload> readWorkload(Connection& c, const Vault* vault, Instant now)
{
  Workload workload;
  SC_TRY_ASSIGN(info, workspaceInfo(c));
  workload.workspace = info.value_or(WorkspaceInfo{});
  SC_TRY_ASSIGN(accounts, accountRows(c));
  workload.accounts = std::move(accounts);
  SC_TRY_ASSIGN(states, streamStates(c));
  workload.states = std::move(states);
  for (const AccountRow& account : workload.accounts)
    workload.secrets.emplace(account.id, vault ? vault->secrets(c, account.id) : Result<Secrets>(Secrets()));
  SC_TRY_ASSIGN(stats, callStats(c, now - std::chrono::hours(24)));
  for (const CallStats& calls : stats)
    workload.callsToday[calls.account] = calls.calls;
  return workload;
}

} // namespace supercargo
