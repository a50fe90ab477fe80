#pragma once

#include "core/base/instant.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace supercargo {

/// A picture as a shop gave it.
struct KeptPicture {
  QByteArray bytes, etag;
  Instant freshUntil{};
};

/// Pictures in a folder, one file each, named by a hash of the address; the longest unused are dropped when there are
/// too many bytes. Damaged files count as absent. One thread.
class PictureCache {
public:
  PictureCache(QString folder, qint64 mostBytes);

  /// `now`: it is in use again.
  std::optional<KeptPicture> find(const QByteArray& address, Instant now) const;
  /// A full disk or a folder that cannot be written is no error: the picture is asked for again next time.
  void keep(const QByteArray& address, const KeptPicture& picture, Instant now);
  qint64 bytes() const; ///< on disk; looks through the folder
  void clear();

private:
  QString fileOf(const QByteArray& address) const;
  void prune();

  QString m_folder;
  qint64 m_mostBytes, m_sincePrune = 0;
};

} // namespace supercargo
