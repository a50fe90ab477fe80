#include "core/db/open.h"

#include "core/db/database.h"
#include "core/db/migrate.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <QUrlQuery>

#include <atomic>

namespace supercargo {
namespace {

/// "SCGO": marks an SQLite file as a workspace of this program (also shown by file(1)).
constexpr qint64 kApplicationId = 0x5343474f;

QString uniqueName()
{
  static std::atomic<int> counter{0};
  return QStringLiteral("supercargo-%1").arg(++counter);
}

/// Not yet open. The connection owns the only copy of the handle, as its removal needs.
std::unique_ptr<Connection> newConnection(Engine engine, Access access)
{
  const QString driver = engine == Engine::Sqlite ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL");
  return std::make_unique<Connection>(QSqlDatabase::addDatabase(driver, uniqueName()), engine, access);
}

/// Sets a pragma and reads it back: an SQLite built without a feature ignores it in silence.
Result<void> setPragma(Connection& connection, const QString& name, qint64 value, bool mustHold)
{
  SC_TRY(connection.runOnce(QStringLiteral("PRAGMA %1 = %2").arg(name).arg(value)));
  SC_TRY_ASSIGN(got, connection.number(QStringLiteral("PRAGMA ") + name));
  if (mustHold && got != value)
    return fail(ErrorKind::Database, QStringLiteral("SQLite refuses PRAGMA %1 = %2").arg(name).arg(value));
  return {};
}

Result<void> prepareSqlite(Connection& connection, Access access)
{
  SC_TRY(setPragma(connection, QStringLiteral("foreign_keys"), 1, true));
  SC_TRY(setPragma(connection, QStringLiteral("synchronous"), 1, true)); // NORMAL: safe with WAL, no fsync a commit
  SC_TRY(setPragma(connection, QStringLiteral("temp_store"), 2, true));  // sorts in memory
  // The writer touches index pages all over the file; 64 MB hold the hot part of a million orders. Readers lean on the
  // mapped file (256 MB of address space, not of memory) and need little of their own.
  SC_TRY(setPragma(connection, QStringLiteral("cache_size"), access == Access::ReadWrite ? -65'536 : -16'384, true));
  // The writer maps nothing: what it once touched would stay in its memory for good.
  SC_TRY(setPragma(connection, QStringLiteral("mmap_size"), access == Access::ReadWrite ? 0 : 256LL << 20, false));
  if (access == Access::ReadOnly)
    return setPragma(connection, QStringLiteral("query_only"), 1, true);

  // Checkpoints of 16 MB instead of 4 write a page that changes often once instead of four times.
  SC_TRY(setPragma(connection, QStringLiteral("wal_autocheckpoint"), 4'000, true));
  SC_TRY(setPragma(connection, QStringLiteral("journal_size_limit"), 64LL << 20, true));
  SC_TRY_ASSIGN(mode, connection.row(QStringLiteral("PRAGMA journal_mode = WAL"), {},
                                     [](const Row& row) { return row.text(0); }));
  if (mode != QStringLiteral("wal"))
    return fail(ErrorKind::Database, QStringLiteral("the file system does not allow SQLite's write-ahead log"));
  return {};
}

/// New and empty files become ours; other people's databases are left alone.
Result<void> claimFile(Connection& connection, const QString& file)
{
  SC_TRY_ASSIGN(tables, connection.number(QStringLiteral("SELECT count(*) FROM sqlite_master")));
  if (tables > 0)
    return requireWorkspace(connection, file);
  return connection.runOnce(QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId));
}

} // namespace

Result<void> requireWorkspace(Connection& connection, const QString& file)
{
  SC_TRY_ASSIGN(id, connection.number(QStringLiteral("PRAGMA application_id")));
  if (id != kApplicationId)
    return fail(ErrorKind::Invalid, QStringLiteral("not a Supercargo workspace"), file);
  return {};
}

Result<std::unique_ptr<Connection>> openSqlite(const QString& file, Access access)
{
  const QFileInfo info(file);
  const bool isNew = !info.exists();
  if (access == Access::ReadOnly && isNew)
    return fail(ErrorKind::NotFound, QStringLiteral("no such file"), file);
  if (access == Access::ReadWrite) {
    if (isNew && !QDir().mkpath(info.absolutePath()))
      return fail(ErrorKind::Denied, QStringLiteral("the folder cannot be made"), info.absolutePath());
    if (info.isDir() || !QFileInfo(info.absolutePath()).isWritable() || (!isNew && !info.isWritable()))
      return fail(ErrorKind::Denied, QStringLiteral("the file cannot be written"), file);
  }
  auto connection = newConnection(Engine::Sqlite, access);
  QSqlDatabase& database = connection->handle();
  database.setDatabaseName(file);
  database.setConnectOptions(access == Access::ReadOnly
                                 ? QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000;QSQLITE_OPEN_READONLY")
                                 : QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
  if (!database.open())
    return fail(ErrorKind::Database, database.lastError().databaseText(), file);
  if (isNew) // it holds personal data; SQLite gives its log files the same permissions
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
  if (access == Access::ReadWrite)
    SC_TRY(claimFile(*connection, file));
  SC_TRY(prepareSqlite(*connection, access));
  return connection;
}

Result<std::unique_ptr<Connection>> openPostgres(const QString& address, Access access)
{
  const QUrl url(address);
  if (!url.isValid() || !url.scheme().startsWith(QLatin1String("postgres")) || url.path().size() < 2)
    return fail(ErrorKind::Invalid, QStringLiteral("not a postgresql://user@host:port/name address"));
  auto connection = newConnection(Engine::PostgreSql, access);
  QSqlDatabase& database = connection->handle();
  database.setHostName(url.host());
  if (url.port() > 0)
    database.setPort(url.port());
  database.setUserName(url.userName(QUrl::FullyDecoded));
  database.setPassword(url.password(QUrl::FullyDecoded));
  database.setDatabaseName(url.path(QUrl::FullyDecoded).mid(1));
  QStringList options; // sslmode=require and the like, as libpq names them
  for (const auto& [name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded))
    options << name + u'=' + value;
  database.setConnectOptions(options.join(u';'));
  if (!database.open())
    return fail(ErrorKind::Database, database.lastError().databaseText().section(u'\n', 0, 0), url.host());
  SC_TRY(connection->runOnce(QStringLiteral("SET TIME ZONE 'UTC'")));
  SC_TRY(connection->runOnce(QStringLiteral("SET client_min_messages = warning")));
  if (access == Access::ReadOnly)
    SC_TRY(connection->runOnce(QStringLiteral("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")));
  return connection;
}

Result<std::unique_ptr<Connection>> connectTo(const DatabaseConfig& config, bool readOnly)
{
  const Access access = readOnly ? Access::ReadOnly : Access::ReadWrite;
  SC_TRY_ASSIGN(connection, config.postgresUrl.isEmpty() ? openSqlite(config.sqliteFile, access)
                                                         : openPostgres(config.postgresUrl, access));
  if (!readOnly) {
    SC_TRY(migrate(*connection));
    return connection;
  }
  SC_TRY_ASSIGN(version, storedVersion(*connection));
  SC_TRY(refuseNewer(version, schemaVersion()));
  if (version < schemaVersion())
    return fail(ErrorKind::Conflict,
                QStringLiteral("the workspace has schema version %1 and must be opened for writing "
                               "once to become version %2")
                    .arg(version)
                    .arg(schemaVersion()));
  return connection;
}

} // namespace supercargo
