#include "core/sync/mending.h"

#include "core/store/accounts.h"
#include "core/store/workspace.h"
#include "core/sync/answerframe.h"
#include "core/sync/pagestore.h"
#include "core/sync/recordedcall.h"

#include <QJsonDocument>

#include <algorithm>

namespace supercargo {
namespace {

/// What the parser is told: the call of then, the account of today.
Result<FetchContext> contextOf(Connection& c, const Provider& provider, const SyncFailure& failure,
                               const RecordedCall& call, Instant now)
{
  SC_TRY_ASSIGN(account, accountRow(c, failure.account));
  if (!account)
    return fail(ErrorKind::NotFound, QStringLiteral("the account was removed"));
  SC_TRY_ASSIGN(workspace, workspaceInfo(c));
  FetchContext context = call.context;
  context.declaration = &provider.declaration;
  context.fields = account->fields;
  context.now = now + account->clockOffset;
  if (workspace)
    context.currency = workspace->currency;
  return context;
}

/// What the mended answer says; or why it says nothing of use.
Result<Snapshots> readAgain(const Provider& provider, const FetchContext& context, const HttpRequest& sent,
                            const QByteArray& answer, const SyncFailure& failure)
{
  HttpResponse got;
  got.status = 200;
  got.body = answer;
  got.receivedAt = context.now;
  SC_TRY_ASSIGN(step, provider.functions.parse(context, sent, got));
  if (!step.snapshots.failures.empty())
    return fail(ErrorKind::BadResponse, step.snapshots.failures.front().reason);
  if (step.snapshots.size() == 0)
    return fail(ErrorKind::BadResponse, QStringLiteral("there is no %1 record in it").arg(streamName(failure.stream)));
  return std::move(step.snapshots);
}

/// A line of a file stays one line; every other record is JSON.
Result<QByteArray> soundRecord(const RecordedCall& call, QByteArray record)
{
  if (call.request.operation != kLineOperation) {
    SC_TRY(checkJson(record));
    return record;
  }
  while (record.endsWith('\n') || record.endsWith('\r'))
    record.chop(1);
  if (record.contains('\n'))
    return fail(ErrorKind::Invalid, QStringLiteral("this record is one line of a file, and not several"));
  return record;
}

FetchedPage pageOf(const SyncFailure& failure, Snapshots snapshots, Instant now)
{
  FetchedPage page;
  page.account = failure.account;
  page.stream = failure.stream;
  page.loop = Loop::Revisit;
  page.now = now;
  page.orders = prepareOrders(std::move(snapshots.orders));
  page.snapshots = std::move(snapshots);
  return page;
}

} // namespace

Result<void> checkJson(const QByteArray& text)
{
  QJsonParseError error;
  QJsonDocument::fromJson(text, &error);
  if (error.error == QJsonParseError::NoError)
    return {};
  const QByteArray before = text.left(error.offset);
  const qsizetype line = before.count('\n') + 1, column = error.offset - before.lastIndexOf('\n');
  return fail(ErrorKind::Invalid, QStringLiteral("this is not JSON: line %1, column %2: %3")
                                      .arg(line)
                                      .arg(std::max<qsizetype>(column, 1))
                                      .arg(error.errorString()));
}

Result<MendOutcome> mendFailure(Connection& c, const Provider& provider, FailureId id, const QByteArray& edited,
                                const QString& actor, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(failure, syncFailure(c, id));
  if (!failure)
    return fail(ErrorKind::NotFound, QStringLiteral("no such failed record"), QString::number(id.value()));
  SC_TRY_ASSIGN(frame, failureFrame(c, id));
  if (!frame.isKnown() || !provider.functions.parse)
    return fail(ErrorKind::Rejected, QStringLiteral("this record cannot be mended here, only fetched again"));
  SC_TRY_ASSIGN(call, recordedCallFrom(frame.request));
  SC_TRY_ASSIGN(record, soundRecord(call, edited.isEmpty() ? failure->payload : edited));
  SC_TRY_ASSIGN(context, contextOf(c, provider, *failure, call, now));
  auto said = readAgain(provider, context, call.request, putBack(frame, record), *failure);
  if (!said) {
    SC_TRY(keepEdit(c, id, edited, said.error().detail, actor, now, changes));
    return MendOutcome{false, said.error().detail, {}};
  }
  const FetchedPage page = pageOf(*failure, std::move(*said), now);
  if (!failure->externalId.isEmpty() && !recordIds(page).contains(failure->externalId))
    return fail(ErrorKind::Invalid,
                QStringLiteral("the mended text is another record: its id must stay \"%1\"").arg(failure->externalId));
  SC_TRY_ASSIGN(count, storePage(c, page, changes));
  SC_TRY(closeFailure(c, *failure, edited, actor, now, changes));
  return MendOutcome{true, {}, count};
}

} // namespace supercargo
