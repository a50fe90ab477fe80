#include "core/db/dailybackup.h"

#include "core/db/backup.h"

#include <QDir>

namespace supercargo {
namespace {

constexpr QLatin1String kHead("supercargo_"), kTail("_daily.db");

/// The daily backups there are, the oldest first; a file that only looks like one is not ours to remove.
QStringList dailyBackups(const QDir& folder)
{
  QStringList names = folder.entryList({kHead + u'*' + kTail}, QDir::Files, QDir::Name);
  names.removeIf([](const QString& name) {
    const QString day = name.mid(kHead.size(), name.size() - kHead.size() - kTail.size());
    return day.size() != 10 || !QDate::fromString(day, Qt::ISODate).isValid();
  });
  return names;
}

} // namespace

Result<bool> backUpDaily(Connection& connection, const QString& folder, QDate today, int keep)
{
  const QDir dir(folder);
  if (!dir.mkpath(QStringLiteral(".")))
    return fail(ErrorKind::Denied, QStringLiteral("the folder for backups cannot be made"), folder);
  const QString name = kHead + today.toString(Qt::ISODate) + kTail;
  const bool isDue = !dir.exists(name);
  if (isDue)
    SC_TRY(backupTo(connection, dir.filePath(name)));
  QStringList kept = dailyBackups(dir);
  while (keep > 0 && kept.size() > keep) {
    const QString oldest = dir.filePath(kept.takeFirst());
    if (!QFile::remove(oldest))
      return fail(ErrorKind::Denied, QStringLiteral("an old backup cannot be removed"), oldest);
  }
  return isDue;
}

} // namespace supercargo
