#pragma once

#include "core/store/accounts.h"
#include "core/store/calls.h"
#include "core/store/orders.h"

namespace supercargo {

/// What a part of a run leaves behind when all its pages are stored.
struct PartEnd {
  std::optional<QString> cursor;     ///< discover: as the provider gave it
  std::optional<Instant> coveredTo;  ///< discover: the window's end
  std::optional<qint64> remoteTotal; ///< audit
  qint64 wrongBefore = 0;            ///< audit: records of the sample's earlier pages that were wrong here
};

/// One understood answer on its way into the database.
struct FetchedPage {
  AccountId account;
  Stream stream = Stream::Orders;
  Loop loop = Loop::Discover;
  Instant now{};
  PreparedOrders orders;            ///< taken out of the snapshots and prepared, so that the writer need not
  Snapshots snapshots;              ///< the rest
  std::optional<PackedCall> call;   ///< the call that brought it; nullopt: none, or it is kept already
  int pace = 1;                     ///< see Origin
  QStringList asked;                ///< ids that this part asked for; set on its last page
  QStringList missing;              ///< those that no answer spoke of
  QStringList doubted;              ///< products that a complete reading missed, kept until the next one
  std::optional<PartEnd> end;       ///< this is the part's last page
  std::vector<FailureFrame> frames; ///< of snapshots.failures, in their order; may be empty
};

/// The keys under which failures of the page's records would have been noted.
QStringList recordIds(const FetchedPage& page);

/// Stores all that one answer said, and at the end of a part the cursor, in the caller's one transaction: records,
/// failures and the failures that are over, what the provider changed, the call that brought them, the state of the
/// stream. Idempotent but for the recorded call.
Result<UpsertCount> storePage(Connection& c, const FetchedPage& page, ChangeSet& changes);

/// Notes that a run failed, so that freshness and reason can be shown. The cursor stays.
Result<void> noteRunFailed(Connection& c, AccountId account, Stream stream, Loop loop, const Error& error, Instant now,
                           ChangeSet& changes);

/// What the revisit loop should ask for now: external ids of orders, order numbers for payments. Couriers:
/// parcelsToTrack (core/store/parcels.h).
Result<QStringList> idsToRevisit(Connection& c, AccountId account, Stream stream, Instant now, int limit);

} // namespace supercargo
