#pragma once

#include "core/domain/snapshot.h"
#include "core/http/message.h"
#include "core/providers/declaration.h"
#include "core/store/accounts.h"

namespace supercargo {

/// How old the API is that an account speaks, and when its end comes.
struct ApiAge {
  QString used;                  ///< the version that we ask for
  QString answered;              ///< the version that answers say they are of; empty: they do not
  bool differs = false;          ///< both are known and not the same
  std::optional<Instant> endsAt; ///< the earlier of what is declared and what answers announce
  bool announced = false;        ///< it is the answers that say so
  QString words;                 ///< what they announce, as it came; may hold no date at all
};

/// Reads a date out of what a retirement header holds: an HTTP date (RFC 8594 `Sunset`), "@1700000000" (RFC 9745
/// `Deprecation`), an ISO date or instant. nullopt: it holds none.
std::optional<Instant> retirementDate(const QString& header);

/// What an answer's headers, those that the declaration names, tell of the version that answered and of its end.
struct ApiSaid {
  QString version, retirement;
  bool operator==(const ApiSaid&) const = default;
};
/// Headers that an answer has not leave what was said before; but an end that was announced for one version goes when
/// another one answers.
ApiSaid apiSaid(const Declaration& declaration, const HttpResponse& answer, const ApiSaid& before);
/// One notice for another version than the one we ask for, one for an end that is announced; none for what was said
/// before.
std::vector<ChangeNotice> apiNotices(const Declaration& declaration, const ApiSaid& before, const ApiSaid& now);

ApiAge apiAge(const Declaration& declaration, const AccountRow& account);

/// Whole days from now; negative: so many days ago.
qint64 daysUntil(Instant then, Instant now);

/// What a person should see to before it stops an account.
enum class ForesightKind { CredentialEnds, CredentialEnded, ApiEnds, ApiEnded };
struct Foresight {
  AccountId account;
  ForesightKind kind = ForesightKind::CredentialEnds;
  Instant at{};
  bool operator==(const Foresight&) const = default;
};
constexpr int kCredentialDaysAhead = 14, kApiDaysAhead = 60;
/// The most urgent first. Accounts that are paused are left out. Pure.
std::vector<Foresight> foresights(const std::vector<AccountRow>& accounts, Instant now);

} // namespace supercargo
