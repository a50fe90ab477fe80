#include "core/sync/outboxrunner.h"

#include "core/base/deliver.h"

namespace supercargo {
namespace {

constexpr int kReadAtOnce = 16; ///< of an account: more than any provider allows calls at once

/// Whether the provider says it can do this at all.
bool isOffered(const Declaration& declaration, const ActionKind& kind)
{
  struct Capability {
    const Declaration& declaration;
    bool operator()(const SetStock&) const { return declaration.can(u"stock.write"); }
    bool operator()(const MarkShipped&) const { return declaration.can(u"orders.ship"); }
    bool operator()(const AddOrderNote&) const { return declaration.can(u"orders.note"); }
    bool operator()(const CloseOrder&) const { return declaration.can(u"orders.close"); }
    bool operator()(const RefundPayment&) const
    {
      return declaration.can(u"orders.refund") || declaration.can(u"payments.refund");
    }
    bool operator()(const VoidPayment&) const { return declaration.can(u"payments.void"); }
    bool operator()(const ClosePayment&) const { return declaration.can(u"payments.close"); }
    bool operator()(const QuoteRates&) const { return declaration.can(u"parcel.rates"); }
    bool operator()(const BookParcel&) const { return declaration.can(u"parcel.book"); }
    bool operator()(const CancelParcel&) const { return declaration.can(u"parcel.cancel"); }
    bool operator()(const FetchLabel&) const { return declaration.can(u"parcel.label"); }
  };
  return std::visit(Capability{declaration}, kind);
}

} // namespace

OutboxRunner::OutboxRunner(Database& database, Timing timing, Links links)
    : m_database(database), m_timing(std::move(timing)), m_links(std::move(links))
{
  connect(&database, &Database::changed, this, [this](const ChangeSet& changes) {
    if (changes.outbox)
      wake();
  });
}

OutboxRunner::~OutboxRunner() = default;

Result<OutboxRunner::Due> OutboxRunner::readDue(Connection& c, Instant now)
{
  Due due;
  SC_TRY_ASSIGN(entries, dueActions(c, now, kReadAtOnce));
  for (OutboxEntry& entry : entries) {
    Result<CompleteAction> action = completeAction(c, entry);
    due.actions.emplace_back(std::move(entry), std::move(action));
  }
  SC_TRY_ASSIGN(next, nextActionAt(c, now));
  due.next = next;
  return due;
}

void OutboxRunner::wake()
{
  if (m_reading) {
    m_askedAgain = true;
    return;
  }
  m_reading = true;
  if (std::exchange(m_recovered, true))
    return look();
  // What a dead program left as "sending" has to stand as unknown before anything younger is looked at.
  const auto recovered = m_database.write(
      [now = m_timing.now()](Connection& c, ChangeSet& changes) { return recoverActions(c, now, changes); });
  deliver(recovered, this, [this](const Result<void>& done) {
    m_recovered = done.has_value();
    look();
  });
}

void OutboxRunner::look()
{
  const auto read = m_database.read([now = m_timing.now()](Connection& c) { return readDue(c, now); });
  deliver(read, this, [this](Result<Due> due) {
    m_reading = false;
    if (due)
      apply(std::move(*due));
    m_endedMeanwhile.clear();
    if (std::exchange(m_askedAgain, false))
      wake();
    else if (isIdle())
      Q_EMIT idle();
  });
}

void OutboxRunner::apply(Due due)
{
  for (auto& [entry, action] : due.actions) {
    if (m_runs.contains(entry.id) || m_ends.contains(entry.id) || m_endedMeanwhile.contains(entry.id))
      continue;
    AccountLink* link = m_links(entry.account);
    if (!link || !mayStart(entry, *link))
      continue;
    const Declaration& declaration = link->provider().declaration;
    if (!action)
      refuse(entry, action.error());
    else if (!isOffered(declaration, entry.action.what))
      refuse(entry, {ErrorKind::Invalid, QStringLiteral("%1 does not offer this").arg(declaration.name.en)});
    else
      run(*link, entry, std::move(*action));
  }
  if (due.next)
    wakeAt(*due.next);
}

/// As many at once as the provider allows calls, and one a target, so that levels of one article arrive in order.
bool OutboxRunner::mayStart(const OutboxEntry& entry, const AccountLink& link) const
{
  const auto isBehind = [&](const OutboxEntry& other) {
    return other.account == entry.account && !entry.target.isEmpty() && other.target == entry.target;
  };
  if (std::ranges::any_of(m_ends, [&](const auto& end) { return isBehind(end.second.entry); }))
    return false;
  int running = 0;
  for (const auto& [id, run] : m_runs) {
    if (isBehind(run->entry()))
      return false;
    running += run->entry().account == entry.account ? 1 : 0;
  }
  return running < std::max(1, link.provider().declaration.rate.parallel);
}

void OutboxRunner::run(AccountLink& link, const OutboxEntry& entry, CompleteAction action)
{
  auto run = std::make_unique<ActionRun>(link, m_database, m_timing, entry, std::move(action.action));
  if (action.reveal)
    run->askFirst(std::make_unique<RecipientQuestion>(m_links(action.reveal->shop), m_database, *action.reveal));
  connect(run.get(), &ActionRun::ended, this, [this, entry](const EndNote& note) {
    if (const auto found = m_runs.find(entry.id); found != m_runs.end()) {
      found->second.release()->deleteLater();
      m_runs.erase(found);
    }
    keep(entry, note);
  });
  ActionRun* started = run.get();
  m_runs.emplace(entry.id, std::move(run));
  started->start();
}

void OutboxRunner::keep(const OutboxEntry& entry, const EndNote& note)
{
  if (note) {
    m_ends.emplace(entry.id, End{entry, note});
    write(entry.id);
    return;
  }
  if (m_reading)
    m_endedMeanwhile.insert(entry.id);
  wake();
}

/// A full disk or a server that starts anew passes: until then the answer is kept here, whatever becomes of its
/// account.
void OutboxRunner::write(ActionId id)
{
  deliver(m_database.write(m_ends.at(id).note), this, [this, id](const Result<void>& done) {
    End& end = m_ends.at(id);
    if (!done && done.error().kind != ErrorKind::Conflict) {
      constexpr std::chrono::seconds kFirst{5}, kMost{300};
      m_timing.after(std::min(kFirst * (1 << std::min(end.tries++, 8)), kMost), this, [this, id] { write(id); });
      return;
    }
    const OutboxEntry entry = std::move(end.entry);
    m_ends.erase(id);
    keep(entry, {});
  });
}

/// What may have happened already is not refused: somebody has to see how it ended.
void OutboxRunner::refuse(const OutboxEntry& entry, const Error& error)
{
  const Instant now = m_timing.now();
  Setback setback{ActionState::Failed, errorKindName(error.kind), error.detail, {}};
  if (entry.state != ActionState::Waiting)
    setback.state = entry.state;
  if (entry.state == ActionState::Pending)
    setback.nextTryAt = now + kPendingPause;
  m_database.write([id = entry.id, setback, now](Connection& c, ChangeSet& changes) {
    return noteSetback(c, id, setback, now, changes);
  });
}

void OutboxRunner::drop(AccountId account)
{
  bool dropped = false;
  for (auto run = m_runs.begin(); run != m_runs.end();) {
    const bool isOfAccount = run->second->entry().account == account;
    dropped |= isOfAccount;
    run = isOfAccount || run->second->asks(account) ? m_runs.erase(run) : std::next(run);
  }
  if (dropped) // those that were out stand as "sending" now
    m_recovered = false;
}

void OutboxRunner::wakeAt(Instant at)
{
  if (m_wakeAt && *m_wakeAt <= at)
    return;
  m_wakeAt = at;
  m_timing.after(std::max(std::chrono::milliseconds(0), at - m_timing.now()), this, [this, at] {
    if (m_wakeAt == at)
      m_wakeAt.reset();
    wake();
  });
}

} // namespace supercargo
