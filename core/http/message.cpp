#include "core/http/message.h"

#include <QDateTime>
#include <QHostAddress>
#include <QLocale>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {

QByteArray find(const std::vector<Header>& headers, QByteArrayView name)
{
  for (const auto& [key, value] : headers)
    if (key.compare(name, Qt::CaseInsensitive) == 0)
      return value;
  return {};
}

} // namespace

QByteArray HttpRequest::header(QByteArrayView name) const
{
  return find(headers, name);
}
QByteArray HttpResponse::header(QByteArrayView name) const
{
  return find(headers, name);
}

void HttpRequest::setHeader(QByteArrayView name, QByteArrayView value)
{
  for (auto& [key, old] : headers)
    if (key.compare(name, Qt::CaseInsensitive) == 0) {
      old = value.toByteArray();
      return;
    }
  headers.emplace_back(name.toByteArray(), value.toByteArray());
}

bool HttpRequest::accepts(int status) const
{
  return (status >= 200 && status <= 299) || std::ranges::find(expected, status) != expected.end();
}

Result<void> checkEndpoint(const QString& url)
{
  const QUrl parsed(url, QUrl::StrictMode);
  if (!parsed.isValid() || parsed.host().isEmpty())
    return fail(ErrorKind::Config, QStringLiteral("not a web address: %1").arg(url.left(200)), url.left(200));
  if (!parsed.userInfo().isEmpty())
    return fail(ErrorKind::Config, QStringLiteral("a web address must not contain a user or password"), parsed.host());
  if (parsed.scheme() == QLatin1String("https"))
    return {};
  const QString host = parsed.host();
  const bool loopback = host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
  if (parsed.scheme() == QLatin1String("http") && loopback)
    return {};
  return fail(
      ErrorKind::Config,
      QStringLiteral("%1 is refused for %2: only https is safe outside this machine").arg(parsed.scheme(), host), host);
}

std::optional<Instant> parseHttpDate(const QByteArray& text)
{
  // Qt's own RFC 2822 reading refuses the zone's name.
  auto date =
      QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
  if (!date.isValid())
    return std::nullopt;
  date.setTimeSpec(Qt::UTC);
  return fromMs(date.toMSecsSinceEpoch());
}

std::optional<std::chrono::milliseconds> retryAfter(const HttpResponse& response)
{
  const QByteArray value = response.header("retry-after").trimmed();
  if (value.isEmpty())
    return std::nullopt;
  bool ok = false;
  const double seconds = value.toDouble(&ok);
  if (ok && !std::isnan(seconds)) // "nan" reads as a number
    return std::chrono::milliseconds(static_cast<qint64>(std::clamp(seconds, 0.0, 86'400.0) * 1000));
  const auto date = parseHttpDate(value);
  if (!date)
    return std::nullopt;
  return std::max(std::chrono::milliseconds(0), *date - response.receivedAt);
}

Error explainStatus(const HttpResponse& response)
{
  const int status = response.status;
  const auto kind = [&] {
    if (status < 300)
      return ErrorKind::BadResponse;
    if (status < 400)
      return ErrorKind::Config;
    switch (status) {
    case 401:
      return ErrorKind::Auth;
    case 402:
    case 403:
    case 404:
    case 405:
    case 410:
      return ErrorKind::Config;
    case 408:
      return ErrorKind::Timeout;
    case 409:
      return ErrorKind::Conflict;
    case 413:
      return ErrorKind::TooLarge;
    case 429:
      return ErrorKind::RateLimited;
    default:
      return status < 500 ? ErrorKind::Rejected : ErrorKind::ProviderDown;
    }
  }();
  const QString start = QString::fromUtf8(response.body.left(200)).simplified();
  return Error{kind, QStringLiteral("HTTP %1: %2").arg(status).arg(start), {}, retryAfter(response)};
}

} // namespace supercargo
