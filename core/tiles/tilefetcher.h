#pragma once

#include "core/base/instant.h"
#include "core/tiles/tilesource.h"

#include <QFuture>
#include <QThread>

#include <functional>
#include <memory>

namespace supercargo {

class Transport;

struct TileFetchOptions {
  QString cacheFolder; ///< empty: nothing is kept
  QByteArray userAgent;
  Clock clock;
  /// The way out, made in the fetcher's thread; missing: the real one. Tests give their own.
  std::function<std::unique_ptr<Transport>()> transport;
  qint64 mostCacheBytes = 256LL * 1024 * 1024;
};

/// Brings the pictures of one source, in a thread of its own: from the cache while they are fresh, else from the
/// provider with two connections at most, the last asked first; or from an MBTiles file. After some failures in a row
/// it rests for a while and answers at once, so that a server that hangs costs little. `tile` may be called from any
/// thread; everything that was asked is answered, at the latest with Cancelled when the fetcher goes.
class TileFetcher {
public:
  TileFetcher(TileSource source, TileFetchOptions options);
  ~TileFetcher();
  TileFetcher(const TileFetcher&) = delete;
  TileFetcher& operator=(const TileFetcher&) = delete;

  /// NotFound: the source has no picture there. BadResponse: it sent something else than a picture.
  QFuture<Result<QByteArray>> tile(TileAddress tile);
  /// Answers Cancelled to what was asked and not begun.
  void dropWaiting();

  const TileSource& source() const { return m_source; }

private:
  class Desk;
  TileSource m_source;
  QThread m_thread;
  Desk* m_desk; ///< lives in m_thread
};

} // namespace supercargo
