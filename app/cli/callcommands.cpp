#include "app/cli/rowlist.h"
#include "core/providers/provider.h"
#include "core/store/accounts.h"
#include "core/store/calls.h"

namespace supercargo::cli {
namespace {

QJsonObject rowJson(const CallRecord& call)
{
  return {{QStringLiteral("id"), call.id.value()},
          {QStringLiteral("account"), call.account.value()},
          {QStringLiteral("at"), toIso(call.at)},
          {QStringLiteral("operation"), call.operation},
          {QStringLiteral("method"), call.method},
          {QStringLiteral("host"), call.host},
          {QStringLiteral("path"), call.path},
          {QStringLiteral("status"), call.status > 0 ? QJsonValue(call.status) : QJsonValue(QJsonValue::Null)},
          {QStringLiteral("ms"), static_cast<qint64>(call.duration.count())},
          {QStringLiteral("bytes"), call.bytes},
          {QStringLiteral("attempt"), call.attempt},
          {QStringLiteral("error_kind"), jsonOrNull(call.errorKind)},
          {QStringLiteral("error"), jsonOrNull(call.error)},
          {QStringLiteral("stored"), jsonOrNull(call.stored)}};
}

Outcome<Exit> list(Session& session)
{
  CallFilter filter;
  filter.failedOnly = session.has(QStringLiteral("--failed"));
  filter.text = session.value(QStringLiteral("--text"));
  if (session.has(QStringLiteral("--account"))) {
    SC_TRY_ASSIGN(id, session.existingAccount(session.value(QStringLiteral("--account"))));
    filter.account = id;
  }
  SC_TRY_ASSIGN(limit, session.limit(50));
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, callRows(*connection, filter, limit));
  printRows(
      session, rows, limit,
      {QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", ">Account"),
       QCoreApplication::translate("cli", "Time"), QCoreApplication::translate("cli", "Operation"),
       QCoreApplication::translate("cli", ">Status"), QCoreApplication::translate("cli", ">ms"),
       QCoreApplication::translate("cli", ">Try"), QCoreApplication::translate("cli", "Result")},
      [](const CallRecord& call) { return rowJson(call); },
      [&](const CallRecord& call) {
        return QStringList{QString::number(call.id.value()),
                           QString::number(call.account.value()),
                           timeText(call.at, session.zone()),
                           call.operation,
                           call.status > 0 ? QString::number(call.status) : QString(),
                           QString::number(call.duration.count()),
                           QString::number(call.attempt),
                           call.error.isEmpty() ? call.stored : call.error};
      });
  return Exit::Done;
}

Outcome<Exit> show(Session& session)
{
  SC_TRY_ASSIGN(id, session.idOperand<CallId>(0));
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(call, callDetails(*connection, id));
  if (!call)
    return fail(notFound(QStringLiteral("call %1").arg(id.value())));
  const QString request = QString::fromUtf8(call->request), response = QString::fromUtf8(call->response);
  if (session.isJson()) {
    QJsonObject object = rowJson(*call);
    object.insert(QStringLiteral("request"), request);
    object.insert(QStringLiteral("response"), response);
    printJson(object);
    return Exit::Done;
  }
  print(QStringLiteral("%1 %2%3").arg(call->method, call->host, call->path));
  print(QStringLiteral("%1 · %2 · %3 ms · %4")
            .arg(timeText(call->at, session.zone()))
            .arg(call->status)
            .arg(call->duration.count())
            .arg(call->error.isEmpty() ? call->stored : call->error));
  print(request);
  print(response);
  return Exit::Done;
}

struct AccountHealth {
  AccountRow account;
  CallStats stats;
  std::vector<StreamState> streams;
};

Result<std::vector<AccountHealth>> accountHealth(Connection& c, Instant now)
{
  SC_TRY_ASSIGN(accounts, accountRows(c));
  SC_TRY_ASSIGN(stats, callStats(c, now - std::chrono::hours(24)));
  SC_TRY_ASSIGN(states, streamStates(c));
  std::vector<AccountHealth> list;
  for (AccountRow& account : accounts) {
    AccountHealth health;
    for (const CallStats& stat : stats)
      if (stat.account == account.id)
        health.stats = stat;
    for (const StreamState& state : states)
      if (state.account == account.id)
        health.streams.push_back(state);
    health.account = std::move(account);
    list.push_back(std::move(health));
  }
  return list;
}

qint64 secondsSince(Instant then, Instant now)
{
  return std::chrono::duration_cast<std::chrono::seconds>(now - then).count();
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
          {QStringLiteral("credential_age_days"), secondsSince(health.account.credentialAt, now) / 86'400},
          // The engine's breaker lives in the process that syncs; what outlasts it is an account that was stopped.
          {QStringLiteral("breaker"),
           health.account.state == AccountState::NeedsAttention ? QStringLiteral("open") : QStringLiteral("closed")}};
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
       QCoreApplication::translate("cli", "Reason")},
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
                           row.account.detail};
      });
  return Exit::Done;
}

} // namespace

std::vector<Command> callCommands()
{
  return {
      {QStringLiteral("calls list"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list the recorded calls to providers, newest first"),
       {{QStringLiteral("--account"), QStringLiteral("N"), QCoreApplication::translate("cli", "only this account")},
        {QStringLiteral("--failed"), QString(), QCoreApplication::translate("cli", "only calls that failed")},
        {QStringLiteral("--text"), QStringLiteral("TEXT"),
         QCoreApplication::translate("cli", "found in operation, path or error")},
        limitOption()},
       list},
      {QStringLiteral("calls show"),
       QStringLiteral("ID"),
       1,
       1,
       QCoreApplication::translate("cli", "show a call with what was sent and answered, masked"),
       {},
       show},
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
