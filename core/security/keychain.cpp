#include "core/security/keychain.h"

#include <QEventLoop>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace supercargo::keychain {
namespace {

const QString kService = QStringLiteral("supercargo");

/// Runs a job to its end. The one event loop inside a function in this program: QtKeychain only answers through the
/// loop of the calling thread, and callers are worker threads or command-line tools, in which nothing else could come
/// in.
Result<void> finish(QKeychain::Job& job, std::chrono::milliseconds timeout)
{
  job.setAutoDelete(false);
  job.setInsecureFallback(false);
  QEventLoop loop;
  bool answered = false;
  QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
    answered = true;
    loop.quit();
  });
  QTimer::singleShot(timeout, &loop, &QEventLoop::quit);
  job.start();
  if (!answered)
    loop.exec();
  if (!answered)
    return fail(ErrorKind::Locked, QStringLiteral("the keychain did not answer in time"));
  if (job.error() == QKeychain::EntryNotFound)
    return fail(ErrorKind::NotFound, QStringLiteral("the keychain has no such entry"));
  if (job.error() != QKeychain::NoError)
    return fail(ErrorKind::Locked, QStringLiteral("the keychain refused: ") + job.errorString());
  return {};
}

} // namespace

Result<QByteArray> read(const QString& entry, std::chrono::milliseconds timeout)
{
  QKeychain::ReadPasswordJob job(kService);
  job.setKey(entry);
  SC_TRY(finish(job, timeout));
  return job.binaryData();
}

Result<void> write(const QString& entry, const QByteArray& value, std::chrono::milliseconds timeout)
{
  QKeychain::WritePasswordJob job(kService);
  job.setKey(entry);
  job.setBinaryData(value);
  return finish(job, timeout);
}

} // namespace supercargo::keychain
