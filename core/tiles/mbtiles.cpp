#include "core/tiles/mbtiles.h"

#include "core/db/open.h"

namespace supercargo {

Result<std::unique_ptr<MbtilesFile>> MbtilesFile::open(const QString& file)
{
  auto connection = openSqlite(file, Access::ReadOnly);
  if (!connection && connection.error().kind == ErrorKind::NotFound)
    return fail(connection.error());
  if (!connection)
    return fail(ErrorKind::BadResponse, QStringLiteral("the file is no MBTiles map: ") + connection.error().detail,
                file);
  auto opened = std::unique_ptr<MbtilesFile>(new MbtilesFile(std::move(*connection)));
  if (auto read = opened->readMetadata(); !read)
    return fail(ErrorKind::BadResponse, read.error().detail, file);
  return opened;
}

Result<void> MbtilesFile::readMetadata()
{
  auto rows = m_connection->rows(QStringLiteral("SELECT name, value FROM metadata"), {},
                                 [](const Row& row) { return std::pair(row.text(0), row.text(1)); });
  if (!rows)
    return fail(ErrorKind::BadResponse, QStringLiteral("the file is no MBTiles map: ") + rows.error().detail);
  for (const auto& [name, value] : *rows) {
    if (name == QLatin1String("format") && value == QLatin1String("pbf"))
      return fail(ErrorKind::BadResponse,
                  QStringLiteral("the file holds vector tiles; only maps of pictures (png, jpg, webp) can be shown"));
    if (name == QLatin1String("attribution"))
      m_attribution = value;
  }
  return {};
}

Result<QByteArray> MbtilesFile::tile(TileAddress tile)
{
  const qint64 fromSouth = (1LL << tile.zoom) - 1 - tile.y;
  auto picture = m_connection->row(
      QStringLiteral("SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?"),
      {tile.zoom, tile.x, fromSouth}, [](const Row& row) { return row.bytes(0); });
  if (!picture)
    return fail(ErrorKind::BadResponse, QStringLiteral("the map file is damaged: ") + picture.error().detail);
  if (!*picture)
    return fail(ErrorKind::NotFound, QStringLiteral("the map has nothing there"));
  if (!looksLikePicture(**picture))
    return fail(ErrorKind::BadResponse, QStringLiteral("the map file is damaged: a tile is no picture"));
  return **picture;
}

} // namespace supercargo
