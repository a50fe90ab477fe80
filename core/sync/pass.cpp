#include "core/sync/pass.h"

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
}

void Pass::start()
{
  goOn();
}

void Pass::cancel()
{
  for (const auto& [account, run] : std::exchange(m_running, {}))
    delete run;
  m_phases.clear();
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
  goOn();
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
    FetchRun* run = m_starter(account, order);
    if (!run)
      continue;
    m_running[account] = run;
    connect(run, &FetchRun::finished, this, [this, account](const SyncReport& report) {
      m_running.erase(account);
      if (report.error && stopsAccount(report.error->kind))
        m_phases.front()[account].clear();
      startNext(account);
      goOn();
    });
    return;
  }
}

} // namespace supercargo
