#include "app/cli/rowlist.h"
#include "core/providers/provider.h"
#include "core/store/accounts.h"
#include "core/store/calls.h"
#include "core/store/changenotices.h"
#include "core/sync/accountdetail.h"
#include "core/sync/recordedhealth.h"

namespace supercargo::cli {
namespace {

struct AccountHealth {
  AccountRow account;
  CallStats stats;
  std::vector<StreamState> streams;
  std::vector<NoticedChange> changes;
  LinkHealth link;
};

Result<std::vector<AccountHealth>> accountHealth(Connection& c, Instant now)
{
  SC_TRY_ASSIGN(accounts, accountRows(c));
  SC_TRY_ASSIGN(stats, callStats(c, now - std::chrono::hours(24)));
  SC_TRY_ASSIGN(states, streamStates(c));
  SC_TRY_ASSIGN(changes, noticedChanges(c));
  std::vector<AccountHealth> list;
  for (AccountRow& account : accounts) {
    AccountHealth health;
    for (const CallStats& stat : stats)
      if (stat.account == account.id)
        health.stats = stat;
    for (const StreamState& state : states)
      if (state.account == account.id)
        health.streams.push_back(state);
    for (const NoticedChange& change : changes)
      if (change.account == account.id)
        health.changes.push_back(change);
    SC_TRY_ASSIGN(link, recordedHealth(c, account.id, now));
    health.link = link;
    health.account = std::move(account);
    list.push_back(std::move(health));
  }
  return list;
}

qint64 secondsSince(Instant then, Instant now)
{
  return std::chrono::duration_cast<std::chrono::seconds>(now - then).count();
}

/// What does not work at present, stream by stream.
QJsonArray problems(const AccountHealth& health)
{
  QJsonArray list;
  for (const StreamState& state : health.streams)
    if (!state.lastErrorKind.isEmpty())
      list += QJsonObject{{QStringLiteral("stream"), streamName(state.stream)},
                          {QStringLiteral("kind"), state.lastErrorKind},
                          {QStringLiteral("message"), state.lastError}};
  return list;
}

/// What the last audit found, stream by stream: records compared, and those that were wrong here and were repaired.
QJsonObject audits(const AccountHealth& health)
{
  QJsonObject object;
  for (const StreamState& state : health.streams)
    if (state.lastAuditAt)
      object.insert(streamName(state.stream), QJsonObject{{QStringLiteral("at"), toJson(*state.lastAuditAt)},
                                                          {QStringLiteral("compared"), state.auditCompared},
                                                          {QStringLiteral("wrong"), state.auditWrong}});
  return object;
}

QJsonObject changeJson(const NoticedChange& change)
{
  return {{QStringLiteral("id"), change.id},
          {QStringLiteral("kind"), changeKindName(change.notice.kind)},
          {QStringLiteral("where"), change.notice.where},
          {QStringLiteral("sample"), change.notice.sample},
          {QStringLiteral("first_seen"), toJson(change.firstAt)},
          {QStringLiteral("last_seen"), toJson(change.lastAt)},
          {QStringLiteral("count"), change.times}};
}

QJsonArray changesJson(const AccountHealth& health)
{
  QJsonArray list;
  for (const NoticedChange& change : health.changes)
    list += changeJson(change);
  return list;
}

/// Empty: the clocks agree well enough.
QString clockWarning(const AccountRow& account)
{
  const auto offset = worryingClockOffset(account);
  if (!offset)
    return {};
  const qint64 seconds = offset->count() / 1000;
  return (seconds > 0 ? QCoreApplication::translate("cli", "This computer's clock is %1 s behind that of account %2 "
                                                           "(%3): set it, or calls may be refused.")
                      : QCoreApplication::translate("cli", "This computer's clock is %1 s ahead of that of account %2 "
                                                           "(%3): set it, or calls may be refused."))
      .arg(qAbs(seconds))
      .arg(account.id.value())
      .arg(account.name);
}

QJsonObject rowJson(const AccountHealth& health, Instant now)
{
  const Provider* provider = findProvider(health.account.provider);
  const Declaration declaration = provider ? provider->declaration : Declaration();
  QJsonObject freshness;
  for (const StreamState& state : health.streams)
    if (state.lastOkAt)
      freshness.insert(streamName(state.stream), secondsSince(*state.lastOkAt, now));
  QJsonValue quota = QJsonValue::Null;
  if (declaration.rate.perDay > 0)
    quota = QJsonObject{{QStringLiteral("per_day"), declaration.rate.perDay},
                        {QStringLiteral("used_24h"), health.stats.calls}};
  return {{QStringLiteral("account"), health.account.id.value()},
          {QStringLiteral("provider"), health.account.provider},
          {QStringLiteral("name"), health.account.name},
          {QStringLiteral("state"), accountStateName(health.account.state)},
          {QStringLiteral("detail"), jsonOrNull(health.account.detail)},
          {QStringLiteral("freshness_s"), freshness},
          {QStringLiteral("calls"), health.stats.calls},
          {QStringLiteral("errors"), health.stats.errors},
          {QStringLiteral("p50_ms"), jsonOrNull(health.stats.p50)},
          {QStringLiteral("p95_ms"), jsonOrNull(health.stats.p95)},
          {QStringLiteral("p99_ms"), jsonOrNull(health.stats.p99)},
          {QStringLiteral("quota"), quota},
          {QStringLiteral("api_version"),
           health.account.apiVersionSeen.isEmpty() ? declaration.apiVersion : health.account.apiVersionSeen},
          {QStringLiteral("retires_at"), jsonOrNull(declaration.retiresAt.value_or(QString()))},
          {QStringLiteral("retirement_announced"), jsonOrNull(health.account.retirementSeen)},
          {QStringLiteral("problems"), problems(health)},
          {QStringLiteral("audit"), audits(health)},
          {QStringLiteral("changes"), changesJson(health)},
          {QStringLiteral("credential_expires_at"), jsonOrNull(health.account.credentialExpiresAt)},
          {QStringLiteral("credential_age_days"), secondsSince(health.account.credentialAt, now) / 86'400},
          {QStringLiteral("clock_offset_s"), qint64(health.account.clockOffset.count() / 1000)},
          {QStringLiteral("clock_warning"), jsonOrNull(clockWarning(health.account))},
          {QStringLiteral("breaker"), breakerStateName(health.link.breaker)},
          {QStringLiteral("breaker_opens_at"), jsonOrNull(health.link.opensAt)}};
}

/// Why the account or the first of its streams does not work; empty: all is well.
QString reason(const AccountHealth& health)
{
  if (!health.account.detail.isEmpty())
    return health.account.detail;
  for (const StreamState& state : health.streams)
    if (!state.lastErrorKind.isEmpty())
      return state.lastError;
  return {};
}

void printChanges(const Session& session, const std::vector<AccountHealth>& accounts)
{
  Table table({QCoreApplication::translate("cli", ">Account"), QCoreApplication::translate("cli", "New to us"),
               QCoreApplication::translate("cli", "Where"), QCoreApplication::translate("cli", "Sample"),
               QCoreApplication::translate("cli", ">Times"), QCoreApplication::translate("cli", "Last seen")});
  bool any = false;
  for (const AccountHealth& account : accounts)
    for (const NoticedChange& change : account.changes) {
      table.add({QString::number(account.account.id.value()), changeKindName(change.notice.kind), change.notice.where,
                 change.notice.sample, QString::number(change.times), timeText(change.lastAt, session.zone())});
      any = true;
    }
  if (any)
    table.print();
}

Outcome<Exit> health(Session& session)
{
  const Instant now = systemNow();
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, accountHealth(*connection, now));
  const auto ms = [](const std::optional<double>& value) {
    return value ? QString::number(*value, 'f', 0) : QString();
  };
  printRows(
      session, rows, 0,
      {QCoreApplication::translate("cli", ">Account"), QCoreApplication::translate("cli", "Provider"),
       QCoreApplication::translate("cli", "Name"), QCoreApplication::translate("cli", "State"),
       QCoreApplication::translate("cli", "Fresh (s)"), QCoreApplication::translate("cli", ">Calls"),
       QCoreApplication::translate("cli", ">Errors"), QCoreApplication::translate("cli", ">p50"),
       QCoreApplication::translate("cli", ">p95"), QCoreApplication::translate("cli", ">p99"),
       QCoreApplication::translate("cli", "Breaker"), QCoreApplication::translate("cli", "Reason")},
      [&](const AccountHealth& row) { return rowJson(row, now); },
      [&](const AccountHealth& row) {
        QStringList fresh;
        for (const StreamState& state : row.streams)
          if (state.lastOkAt)
            fresh += QStringLiteral("%1 %2").arg(streamName(state.stream)).arg(secondsSince(*state.lastOkAt, now));
        return QStringList{QString::number(row.account.id.value()),
                           row.account.provider,
                           row.account.name,
                           accountStateName(row.account.state),
                           fresh.join(QStringLiteral(", ")),
                           QString::number(row.stats.calls),
                           QString::number(row.stats.errors),
                           ms(row.stats.p50),
                           ms(row.stats.p95),
                           ms(row.stats.p99),
                           breakerStateName(row.link.breaker),
                           reason(row)};
      });
  if (session.isJson())
    return Exit::Done;
  printChanges(session, rows);
  for (const AccountHealth& row : rows)
    if (const QString warning = clockWarning(row.account); !warning.isEmpty())
      print(warning);
  return Exit::Done;
}

} // namespace

std::vector<Command> healthCommands()
{
  return {
      {QStringLiteral("health"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "show how well every account works"),
       {},
       health},
  };
}

} // namespace supercargo::cli
