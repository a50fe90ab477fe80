#include "core/sync/pass.h"

#include <algorithm>

namespace supercargo {
namespace {

/// What stopped this run would stop the account's other streams too. A permission may be missing for one stream only.
bool stopsAccount(ErrorKind kind)
{
  return kind != ErrorKind::Rejected && kind != ErrorKind::NotFound && kind != ErrorKind::Config;
}

} // namespace

Pass::Pass(int id, std::deque<Phase> phases, Starter starter)
    : m_id(id), m_phases(std::move(phases)), m_starter(std::move(starter))
{
  m_progress.pass = id;
  for (const Phase& phase : m_phases)
    for (const auto& [account, orders] : phase)
      for (const RunOrder& order : orders)
        m_progress.runs.push_back({account, order.stream, order.loop, RunProgress::State::Waiting, 0, {}});
}

void Pass::start()
{
  Q_EMIT progressed(m_progress);
  goOn();
}

void Pass::cancel()
{
  for (const auto& [account, run] : std::exchange(m_running, {}))
    delete run;
  m_phases.clear();
  endRuns();
  goOn();
}

void Pass::drop(AccountId account)
{
  for (Phase& phase : m_phases)
    phase.erase(account);
  if (const auto running = m_running.find(account); running != m_running.end()) {
    delete running->second;
    m_running.erase(running);
  }
  endRuns(account);
  goOn();
}

RunProgress& Pass::progressOf(AccountId account, const RunOrder& order)
{
  const auto run = std::ranges::find_if(m_progress.runs, [&](const RunProgress& known) {
    return known.account == account && known.stream == order.stream && known.loop == order.loop;
  });
  Q_ASSERT(run != m_progress.runs.end());
  return *run;
}

/// Those of one account, or all: they are over, or will never begin.
void Pass::endRuns(std::optional<AccountId> account)
{
  for (RunProgress& run : m_progress.runs)
    if (!account || run.account == *account)
      run.state = RunProgress::State::Over;
  Q_EMIT progressed(m_progress);
}

void Pass::runProgressed(RunProgress& run, qint64 done, qint64 total)
{
  run.done = done;
  if (total >= 0)
    run.total = total;
  Q_EMIT progressed(m_progress);
}

/// Starts what is waiting in the first phase; when all of it is done, the next phase; then the pass is over.
void Pass::goOn()
{
  while (m_running.empty() && !m_phases.empty()) {
    std::vector<AccountId> accounts;
    for (const auto& [account, orders] : m_phases.front())
      accounts.push_back(account);
    for (const AccountId account : accounts)
      startNext(account);
    if (m_running.empty())
      m_phases.pop_front();
  }
  if (m_running.empty() && !std::exchange(m_over, true))
    Q_EMIT finished(m_id);
}

void Pass::startNext(AccountId account)
{
  auto& orders = m_phases.front()[account];
  while (!orders.empty()) {
    const RunOrder order = orders.front();
    orders.pop_front();
    RunProgress& progress = progressOf(account, order);
    FetchRun* run = m_starter(account, order);
    progress.state = run ? RunProgress::State::Running : RunProgress::State::Over;
    if (!run)
      continue;
    m_running[account] = run;
    connect(run, &FetchRun::progressed, this,
            [this, &progress](qint64 done, qint64 total) { runProgressed(progress, done, total); });
    connect(run, &FetchRun::finished, this, [this, account, &progress](const SyncReport& report) {
      m_running.erase(account);
      progress.state = RunProgress::State::Over;
      Q_EMIT progressed(m_progress);
      if (report.error && stopsAccount(report.error->kind)) {
        m_phases.front()[account].clear();
        endRuns(account);
      }
      startNext(account);
      goOn();
    });
    return;
  }
}

} // namespace supercargo
