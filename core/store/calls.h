#pragma once

#include "core/db/changeset.h"
#include "core/db/connection.h"
#include "core/domain/stream.h"
#include "core/store/failures.h"

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
  std::optional<Stream> stream; ///< what it was read for; nullopt: sign-in, check, action
  QByteArray replay;            ///< how to ask the same again (core/sync/recordedcall.h); empty: it cannot be
};

/// The same, ready to be written: to compress bodies takes longer than to write them, and there is one writer.
struct PackedCall {
  CallRecord call;                      ///< without the bodies
  QByteArray request, response, replay; ///< compressed
};
PackedCall packedCall(CallRecord call);

/// The id of a call that `recordCall` is to write later in the same transaction.
Result<CallId> nextCallId(Connection& c);
/// Writes it under its id, or a new one where it has none.
Result<CallId> recordCall(Connection& c, const PackedCall& packed);
inline Result<CallId> recordCall(Connection& c, const CallRecord& call)
{
  return recordCall(c, packedCall(call));
}
/// Deletes the oldest beyond `keepDays` or `maxBytes` in all; of those of the last 24 hours, which quotas are counted
/// by, only the bodies.
Result<void> trimCalls(Connection& c, Instant now, int keepDays, qint64 maxBytes);

/// How a call was answered.
enum class AnswerKind { Any, Success, Redirect, ClientError, ServerError, None };

struct CallFilter {
  std::optional<AccountId> account;
  bool failedOnly = false;
  QString text; ///< in operation, path, error or what was stored
  std::optional<Stream> stream = std::nullopt;
  AnswerKind answer = AnswerKind::Any;
  std::optional<Instant> since = std::nullopt, until = std::nullopt; ///< until: before it
};
/// Newest first, without bodies; `after`: id of the last seen (0: from the start).
Result<std::vector<CallRecord>> callRows(Connection& c, const CallFilter& filter, int limit, qint64 after = 0);

/// A part of a search that also looks into the (masked) bodies, where the ids of records stand.
struct CallPage {
  std::vector<CallRecord> rows;
  qint64 next = 0; ///< go on `after` this one; 0: all has been looked through
};
/// Bodies are packed, so each is opened: no more than `scan` calls a time, that nobody waits behind it.
Result<CallPage> searchCalls(Connection& c, const CallFilter& filter, int limit, qint64 after, int scan = 2'000);

Result<std::optional<CallRecord>> callDetails(Connection& c, CallId id);

/// Figures over the calls of the last `span`.
struct CallStats {
  AccountId account;
  qint64 calls = 0, errors = 0;
  std::optional<double> p50, p95, p99; ///< milliseconds
};
Result<std::vector<CallStats>> callStats(Connection& c, Instant since);

} // namespace supercargo
