#pragma once

#include "core/db/changeset.h"
#include "core/db/connection.h"
#include "core/domain/stream.h"

#include <vector>

namespace supercargo {

/// One call to a provider, as the flight recorder keeps it: masked before it comes here.
struct CallRecord {
  CallId id;
  AccountId account;
  Instant at{};
  QString operation, method, host, path;
  int status = 0; ///< 0: no answer
  std::chrono::milliseconds duration{0};
  qint64 bytes = 0; ///< of the answer's body
  int attempt = 1;
  QString errorKind, error;
  QByteArray request, response; ///< masked; long bodies cut, with a note
  QString stored;               ///< "orders: 3 new, 1 changed"
};

Result<CallId> recordCall(Connection& c, const CallRecord& call);
Result<void> noteStored(Connection& c, CallId call, const QString& stored);
/// Deletes the oldest beyond `keep` days or `maxBytes` in all.
Result<void> trimCalls(Connection& c, Instant now, int keepDays, qint64 maxBytes);

struct CallFilter {
  std::optional<AccountId> account;
  bool failedOnly = false;
  QString text; ///< in operation, path or error
};
/// Newest first, without bodies; `after`: id of the last seen (0: from the start).
Result<std::vector<CallRecord>> callRows(Connection& c, const CallFilter& filter, int limit, qint64 after = 0);
Result<std::optional<CallRecord>> callDetails(Connection& c, CallId id);

/// Figures over the calls of the last `span`.
struct CallStats {
  AccountId account;
  qint64 calls = 0, errors = 0;
  std::optional<double> p50, p95, p99; ///< milliseconds
};
Result<std::vector<CallStats>> callStats(Connection& c, Instant since);

/// A record that could not be stored: waits for a person or for the next good copy.
struct SyncFailure {
  FailureId id;
  AccountId account;
  Stream stream = Stream::Orders;
  QString externalId, reason;
  QByteArray payload;
  qint64 attempts = 0;
  Instant firstAt{}, lastAt{};
  std::optional<CallId> call;
};
Result<void> noteFailures(Connection& c, AccountId account, Stream stream, std::optional<CallId> call, Instant now,
                          const std::vector<struct ItemFailure>& failures, ChangeSet& changes);
/// The record came well: its failure is over.
Result<void> resolveFailures(Connection& c, AccountId account, Stream stream, const QStringList& externalIds);
Result<std::vector<SyncFailure>> syncFailures(Connection& c, std::optional<AccountId> account, int limit);

} // namespace supercargo
