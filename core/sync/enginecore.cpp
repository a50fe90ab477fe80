#include "core/sync/enginecore.h"

#include "core/base/deliver.h"
#include "core/store/calls.h"
#include "core/store/failures.h"

#include <QRandomGenerator>

#include <algorithm>

namespace supercargo {

using namespace std::chrono;

namespace {

constexpr milliseconds kTick{1000};

std::function<double()> randomFrom(quint32 seed)
{
  auto generator = std::make_shared<QRandomGenerator>(seed ? seed : QRandomGenerator::system()->generate());
  return [generator] { return generator->generateDouble(); };
}

bool sameSecrets(Secrets a, Secrets b)
{
  a.remove(QStringLiteral("session"));
  b.remove(QStringLiteral("session"));
  return a == b;
}

} // namespace

EngineCore::EngineCore(Database& database, std::shared_ptr<Vault> vault, SyncOptions options, SyncParts parts)
    : m_database(database), m_vault(std::move(vault)), m_options(std::move(options)), m_parts(std::move(parts)),
      m_random(randomFrom(m_options.jitterSeed))
{
}

EngineCore::~EngineCore()
{
  m_passes.clear();
  m_channelFeed.reset();
  m_autoShipping.reset();
  m_outbox.reset();
  for (auto& [id, account] : m_accounts)
    dropRuns(id);
}

void EngineCore::start(const SyncSelection& only)
{
  m_only = only;
  if (std::exchange(m_running, true))
    return;
  load([this](const Result<void>&) {
    tick();
    openOutbox();
  });
  m_autoShipping = std::make_unique<AutoShipping>(m_database, m_parts.timing);
  m_channelFeed = std::make_unique<ChannelFeed>(m_database, m_parts.timing);
}

void EngineCore::stop()
{
  if (!std::exchange(m_running, false))
    return;
  m_channelFeed.reset();
  m_autoShipping.reset();
  m_outbox.reset();
  for (auto& [id, account] : m_accounts)
    delete std::exchange(account.background, nullptr);
}

void EngineCore::reload()
{
  load([](const Result<void>&) {});
}

void EngineCore::load(std::function<void(const Result<void>&)> then)
{
  auto read = m_database.read(
      [vault = m_vault, now = m_parts.timing.now()](Connection& c) { return readWorkload(c, vault.get(), now); });
  deliver(read, this, [this, then = std::move(then)](Result<Workload> workload) {
    if (workload)
      apply(std::move(*workload));
    then(workload ? Result<void>() : Result<void>(fail(workload.error())));
  });
}

void EngineCore::apply(Workload workload)
{
  const bool otherWorkspace =
      m_workspace.currency != workload.workspace.currency || m_workspace.simulated != workload.workspace.simulated;
  m_workspace = workload.workspace;
  std::vector<AccountId> gone;
  for (const auto& [id, account] : m_accounts)
    if (otherWorkspace || std::ranges::find(workload.accounts, id, &AccountRow::id) == workload.accounts.end())
      gone.push_back(id);
  for (const AccountId id : gone) {
    dropRuns(id);
    m_accounts.erase(id);
  }
  for (const AccountRow& row : workload.accounts)
    if (const Provider* provider = m_parts.findProvider(row.provider))
      applyAccount(workload, row, *provider);
  if (m_outbox)
    m_outbox->wake();
}

void EngineCore::applyAccount(const Workload& workload, const AccountRow& row, const Provider& provider)
{
  Account& account = m_accounts[row.id];
  const Result<Secrets>& secrets = workload.secrets.at(row.id);
  const bool lacking = lacksCredentials(row);
  const bool same = account.link && secrets && !lacking && account.row.endpoint == row.endpoint &&
                    account.row.fields == row.fields && sameSecrets(account.secrets, *secrets);
  if (!same || row.state == AccountState::Paused)
    dropRuns(row.id);
  account.row = row;
  account.provider = &provider;
  account.states.clear();
  for (const StreamState& state : workload.states)
    if (state.account == row.id)
      account.states.push_back(state);
  account.unusable = secrets ? std::nullopt : std::optional(secrets.error());
  if (lacking)
    account.unusable = Error{ErrorKind::Config, kCredentialsMissing, {}};
  if (same)
    return;
  account.notBefore.reset();
  account.trials.clear();
  account.link.reset();
  if (account.unusable)
    return;
  account.secrets = *secrets;
  LinkSetup setup = linkSetup(row, provider, *secrets);
  const auto calls = workload.callsToday.find(row.id);
  setup.callsToday = calls == workload.callsToday.end() ? 0 : calls->second;
  account.link = std::make_unique<AccountLink>(std::move(setup));
}

void EngineCore::dropRuns(AccountId id)
{
  delete std::exchange(m_accounts[id].background, nullptr);
  if (m_outbox)
    m_outbox->drop(id);
  for (const auto& [number, pass] : m_passes)
    pass->drop(id);
}

Transport& EngineCore::transport()
{
  if (!m_transport)
    m_transport = m_parts.makeTransport();
  return *m_transport;
}

std::shared_ptr<AnswerShape> EngineCore::knownAnswers(const QString& provider)
{
  const auto [known, isNew] = m_shapes.try_emplace(provider);
  if (isNew)
    known->second = m_parts.knownAnswers(provider);
  return known->second;
}

LinkSetup EngineCore::linkSetup(const AccountRow& row, const Provider& provider, const Secrets& secrets)
{
  return {row,
          &provider,
          secrets,
          m_workspace.currency,
          0,
          m_workspace.simulated,
          knownAnswers(provider.declaration.id),
          &m_database,
          m_vault,
          &transport(),
          m_parts.timing,
          m_random};
}

// ---- actions -------------------------------------------------------------------------------------------------------

void EngineCore::openOutbox()
{
  if (!m_outbox) {
    m_outbox = std::make_unique<OutboxRunner>(m_database, m_parts.timing, [this](AccountId id) -> AccountLink* {
      const auto account = m_accounts.find(id);
      return account == m_accounts.end() || account->second.row.state != AccountState::Ok ? nullptr
                                                                                          : account->second.link.get();
    });
    connect(m_outbox.get(), &OutboxRunner::idle, this, &EngineCore::actionsSent);
  }
  m_outbox->wake();
}

void EngineCore::sendActions()
{
  load([this](const Result<void>&) { openOutbox(); });
}

// ---- passes --------------------------------------------------------------------------------------------------------

void EngineCore::beginPass(const PassOrder& order)
{
  load([this, order](const Result<void>& loaded) {
    if (!loaded) {
      SyncReport report;
      report.error = loaded.error();
      Q_EMIT runFinished(report);
    }
    if (!loaded || std::erase(m_cancelled, order.id) > 0) {
      Q_EMIT passFinished(order.id);
      return;
    }
    auto& pass = m_passes[order.id];
    pass = std::make_unique<Pass>(order.id, phasesOf(order),
                                  [this](AccountId account, const RunOrder& run) { return startRun(account, run); });
    connect(pass.get(), &Pass::progressed, this, &EngineCore::passProgress);
    connect(
        pass.get(), &Pass::finished, this,
        [this](int id) {
          m_passes.erase(id);
          if (!m_autoShipping)
            AutoShipping::bookWaiting(m_database, m_parts.timing.now());
          trimRecorder(); // a workspace that only ever makes single passes has no schedule to do it
          Q_EMIT passFinished(id);
        },
        Qt::QueuedConnection);
    pass->start();
  });
}

void EngineCore::cancelPass(int id)
{
  if (const auto pass = m_passes.find(id); pass != m_passes.end())
    pass->second->cancel();
  else
    m_cancelled.push_back(id);
}

/// Shops and suppliers first: what payments and parcels are asked for follows from their orders.
std::deque<Pass::Phase> EngineCore::phasesOf(const PassOrder& order)
{
  std::deque<Pass::Phase> phases(2);
  for (const auto& [id, account] : m_accounts) {
    if (account.row.state == AccountState::Paused ||
        (!order.accounts.empty() && std::ranges::find(order.accounts, id) == order.accounts.end()))
      continue;
    const Declaration& declaration = account.provider->declaration;
    const bool follows = declaration.kind == ProviderKind::Payment || declaration.kind == ProviderKind::Courier;
    std::vector<StreamDeclaration> streams = declaration.streams;
    std::ranges::sort(streams, {}, [](const StreamDeclaration& stream) { return streamRank(stream.stream); });
    for (const StreamDeclaration& stream : streams) {
      if (!order.streams.empty() && std::ranges::find(order.streams, stream.stream) == order.streams.end())
        continue;
      if (!order.ids.isEmpty()) {
        phases[0][id].push_back(
            {stream.stream, Loop::Revisit, order.priority, false, m_options.historyDays, order.ids});
        continue;
      }
      for (const Loop loop : {Loop::Discover, Loop::Revisit})
        if (dueAt(stream, {}, loop, false))
          phases[follows ? 1 : 0][id].push_back(
              {stream.stream, loop, order.priority, order.full && loop == Loop::Discover, m_options.historyDays, {}});
    }
  }
  return phases;
}

// ---- runs ----------------------------------------------------------------------------------------------------------

FetchRun* EngineCore::startRun(AccountId id, const RunOrder& order)
{
  const auto found = m_accounts.find(id);
  if (found == m_accounts.end())
    return nullptr;
  Account& account = found->second;
  if (!account.link) {
    SyncReport report;
    report.account = id;
    report.stream = order.stream;
    report.loop = order.loop;
    report.error = account.unusable;
    Q_EMIT runFinished(report);
    return nullptr;
  }
  auto* run = new FetchRun(*account.link, m_database, m_parts.timing, order);
  connect(run, &FetchRun::progressed, this,
          [this, id, stream = order.stream](qint64 done, qint64 total) { Q_EMIT progress(id, stream, done, total); });
  connect(run, &FetchRun::finished, this, [this, id, order, run](const SyncReport& report) {
    run->deleteLater();
    runEnded(id, order, report);
  });
  run->start();
  return run;
}

void EngineCore::runEnded(AccountId id, const RunOrder& order, const SyncReport& report)
{
  SyncReport told = report;
  if (const auto found = m_accounts.find(id); found != m_accounts.end()) {
    Account& account = found->second;
    noteInMemory(account, order, report);
    noteAccountState(account, report);
  }
  Q_EMIT runFinished(told);
}

// ---- schedule ------------------------------------------------------------------------------------------------------

void EngineCore::tick()
{
  if (!m_running)
    return;
  startDueRuns();
  trimRecorder();
  tickSoon();
}

void EngineCore::tickSoon()
{
  if (std::exchange(m_ticking, true))
    return;
  m_parts.timing.after(kTick, this, [this] {
    m_ticking = false;
    tick();
  });
}

void EngineCore::startDueRuns()
{
  std::vector<ScheduledAccount> scheduled;
  for (const auto& [id, account] : m_accounts) {
    if (!account.link || account.background)
      continue;
    const auto rest = account.link->restUntil();
    scheduled.push_back(
        {id, account.row.state, &account.provider->declaration, account.states, std::max(account.notBefore, rest)});
  }
  for (const DueRun& due : dueRuns(scheduled, m_parts.timing.now(), m_workspace.simulated)) {
    Account& account = m_accounts.at(due.account);
    if (account.background || !m_only.has(due.account, due.stream))
      continue;
    FetchRun* run =
        startRun(due.account, {due.stream, due.loop, Priority::Background, false, m_options.historyDays, {}});
    account.background = run;
    connect(run, &FetchRun::finished, this, [this, id = due.account] {
      if (const auto found = m_accounts.find(id); found != m_accounts.end())
        found->second.background = nullptr;
    });
  }
}

void EngineCore::trimRecorder()
{
  const Instant now = m_parts.timing.now();
  if (m_trimmedAt && now - *m_trimmedAt < hours(1))
    return;
  m_trimmedAt = now;
  m_database.write([now, days = m_options.callKeepDays, bytes = m_options.callMaxBytes](Connection& c) -> Result<void> {
    SC_TRY(trimFailureDeeds(c, now, days)); // they hold buyers' records as well
    return trimCalls(c, now, days, bytes);
  });
}

} // namespace supercargo
