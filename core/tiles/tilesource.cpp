#include "core/tiles/tilesource.h"

#include "core/http/message.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QUrl>
#include <QUrlQuery>

namespace supercargo {
namespace {

const QString kNames[] = {QStringLiteral("offline"), QStringLiteral("xyz"), QStringLiteral("wmts"),
                          QStringLiteral("mbtiles")};

Result<void> checkAddress(const TileSource& source)
{
  QString plain = source.address;
  plain.remove(u'{').remove(u'}');
  SC_TRY(checkEndpoint(plain));
  if (source.address.contains(QLatin1String("{key}")) && source.key.isEmpty())
    return fail(ErrorKind::Config, QStringLiteral("this map wants a key of your own"), QStringLiteral("key"));
  return {};
}

} // namespace

QString tileSourceKindName(TileSourceKind kind)
{
  return kNames[size_t(kind)];
}

TileSourceKind tileSourceKindNamed(QStringView name)
{
  for (size_t i = 0; i < std::size(kNames); ++i)
    if (name == kNames[i])
      return TileSourceKind(i);
  return TileSourceKind::Offline;
}

Result<void> checkTileSource(const TileSource& source)
{
  switch (source.kind) {
  case TileSourceKind::Offline:
    return {};
  case TileSourceKind::Mbtiles:
    if (!QFileInfo(source.address).isFile())
      return fail(ErrorKind::NotFound, QStringLiteral("there is no such file"), source.address);
    return {};
  case TileSourceKind::Xyz:
    for (const QString& part : {QStringLiteral("{z}"), QStringLiteral("{x}")})
      if (!source.address.contains(part))
        return fail(ErrorKind::Invalid, QStringLiteral("the address lacks %1").arg(part), QStringLiteral("address"));
    if (!source.address.contains(QLatin1String("{y}")) && !source.address.contains(QLatin1String("{-y}")))
      return fail(ErrorKind::Invalid, QStringLiteral("the address lacks {y}"), QStringLiteral("address"));
    return checkAddress(source);
  case TileSourceKind::Wmts:
    if (source.layer.isEmpty() || source.matrixSet.isEmpty())
      return fail(ErrorKind::Invalid, QStringLiteral("a WMTS needs its layer and its matrix set"),
                  QStringLiteral("layer"));
    return checkAddress(source);
  }
  return {};
}

QByteArray tileUrl(const TileSource& source, TileAddress tile)
{
  QString address = source.address;
  address.replace(QLatin1String("{key}"), QString::fromLatin1(QUrl::toPercentEncoding(source.key)));
  if (source.kind == TileSourceKind::Xyz) {
    const int fromSouth = (1 << tile.zoom) - 1 - tile.y;
    address.replace(QLatin1String("{z}"), QString::number(tile.zoom));
    address.replace(QLatin1String("{x}"), QString::number(tile.x));
    address.replace(QLatin1String("{y}"), QString::number(tile.y));
    address.replace(QLatin1String("{-y}"), QString::number(fromSouth));
    return QUrl(address).toEncoded();
  }
  address.replace(QLatin1String("{z}"), QString::number(tile.zoom));
  QUrl url(address);
  QUrlQuery query(url);
  const QString format =
      url.host().endsWith(QLatin1String("tianditu.gov.cn")) ? QStringLiteral("tiles") : QStringLiteral("image/png");
  const std::pair<QString, QString> parts[] = {{QStringLiteral("SERVICE"), QStringLiteral("WMTS")},
                                               {QStringLiteral("REQUEST"), QStringLiteral("GetTile")},
                                               {QStringLiteral("VERSION"), QStringLiteral("1.0.0")},
                                               {QStringLiteral("LAYER"), source.layer},
                                               {QStringLiteral("STYLE"), QStringLiteral("default")},
                                               {QStringLiteral("TILEMATRIXSET"), source.matrixSet},
                                               {QStringLiteral("FORMAT"), format},
                                               {QStringLiteral("TILEMATRIX"), QString::number(tile.zoom)},
                                               {QStringLiteral("TILEROW"), QString::number(tile.y)},
                                               {QStringLiteral("TILECOL"), QString::number(tile.x)}};
  for (const auto& [name, value] : parts)
    if (!query.hasQueryItem(name) && !query.hasQueryItem(name.toLower()))
      query.addQueryItem(name, value);
  url.setQuery(query);
  return url.toEncoded();
}

QString tileSourceId(const TileSource& source)
{
  const QStringList parts{tileSourceKindName(source.kind), source.address, source.key, source.layer, source.matrixSet};
  const QByteArray all = parts.join(u'\n').toUtf8();
  return QString::fromLatin1(QCryptographicHash::hash(all, QCryptographicHash::Sha256).toHex().left(24));
}

bool looksLikePicture(QByteArrayView bytes)
{
  return bytes.startsWith("\x89PNG\r\n") || bytes.startsWith("\xff\xd8\xff") || bytes.startsWith("GIF8") ||
         (bytes.startsWith("RIFF") && bytes.size() > 12 && bytes.sliced(8, 4) == QByteArrayView("WEBP"));
}

} // namespace supercargo
