#include "core/sync/engine.h"

namespace supercargo {

// The engine's parts follow; until then it accepts accounts and stays idle, so that everything that links it can be
// built.
struct SyncEngine::Private {
  int passes = 0;
};

SyncEngine::SyncEngine(Database&, std::shared_ptr<Vault>, SyncOptions) : d(std::make_unique<Private>()) {}

SyncEngine::~SyncEngine() = default;

void SyncEngine::start() {}
void SyncEngine::stop() {}
void SyncEngine::cancel(int) {}
void SyncEngine::reload() {}

int SyncEngine::syncOnce(const std::vector<AccountId>&, const std::vector<Stream>&, bool, Priority)
{
  return ++d->passes;
}

QFuture<Result<void>> SyncEngine::check(const QString&, const QString&, const QMap<QString, QString>&, const Secrets&)
{
  QPromise<Result<void>> promise;
  promise.start();
  promise.addResult(fail(ErrorKind::Config, QStringLiteral("the sync engine is not built in yet")));
  promise.finish();
  return promise.future();
}

} // namespace supercargo
