// Records that could not be understood: why, and what is done about them.
#include "app/cli/rowlist.h"
#include "app/cli/syncing.h"
#include "core/providers/provider.h"
#include "core/store/accounts.h"
#include "core/sync/mending.h"

#include <QFile>
#include <QJsonArray>

#include <algorithm>
#include <cstdio>

namespace supercargo::cli {
namespace {

const QString kActor = QStringLiteral("owner");

QJsonObject rowJson(const SyncFailure& failure)
{
  return {{QStringLiteral("id"), failure.id.value()},
          {QStringLiteral("account"), failure.account.value()},
          {QStringLiteral("stream"), streamName(failure.stream)},
          {QStringLiteral("record"), jsonOrNull(failure.externalId)},
          {QStringLiteral("reason"), failure.reason},
          {QStringLiteral("attempts"), failure.attempts},
          {QStringLiteral("first_at"), toIso(failure.firstAt)},
          {QStringLiteral("last_at"), toIso(failure.lastAt)},
          {QStringLiteral("call"), failure.call ? QJsonValue(failure.call->value()) : QJsonValue(QJsonValue::Null)},
          {QStringLiteral("editable"), failure.editable},
          {QStringLiteral("edited_by"), jsonOrNull(failure.editedBy)},
          {QStringLiteral("dismissed_at"), jsonOrNull(failure.dismissedAt)},
          {QStringLiteral("dismissed_reason"), jsonOrNull(failure.dismissedReason)}};
}

QJsonObject causeJson(const FailureCause& cause)
{
  QJsonArray ids;
  for (const FailureId id : cause.ids)
    ids += id.value();
  return {{QStringLiteral("account"), cause.account.value()},
          {QStringLiteral("stream"), streamName(cause.stream)},
          {QStringLiteral("cause"), cause.cause},
          {QStringLiteral("sample"), cause.sample},
          {QStringLiteral("records"), qint64(cause.ids.size())},
          {QStringLiteral("attempts"), cause.attempts},
          {QStringLiteral("first_at"), toIso(cause.firstAt)},
          {QStringLiteral("last_at"), toIso(cause.lastAt)},
          {QStringLiteral("ids"), ids}};
}

Outcome<std::optional<AccountId>> accountOption(Session& session)
{
  if (!session.has(QStringLiteral("--account")))
    return std::optional<AccountId>();
  SC_TRY_ASSIGN(id, session.existingAccount(session.value(QStringLiteral("--account"))));
  return std::optional(id);
}

Outcome<Exit> listCauses(Session& session)
{
  SC_TRY_ASSIGN(account, accountOption(session));
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(causes, failureCauses(*connection, account));
  printRows(
      session, causes, 0,
      {QCoreApplication::translate("cli", ">Records"), QCoreApplication::translate("cli", ">Account"),
       QCoreApplication::translate("cli", "Stream"), QCoreApplication::translate("cli", "Last seen"),
       QCoreApplication::translate("cli", ">First id"), QCoreApplication::translate("cli", "Cause")},
      causeJson, [&](const FailureCause& cause) {
        return QStringList{
            QString::number(cause.ids.size()),      QString::number(cause.account.value()), streamName(cause.stream),
            timeText(cause.lastAt, session.zone()), QString::number(cause.ids[0].value()),  cause.cause};
      });
  return Exit::Done;
}

Outcome<Exit> list(Session& session)
{
  SC_TRY_ASSIGN(account, accountOption(session));
  SC_TRY_ASSIGN(limit, session.limit(50));
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, syncFailures(*connection, account, limit, session.has(QStringLiteral("--dismissed"))));
  printRows(session, rows, limit,
            {QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", ">Account"),
             QCoreApplication::translate("cli", "Stream"), QCoreApplication::translate("cli", "Record"),
             QCoreApplication::translate("cli", "Last seen"), QCoreApplication::translate("cli", ">Tries"),
             QCoreApplication::translate("cli", ">Call"), QCoreApplication::translate("cli", "Reason")},
            rowJson, [&](const SyncFailure& failure) {
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

Outcome<SyncFailure> failureOperand(Session& session, int index)
{
  SC_TRY_ASSIGN(id, session.idOperand<FailureId>(index));
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(failure, syncFailure(*connection, id));
  if (!failure)
    return fail(notFound(QStringLiteral("failed record %1").arg(id.value())));
  return std::move(*failure);
}

Outcome<Exit> show(Session& session)
{
  SC_TRY_ASSIGN(failure, failureOperand(session, 0));
  if (session.isJson()) {
    QJsonObject object = rowJson(failure);
    object.insert(QStringLiteral("payload"), QString::fromUtf8(failure.payload));
    object.insert(QStringLiteral("edited"), jsonOrNull(QString::fromUtf8(failure.edited)));
    printJson(object);
    return Exit::Done;
  }
  print(failure.reason);
  print(QString::fromUtf8(failure.payload));
  if (!failure.edited.isEmpty()) {
    print(QCoreApplication::translate("cli", "As %1 edited it:").arg(failure.editedBy));
    print(QString::fromUtf8(failure.edited));
  }
  return Exit::Done;
}

Outcome<QByteArray> payloadOption(const Session& session)
{
  const QString name = session.value(QStringLiteral("--payload"));
  QFile file(name);
  const bool opened =
      name == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
  if (!opened)
    return fail(Failure(Error{ErrorKind::NotFound, QCoreApplication::translate("cli", "%1 cannot be read").arg(name),
                              name, std::nullopt}));
  return file.readAll();
}

Outcome<Exit> mend(Session& session, const SyncFailure& failure, const QByteArray& edited)
{
  SC_TRY_ASSIGN(connection, session.writer());
  SC_TRY_ASSIGN(account, accountRow(*connection, failure.account));
  const Provider* provider = account ? findProvider(account->provider) : nullptr;
  if (!provider)
    return fail(notFound(QStringLiteral("account %1").arg(failure.account.value())));
  ChangeSet changes;
  SC_TRY_ASSIGN(outcome, connection->transaction([&] {
    return mendFailure(*connection, *provider, failure.id, edited, kActor, systemNow(), changes);
  }));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("id"), failure.id.value()},
                          {QStringLiteral("stored"), outcome.stored},
                          {QStringLiteral("reason"), jsonOrNull(outcome.reason)}});
  else if (outcome.stored)
    print(QCoreApplication::translate("cli", "The record is understood now and stored."));
  else
    say(QCoreApplication::translate("cli", "It is still not understood: %1").arg(outcome.reason));
  return outcome.stored ? Exit::Done : Exit::Failed;
}

/// Those named, or all that share the cause of the one named.
Outcome<std::vector<SyncFailure>> wanted(Session& session)
{
  SC_TRY_ASSIGN(first, failureOperand(session, 0));
  std::vector<SyncFailure> list{first};
  SC_TRY_ASSIGN(connection, session.reader());
  if (session.has(QStringLiteral("--same-cause"))) {
    SC_TRY_ASSIGN(all, syncFailures(*connection, first.account, 0));
    for (const SyncFailure& each : all)
      if (each.id != first.id && each.stream == first.stream && causeOf(each.reason) == causeOf(first.reason))
        list.push_back(each);
  }
  return list;
}

Outcome<Exit> retry(Session& session)
{
  SC_TRY_ASSIGN(list, wanted(session));
  const SyncFailure& first = list.front();
  if (session.has(QStringLiteral("--payload"))) {
    SC_TRY_ASSIGN(edited, payloadOption(session));
    return mend(session, first, edited);
  }
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(account, accountRow(*connection, first.account));
  const Provider* provider = account ? findProvider(account->provider) : nullptr;
  if (!provider)
    return fail(notFound(QStringLiteral("account %1").arg(first.account.value())));
  SC_TRY_ASSIGN(parts, makeSyncing(session));
  QStringList ids;
  for (const SyncFailure& failure : list)
    ids << failure.externalId;
  QObject context;
  QObject::connect(parts.engine.get(), &SyncEngine::passFinished, &context, [] { QCoreApplication::quit(); });
  if (!ids.contains(QString()) && canReadById(provider->declaration, first.stream))
    parts.engine->readRecords(first.account, first.stream, ids);
  else
    parts.engine->syncOnce({first.account}, {first.stream}, true);
  QCoreApplication::exec();
  SC_TRY_ASSIGN(left, syncFailures(*connection, first.account, 0));
  qint64 still = 0;
  for (const SyncFailure& failure : list)
    still += std::ranges::find(left, failure.id, &SyncFailure::id) != left.end() ? 1 : 0;
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("tried"), qint64(list.size())}, {QStringLiteral("still_failing"), still}});
  else
    print(QCoreApplication::translate("cli", "%1 fetched again, %2 still not understood.").arg(list.size()).arg(still));
  return still == 0 ? Exit::Done : still < qint64(list.size()) ? Exit::Partly : Exit::Failed;
}

Outcome<Exit> dismiss(Session& session)
{
  const QString reason = session.value(QStringLiteral("--reason")).trimmed();
  if (reason.isEmpty())
    return wrongUse(QCoreApplication::translate("cli", "%1 is needed").arg(QStringLiteral("--reason")),
                    QStringLiteral("--reason"));
  SC_TRY_ASSIGN(list, wanted(session));
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  const auto dismissAll = [&]() -> Result<void> {
    for (const SyncFailure& failure : list)
      SC_TRY(dismissFailure(*connection, failure.id, reason, kActor, systemNow(), changes));
    return {};
  };
  SC_TRY(connection->transaction(dismissAll));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("dismissed"), qint64(list.size())}});
  else
    print(QCoreApplication::translate("cli", "%1 dismissed.").arg(list.size()));
  return Exit::Done;
}

Outcome<Exit> reopen(Session& session)
{
  SC_TRY_ASSIGN(failure, failureOperand(session, 0));
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  SC_TRY(reopenFailure(*connection, failure.id, kActor, systemNow(), changes));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("id"), failure.id.value()}, {QStringLiteral("reopened"), true}});
  else
    print(QCoreApplication::translate("cli", "Failed record %1 is in the list again.").arg(failure.id.value()));
  return Exit::Done;
}

Option ofAccount()
{
  return {QStringLiteral("--account"), QStringLiteral("N"), QCoreApplication::translate("cli", "only this account")};
}

} // namespace

std::vector<Command> failureCommands()
{
  const QString id = QStringLiteral("ID");
  const Option sameCause{QStringLiteral("--same-cause"), QString(),
                         QCoreApplication::translate("cli", "also all others that fail for the same cause")};
  return {
      {QStringLiteral("failures list"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list the records that could not be stored, with the reason"),
       {ofAccount(),
        {QStringLiteral("--dismissed"), QString(), QCoreApplication::translate("cli", "also those dismissed")},
        limitOption()},
       list},
      {QStringLiteral("failures causes"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "count the failed records by their cause"),
       {ofAccount()},
       listCauses},
      {QStringLiteral("failures show"),
       id,
       1,
       1,
       QCoreApplication::translate("cli", "show a failed record as it came"),
       {},
       show},
      {QStringLiteral("failures retry"),
       id,
       1,
       1,
       QCoreApplication::translate("cli", "fetch a failed record again, or store it as you mended it"),
       {{QStringLiteral("--payload"), QStringLiteral("FILE"),
         QCoreApplication::translate("cli", "the record as it should read; - is standard input")},
        sameCause},
       retry},
      {QStringLiteral("failures dismiss"),
       id,
       1,
       1,
       QCoreApplication::translate("cli", "take a failed record off the list, with a reason"),
       {{QStringLiteral("--reason"), QStringLiteral("TEXT"), QCoreApplication::translate("cli", "why")}, sameCause},
       dismiss},
      {QStringLiteral("failures reopen"),
       id,
       1,
       1,
       QCoreApplication::translate("cli", "take back the dismissal of a failed record"),
       {},
       reopen},
  };
}

} // namespace supercargo::cli
