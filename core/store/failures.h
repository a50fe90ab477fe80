#pragma once

#include "core/db/changeset.h"
#include "core/db/connection.h"
#include "core/domain/stream.h"

#include <vector>

/// Dead letters: records of answers that could not be understood. Each waits for a person or for the next good copy.
namespace supercargo {

struct ItemFailure;

/// Where a failed record came from, so that it can be read again after a person has mended it: the call
/// (core/sync/recordedcall.h) and its answer, cut open around the record. All empty: the record can only be fetched
/// again.
struct FailureFrame {
  QByteArray request, before, after;
  bool isKnown() const { return !request.isEmpty(); }
};

struct SyncFailure {
  FailureId id;
  AccountId account;
  Stream stream = Stream::Orders;
  QString externalId, reason;
  QByteArray payload; ///< as it came
  qint64 attempts = 0;
  Instant firstAt{}, lastAt{};
  std::optional<CallId> call;
  QByteArray edited; ///< as a person mended it, while even that is not understood; empty: nobody did
  QString editedBy;
  std::optional<Instant> editedAt, dismissedAt;
  QString dismissedBy, dismissedReason;
  bool editable = false; ///< its frame is known
};

/// `frames`: in the order of `failures`, or empty. A failure that was dismissed stays so while its reason is the same.
Result<void> noteFailures(Connection& c, AccountId account, Stream stream, std::optional<CallId> call, Instant now,
                          const std::vector<ItemFailure>& failures, ChangeSet& changes,
                          const std::vector<FailureFrame>& frames = {});
/// The record came well: its failure is over.
Result<void> resolveFailures(Connection& c, AccountId account, Stream stream, const QStringList& externalIds);

/// The newest first; of one account or all. Those dismissed only when asked for. `limit` 0: all.
Result<std::vector<SyncFailure>> syncFailures(Connection& c, std::optional<AccountId> account, int limit,
                                              bool dismissedToo = false);
/// Without those dismissed.
Result<qint64> failureCount(Connection& c, std::optional<AccountId> account = std::nullopt);
Result<std::optional<SyncFailure>> syncFailure(Connection& c, FailureId id);
Result<FailureFrame> failureFrame(Connection& c, FailureId id);

/// A reason without what is particular to one record: quoted values and numbers stand as "…" and "#". Pure.
QString causeOf(const QString& reason);

/// Failures of one account and stream with one cause.
struct FailureCause {
  AccountId account;
  Stream stream = Stream::Orders;
  QString cause;  ///< causeOf its reasons
  QString sample; ///< the newest reason, in full
  qint64 attempts = 0;
  Instant firstAt{}, lastAt{};
  std::vector<FailureId> ids; ///< the newest first
};
/// The most frequent first. Without those dismissed.
Result<std::vector<FailureCause>> failureCauses(Connection& c, std::optional<AccountId> account = std::nullopt);

/// NotFound when there is no such failure; Invalid without a reason. Logged.
Result<void> dismissFailure(Connection& c, FailureId id, const QString& reason, const QString& actor, Instant now,
                            ChangeSet& changes);
/// Takes a dismissal back.
Result<void> reopenFailure(Connection& c, FailureId id, const QString& actor, Instant now, ChangeSet& changes);

/// Keeps what a person made of the record, with why it is not understood yet. The original stays.
Result<void> keepEdit(Connection& c, FailureId id, const QByteArray& edited, const QString& reason,
                      const QString& actor, Instant now, ChangeSet& changes);
/// Ends a failure whose record has been stored, with or without an edit. Logged with both texts.
Result<void> closeFailure(Connection& c, const SyncFailure& failure, const QByteArray& edited, const QString& actor,
                          Instant now, ChangeSet& changes);

/// What was done to dead letters, the newest first.
struct FailureDeed {
  qint64 id = 0;
  AccountId account;
  Stream stream = Stream::Orders;
  QString externalId;
  Instant at{};
  QString actor, deed; ///< deed: "edited", "stored", "dismissed", "reopened"
  QString note;        ///< reason of a dismissal, or why an edit is not understood
  QByteArray original, edited;
};
Result<std::vector<FailureDeed>> failureDeeds(Connection& c, int limit);
/// Forgets deeds older than `keepDays`: they hold records of buyers.
Result<void> trimFailureDeeds(Connection& c, Instant now, int keepDays);

} // namespace supercargo
