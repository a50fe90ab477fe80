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

QJsonObject failureJson(const SyncFailure& failure)
{
  return {{QStringLiteral("id"), failure.id.value()},
          {QStringLiteral("account"), failure.account.value()},
          {QStringLiteral("stream"), streamName(failure.stream)},
          {QStringLiteral("record"), jsonOrNull(failure.externalId)},
          {QStringLiteral("reason"), failure.reason},
          {QStringLiteral("attempts"), failure.attempts},
          {QStringLiteral("first_at"), toIso(failure.firstAt)},
          {QStringLiteral("last_at"), toIso(failure.lastAt)},
          {QStringLiteral("call"), failure.call ? QJsonValue(failure.call->value()) : QJsonValue(QJsonValue::Null)}};
}

Outcome<Exit> listFailures(Session& session)
{
  std::optional<AccountId> account;
  if (session.has(QStringLiteral("--account"))) {
    SC_TRY_ASSIGN(id, session.existingAccount(session.value(QStringLiteral("--account"))));
    account = id;
  }
  SC_TRY_ASSIGN(limit, session.limit(50));
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, syncFailures(*connection, account, limit));
  printRows(session, rows, limit,
            {QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", ">Account"),
             QCoreApplication::translate("cli", "Stream"), QCoreApplication::translate("cli", "Record"),
             QCoreApplication::translate("cli", "Last seen"), QCoreApplication::translate("cli", ">Tries"),
             QCoreApplication::translate("cli", ">Call"), QCoreApplication::translate("cli", "Reason")},
            failureJson, [&](const SyncFailure& failure) {
              return QStringList{QString::number(failure.id.value()),
                                 QString::number(failure.account.value()),
                                 streamName(failure.stream),
                                 failure.externalId,
                                 timeText(failure.lastAt, session.zone()),
                                 QString::number(failure.attempts),
                                 failure.call ? QString::number(failure.call->value()) : QString(),
                                 failure.reason};
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
      {QStringLiteral("failures list"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list the records that could not be stored, with the reason"),
       {{QStringLiteral("--account"), QStringLiteral("N"), QCoreApplication::translate("cli", "only this account")},
        limitOption()},
       listFailures},
  };
}

} // namespace supercargo::cli
