#include "app/desktop/dailybackup.h"

#include "core/base/deliver.h"
#include "core/db/dailybackup.h"

#include <QDateTime>
#include <QLoggingCategory>

namespace supercargo {

Q_LOGGING_CATEGORY(lcBackup, "supercargo.backup")

using namespace std::chrono_literals;

DailyBackup::DailyBackup(Database& database, const Settings& settings, QTimeZone zone, Clock clock)
    : m_database(database), m_settings(settings), m_zone(std::move(zone)), m_clock(std::move(clock))
{
  connect(&m_timer, &QTimer::timeout, this, &DailyBackup::look);
  m_timer.setTimerType(Qt::VeryCoarseTimer);
  m_timer.start(30min);
  QTimer::singleShot(1min, this, &DailyBackup::look); // not while the program is starting
}

void DailyBackup::look()
{
  const QString folder = m_settings.get(settings::kBackupFolder);
  if (folder.isEmpty() || m_isRunning)
    return;
  const QDate today = QDateTime::fromMSecsSinceEpoch(toMs(m_clock()), m_zone).date();
  m_isRunning = true;
  auto done = m_database.read([folder, today, keep = m_settings.get(settings::kBackupKeep)](Connection& c) {
    return backUpDaily(c, folder, today, keep);
  });
  deliver(done, this, [this](const Result<bool>& written) {
    m_isRunning = false;
    if (!written)
      qCWarning(lcBackup, "the daily backup failed: %s", qPrintable(written.error().detail));
  });
}

} // namespace supercargo
