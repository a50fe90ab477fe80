#include "core/tiles/tilecache.h"

#include <QDataStream>
#include <QDir>
#include <QDirIterator>
#include <QSaveFile>

#include <algorithm>
#include <vector>

namespace supercargo {
namespace {

constexpr quint32 kMark = 0x53435431; ///< "SCT1"
constexpr qint64 kPruneEvery = 8 * 1024 * 1024;

} // namespace

TileCache::TileCache(QString folder, qint64 mostBytes) : m_folder(std::move(folder)), m_mostBytes(mostBytes) {}

QString TileCache::fileOf(const QString& source, TileAddress tile) const
{
  return QStringLiteral("%1/%2/%3/%4/%5").arg(m_folder, source).arg(tile.zoom).arg(tile.x).arg(tile.y);
}

std::optional<KeptTile> TileCache::find(const QString& source, TileAddress tile) const
{
  QFile file(fileOf(source, tile));
  if (!file.open(QIODevice::ReadOnly))
    return std::nullopt;
  QDataStream in(&file);
  quint32 mark = 0;
  qint64 freshUntil = 0;
  KeptTile kept;
  in >> mark >> freshUntil >> kept.etag >> kept.picture;
  if (mark != kMark || in.status() != QDataStream::Ok || !looksLikePicture(kept.picture))
    return std::nullopt;
  kept.freshUntil = fromMs(freshUntil);
  return kept;
}

void TileCache::keep(const QString& source, TileAddress tile, const KeptTile& picture)
{
  const QString name = fileOf(source, tile);
  if (!QDir().mkpath(QFileInfo(name).path()))
    return;
  QSaveFile file(name);
  if (!file.open(QIODevice::WriteOnly))
    return;
  QDataStream out(&file);
  out << kMark << toMs(picture.freshUntil) << picture.etag << picture.picture;
  if (!file.commit())
    return;
  m_sincePrune += picture.picture.size();
  if (m_sincePrune >= kPruneEvery)
    prune();
}

void TileCache::clear()
{
  QDir(m_folder).removeRecursively();
}

void TileCache::prune()
{
  m_sincePrune = 0;
  std::vector<QFileInfo> files;
  qint64 bytes = 0;
  for (QDirIterator it(m_folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
    it.next();
    files.push_back(it.fileInfo());
    bytes += files.back().size();
  }
  std::sort(files.begin(), files.end(),
            [](const QFileInfo& a, const QFileInfo& b) { return a.lastModified() < b.lastModified(); });
  for (const QFileInfo& file : files) {
    if (bytes <= m_mostBytes)
      break;
    bytes -= file.size();
    QFile::remove(file.filePath());
  }
}

} // namespace supercargo
