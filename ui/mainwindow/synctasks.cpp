#include "ui/mainwindow/synctasks.h"

#include "ui/mainwindow/task.h"

#include <algorithm>

namespace supercargo {
namespace {

constexpr std::chrono::minutes kTick(1);

} // namespace

SyncTasks::SyncTasks(SyncEngine& engine, BeginTask beginTask, Clock clock, QObject* parent)
    : QObject(parent), m_engine(engine), m_beginTask(std::move(beginTask)), m_clock(std::move(clock))
{
  connect(&engine, &SyncEngine::passProgress, this, &SyncTasks::showPass);
  connect(&engine, &SyncEngine::passFinished, this, &SyncTasks::endPass);
  connect(&engine, &SyncEngine::progress, this, &SyncTasks::showRun);
  connect(&engine, &SyncEngine::runFinished, this, &SyncTasks::endRun);
  m_tick.setInterval(kTick);
  connect(&m_tick, &QTimer::timeout, this, &SyncTasks::forgetSilent);
}

void SyncTasks::showPass(const PassProgress& progress)
{
  auto known = m_passes.find(progress.pass);
  if (known == m_passes.end()) {
    if (progress.runsOver() == int(progress.runs.size()))
      return; // nothing to read, or the last word of one that was dropped
    Task* task = m_beginTask(tr("Syncing"));
    connect(task, &Task::cancelled, this, [this, pass = progress.pass] { m_engine.cancel(pass); });
    known = m_passes.emplace(progress.pass, Pass{{}, task}).first;
  }
  known->second.progress = progress;
  if (known->second.task)
    known->second.task->setProgress(progress.done(), progress.total().value_or(-1), progress.fraction());
}

void SyncTasks::endPass(int pass)
{
  const auto known = m_passes.find(pass);
  if (known == m_passes.end())
    return;
  if (known->second.task)
    known->second.task->finish();
  m_passes.erase(known);
}

void SyncTasks::showRun(AccountId account, Stream stream, qint64 done, qint64 total)
{
  if (isOfPass(account, stream))
    return; // its pass tells
  Import* import = importOf(account, stream);
  if (!import) {
    const qint64 toCome = total < 0 ? done : total - done; // untold: where much has come, more will
    if (toCome < kLarge)
      return;
    import = &m_imports.emplace_back(Import{account, stream, 0, -1, false, {}});
  }
  import->done = done;
  import->total = total;
  import->isOver = false;
  import->heardAt = m_clock();
  showImports();
}

void SyncTasks::endRun(const SyncReport& report)
{
  Import* import = importOf(report.account, report.stream);
  if (!import || isOfPass(report.account, report.stream))
    return;
  import->isOver = true;
  showImports();
}

/// Also while its run waits: the first word of a run comes before its pass says that it has begun.
bool SyncTasks::isOfPass(AccountId account, Stream stream) const
{
  return std::ranges::any_of(m_passes, [&](const auto& numbered) {
    return std::ranges::any_of(numbered.second.progress.runs, [&](const RunProgress& run) {
      return run.account == account && run.stream == stream && run.state != RunProgress::State::Over;
    });
  });
}

SyncTasks::Import* SyncTasks::importOf(AccountId account, Stream stream)
{
  const auto known = std::ranges::find_if(
      m_imports, [&](const Import& import) { return import.account == account && import.stream == stream; });
  return known == m_imports.end() ? nullptr : &*known;
}

void SyncTasks::forgetSilent()
{
  const Instant now = m_clock();
  std::erase_if(m_imports, [&](const Import& import) { return !import.isOver && now - import.heardAt >= kSilence; });
  showImports();
}

void SyncTasks::showImports()
{
  if (std::ranges::all_of(m_imports, &Import::isOver)) {
    if (m_importTask)
      m_importTask->finish();
    m_importTask = nullptr;
    m_imports.clear();
    m_tick.stop();
    return;
  }
  if (!m_importTask) {
    m_importTask = m_beginTask(tr("Importing in the background"));
    m_importTask->setCancellable(false); // the schedule would begin it again
    m_tick.start();
  }
  qint64 done = 0, total = 0;
  bool isTotalKnown = true;
  for (const Import& import : m_imports) {
    done += import.done;
    total += import.isOver ? import.done : std::max(import.done, import.total);
    isTotalKnown &= import.isOver || import.total >= 0;
  }
  m_importTask->setProgress(done, isTotalKnown ? total : -1);
}

} // namespace supercargo
