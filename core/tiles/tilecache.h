#pragma once

#include "core/base/instant.h"
#include "core/tiles/tilesource.h"

#include <optional>

namespace supercargo {

/// A picture as a provider gave it.
struct KeptTile {
  QByteArray picture, etag;
  Instant freshUntil{};
};

/// Pictures of map providers in a folder, one file each, the longest unused dropped when there are too many bytes.
/// Damaged files count as absent. One thread.
class TileCache {
public:
  TileCache(QString folder, qint64 mostBytes);

  std::optional<KeptTile> find(const QString& source, TileAddress tile) const;
  /// A full disk or a folder that cannot be written is no error: the picture is asked for again next time.
  void keep(const QString& source, TileAddress tile, const KeptTile& picture);
  void clear();
  void prune(); ///< keep() calls it now and then

private:
  QString fileOf(const QString& source, TileAddress tile) const;

  QString m_folder;
  qint64 m_mostBytes, m_sincePrune = 0;
};

} // namespace supercargo
