#pragma once

#include "core/base/instant.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <utility>
#include <vector>

/// HTTP as values. A provider builds the first and reads the second; only core/http/client sends.
namespace supercargo {

using Header = std::pair<QByteArray, QByteArray>;

struct HttpRequest {
  QByteArray method = "GET";
  QByteArray url; ///< fully encoded; sent exactly as it stands, since signatures cover it
  std::vector<Header> headers;
  QByteArray body;
  QString
      operation; ///< stable name within the provider: "orders.page"; shown in the flight recorder, names the goldens
  QString state; ///< the provider's own carry-over from building to parsing ("page=3"); not sent
  std::vector<int> expected; ///< statuses besides 2xx that are answers too: 404 where that means "no such payment"
  std::chrono::milliseconds timeout = std::chrono::seconds(30);

  QByteArray header(QByteArrayView name) const;
  void setHeader(QByteArrayView name, QByteArrayView value); ///< replaces one of that name, any case
  bool accepts(int status) const;                            ///< 2xx, or one of those expected
  bool operator==(const HttpRequest&) const = default;
};

struct HttpResponse {
  int status = 0;
  std::vector<Header> headers;
  QByteArray body; ///< content encoding already undone
  Instant receivedAt{};

  QByteArray header(QByteArrayView name) const; ///< any case; empty when absent
  bool operator==(const HttpResponse&) const = default;
};

/// Scheme and host may be used: https anywhere, http on loopback only. The error says which and why.
Result<void> checkEndpoint(const QString& url);

/// "Thu, 15 Jan 2026 01:12:33 GMT": the one form of date that HTTP senders may use (RFC 9110, 5.6.7).
std::optional<Instant> parseHttpDate(const QByteArray& text);

/// `Retry-After` in seconds or as a date; nullopt when absent or unreadable.
std::optional<std::chrono::milliseconds> retryAfter(const HttpResponse& response);

/// What an HTTP status means when the body says nothing better: 401 Auth, 403 and 404 Config, 408 Timeout, 413
/// TooLarge, 429 RateLimited, other 4xx Rejected, 5xx ProviderDown, 3xx Config. HTML where JSON is due: BadResponse
/// (2xx).
Error explainStatus(const HttpResponse& response);

} // namespace supercargo
