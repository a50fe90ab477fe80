#pragma once

#include "core/base/instant.h"
#include "core/db/database.h"
#include "core/settings/settings.h"

#include <QTimeZone>
#include <QTimer>

namespace supercargo {

/// Makes the day's backup in the folder chosen in the settings, soon after the program starts and on each new day that
/// it sees; the shop's zone says which day it is. Without a folder it does nothing.
class DailyBackup : public QObject {
  Q_OBJECT
public:
  DailyBackup(Database& database, const Settings& settings, QTimeZone zone, Clock clock);

private:
  void look();

  Database& m_database;
  const Settings& m_settings;
  QTimeZone m_zone;
  Clock m_clock;
  QTimer m_timer;
  bool m_isRunning = false;
};

} // namespace supercargo
