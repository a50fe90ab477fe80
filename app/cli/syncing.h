#pragma once

#include "app/cli/session.h"
#include "core/stock/demandkeeper.h"
#include "core/sync/engine.h"
#include "core/transit/waykeeper.h"

#include <memory>

namespace supercargo::cli {

/// The engine with what it stands on; dies in the reverse order.
struct Syncing {
  std::unique_ptr<Database> database;
  std::unique_ptr<SyncEngine> engine;
  std::unique_ptr<WayKeeper> ways;
  std::unique_ptr<DemandKeeper> demand;
};

/// Locked when the vault does not open.
inline Outcome<Syncing> makeSyncing(Session& session, int historyDays = 0)
{
  SC_TRY_ASSIGN(workspace, session.workspace());
  SC_TRY_ASSIGN(vault, session.vault());
  SC_TRY_ASSIGN(database, workspace->openDatabase());
  SyncOptions options;
  options.clock = systemNow;
  options.historyDays = historyDays;
  auto engine = std::make_unique<SyncEngine>(*database, vault, std::move(options));
  auto ways = std::make_unique<WayKeeper>(*database, systemNow, session.zone());
  auto demand = std::make_unique<DemandKeeper>(*database, systemNow, session.zone(), workspace->info().currency);
  return Syncing{std::move(database), std::move(engine), std::move(ways), std::move(demand)};
}

} // namespace supercargo::cli
