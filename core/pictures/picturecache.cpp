#include "core/pictures/picturecache.h"

#include "core/pictures/pictureaddress.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QSaveFile>

#include <algorithm>
#include <vector>

namespace supercargo {
namespace {

constexpr quint32 kMark = 0x53435031;       ///< "SCP1"
constexpr std::chrono::hours kUsedAgain(1); ///< use is noted no more often

QDateTime timeOf(Instant at)
{
  return QDateTime::fromMSecsSinceEpoch(toMs(at), Qt::UTC);
}

} // namespace

PictureCache::PictureCache(QString folder, qint64 mostBytes) : m_folder(std::move(folder)), m_mostBytes(mostBytes) {}

QString PictureCache::fileOf(const QByteArray& address) const
{
  const QString name = QString::fromLatin1(QCryptographicHash::hash(address, QCryptographicHash::Sha256).toHex());
  return QStringLiteral("%1/%2/%3").arg(m_folder, name.left(2), name.mid(2, 38));
}

std::optional<KeptPicture> PictureCache::find(const QByteArray& address, Instant now) const
{
  QFile file(fileOf(address));
  if (!file.open(QIODevice::ReadOnly))
    return std::nullopt;
  QDataStream in(&file);
  quint32 mark = 0;
  qint64 freshUntil = 0;
  KeptPicture kept;
  in >> mark >> freshUntil >> kept.etag >> kept.bytes;
  if (mark != kMark || in.status() != QDataStream::Ok || !isPicture(kept.bytes))
    return std::nullopt;
  kept.freshUntil = fromMs(freshUntil);
  file.close();
  if (const QDateTime used = timeOf(now);
      QFileInfo(file).lastModified().msecsTo(used) > qint64(std::chrono::milliseconds(kUsedAgain).count()) &&
      file.open(QIODevice::ReadWrite))
    file.setFileTime(used, QFileDevice::FileModificationTime);
  return kept;
}

void PictureCache::keep(const QByteArray& address, const KeptPicture& picture, Instant now)
{
  const QString name = fileOf(address);
  if (!QDir().mkpath(QFileInfo(name).path()))
    return;
  QSaveFile file(name);
  if (!file.open(QIODevice::WriteOnly))
    return;
  QDataStream out(&file);
  out << kMark << toMs(picture.freshUntil) << picture.etag << picture.bytes;
  if (!file.commit())
    return;
  if (QFile used(name); used.open(QIODevice::ReadWrite))
    used.setFileTime(timeOf(now), QFileDevice::FileModificationTime);
  m_sincePrune += picture.bytes.size();
  if (m_sincePrune >= m_mostBytes / 16)
    prune();
}

qint64 PictureCache::bytes() const
{
  qint64 sum = 0;
  for (QDirIterator it(m_folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
    it.next();
    sum += it.fileInfo().size();
  }
  return sum;
}

void PictureCache::clear()
{
  QDir(m_folder).removeRecursively();
  m_sincePrune = 0;
}

void PictureCache::prune()
{
  m_sincePrune = 0;
  std::vector<QFileInfo> files;
  qint64 bytes = 0;
  for (QDirIterator it(m_folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
    it.next();
    files.push_back(it.fileInfo());
    bytes += files.back().size();
  }
  std::ranges::sort(files, {}, [](const QFileInfo& file) { return file.lastModified(); });
  for (const QFileInfo& file : files) {
    if (bytes <= m_mostBytes)
      break;
    bytes -= file.size();
    QFile::remove(file.filePath());
  }
}

} // namespace supercargo
