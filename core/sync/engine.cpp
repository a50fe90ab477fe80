#include "core/sync/engine.h"

#include "core/http/client.h"
#include "core/sync/answershape.h"
#include "core/sync/enginecore.h"

#include <QThread>

#include <algorithm>
#include <atomic>

namespace supercargo {
namespace {

SyncParts completed(SyncParts parts, const Clock& clock)
{
  if (!parts.makeTransport)
    parts.makeTransport = [clock]() -> std::unique_ptr<Transport> { return std::make_unique<HttpClient>(clock); };
  if (!parts.findProvider)
    parts.findProvider = [](QStringView id) { return findProvider(id); };
  if (!parts.knownAnswers)
    parts.knownAnswers = shippedShape;
  if (!parts.timing.after)
    parts.timing = realTiming(clock);
  return parts;
}

} // namespace

bool canReadById(const Declaration& declaration, Stream stream)
{
  // Payments are asked for by order, parcels by courier and number: their failures bear other ids.
  const StreamDeclaration* declared = declaration.stream(stream);
  return declared && declared->revisitBatch > 0 && stream == Stream::Orders;
}

bool SyncSelection::has(AccountId account, Stream stream) const
{
  const auto holds = [](const auto& list, auto value) { return list.empty() || std::ranges::count(list, value) > 0; };
  return holds(accounts, account) && holds(streams, stream);
}

struct SyncEngine::Private {
  SyncParts parts;
  QThread thread;
  EngineCore* core = nullptr; ///< lives and dies in `thread`
  std::atomic<int> passes = 0;

  template <class Fn>
  void post(Fn fn)
  {
    QMetaObject::invokeMethod(core, std::move(fn), Qt::QueuedConnection);
  }
};

SyncEngine::SyncEngine(Database& database, std::shared_ptr<Vault> vault, SyncOptions options, SyncParts parts)
    : d(std::make_unique<Private>())
{
  qRegisterMetaType<SyncReport>();
  qRegisterMetaType<AccountId>();
  qRegisterMetaType<Stream>();
  qRegisterMetaType<PassProgress>();
  d->parts = completed(std::move(parts), options.clock);
  d->core = new EngineCore(database, std::move(vault), std::move(options), d->parts);
  d->core->moveToThread(&d->thread);
  connect(&d->thread, &QThread::finished, d->core, &QObject::deleteLater);
  connect(d->core, &EngineCore::runFinished, this, &SyncEngine::runFinished);
  connect(d->core, &EngineCore::passFinished, this, &SyncEngine::passFinished);
  connect(d->core, &EngineCore::actionsSent, this, &SyncEngine::actionsSent);
  connect(d->core, &EngineCore::progress, this, &SyncEngine::progress);
  connect(d->core, &EngineCore::passProgress, this, &SyncEngine::passProgress);
  d->thread.setObjectName(QStringLiteral("sync"));
  d->thread.start();
}

SyncEngine::~SyncEngine()
{
  d->thread.quit();
  d->thread.wait();
}

void SyncEngine::start(const SyncSelection& only)
{
  d->post([core = d->core, only] { core->start(only); });
}

void SyncEngine::stop()
{
  d->post([core = d->core] { core->stop(); });
}

void SyncEngine::reload()
{
  d->post([core = d->core] { core->reload(); });
}

int SyncEngine::syncOnce(const std::vector<AccountId>& accounts, const std::vector<Stream>& streams, bool full,
                         Priority priority)
{
  const int pass = ++d->passes;
  d->post([core = d->core, order = EngineCore::PassOrder{pass, accounts, streams, full, priority, {}}] {
    core->beginPass(order);
  });
  return pass;
}

int SyncEngine::readRecords(AccountId account, Stream stream, const QStringList& externalIds)
{
  const int pass = ++d->passes;
  d->post([core = d->core,
           order = EngineCore::PassOrder{pass, {account}, {stream}, false, Priority::Foreground, externalIds}] {
    core->beginPass(order);
  });
  return pass;
}

QFuture<Result<CallReplay>> SyncEngine::replay(CallId call)
{
  auto promise = std::make_shared<QPromise<Result<CallReplay>>>();
  promise->start();
  d->post([core = d->core, call, promise] { core->replay(call, promise); });
  return promise->future();
}

QFuture<std::vector<LinkHealth>> SyncEngine::linkHealth()
{
  auto promise = std::make_shared<QPromise<std::vector<LinkHealth>>>();
  promise->start();
  d->post([core = d->core, promise] {
    promise->addResult(core->health());
    promise->finish();
  });
  return promise->future();
}

void SyncEngine::sendActions()
{
  d->post([core = d->core] { core->sendActions(); });
}

void SyncEngine::cancel(int pass)
{
  d->post([core = d->core, pass] { core->cancelPass(pass); });
}

QFuture<Result<void>> SyncEngine::check(const QString& providerId, const QString& endpoint,
                                        const QMap<QString, QString>& fields, const Secrets& secrets)
{
  auto promise = std::make_shared<QPromise<Result<void>>>();
  promise->start();
  const auto future = promise->future();
  const Provider* provider = d->parts.findProvider(providerId);
  if (!provider || !provider->functions.check || !provider->functions.parseCheck) {
    promise->addResult(
        fail(ErrorKind::NotFound, QStringLiteral("no provider \"%1\" whose account could be checked").arg(providerId)));
    promise->finish();
    return future;
  }
  AccountRow account;
  account.provider = providerId;
  account.name = provider->declaration.name.en;
  account.endpoint = endpoint;
  account.fields = fields;
  d->post([core = d->core, provider, account, secrets, promise] { core->check(provider, account, secrets, promise); });
  return future;
}

} // namespace supercargo
