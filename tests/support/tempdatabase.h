#pragma once

#include "core/db/database.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace supercargo::test {

/// Body of `initTestCase_data`: the whole class runs on SQLite, and on PostgreSQL when SUPERCARGO_TEST_POSTGRES has the
/// address of a throw-away cluster (packaging/test-postgres.sh).
void addEngines();

/// The engine of the present pass over the class.
Engine engineOfRow();

/// A real database of its own, empty and gone afterwards.
class TempDatabase {
public:
  explicit TempDatabase(Engine engine = Engine::Sqlite);
  ~TempDatabase();
  TempDatabase(const TempDatabase&) = delete;
  TempDatabase& operator=(const TempDatabase&) = delete;

  const DatabaseConfig& config() const { return m_config; }
  /// Read-write, schema in place; made at the first call.
  Connection& connection();
  /// Closes what `connection` made; the data stay.
  void disconnect() { m_connection.reset(); }
  /// A name in a temporary folder that goes with this.
  QString file(const QString& name) const { return m_folder.filePath(name); }

private:
  QTemporaryDir m_folder;
  DatabaseConfig m_config;
  QString m_postgresName;
  std::unique_ptr<Connection> m_connection;
};

/// The value, or the end of the program with the error in words: for preparing a test, not for what it tests.
template <class T>
T must(Result<T> result)
{
  if (!result)
    qFatal("%s: %s", qPrintable(errorKindName(result.error().kind)), qPrintable(result.error().detail));
  if constexpr (!std::is_void_v<T>)
    return std::move(*result);
}

} // namespace supercargo::test

Q_DECLARE_METATYPE(supercargo::Engine)
