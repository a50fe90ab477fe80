#include "ui/print/printrunner.h"

#include "core/base/deliver.h"
#include "ui/print/printsettings.h"
#include "ui/print/printwords.h"
#include "ui/text/shopzone.h"

namespace supercargo {
namespace {

PrintTarget targetOf(const Settings* settings, const NewPrintJob& what)
{
  const auto value = [&](const auto& setting) { return settings ? settings->get(setting) : setting.fallback; };
  return {what.printer.isEmpty() ? value(printerSetting(what.document)) : what.printer,
          value(dotsSetting(what.document)), printForm(settings, what.document)};
}

} // namespace

PrintRunner::PrintRunner(Database& db, const Settings* settings, Clock clock, const WorkspaceInfo& workspace,
                         QObject* parent, SendMatter send)
    : QObject(parent), m_db(db), m_settings(settings), m_clock(std::move(clock)), m_workspace(workspace),
      m_send(std::move(send))
{
  connect(&db, &Database::changed, this, [this](const ChangeSet& changes) {
    if (m_started && changes.outbox)
      pump();
  });
}

void PrintRunner::start()
{
  const auto recover = [now = m_clock()](Connection& c, ChangeSet& changes) { return recoverPrints(c, now, changes); };
  deliver(m_db.write(recover), this, [this](const Result<int>&) {
    m_started = true;
    pump();
  });
}

void PrintRunner::pump()
{
  m_again = m_busy;
  if (m_busy)
    return;
  m_busy = true;
  // Looked for by a reader first: this is asked whenever an action moves, and almost always nothing waits.
  const auto waiting = [](Connection& c) { return printJobs(c, {PrintState::Queued}, 1); };
  deliver(m_db.read(waiting), this, [this](const Result<std::vector<PrintJob>>& jobs) {
    if (!jobs || jobs->empty()) {
      m_busy = false;
      if (m_again)
        return pump();
      Q_EMIT rested();
      return;
    }
    const auto take = [now = m_clock()](Connection& c, ChangeSet& changes) { return takeNextPrint(c, now, changes); };
    deliver(m_db.write(take), this, [this](const Result<std::optional<PrintJob>>& job) {
      if (job && *job)
        return print(**job);
      m_busy = false;
    });
  });
}

void PrintRunner::print(const PrintJob& job)
{
  const PrintSetting setting = printSetting(m_workspace.shopName, m_clock(), shopZone(m_workspace));
  const auto read = [what = job.what, setting](Connection& c) { return matterFor(c, what, setting); };
  deliver(m_db.read(read), this, [this, job](const Result<PrintMatter>& matter) {
    if (!matter)
      return end(job, fail(matter.error()));
    m_send(*matter, targetOf(m_settings, job.what), job.what.subject, job.what.copies, this,
           [this, job](const Result<void>& result) { end(job, result); });
  });
}

void PrintRunner::end(const PrintJob& job, const Result<void>& result)
{
  if (!result)
    Q_EMIT failed(job.what.subject, printFaultText(result.error().detail));
  const auto note = [id = job.id, result, now = m_clock()](Connection& c, ChangeSet& changes) {
    return result ? notePrinted(c, id, now, changes) : notePrintFailed(c, id, result.error().detail, now, changes);
  };
  deliver(m_db.write(note), this, [this](const Result<void>&) {
    m_busy = false;
    pump();
  });
}

} // namespace supercargo
