#include "core/store/accounts.h"

#include "core/db/ids.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace supercargo {
namespace {

const QString kAccountColumns = QStringLiteral(
    "id, provider, name, endpoint, fields, state, error_kind, detail, created_at, credential_at, clock_offset_ms, "
    "api_version_seen, retirement_seen, credential_expires_at, session_expires_at");
const QString kStreamColumns =
    QStringLiteral("account_id, stream, cursor, covered_to, last_ok_at, last_try_at, last_revisit_at, last_audit_at, "
                   "last_error_kind, last_error, remote_total, audit_compared, audit_wrong");

QString toJson(const QMap<QString, QString>& fields)
{
  QJsonObject object;
  for (auto it = fields.begin(); it != fields.end(); ++it)
    object.insert(it.key(), it.value());
  return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QMap<QString, QString> fieldsOf(const QString& json)
{
  QMap<QString, QString> fields;
  const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
  for (auto it = object.begin(); it != object.end(); ++it)
    fields.insert(it.key(), it.value().toString());
  return fields;
}

AccountState stateNamed(const QString& name)
{
  for (AccountState state : {AccountState::Ok, AccountState::Paused})
    if (accountStateName(state) == name)
      return state;
  return AccountState::NeedsAttention;
}

AccountRow accountOf(const Row& row)
{
  AccountRow account;
  account.id = row.id<AccountId>(0);
  account.provider = row.text(1);
  account.name = row.text(2);
  account.endpoint = row.text(3);
  account.fields = fieldsOf(row.text(4));
  account.state = stateNamed(row.text(5));
  account.errorKind = row.text(6);
  account.detail = row.text(7);
  account.createdAt = row.instant(8);
  account.credentialAt = row.instant(9);
  account.clockOffset = std::chrono::milliseconds(row.integer(10));
  account.apiVersionSeen = row.text(11);
  account.retirementSeen = row.text(12);
  account.credentialExpiresAt = row.instantIfAny(13);
  account.sessionExpiresAt = row.instantIfAny(14);
  return account;
}

/// nullopt: a stream that this program does not know (written by a newer one).
std::optional<StreamState> streamStateOf(const Row& row)
{
  const auto stream = streamNamed(row.text(1));
  if (!stream)
    return std::nullopt;
  StreamState state;
  state.account = row.id<AccountId>(0);
  state.stream = *stream;
  state.cursor = row.text(2);
  state.coveredTo = row.instantIfAny(3);
  state.lastOkAt = row.instantIfAny(4);
  state.lastTryAt = row.instantIfAny(5);
  state.lastRevisitAt = row.instantIfAny(6);
  state.lastAuditAt = row.instantIfAny(7);
  state.lastErrorKind = row.text(8);
  state.lastError = row.text(9);
  state.remoteTotal = row.integer(10);
  state.auditCompared = row.integer(11);
  state.auditWrong = row.integer(12);
  return state;
}

/// Ok when the statement met the one account it was meant for.
Result<void> requireAccount(const Result<qint64>& changed, AccountId id)
{
  SC_TRY(changed);
  if (*changed == 0)
    return fail(ErrorKind::NotFound, QStringLiteral("no such account"), QString::number(id.value()));
  return {};
}

} // namespace

QString accountStateName(AccountState state)
{
  switch (state) {
  case AccountState::Ok:
    return QStringLiteral("ok");
  case AccountState::Paused:
    return QStringLiteral("paused");
  case AccountState::NeedsAttention:
    break;
  }
  return QStringLiteral("needs_attention");
}

bool lacksCredentials(const AccountRow& account)
{
  return account.detail == kCredentialsMissing;
}

Result<AccountId> addAccount(Connection& c, const AccountRow& row)
{
  SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("accounts")));
  SC_TRY(c.run(QStringLiteral("INSERT INTO accounts (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                   .arg(kAccountColumns),
               {id, row.provider, row.name, row.endpoint, toJson(row.fields), accountStateName(row.state),
                row.errorKind, row.detail, row.createdAt, row.credentialAt, qint64(row.clockOffset.count()),
                row.apiVersionSeen, row.retirementSeen, row.credentialExpiresAt, row.sessionExpiresAt}));
  return AccountId(id);
}

Result<void> updateAccount(Connection& c, const AccountRow& row)
{
  return requireAccount(
      c.run(QStringLiteral(
                "UPDATE accounts SET name = ?, endpoint = ?, fields = ?, state = ?, error_kind = ?, detail = ?, "
                "credential_at = ?, clock_offset_ms = ?, api_version_seen = ?, credential_expires_at = ? "
                "WHERE id = ? AND removed_at IS NULL"),
            {row.name, row.endpoint, toJson(row.fields), accountStateName(row.state), row.errorKind, row.detail,
             row.credentialAt, qint64(row.clockOffset.count()), row.apiVersionSeen, row.credentialExpiresAt, row.id}),
      row.id);
}

Result<void> removeAccount(Connection& c, AccountId id, Instant now)
{
  return c.transaction([&]() -> Result<void> {
    SC_TRY(requireAccount(
        c.run(
            QStringLiteral("UPDATE accounts SET removed_at = ?, state = 'paused' WHERE id = ? AND removed_at IS NULL"),
            {now, id}),
        id));
    for (const char* table : {"secrets", "stream_states", "calls", "sync_failures", "change_notices", "failure_log"})
      SC_TRY(c.run(QStringLiteral("DELETE FROM %1 WHERE account_id = ?").arg(QLatin1String(table)), {id}));
    return {};
  });
}

Result<std::vector<AccountRow>> accountRows(Connection& c)
{
  return c.rows(QStringLiteral("SELECT %1 FROM accounts WHERE removed_at IS NULL ORDER BY id").arg(kAccountColumns), {},
                accountOf);
}

Result<std::optional<AccountRow>> accountRow(Connection& c, AccountId id)
{
  return c.row(QStringLiteral("SELECT %1 FROM accounts WHERE id = ? AND removed_at IS NULL").arg(kAccountColumns), {id},
               accountOf);
}

Result<Instant> connectedAt(Connection& c, AccountId id)
{
  SC_TRY_ASSIGN(at, c.row(QStringLiteral("SELECT created_at FROM accounts WHERE id = ?"), {id},
                          [](const Row& row) { return row.instant(0); }));
  if (!at)
    return fail(ErrorKind::NotFound, QStringLiteral("no such account"), QString::number(id.value()));
  return *at;
}

Result<void> setAccountState(Connection& c, AccountId id, AccountState state, const QString& errorKind,
                             const QString& detail)
{
  return requireAccount(c.run(QStringLiteral("UPDATE accounts SET state = ?, error_kind = ?, detail = ? WHERE id = ?"),
                              {accountStateName(state), errorKind, detail, id}),
                        id);
}

Result<AccountState> pauseAccount(Connection& c, AccountId id, bool pause)
{
  return c.transaction([&]() -> Result<AccountState> {
    SC_TRY_ASSIGN(row, accountRow(c, id));
    if (!row)
      return fail(ErrorKind::NotFound, QStringLiteral("no such account"), QString::number(id.value()));
    if (!pause && row->state != AccountState::Paused)
      return row->state;
    const bool lacking = lacksCredentials(*row);
    const AccountState resumed = lacking ? AccountState::NeedsAttention : AccountState::Ok;
    const AccountState state = pause ? AccountState::Paused : resumed;
    SC_TRY(setAccountState(c, id, state, lacking ? row->errorKind : QString(), lacking ? row->detail : QString()));
    return state;
  });
}

Result<void> setApiSeen(Connection& c, AccountId id, const QString& version, const QString& retirement)
{
  return requireAccount(
      c.run(QStringLiteral("UPDATE accounts SET api_version_seen = ?, retirement_seen = ? WHERE id = ?"),
            {version, retirement, id}),
      id);
}

Result<void> setCredentialExpiry(Connection& c, AccountId id, std::optional<Instant> at)
{
  return requireAccount(c.run(QStringLiteral("UPDATE accounts SET credential_expires_at = ? WHERE id = ?"), {at, id}),
                        id);
}

Result<void> setSessionExpiry(Connection& c, AccountId id, std::optional<Instant> at)
{
  return requireAccount(c.run(QStringLiteral("UPDATE accounts SET session_expires_at = ? WHERE id = ?"), {at, id}), id);
}

Result<void> setClockOffset(Connection& c, AccountId id, std::chrono::milliseconds offset)
{
  return requireAccount(
      c.run(QStringLiteral("UPDATE accounts SET clock_offset_ms = ? WHERE id = ?"), {qint64(offset.count()), id}), id);
}

Result<std::vector<StreamState>> streamStates(Connection& c)
{
  std::vector<StreamState> states;
  SC_TRY(c.each(QStringLiteral("SELECT %1 FROM stream_states ORDER BY account_id, stream").arg(kStreamColumns), {},
                [&](const Row& row) {
                  if (auto state = streamStateOf(row))
                    states.push_back(std::move(*state));
                }));
  return states;
}

Result<StreamState> streamState(Connection& c, AccountId account, Stream stream)
{
  SC_TRY_ASSIGN(
      found,
      c.row(QStringLiteral("SELECT %1 FROM stream_states WHERE account_id = ? AND stream = ?").arg(kStreamColumns),
            {account, streamName(stream)}, streamStateOf));
  if (found && *found)
    return **found;
  StreamState state;
  state.account = account;
  state.stream = stream;
  return state;
}

Result<void> saveStreamState(Connection& c, const StreamState& state)
{
  SC_TRY(c.run(QStringLiteral("INSERT INTO stream_states (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                              "ON CONFLICT (account_id, stream) DO UPDATE SET cursor = excluded.cursor, "
                              "covered_to = excluded.covered_to, last_ok_at = excluded.last_ok_at, "
                              "last_try_at = excluded.last_try_at, last_revisit_at = excluded.last_revisit_at, "
                              "last_audit_at = excluded.last_audit_at, last_error_kind = excluded.last_error_kind, "
                              "last_error = excluded.last_error, remote_total = excluded.remote_total, "
                              "audit_compared = excluded.audit_compared, audit_wrong = excluded.audit_wrong")
                   .arg(kStreamColumns),
               {state.account, streamName(state.stream), state.cursor, state.coveredTo, state.lastOkAt, state.lastTryAt,
                state.lastRevisitAt, state.lastAuditAt, state.lastErrorKind, state.lastError, state.remoteTotal,
                state.auditCompared, state.auditWrong}));
  return {};
}

} // namespace supercargo
