#include "core/pictures/pictureaddress.h"

#include <QHostAddress>
#include <QUrl>

namespace supercargo {
namespace {

bool isLoopback(const QString& host)
{
  return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

QByteArray pictureAddress(const QString& told)
{
  const QString text = told.trimmed();
  QUrl url(text.startsWith(QLatin1String("//")) ? QStringLiteral("https:") + text : text);
  if (url.scheme() == QLatin1String("http") && !isLoopback(url.host())) {
    url.setScheme(QStringLiteral("https"));
    if (url.port() == 80)
      url.setPort(-1);
  }
  const bool ofTheWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
  if (!url.isValid() || !ofTheWeb || url.host().isEmpty() || !url.userInfo().isEmpty())
    return {};
  return url.toEncoded(QUrl::RemoveFragment);
}

bool isPicture(QByteArrayView bytes)
{
  constexpr qsizetype kTail = 64; // some programs write a few bytes behind the end
  const auto endsWith = [&](QByteArrayView mark) {
    return bytes.size() > 2 * mark.size() && bytes.last(std::min(bytes.size(), kTail)).indexOf(mark) >= 0;
  };
  if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
    return endsWith("IEND");
  if (bytes.startsWith("\xff\xd8\xff"))
    return bytes.size() > 100 && bytes.lastIndexOf("\xff\xd9") > 0;
  if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
    return endsWith(";");
  if (bytes.startsWith("RIFF") && bytes.size() > 20 && bytes.sliced(8, 4) == QByteArrayView("WEBP")) {
    quint32 length = 0;
    for (int i = 3; i >= 0; --i)
      length = length << 8 | quint8(bytes[4 + i]);
    return qint64(length) + 8 <= bytes.size();
  }
  return false;
}

} // namespace supercargo
