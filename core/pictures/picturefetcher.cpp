#include "core/pictures/picturefetcher.h"

#include "core/http/client.h"
#include "core/pictures/pictureaddress.h"
#include "core/pictures/picturecache.h"

#include <QHash>
#include <QPromise>
#include <QUrl>

#include <deque>
#include <map>

namespace supercargo {
namespace {

constexpr int kConnections = 4, kFailuresBeforeRest = 3;
constexpr std::chrono::seconds kTimeout(15), kRest(60);
constexpr std::chrono::hours kNotThere(6);        ///< an address with something else than a picture is left alone
constexpr std::chrono::hours kLeastFresh(24 * 7); ///< shops name a changed picture anew
constexpr qint64 kMostPicture = 4 * 1024 * 1024;

template <class T>
using Promise = std::shared_ptr<QPromise<Result<T>>>;

template <class T>
Promise<T> begun()
{
  auto promise = std::make_shared<QPromise<Result<T>>>();
  promise->start();
  return promise;
}

template <class T>
void answer(const Promise<T>& promise, Result<T> result)
{
  promise->addResult(std::move(result));
  promise->finish();
}

/// How long a picture may be shown without asking: a week, or longer where the shop says so.
Instant freshUntil(const HttpResponse& response)
{
  const Instant least = response.receivedAt + kLeastFresh;
  const QByteArray control = response.header("Cache-Control");
  const qsizetype at = control.indexOf("max-age=");
  if (at < 0)
    return least;
  const qint64 seconds = control.mid(at + 8).split(',').front().trimmed().toLongLong();
  constexpr std::chrono::hours kMostFresh(24 * 366);
  return std::max(least,
                  response.receivedAt + std::min<std::chrono::seconds>(std::chrono::seconds(seconds), kMostFresh));
}

QString hostOf(const QByteArray& address)
{
  return QUrl::fromEncoded(address).host();
}

} // namespace

class PictureFetcher::Desk : public QObject {
public:
  explicit Desk(PictureFetchOptions options)
      : m_options(std::move(options)), m_cache(m_options.cacheFolder, m_options.mostCacheBytes)
  {
  }

  void ask(const QByteArray& address, const Promise<QByteArray>& promise)
  {
    if (address.isEmpty())
      return answer<QByteArray>(promise, fail(ErrorKind::Invalid, QStringLiteral("no address of a picture")));
    const Instant now = m_options.clock();
    auto kept = m_options.cacheFolder.isEmpty() ? std::nullopt : m_cache.find(address, now);
    if (kept && kept->freshUntil > now)
      return answer<QByteArray>(promise, kept->bytes);
    if (const auto error = refusal(address, now))
      return answer(promise, kept ? Result<QByteArray>(kept->bytes) : fail(*error));
    if (const auto running = m_running.find(address); running != m_running.end()) {
      running->second.promises.push_back(promise);
      return;
    }
    m_waiting.push_back({address, promise, std::move(kept)});
    next();
  }

  qint64 bytes() const { return m_options.cacheFolder.isEmpty() ? 0 : m_cache.bytes(); }

  void clear()
  {
    if (!m_options.cacheFolder.isEmpty())
      m_cache.clear();
    m_refused.clear();
    m_resting.clear();
  }

  void end()
  {
    const Error closing{ErrorKind::Cancelled, QStringLiteral("the program is closing"), {}, std::nullopt};
    for (const Wish& wish : std::exchange(m_waiting, {}))
      answer<QByteArray>(wish.promise, fail(closing));
    for (const auto& [address, exchange] : std::exchange(m_running, {})) {
      exchange.cancel();
      for (const auto& promise : exchange.promises)
        answer<QByteArray>(promise, fail(closing));
    }
    m_transport.reset();
  }

private:
  struct Wish {
    QByteArray address;
    Promise<QByteArray> promise;
    std::optional<KeptPicture> kept; ///< stale
  };
  struct Exchange {
    Transport::Cancel cancel;
    std::vector<Promise<QByteArray>> promises;
    std::optional<KeptPicture> kept;
  };
  struct Refusal {
    Error error;
    Instant until{};
  };
  struct Host {
    int failures = 0; ///< in a row
    Refusal rest;
  };

  std::optional<Error> refusal(const QByteArray& address, Instant now)
  {
    const auto refused = m_refused.constFind(address);
    if (refused != m_refused.constEnd() && refused->until > now)
      return refused->error;
    const auto host = m_resting.constFind(hostOf(address));
    if (host != m_resting.constEnd() && host->rest.until > now)
      return host->rest.error;
    return std::nullopt;
  }

  void next()
  {
    while (m_running.size() < kConnections && !m_waiting.empty()) {
      const Wish wish = std::move(m_waiting.back()); // what was asked last is what is looked at now
      m_waiting.pop_back();
      if (const auto running = m_running.find(wish.address); running != m_running.end())
        running->second.promises.push_back(wish.promise);
      else if (const auto error = refusal(wish.address, m_options.clock()))
        answer(wish.promise, wish.kept ? Result<QByteArray>(wish.kept->bytes) : fail(*error));
      else
        send(wish);
    }
  }

  void send(const Wish& wish)
  {
    if (!m_transport)
      m_transport =
          m_options.transport ? m_options.transport() : std::make_unique<HttpClient>(m_options.clock, kMostPicture);
    HttpRequest request;
    request.url = wish.address;
    request.timeout = kTimeout;
    request.setHeader("Accept", "image/png, image/jpeg, image/webp, image/gif");
    if (wish.kept && !wish.kept->etag.isEmpty())
      request.setHeader("If-None-Match", wish.kept->etag);
    auto cancel = m_transport->send(request, [this, address = wish.address](Result<HttpResponse> response) {
      const auto running = m_running.find(address);
      const Exchange exchange = std::move(running->second);
      m_running.erase(running);
      const Result<QByteArray> result = read(address, exchange.kept, std::move(response));
      for (const auto& promise : exchange.promises)
        answer(promise, result);
      next();
    });
    m_running.emplace(wish.address, Exchange{std::move(cancel), {wish.promise}, wish.kept});
  }

  Result<QByteArray> read(const QByteArray& address, const std::optional<KeptPicture>& kept,
                          Result<HttpResponse> response)
  {
    if (response)
      m_resting.remove(hostOf(address));
    if (response && response->status == 304 && kept)
      return keep(address, {kept->bytes, kept->etag, freshUntil(*response)});
    if (response && response->status == 200 && isPicture(response->body))
      return keep(address, {response->body, response->header("ETag"), freshUntil(*response)});
    const Error error = !response ? response.error() : faultOf(*response);
    note(address, error, !response);
    if (kept)
      return kept->bytes; // an old picture is better than none
    return fail(error);
  }

  /// A host that does not answer is left in peace for a minute, an address that has no picture for some hours.
  void note(const QByteArray& address, const Error& error, bool isHostsFault)
  {
    constexpr qsizetype kMostNoted = 20'000;
    const Instant now = m_options.clock();
    if (m_refused.size() > kMostNoted)
      m_refused.clear();
    if (!isHostsFault || error.kind == ErrorKind::TooLarge || error.kind == ErrorKind::Config) {
      const bool willPass = error.kind == ErrorKind::ProviderDown || error.kind == ErrorKind::RateLimited;
      m_refused.insert(address,
                       {error, now + (willPass ? std::chrono::seconds(kRest) : std::chrono::seconds(kNotThere))});
      return;
    }
    Host& host = m_resting[hostOf(address)];
    if (++host.failures >= kFailuresBeforeRest) {
      host.failures = 0;
      host.rest = {error, now + kRest};
    }
  }

  static Error faultOf(const HttpResponse& response)
  {
    if (response.status != 200)
      return explainStatus(response);
    const QString type = QString::fromLatin1(response.header("Content-Type")).section(u';', 0, 0).trimmed();
    return {ErrorKind::BadResponse,
            QStringLiteral("%1 instead of a picture").arg(type.isEmpty() ? QStringLiteral("something else") : type),
            {},
            std::nullopt};
  }

  QByteArray keep(const QByteArray& address, const KeptPicture& picture)
  {
    if (!m_options.cacheFolder.isEmpty())
      m_cache.keep(address, picture, m_options.clock());
    return picture.bytes;
  }

  PictureFetchOptions m_options;
  PictureCache m_cache;
  std::unique_ptr<Transport> m_transport;
  std::deque<Wish> m_waiting;
  std::map<QByteArray, Exchange> m_running;
  QHash<QByteArray, Refusal> m_refused;
  QHash<QString, Host> m_resting;
};

PictureFetcher::PictureFetcher(PictureFetchOptions options) : m_desk(new Desk(std::move(options)))
{
  m_desk->moveToThread(&m_thread);
  m_thread.setObjectName(QStringLiteral("pictures"));
  m_thread.start();
}

PictureFetcher::~PictureFetcher()
{
  QMetaObject::invokeMethod(
      m_desk,
      [desk = m_desk] {
        desk->end();
        desk->thread()->quit();
      },
      Qt::QueuedConnection);
  m_thread.wait();
  delete m_desk; // its thread has ended: nobody else touches it
}

QFuture<Result<QByteArray>> PictureFetcher::picture(const QString& told)
{
  const auto promise = begun<QByteArray>();
  QMetaObject::invokeMethod(
      m_desk, [desk = m_desk, told, promise] { desk->ask(pictureAddress(told), promise); }, Qt::QueuedConnection);
  return promise->future();
}

QFuture<Result<qint64>> PictureFetcher::bytesKept()
{
  const auto promise = begun<qint64>();
  QMetaObject::invokeMethod(
      m_desk, [desk = m_desk, promise] { answer<qint64>(promise, desk->bytes()); }, Qt::QueuedConnection);
  return promise->future();
}

QFuture<Result<qint64>> PictureFetcher::clear()
{
  const auto promise = begun<qint64>();
  QMetaObject::invokeMethod(
      m_desk,
      [desk = m_desk, promise] {
        desk->clear();
        answer<qint64>(promise, desk->bytes());
      },
      Qt::QueuedConnection);
  return promise->future();
}

} // namespace supercargo
