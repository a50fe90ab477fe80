#pragma once

#include "core/db/connection.h"
#include "core/tiles/tilesource.h"

namespace supercargo {

/// A map in one file (MBTiles 1.3: SQLite with the tables metadata and tiles, rows counted from the south). Pictures
/// only: vector tiles are refused in words. The thread that opened it.
class MbtilesFile {
public:
  /// NotFound; BadResponse: what is wrong with the file.
  static Result<std::unique_ptr<MbtilesFile>> open(const QString& file);

  Result<QByteArray> tile(TileAddress tile); ///< NotFound: none there
  QString attribution() const { return m_attribution; }

private:
  explicit MbtilesFile(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
  Result<void> readMetadata();

  std::unique_ptr<Connection> m_connection;
  QString m_attribution;
};

} // namespace supercargo
