/// What a person asks the engine beside syncing: whether credentials work, how the ways stand, and a recorded call
/// again.
#include "core/base/deliver.h"
#include "core/sync/enginecore.h"
#include "core/sync/recordedcall.h"
#include "core/sync/recorder.h"

namespace supercargo {

std::vector<LinkHealth> EngineCore::health() const
{
  std::vector<LinkHealth> list;
  for (const auto& [id, account] : m_accounts) {
    if (!account.link)
      continue;
    LinkHealth health = account.link->health();
    health.restUntil = std::max(health.restUntil, account.notBefore);
    list.push_back(health);
  }
  return list;
}

void EngineCore::replay(CallId id, std::shared_ptr<QPromise<Result<CallReplay>>> promise)
{
  const auto tell = [promise](Result<CallReplay> result) {
    promise->addResult(std::move(result));
    promise->finish();
  };
  load([this, id, tell](const Result<void>& loaded) {
    if (!loaded) {
      tell(fail(loaded.error()));
      return;
    }
    deliver(m_database.read([id](Connection& c) { return callDetails(c, id); }), this,
            [this, id, tell](const Result<std::optional<CallRecord>>& found) {
              if (!found)
                tell(fail(found.error()));
              else if (!*found)
                tell(fail(ErrorKind::NotFound, QStringLiteral("no such call"), QString::number(id.value())));
              else if (auto sent = sendAgain(**found, tell); !sent)
                tell(fail(sent.error()));
            });
  });
}

/// Ok: it is on its way, and `tell` will be called.
Result<void> EngineCore::sendAgain(const CallRecord& recorded, std::function<void(Result<CallReplay>)> tell)
{
  if (recorded.replay.isEmpty())
    return fail(ErrorKind::Rejected,
                QStringLiteral("only calls that read can be made again, and only those whose request holds nobody's "
                               "telephone number or address"));
  const auto found = m_accounts.find(recorded.account);
  if (found == m_accounts.end() || !found->second.link)
    return fail(found == m_accounts.end()
                    ? Error{ErrorKind::NotFound, QStringLiteral("the call's account is not connected any more")}
                    : found->second.unusable.value_or(Error{ErrorKind::Locked, QStringLiteral("no credentials")}));
  SC_TRY_ASSIGN(again, recordedCallFrom(recorded.replay));
  AccountLink& link = *found->second.link;
  Call call;
  call.context = link.context();
  // Signed for the account of today, it must not go to where the account was yesterday.
  if (again.context.endpoint != call.context.endpoint)
    return fail(ErrorKind::Conflict, QStringLiteral("the account's address has changed since this call was made"));
  call.context.stream = again.context.stream;
  call.context.loop = again.context.loop;
  call.context.cursor = again.context.cursor;
  call.context.from = again.context.from;
  call.context.to = again.context.to;
  call.context.pageSize = again.context.pageSize;
  call.context.ids = again.context.ids;
  call.request = again.request;
  call.priority = Priority::Foreground;
  call.mostAttempts = 1; // a person waits
  call.stream = again.context.stream;
  call.read = [](const HttpRequest&, const HttpResponse&) {
    return Result<void>();
  }; // whatever it says: it is compared
  call.done = [this, recorded, tell = std::move(tell)](CallEnd end) {
    CallReplay replay{
        recorded, end.record, {}, std::nullopt, holdsWholeAnswer(recorded) && holdsWholeAnswer(end.record)};
    if (end.record.status > 0)
      replay.differences = answerDifferences(recorded.response, end.record.response);
    if (!end.result) {
      replay.error = end.result.error();
    } else {
      end.record.stored = QStringLiteral("replay of call %1").arg(recorded.id.value());
      keepCall(m_database, std::move(end.record));
    }
    tell(std::move(replay));
  };
  link.send(std::move(call));
  return {};
}

void EngineCore::check(const Provider* provider, const AccountRow& account, const Secrets& secrets,
                       std::shared_ptr<QPromise<Result<void>>> promise)
{
  const auto tell = [promise](const Result<void>& result) {
    promise->addResult(result);
    promise->finish();
  };
  if (auto allowed = checkEndpoint(account.endpoint); !allowed) {
    tell(allowed);
    return;
  }
  LinkSetup setup = linkSetup(account, *provider, secrets);
  setup.database = nullptr;
  setup.vault = nullptr;
  auto* link = new AccountLink(std::move(setup));
  link->setParent(this);
  Call call;
  call.context = link->context();
  call.request = provider->functions.check(call.context);
  call.priority = Priority::Foreground;
  call.mostAttempts = 1; // a person waits
  call.read = [provider, context = call.context](const HttpRequest&, const HttpResponse& got) {
    return provider->functions.parseCheck(context, got);
  };
  call.done = [tell, link](const CallEnd& end) {
    link->deleteLater();
    tell(end.result);
  };
  link->send(std::move(call));
}

} // namespace supercargo
