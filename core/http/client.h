#pragma once

#include "core/http/message.h"

#include <QObject>

#include <functional>
#include <memory>

class QNetworkAccessManager;

namespace supercargo {

/// The way out: sends a request once and tells what came back. Any HTTP status is an answer; errors mean that there was
/// none: Network, Timeout, Config (address or certificate refused), TooLarge, BadResponse; Error::unsent where nothing
/// of the request has left.
class Transport {
public:
  using Answer = std::function<void(Result<HttpResponse>)>;
  /// Stops the exchange if it still runs; its answer is then never told. May be called at any time in the same thread.
  using Cancel = std::function<void()>;

  virtual ~Transport() = default;
  /// `answer` is called once, later, in the calling thread.
  virtual Cancel send(const HttpRequest& request, Answer answer) = 0;
};

/// The real way out, over QNetworkAccessManager; lives in the thread that made it, which needs an event loop.
/// Certificates are always verified; plain http reaches loopback only; redirects are followed for GET within the same
/// origin, and no cookie is kept.
class HttpClient : public QObject, public Transport {
  Q_OBJECT
public:
  explicit HttpClient(Clock clock, qint64 mostBytes = kMostBytes);
  ~HttpClient() override;

  Cancel send(const HttpRequest& request, Answer answer) override;

  static constexpr qint64 kMostBytes = 64 * 1024 * 1024;

private:
  Clock m_clock;
  qint64 m_mostBytes;
  QNetworkAccessManager* m_network;
};

} // namespace supercargo
