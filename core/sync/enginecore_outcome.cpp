/// What the end of a run means for its account.
#include "core/sync/enginecore.h"

#include <algorithm>

namespace supercargo {
namespace {

constexpr std::chrono::seconds kRestAfterLocalFault{30};

} // namespace

/// The schedule goes by what happened even when that could not be written.
void EngineCore::noteInMemory(Account& account, const RunOrder& order, const SyncReport& report)
{
  const Instant now = m_parts.timing.now();
  auto state = std::ranges::find(account.states, order.stream, &StreamState::stream);
  if (state == account.states.end()) {
    StreamState fresh;
    fresh.account = account.row.id;
    fresh.stream = order.stream;
    state = account.states.insert(state, fresh);
  }
  if (order.loop == Loop::Discover)
    state->lastTryAt = now;
  else if (order.loop == Loop::Revisit)
    state->lastRevisitAt = now;
  if (order.loop == Loop::Audit || report.wasComplete)
    state->lastAuditAt = now;
  if (!report.error && order.loop == Loop::Discover)
    state->coveredTo = now;
  state->lastErrorKind = report.error ? errorKindName(report.error->kind) : QString();
  if (!report.error)
    return;
  if (isOfDatabase(report.error->kind))
    account.notBefore = now + kRestAfterLocalFault;
  else if (report.error->retryAfter)
    account.notBefore = now + *report.error->retryAfter;
}

void EngineCore::noteTrial(Account& account, const SyncReport& report)
{
  using Trial = Account::Trial;
  if (report.error && report.error->kind == ErrorKind::Config)
    account.trials[report.stream] = Trial::Refused;
  else if (!report.error && report.requests > 0)
    account.trials[report.stream] = Trial::Worked;
  else if (!report.error)
    account.trials.emplace(report.stream, Trial::Idle);
}

/// Every stream has been tried, and none works: not a permission is missing, the account is set up wrongly.
bool EngineCore::isRefusedWhole(const Account& account)
{
  const auto worked = [](const auto& trial) { return trial.second == Account::Trial::Worked; };
  return account.trials.size() == account.provider->declaration.streams.size() &&
         std::ranges::none_of(account.trials, worked);
}

/// Wrong credentials stop an account until a person acts, as does a set-up with which nothing works; a run that works
/// proves that somebody has. What is refused to one stream alone rests that stream (core/sync/schedule.h).
void EngineCore::noteAccountState(Account& account, const SyncReport& report)
{
  noteTrial(account, report);
  const auto kind = report.error ? std::optional(report.error->kind) : std::nullopt;
  const bool stops = kind == ErrorKind::Auth || (kind == ErrorKind::Config && isRefusedWhole(account));
  const bool heals = !kind && report.requests > 0 && account.row.state == AccountState::NeedsAttention;
  if (!stops && !heals)
    return;
  account.row.state = stops ? AccountState::NeedsAttention : AccountState::Ok;
  const QString detail =
      !stops
          ? QString()
          : QStringLiteral("%1, reading %2: %3").arg(account.row.name, streamName(report.stream), report.error->detail);
  m_database.write([id = account.row.id, state = account.row.state, detail,
                    kindName = stops ? errorKindName(*kind) : QString()](Connection& c, ChangeSet& changes) {
    changes.accounts.insert(id.value());
    return setAccountState(c, id, state, kindName, detail);
  });
}

} // namespace supercargo
