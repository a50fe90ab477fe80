#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace supercargo {

/// What went wrong, as far as a program needs to decide what to do next. Sentences for people are made in ui and app.
enum class ErrorKind {
  Network,      ///< no connection, name not found, connection reset: try again later
  Timeout,      ///< no answer in time; for an action the outcome is unknown
  RateLimited,  ///< the provider asks us to slow down; see Error::retryAfter
  Auth,         ///< key wrong, token expired or revoked: sign in again, else ask the user
  Config,       ///< set up wrongly: signature, permission, IP list, wrong URL, retired API version
  Clock,        ///< our time stamp was refused: measure the clock offset, try once more
  TooLarge,     ///< page or query too large: halve it
  Rejected,     ///< a business rule refused this one thing; go on with the others
  ProviderDown, ///< 5xx or the provider's own "try later"
  BadResponse,  ///< not what the protocol promises: HTML, cut JSON, wrong envelope, bad signature
  Database,     ///< local database failed
  DiskFull,     ///< no room on disk; nothing was changed
  Conflict,     ///< the value is no longer what the caller thought
  Denied,       ///< this person may not do this
  Locked,       ///< vault or workspace is closed
  Cancelled,    ///< somebody asked to stop
  NotFound,     ///< no such thing
  Invalid,      ///< input makes no sense
};

/// The stable name of a kind, as `--json` prints it: "rate_limited".
QString errorKindName(ErrorKind kind);

/// A failure. `detail` is English, for logs and for the "details" line under a translated sentence; never holds a
/// secret.
struct Error {
  ErrorKind kind = ErrorKind::Invalid;
  QString detail;
  QString subject; ///< the thing concerned ("order 727", "field consumer_key"); may be empty
  std::optional<std::chrono::milliseconds> retryAfter = std::nullopt;
  bool unsent = false; ///< what was asked has surely not left this machine: nobody need wonder whether it happened

  bool operator==(const Error&) const = default;
};

/// The subject of a Config error whose cause is one missing permission: the account's other calls may well work.
inline constexpr QLatin1String kPermissionSubject("permission");

/// Whether asking again later can help without anybody changing anything.
bool isTransient(ErrorKind kind);

/// Our own database failed: not what was being done with it, so whatever comes next would fail as well.
bool isOfDatabase(ErrorKind kind);

} // namespace supercargo
