#pragma once

#include "core/providers/declaration.h"
#include "core/store/accounts.h"
#include "core/store/parcels.h"

#include <optional>
#include <vector>

namespace supercargo {

/// What the schedule knows of one account.
struct ScheduledAccount {
  AccountId id;
  AccountState state = AccountState::Ok;
  const Declaration* declaration = nullptr;
  std::vector<StreamState> streams; ///< missing ones were never synced
  std::optional<Instant> notBefore; ///< the provider or the breaker wants a rest until then
};

/// One run that should begin, and since when it should have.
struct DueRun {
  AccountId account;
  Stream stream = Stream::Orders;
  Loop loop = Loop::Discover;
  Instant since{};
  bool operator==(const DueRun&) const = default;
};

/// What a person waits for comes first: orders; reading goods may take one call a product. Payments and parcels follow
/// the orders that they belong to.
int streamRank(Stream stream);

/// A stream that the provider refuses, for want of a permission or by its set-up, is asked for again after this.
constexpr std::chrono::hours kRefusedRest{1};

/// When a loop of a stream is due; nullopt: this stream has no such loop, or not yet.
std::optional<Instant> dueAt(const StreamDeclaration& stream, const StreamState& state, Loop loop, bool simulated);

/// All runs due at `now`, the longest overdue first. Accounts that are not Ok have none. In a simulated workspace the
/// intervals shrink so that a watcher sees life. Pure.
std::vector<DueRun> dueRuns(const std::vector<ScheduledAccount>& accounts, Instant now, bool simulated);

/// How many parcels one look may ask for: what the provider allows until the next one, a minute later. Where the day's
/// calls are counted, half of them are left for parcels that nobody has read yet: reading old ones again must not use
/// them up before noon. Pure.
TrackingTurn trackingTurn(const RateDeclaration& rate, const StreamDeclaration& stream);

} // namespace supercargo
