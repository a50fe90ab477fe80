#pragma once

#include "core/db/database.h"

#include <functional>

namespace supercargo::bench {

/// A database that is filled as the engine does it: pages are parsed in this thread while the writer stores earlier
/// ones.
class Workload {
public:
  explicit Workload(const QString& file);

  /// `progress` is called with the number of orders stored so far.
  void fill(qint64 orders, const std::function<void(qint64)>& progress = {});
  Database& database() { return *m_database; }
  qint64 commits() const { return m_commits; }
  Instant end() const { return m_end; }
  void close() { m_database.reset(); }

private:
  std::unique_ptr<Database> m_database;
  std::atomic<qint64> m_commits = 0;
  Instant m_end;
};

} // namespace supercargo::bench
