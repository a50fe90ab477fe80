#pragma once

#include "core/providers/provider.h"
#include "core/store/failures.h"
#include "core/store/orders.h"

namespace supercargo {

/// What became of a mended record.
struct MendOutcome {
  bool stored = false;
  QString reason; ///< why it is not understood even so; English, with the path of every fault
  UpsertCount count;
};

/// Where JSON text breaks off: Invalid with line and column; ok when it is sound. Pure.
Result<void> checkJson(const QByteArray& text);

/// Reads a failed record again, as `edited` has it (empty: as it came), by its provider's own parser, and stores what
/// it says in the caller's transaction; the failure is then over. What is not understood stays a failure, with the edit
/// kept beside the original. Both are logged under `actor`. Runs no network.
/// Errors: NotFound, Invalid (no JSON, or no single line of a file; or it is another record than the one that failed),
/// Rejected when all that can be done is to fetch the record again.
Result<MendOutcome> mendFailure(Connection& c, const Provider& provider, FailureId id, const QByteArray& edited,
                                const QString& actor, Instant now, ChangeSet& changes);

} // namespace supercargo
