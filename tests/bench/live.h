#pragma once

#include "core/sync/engine.h"
#include "ui/mainwindow/mainwindow.h"

#include <QProcess>
#include <QTemporaryDir>

namespace supercargo::bench {

Instant wallClock();
PageContext benchContext(Database& database, SyncEngine& engine, std::shared_ptr<Vault> vault);

/// A workspace of its own with accounts of the simulated world, which runs beside it as a process.
class LiveWorld {
public:
  /// `orders` in all; `accounts` 0: one for each shop, gateway and courier of the world, else so many, going round.
  LiveWorld(qint64 orders, qint64 accounts, int ordersPerMinute);
  ~LiveWorld();

  Database& database() { return *m_database; }
  const std::shared_ptr<Vault>& vault() const { return m_vault; }
  qint64 accounts() const { return m_accounts; }
  qint64 orders();
  QString file(const QString& name) const { return m_dir.filePath(name); } ///< "live.db" is the database
  void close() { m_database.reset(); } ///< nothing of the above may be used any more
  /// A simulated workspace spares its providers nothing; a real one keeps their limits and intervals.
  void setSimulated(bool simulated);

private:
  QTemporaryDir m_dir;
  QProcess m_sandbox;
  std::unique_ptr<Database> m_database;
  std::shared_ptr<Vault> m_vault;
  qint64 m_accounts = 0;
};

} // namespace supercargo::bench
