#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"

#include <QFuture>
#include <QThread>

#include <functional>
#include <memory>

namespace supercargo {

class Transport;

struct PictureFetchOptions {
  QString cacheFolder; ///< empty: nothing is kept
  Clock clock;
  /// The way out, made in the fetcher's thread; missing: the real one. Tests give their own.
  std::function<std::unique_ptr<Transport>()> transport;
  qint64 mostCacheBytes = 200LL * 1024 * 1024;
};

/// Brings the pictures of products, in a thread of its own: from the cache while they are fresh, else from where the
/// shop has them, a few at a time and the last asked first; without a network what is kept is shown, however old. What
/// is no picture or larger than 4 MB is refused. An address that failed is left alone for a while, and so is a host
/// that does not answer. All functions may be called from any thread; everything that was asked is answered, at the
/// latest with Cancelled when the fetcher goes.
class PictureFetcher {
public:
  explicit PictureFetcher(PictureFetchOptions options);
  ~PictureFetcher();
  PictureFetcher(const PictureFetcher&) = delete;
  PictureFetcher& operator=(const PictureFetcher&) = delete;

  /// `told`: as the shop wrote the address. Invalid: it is none. BadResponse: something else than a picture came.
  QFuture<Result<QByteArray>> picture(const QString& told);
  QFuture<Result<qint64>> bytesKept();
  QFuture<Result<qint64>> clear(); ///< forgets all pictures, and which addresses failed; what is left in bytes: 0

private:
  class Desk;
  QThread m_thread;
  Desk* m_desk; ///< lives in m_thread
};

} // namespace supercargo
