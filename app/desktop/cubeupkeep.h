#pragma once

#include "core/db/database.h"

#include <QTimer>

namespace supercargo {

/// Keeps the sums that reports read (core/store/daycubes.h) up to date while orders come in: a few days at a time, and
/// only after things have been quiet for a moment, so that a sync never waits for it. GUI thread.
class CubeUpkeep : public QObject {
  Q_OBJECT
public:
  explicit CubeUpkeep(Database& database);

private:
  void rebuild();

  Database& m_database;
  QTimer m_quiet;
  bool m_isRunning = false;
};

} // namespace supercargo
