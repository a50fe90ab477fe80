#include "app/cli/rowlist.h"
#include "app/cli/syncing.h"
#include "core/providers/provider.h"
#include "core/store/accounts.h"
#include "core/store/calls.h"

#include <QJsonArray>

#include <algorithm>
#include <climits>
#include <iterator>

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

/// "2xx", "404"-like classes; "none": no answer came.
std::optional<AnswerKind> answerKindNamed(const QString& word)
{
  if (word == QLatin1String("none"))
    return AnswerKind::None;
  static const QStringList kClasses{QStringLiteral("2xx"), QStringLiteral("3xx"), QStringLiteral("4xx"),
                                    QStringLiteral("5xx")};
  const auto place = kClasses.indexOf(word);
  return place < 0 ? std::nullopt : std::optional(AnswerKind(int(AnswerKind::Success) + place));
}

Outcome<void> readFilterOptions(const Session& session, CallFilter& filter)
{
  if (const QString word = session.value(QStringLiteral("--status")); !word.isEmpty()) {
    const auto kind = answerKindNamed(word);
    if (!kind)
      return wrongUse(QCoreApplication::translate("cli", "\"%1\" is no class of statuses").arg(word), word,
                      QStringLiteral("2xx, 3xx, 4xx, 5xx, none"));
    filter.answer = *kind;
  }
  if (const QString word = session.value(QStringLiteral("--stream")); !word.isEmpty()) {
    filter.stream = streamNamed(word);
    if (!filter.stream)
      return wrongUse(QCoreApplication::translate("cli", "there is no stream \"%1\"").arg(word), word);
  }
  if (const QString word = session.value(QStringLiteral("--since")); !word.isEmpty()) {
    const auto since = parseIso(word);
    if (!since)
      return wrongUse(since.error().detail, word);
    filter.since = *since;
  }
  return {};
}

/// Also in the bodies, through everything there is.
Result<std::vector<CallRecord>> searchAll(Connection& c, const CallFilter& filter, int limit)
{
  std::vector<CallRecord> rows;
  qint64 after = 0;
  do {
    const int wanted = limit > 0 ? limit - int(rows.size()) : INT_MAX;
    SC_TRY_ASSIGN(page, searchCalls(c, filter, wanted, after));
    std::ranges::move(page.rows, std::back_inserter(rows));
    after = page.next;
  } while (after > 0 && (limit <= 0 || int(rows.size()) < limit));
  return rows;
}

Outcome<Exit> list(Session& session)
{
  CallFilter filter;
  filter.failedOnly = session.has(QStringLiteral("--failed"));
  filter.text = session.value(QStringLiteral("--text"));
  SC_TRY(readFilterOptions(session, filter));
  if (session.has(QStringLiteral("--account"))) {
    SC_TRY_ASSIGN(id, session.existingAccount(session.value(QStringLiteral("--account"))));
    filter.account = id;
  }
  SC_TRY_ASSIGN(limit, session.limit(50));
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, session.has(QStringLiteral("--bodies")) ? searchAll(*connection, filter, limit)
                                                              : callRows(*connection, filter, limit));
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

QJsonObject replayJson(const CallReplay& replay)
{
  QJsonArray differences;
  for (const AnswerDifference& each : replay.differences)
    differences += QJsonObject{{QStringLiteral("where"), each.where},
                               {QStringLiteral("before"), jsonOrNull(each.before)},
                               {QStringLiteral("after"), jsonOrNull(each.after)}};
  const auto side = [](const CallRecord& call) {
    return QJsonObject{{QStringLiteral("status"), call.status > 0 ? QJsonValue(call.status) : QJsonValue()},
                       {QStringLiteral("bytes"), call.bytes},
                       {QStringLiteral("ms"), qint64(call.duration.count())}};
  };
  return {{QStringLiteral("call"), replay.before.id.value()},
          {QStringLiteral("before"), side(replay.before)},
          {QStringLiteral("after"), side(replay.after)},
          {QStringLiteral("error"), replay.error ? QJsonValue(toJson(*replay.error)) : QJsonValue()},
          {QStringLiteral("compared_whole"), replay.isWhole},
          {QStringLiteral("differences"), differences}};
}

Outcome<Exit> replay(Session& session)
{
  SC_TRY_ASSIGN(id, session.idOperand<CallId>(0));
  SC_TRY_ASSIGN(parts, makeSyncing(session));
  SC_TRY_ASSIGN(replayed, session.await(parts.engine->replay(id)));
  if (session.isJson()) {
    printJson(replayJson(replayed));
  } else {
    print(QStringLiteral("%1 -> %2 · %3 -> %4 B · %5 -> %6 ms")
              .arg(replayed.before.status)
              .arg(replayed.after.status)
              .arg(replayed.before.bytes)
              .arg(replayed.after.bytes)
              .arg(replayed.before.duration.count())
              .arg(replayed.after.duration.count()));
    Table table({QCoreApplication::translate("cli", "Place"), QCoreApplication::translate("cli", "Then"),
                 QCoreApplication::translate("cli", "Now")});
    for (const AnswerDifference& each : replayed.differences)
      table.add({each.where, each.before, each.after});
    if (replayed.differences.empty() && !replayed.error)
      print(
          replayed.isWhole
              ? QCoreApplication::translate("cli", "The answer is the same as then.")
              : QCoreApplication::translate(
                    "cli", "As far as the answers are kept (the first 64 KB, text only), they are the same as then."));
    else if (!replayed.differences.empty())
      table.print();
    if (replayed.error)
      say(errorText(*replayed.error));
  }
  return replayed.error ? Exit::Failed : Exit::Done;
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
        {QStringLiteral("--bodies"), QString(),
         QCoreApplication::translate("cli", "look for the text in requests and answers too")},
        {QStringLiteral("--status"), QStringLiteral("2xx|3xx|4xx|5xx|none"),
         QCoreApplication::translate("cli", "only calls answered so")},
        {QStringLiteral("--stream"), QStringLiteral("NAME"),
         QCoreApplication::translate("cli", "only calls made for this stream")},
        {QStringLiteral("--since"), QStringLiteral("INSTANT"),
         QCoreApplication::translate("cli", "only calls since then")},
        limitOption()},
       list},
      {QStringLiteral("calls show"),
       QStringLiteral("ID"),
       1,
       1,
       QCoreApplication::translate("cli", "show a call with what was sent and answered, masked"),
       {},
       show},
      {QStringLiteral("calls replay"),
       QStringLiteral("ID"),
       1,
       1,
       QCoreApplication::translate("cli", "make a call that reads once more and compare the answers"),
       {},
       replay},
  };
}

} // namespace supercargo::cli
