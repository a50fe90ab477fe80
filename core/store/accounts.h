#pragma once

#include "core/db/connection.h"
#include "core/domain/stream.h"

#include <QMap>

#include <optional>
#include <vector>

namespace supercargo {

enum class AccountState { Ok, Paused, NeedsAttention }; ///< NeedsAttention: stopped until the user acts; see detail
QString accountStateName(AccountState state);           ///< "ok", "paused", "needs_attention"

/// A connected provider login. Secrets are in the vault (core/security/vault.h), never here.
struct AccountRow {
  AccountId id;
  QString provider, name, endpoint;
  QMap<QString, QString> fields; ///< not secret
  AccountState state = AccountState::Ok;
  QString errorKind, detail; ///< why it needs attention, English
  Instant createdAt{}, credentialAt{};
  std::chrono::milliseconds clockOffset{0};   ///< provider's clock minus ours
  QString apiVersionSeen;                     ///< as its answers say; empty: they do not
  QString retirementSeen;                     ///< what its answers announce of the API's end; empty: nothing
  std::optional<Instant> credentialExpiresAt; ///< as a person noted it
  std::optional<Instant> sessionExpiresAt;    ///< as the provider said when we last signed in; renewed by itself
};

/// How far one stream of one account is.
struct StreamState {
  AccountId account;
  Stream stream = Stream::Orders;
  QString cursor;
  std::optional<Instant> coveredTo, lastOkAt, lastTryAt, lastRevisitAt, lastAuditAt;
  QString lastErrorKind, lastError;
  qint64 remoteTotal = -1;                  ///< as the last audit was told; -1 unknown
  qint64 auditCompared = 0, auditWrong = 0; ///< records that the last audit compared, and those that were wrong here
};

/// The detail of an account that waits because the vault holds no secrets for it (core/security/vault.h, `renew`).
inline const QString kCredentialsMissing =
    QStringLiteral("the account's credentials are not here any more; give them again");
bool lacksCredentials(const AccountRow& account); ///< also while it is paused

Result<AccountId> addAccount(Connection& c, const AccountRow& row); ///< row.id is ignored
Result<void> updateAccount(Connection& c, const AccountRow& row);
/// Removes the account, its secrets, cursors and recorded calls; its orders and the rest stay as history.
Result<void> removeAccount(Connection& c, AccountId id, Instant now);
Result<std::vector<AccountRow>> accountRows(Connection& c); ///< not the removed ones
Result<std::optional<AccountRow>> accountRow(Connection& c, AccountId id);
Result<Instant> connectedAt(Connection& c, AccountId id); ///< also of a removed one, whose orders stay. NotFound
Result<void> setAccountState(Connection& c, AccountId id, AccountState state, const QString& errorKind,
                             const QString& detail);
/// Ends only a pause, and gives back no credentials that are gone: such an account needs attention again. The state
/// that it has then.
Result<AccountState> pauseAccount(Connection& c, AccountId id, bool pause);
/// What the answers' headers say of the API itself.
Result<void> setApiSeen(Connection& c, AccountId id, const QString& version, const QString& retirement);
/// When the credentials end; nullopt: not known. New credentials forget it.
Result<void> setCredentialExpiry(Connection& c, AccountId id, std::optional<Instant> at);
Result<void> setSessionExpiry(Connection& c, AccountId id, std::optional<Instant> at);
Result<void> setClockOffset(Connection& c, AccountId id, std::chrono::milliseconds offset);

Result<std::vector<StreamState>> streamStates(Connection& c);                     ///< of all accounts
Result<StreamState> streamState(Connection& c, AccountId account, Stream stream); ///< empty one when never synced
Result<void> saveStreamState(Connection& c, const StreamState& state);

} // namespace supercargo
