#include "core/tiles/tilefetcher.h"

#include "core/http/client.h"
#include "core/tiles/mbtiles.h"
#include "core/tiles/tilecache.h"

#include <QPromise>

#include <deque>
#include <map>
#include <optional>

namespace supercargo {
namespace {

constexpr int kConnections = 2;
constexpr int kFailuresBeforeRest = 3;
constexpr std::chrono::seconds kRest(60), kLongestRest(3600), kTimeout(12);
constexpr std::chrono::hours kLeastFresh(24 * 7); ///< where the provider says nothing
constexpr qint64 kMostPicture = 4 * 1024 * 1024;

using Promise = std::shared_ptr<QPromise<Result<QByteArray>>>;

void answer(const Promise& promise, Result<QByteArray> result)
{
  promise->addResult(std::move(result));
  promise->finish();
}

/// How long a picture may be shown without asking: what the provider says, a week where it is silent. nullopt: it may
/// not be kept at all.
std::optional<Instant> freshUntil(const HttpResponse& response)
{
  const QByteArray control = response.header("Cache-Control").toLower();
  if (control.contains("no-store"))
    return std::nullopt;
  if (control.contains("no-cache"))
    return response.receivedAt;
  if (const qsizetype at = control.indexOf("max-age="); at >= 0) {
    const QByteArray digits = control.mid(at + 8).split(',').front().trimmed();
    bool ok = false;
    if (const qint64 seconds = digits.toLongLong(&ok); ok && seconds >= 0)
      return response.receivedAt + std::chrono::seconds(seconds);
  }
  const QByteArray expires = response.header("Expires");
  if (expires.isEmpty())
    return response.receivedAt + kLeastFresh;
  return parseHttpDate(expires).value_or(response.receivedAt); // "0" and the like: has expired (RFC 9111, 5.3)
}

} // namespace

class TileFetcher::Desk : public QObject {
public:
  Desk(TileSource source, TileFetchOptions options)
      : m_source(std::move(source)), m_options(std::move(options)), m_id(tileSourceId(m_source)),
        m_cache(m_options.cacheFolder, m_options.mostCacheBytes)
  {
  }

  void ask(TileAddress tile, const Promise& promise)
  {
    if (m_source.kind == TileSourceKind::Mbtiles)
      return answer(promise, fromFile(tile));
    if (const auto fault = checkTileSource(m_source); !fault)
      return answer(promise, fail(fault.error()));
    auto kept = m_options.cacheFolder.isEmpty() ? std::nullopt : m_cache.find(m_id, tile);
    if (kept && kept->freshUntil > m_options.clock())
      return answer(promise, kept->picture);
    if (m_restUntil && *m_restUntil > m_options.clock())
      return answer(promise, kept ? Result<QByteArray>(kept->picture) : fail(m_lastError));
    m_waiting.push_back({tile, promise, std::move(kept)});
    next();
  }

  void dropWaiting()
  {
    for (const Wish& wish : std::exchange(m_waiting, {}))
      answer(wish.promise, fail(ErrorKind::Cancelled, QStringLiteral("no longer needed")));
  }

  void end()
  {
    dropWaiting();
    for (const auto& [number, running] : std::exchange(m_running, {})) {
      running.first();
      answer(running.second, fail(ErrorKind::Cancelled, QStringLiteral("the map is closing")));
    }
    m_transport.reset();
    m_file.reset();
  }

private:
  struct Wish {
    TileAddress tile;
    Promise promise;
    std::optional<KeptTile> kept; ///< stale
  };

  Result<QByteArray> fromFile(TileAddress tile)
  {
    if (!m_file) {
      SC_TRY_ASSIGN(opened, MbtilesFile::open(m_source.address));
      m_file = std::move(opened);
    }
    return m_file->tile(tile);
  }

  void next()
  {
    while (m_running.size() < kConnections && !m_waiting.empty()) {
      const Wish wish = std::move(m_waiting.back()); // what was asked last is what is looked at now
      m_waiting.pop_back();
      send(wish);
    }
  }

  void send(const Wish& wish)
  {
    if (!m_transport)
      m_transport =
          m_options.transport ? m_options.transport() : std::make_unique<HttpClient>(m_options.clock, kMostPicture);
    HttpRequest request;
    request.url = tileUrl(m_source, wish.tile);
    request.timeout = kTimeout;
    request.setHeader("User-Agent", m_options.userAgent);
    if (wish.kept && !wish.kept->etag.isEmpty())
      request.setHeader("If-None-Match", wish.kept->etag);
    const int number = ++m_lastNumber;
    auto cancel = m_transport->send(request, [this, wish, number](Result<HttpResponse> response) {
      m_running.erase(number);
      answer(wish.promise, read(wish, std::move(response)));
      next();
    });
    m_running.emplace(number, std::pair(std::move(cancel), wish.promise));
  }

  Result<QByteArray> read(const Wish& wish, Result<HttpResponse> response)
  {
    if (response && response->status == 304 && wish.kept) {
      keep(wish.tile, wish.kept->picture, *response, wish.kept->etag);
      return wish.kept->picture;
    }
    if (response && (response->status == 404 || response->status == 204))
      return fail(ErrorKind::NotFound, QStringLiteral("the map has nothing there"));
    if (response && response->status == 200 && looksLikePicture(response->body)) {
      m_failures = 0;
      keep(wish.tile, response->body, *response, response->header("ETag"));
      return response->body;
    }
    m_lastError = !response ? response.error() : faultOf(*response);
    const auto asked = response ? retryAfter(*response) : std::nullopt; // it says itself how long to stay away
    if (++m_failures >= kFailuresBeforeRest || asked)
      rest(std::min<std::chrono::milliseconds>(asked.value_or(kRest), kLongestRest));
    if (wish.kept)
      return wish.kept->picture; // an old picture is better than none
    return fail(m_lastError);
  }

  void rest(std::chrono::milliseconds time)
  {
    m_restUntil = m_options.clock() + time;
    m_failures = 0;
    for (const Wish& wish : std::exchange(m_waiting, {}))
      answer(wish.promise, wish.kept ? Result<QByteArray>(wish.kept->picture) : fail(m_lastError));
  }

  static Error faultOf(const HttpResponse& response)
  {
    if (response.status != 200)
      return explainStatus(response);
    const QString type = QString::fromLatin1(response.header("Content-Type")).section(u';', 0, 0).trimmed();
    return Error{ErrorKind::BadResponse,
                 QStringLiteral("the map server sent %1 instead of a picture")
                     .arg(type.isEmpty() ? QStringLiteral("something else") : type),
                 {},
                 std::nullopt};
  }

  void keep(TileAddress tile, const QByteArray& picture, const HttpResponse& response, const QByteArray& etag)
  {
    if (const auto until = freshUntil(response); until && !m_options.cacheFolder.isEmpty())
      m_cache.keep(m_id, tile, {picture, etag, *until});
  }

  TileSource m_source;
  TileFetchOptions m_options;
  QString m_id;
  TileCache m_cache;
  std::unique_ptr<MbtilesFile> m_file;
  std::unique_ptr<Transport> m_transport;
  std::deque<Wish> m_waiting;
  std::map<int, std::pair<Transport::Cancel, Promise>> m_running;
  int m_lastNumber = 0, m_failures = 0;
  std::optional<Instant> m_restUntil;
  Error m_lastError;
};

TileFetcher::TileFetcher(TileSource source, TileFetchOptions options)
    : m_source(source), m_desk(new Desk(std::move(source), std::move(options)))
{
  m_desk->moveToThread(&m_thread);
  m_thread.setObjectName(QStringLiteral("tiles"));
  m_thread.start();
}

TileFetcher::~TileFetcher()
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

QFuture<Result<QByteArray>> TileFetcher::tile(TileAddress tile)
{
  auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
  promise->start();
  auto future = promise->future();
  QMetaObject::invokeMethod(
      m_desk, [desk = m_desk, tile, promise] { desk->ask(tile, promise); }, Qt::QueuedConnection);
  return future;
}

void TileFetcher::dropWaiting()
{
  QMetaObject::invokeMethod(
      m_desk, [desk = m_desk] { desk->dropWaiting(); }, Qt::QueuedConnection);
}

} // namespace supercargo
