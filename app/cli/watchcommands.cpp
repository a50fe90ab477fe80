// How accounts fare over time, what providers change, and one file for whoever helps.
#include "app/cli/rowlist.h"
#include "app/workspace/logfile.h"
#include "core/settings/settings.h"
#include "core/store/changenotices.h"
#include "core/sync/accountdetail.h"
#include "core/sync/supportbundle.h"

#include <QJsonArray>

#include <algorithm>

namespace supercargo::cli {
namespace {

QJsonObject bucketJson(const CallBucket& bucket)
{
  return {{QStringLiteral("from"), toIso(bucket.from)},
          {QStringLiteral("calls"), bucket.calls},
          {QStringLiteral("errors"), bucket.errors},
          {QStringLiteral("error_rate"), jsonOrNull(bucket.errorShare())},
          {QStringLiteral("p50_ms"), jsonOrNull(bucket.p50)},
          {QStringLiteral("p95_ms"), jsonOrNull(bucket.p95)},
          {QStringLiteral("p99_ms"), jsonOrNull(bucket.p99)}};
}

Outcome<Exit> history(Session& session)
{
  SC_TRY_ASSIGN(id, session.existingAccount(session.operand(0)));
  SC_TRY_ASSIGN(connection, session.reader());
  const auto span = session.has(QStringLiteral("--week")) ? HistorySpan::Week : HistorySpan::Day;
  SC_TRY_ASSIGN(buckets, accountHistory(*connection, id, systemNow(), span));
  const auto figure = [](const std::optional<double>& value, double times, int digits) {
    return value ? QString::number(*value * times, 'f', digits) : QString();
  };
  printRows(session, buckets, 0,
            {QCoreApplication::translate("cli", "From"), QCoreApplication::translate("cli", ">Calls"),
             QCoreApplication::translate("cli", ">Errors"), QCoreApplication::translate("cli", ">Error %"),
             QCoreApplication::translate("cli", ">p50"), QCoreApplication::translate("cli", ">p95"),
             QCoreApplication::translate("cli", ">p99")},
            bucketJson, [&](const CallBucket& bucket) {
              return QStringList{timeText(bucket.from, session.zone()),
                                 QString::number(bucket.calls),
                                 QString::number(bucket.errors),
                                 figure(bucket.errorShare(), 100, 1),
                                 figure(bucket.p50, 1, 0),
                                 figure(bucket.p95, 1, 0),
                                 figure(bucket.p99, 1, 0)};
            });
  return Exit::Done;
}

/// A day in the shop's time zone, at whose end the credentials end; "none" forgets it.
Outcome<Exit> expiry(Session& session)
{
  SC_TRY_ASSIGN(id, session.existingAccount(session.operand(0)));
  SC_TRY_ASSIGN(connection, session.writer());
  const QString word = session.operand(1);
  std::optional<Instant> at;
  if (word != QLatin1String("none")) {
    const QDate day = QDate::fromString(word, Qt::ISODate);
    if (!day.isValid())
      return wrongUse(QCoreApplication::translate("cli", "\"%1\" is no date").arg(word), word,
                      QCoreApplication::translate("cli", "Write it as 2027-03-31, or none."));
    at = fromMs(day.addDays(1).startOfDay(session.zone()).toMSecsSinceEpoch());
  }
  SC_TRY(setCredentialExpiry(*connection, id, at));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("account"), id.value()},
                          {QStringLiteral("credential_expires_at"), jsonOrNull(at)}});
  else
    print(at ? QCoreApplication::translate("cli", "The credentials of account %1 are noted to end with %2.")
                   .arg(id.value())
                   .arg(word)
             : QCoreApplication::translate("cli", "When the credentials of account %1 end is not known any more.")
                   .arg(id.value()));
  return Exit::Done;
}

QJsonObject changeJson(const ChangeCause& cause)
{
  QJsonArray ids;
  for (const qint64 id : cause.ids)
    ids += id;
  return {{QStringLiteral("id"), cause.ids.front()},
          {QStringLiteral("ids"), ids},
          {QStringLiteral("account"), cause.account.value()},
          {QStringLiteral("kind"), changeKindName(cause.kind)},
          {QStringLiteral("where"), cause.where},
          {QStringLiteral("samples"), QJsonArray::fromStringList(cause.samples)},
          {QStringLiteral("first_seen"), toIso(cause.firstAt)},
          {QStringLiteral("last_seen"), toIso(cause.lastAt)},
          {QStringLiteral("count"), cause.times},
          {QStringLiteral("dismissed"), cause.dismissed}};
}

Outcome<Exit> listChanges(Session& session)
{
  std::optional<AccountId> account;
  if (session.has(QStringLiteral("--account"))) {
    SC_TRY_ASSIGN(id, session.existingAccount(session.value(QStringLiteral("--account"))));
    account = id;
  }
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(causes, changeCauses(*connection, account, session.has(QStringLiteral("--dismissed"))));
  printRows(session, causes, 0,
            {QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", ">Account"),
             QCoreApplication::translate("cli", "New to us"), QCoreApplication::translate("cli", "Where"),
             QCoreApplication::translate("cli", "Sample"), QCoreApplication::translate("cli", ">Times"),
             QCoreApplication::translate("cli", "Last seen")},
            changeJson, [&](const ChangeCause& cause) {
              return QStringList{QString::number(cause.ids.front()),
                                 QString::number(cause.account.value()),
                                 changeKindName(cause.kind),
                                 cause.where,
                                 cause.samples.value(0),
                                 QString::number(cause.times),
                                 timeText(cause.lastAt, session.zone())};
            });
  return Exit::Done;
}

/// One notice of a cause stands for all of it.
Outcome<Exit> dismissChanges(Session& session)
{
  SC_TRY_ASSIGN(id, session.integer(session.operand(0), QStringLiteral("ID")));
  SC_TRY_ASSIGN(connection, session.writer());
  SC_TRY_ASSIGN(causes, changeCauses(*connection));
  const auto found = std::ranges::find_if(
      causes, [id](const ChangeCause& cause) { return std::ranges::find(cause.ids, id) != cause.ids.end(); });
  if (found == causes.end())
    return fail(notFound(QStringLiteral("change %1").arg(id)));
  ChangeSet changes;
  const auto dismissAll = [&]() -> Result<void> {
    for (const qint64 each : found->ids)
      SC_TRY(dismissChange(*connection, each, systemNow(), changes));
    return {};
  };
  SC_TRY(connection->transaction(dismissAll));
  if (session.isJson())
    printJson(
        QJsonObject{{QStringLiteral("where"), found->where}, {QStringLiteral("dismissed"), qint64(found->ids.size())}});
  else
    print(QCoreApplication::translate("cli", "Dismissed: %1.").arg(found->where));
  return Exit::Done;
}

Outcome<Exit> supportBundle(Session& session)
{
  const QString file = session.operand(0);
  SC_TRY_ASSIGN(workspace, session.workspace());
  SC_TRY_ASSIGN(connection, session.reader());
  const Settings settings(workspace->settingsFile());
  const SupportFacts facts = supportFacts(&settings, logFileOf(workspace->dir()));
  SC_TRY(writeSupportBundle(*connection, facts, systemNow(), file));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("file"), file}});
  else
    print(QCoreApplication::translate("cli", "The support bundle is in %1. Read it before you send it.").arg(file));
  return Exit::Done;
}

} // namespace

std::vector<Command> watchCommands()
{
  return {
      {QStringLiteral("account history"),
       QStringLiteral("N"),
       1,
       1,
       QCoreApplication::translate("cli", "show latency and errors of an account's calls over time"),
       {{QStringLiteral("--week"), QString(),
         QCoreApplication::translate("cli", "seven days by three hours instead of one day by half hours")}},
       history},
      {QStringLiteral("account expiry"),
       QStringLiteral("N DATE|none"),
       2,
       2,
       QCoreApplication::translate("cli", "note the last day on which an account's credentials hold"),
       {},
       expiry},
      {QStringLiteral("changes list"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list what providers changed that is not known yet"),
       {{QStringLiteral("--account"), QStringLiteral("N"), QCoreApplication::translate("cli", "only this account")},
        {QStringLiteral("--dismissed"), QString(), QCoreApplication::translate("cli", "also those dismissed")}},
       listChanges},
      {QStringLiteral("changes dismiss"),
       QStringLiteral("ID"),
       1,
       1,
       QCoreApplication::translate("cli", "take a change off the list: you have seen it"),
       {},
       dismissChanges},
      {QStringLiteral("support bundle"),
       QStringLiteral("FILE"),
       1,
       1,
       QCoreApplication::translate("cli", "write one zip file for whoever helps you, without secrets or buyers"),
       {},
       supportBundle},
  };
}

} // namespace supercargo::cli
