#include "core/security/keychain.h"

#include <QThread>
#include <qt6keychain/keychain.h>

#include <future>

namespace supercargo::keychain {
namespace {

const QString kService = QStringLiteral("supercargo");

/// QtKeychain runs one job after the other and learns of the end of each in the thread in which it was used first: used
/// from several it stands still, or falls over a job that is gone. So all jobs run in a thread of their own.
class JobThread {
public:
  JobThread()
  {
    m_thread.setObjectName(QStringLiteral("keychain"));
    m_context.moveToThread(&m_thread);
    m_thread.start();
  }
  ~JobThread()
  {
    m_thread.quit();
    m_thread.wait();
  }
  QObject* context() { return &m_context; }

private:
  QThread m_thread;
  QObject m_context;
};

/// Not in run(), of which there are several: each would have a thread of its own.
QObject* jobContext()
{
  static JobThread jobs;
  return jobs.context();
}

Result<void> outcome(const QKeychain::Job& job)
{
  if (job.error() == QKeychain::EntryNotFound)
    return fail(ErrorKind::NotFound, QStringLiteral("the keychain has no such entry"));
  if (job.error() != QKeychain::NoError)
    return fail(ErrorKind::Locked, QStringLiteral("the keychain refused: ") + job.errorString(), kSubject);
  return {};
}

/// Waits for the job that `make` makes, and then for what `take` reads off it.
template <class T, class Make, class Take>
Result<T> run(std::chrono::milliseconds timeout, Make make, Take take)
{
  const auto told = std::make_shared<std::promise<Result<T>>>();
  auto answer = told->get_future();
  QMetaObject::invokeMethod(jobContext(), [told, make, take] {
    auto* job = make();
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, jobContext(), [told, take, job] { told->set_value(take(*job)); });
    job->start();
  });
  if (answer.wait_for(timeout) != std::future_status::ready)
    return fail(ErrorKind::Locked, QStringLiteral("the keychain did not answer in time"), kSubject);
  return answer.get();
}

} // namespace

Result<QByteArray> read(const QString& entry, std::chrono::milliseconds timeout)
{
  const auto make = [entry] {
    auto* job = new QKeychain::ReadPasswordJob(kService);
    job->setKey(entry);
    return job;
  };
  return run<QByteArray>(timeout, make, [](const QKeychain::ReadPasswordJob& job) -> Result<QByteArray> {
    SC_TRY(outcome(job));
    return job.binaryData();
  });
}

Result<void> write(const QString& entry, const QByteArray& value, std::chrono::milliseconds timeout)
{
  const auto make = [entry, value] {
    auto* job = new QKeychain::WritePasswordJob(kService);
    job->setKey(entry);
    job->setBinaryData(value);
    return job;
  };
  return run<void>(timeout, make, [](const QKeychain::WritePasswordJob& job) { return outcome(job); });
}

} // namespace supercargo::keychain
