#include "core/db/migrate.h"

#include "core/db/backup.h"
#include "core/db/database.h"

namespace supercargo {
namespace {

/// The words that the two engines spell differently, and statements that only one of them knows.
std::optional<QString> statementFor(Engine engine, QString sql)
{
  const bool sqlite = engine == Engine::Sqlite;
  for (const auto& [prefix, own] :
       {std::pair(QLatin1String("sqlite:"), sqlite), std::pair(QLatin1String("postgresql:"), !sqlite)}) {
    if (!sql.startsWith(prefix))
      continue;
    if (!own)
      return std::nullopt;
    sql = sql.mid(prefix.size()).trimmed();
  }
  sql.replace(QLatin1String("$PK"),
              sqlite ? QLatin1String("INTEGER PRIMARY KEY") : QLatin1String("BIGINT PRIMARY KEY"));
  sql.replace(QLatin1String("$CLUSTERED"), sqlite ? QLatin1String("WITHOUT ROWID") : QLatin1String(""));
  sql.replace(QLatin1String("$BLOB"), sqlite ? QLatin1String("BLOB") : QLatin1String("BYTEA"));
  sql.replace(QLatin1String("$REAL"), sqlite ? QLatin1String("REAL") : QLatin1String("DOUBLE PRECISION"));
  return sql;
}

Result<void> runStep(Connection& connection, const Migration& step)
{
  return connection.transaction([&]() -> Result<void> {
    // Two seats may start a new program at once: the second waits here and finds the step done.
    if (connection.engine() == Engine::PostgreSql)
      SC_TRY(connection.runOnce(QStringLiteral("SELECT pg_advisory_xact_lock(1396918095)")));
    SC_TRY_ASSIGN(version, storedVersion(connection));
    if (version >= step.version)
      return {};
    for (const QString& statement : step.statements)
      if (const auto sql = statementFor(connection.engine(), statement))
        SC_TRY(connection.runOnce(*sql));
    const QString now = connection.engine() == Engine::Sqlite ? QStringLiteral("strftime('%s', 'now')")
                                                              : QStringLiteral("extract(epoch FROM now())");
    SC_TRY(connection.run(QStringLiteral("INSERT INTO schema_history (version, name, applied_at) VALUES (?, ?, "
                                         "CAST(%1 AS BIGINT) * 1000)")
                              .arg(now),
                          {step.version, QString::fromUtf8(step.name)}));
    return {};
  });
}

} // namespace

Result<void> migrate(Connection& connection, const std::vector<Migration>& steps)
{
  const int newest = steps.back().version;
  SC_TRY_ASSIGN(stored, storedVersion(connection));
  SC_TRY(refuseNewer(stored, newest));
  if (stored == newest)
    return {};
  if (stored > 0 && connection.engine() == Engine::Sqlite)
    SC_TRY(backupTo(connection, connection.handle().databaseName() + QStringLiteral(".before-v%1").arg(newest)));
  SC_TRY(connection.runOnce(QStringLiteral(
      "CREATE TABLE IF NOT EXISTS schema_history (version BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, "
      "applied_at BIGINT NOT NULL)")));
  for (const Migration& step : steps)
    if (step.version > stored)
      SC_TRY(runStep(connection, step));
  return {};
}

Result<void> migrate(Connection& connection)
{
  return migrate(connection, migrations());
}

int schemaVersion()
{
  return migrations().back().version;
}

Result<int> storedVersion(Connection& connection)
{
  const bool sqlite = connection.engine() == Engine::Sqlite;
  SC_TRY_ASSIGN(
      exists,
      connection.number(sqlite ? QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name = 'schema_history'")
                               : QStringLiteral("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() "
                                                "AND tablename = 'schema_history'")));
  if (exists == 0)
    return 0;
  SC_TRY_ASSIGN(version, connection.number(QStringLiteral("SELECT coalesce(max(version), 0) FROM schema_history")));
  return int(version);
}

Result<void> refuseNewer(int stored, int known)
{
  if (stored <= known)
    return {};
  return fail(ErrorKind::Conflict, QStringLiteral("the workspace has schema version %1, this program knows up to %2: "
                                                  "update the program")
                                       .arg(stored)
                                       .arg(known));
}

} // namespace supercargo
