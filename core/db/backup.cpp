#include "core/db/backup.h"

#include "core/db/migrate.h"
#include "core/db/open.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace supercargo {
namespace {

constexpr size_t kRowsPerCopy = 2'000;

QString quoted(QString text)
{
  return u'\'' + text.replace(u'\'', QLatin1String("''")) + u'\'';
}

/// Removes a half-made file when the work did not end well.
struct Draft {
  explicit Draft(QString name) : file(std::move(name)) { QFile::remove(file); }
  ~Draft() { QFile::remove(file); }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  Result<void> keepAs(const QString& name)
  {
    if ((QFile::exists(name) && !QFile::remove(name)) || !QFile::rename(file, name))
      return fail(ErrorKind::Denied, QStringLiteral("the file cannot be put in its place"), name);
    return {};
  }
  QString file;
};

/// The schema version of a file that is a whole workspace of ours.
Result<int> checkedVersion(const QString& file)
{
  SC_TRY_ASSIGN(copy, openSqlite(file, Access::ReadOnly));
  SC_TRY(requireWorkspace(*copy, file));
  SC_TRY_ASSIGN(version, storedVersion(*copy));
  SC_TRY(refuseNewer(version, schemaVersion()));
  SC_TRY_ASSIGN(verdict,
                copy->row(QStringLiteral("PRAGMA integrity_check(1)"), {}, [](const Row& row) { return row.text(0); }));
  if (verdict != QStringLiteral("ok"))
    return fail(ErrorKind::Invalid, QStringLiteral("the file is damaged: ") + verdict.value_or(QString()), file);
  return version;
}

/// Tables that hold data. Search tables are made from them; schema_history is written by the migrations.
Result<std::vector<QString>> dataTables(Connection& sqlite)
{
  return sqlite.rows(
      QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' "
                     "ESCAPE '\\' AND name NOT LIKE 'order\\_search%' ESCAPE '\\' "
                     "AND name <> 'schema_history' ORDER BY name"),
      {}, [](const Row& row) { return row.text(0); });
}

Result<void> copyTable(Connection& from, Connection& to, const QString& table, const QStringList& columns)
{
  const QString names = columns.join(QLatin1String(", "));
  const QString head = QStringLiteral("INSERT INTO %1 (%2) VALUES").arg(table, names);
  // Rows copied before have marked hours by their triggers.
  const QString tail = table == QLatin1String("dirty_hours") ? QStringLiteral("ON CONFLICT DO NOTHING") : QString();
  const int width = int(columns.size());
  std::vector<SqlValue> values;
  Result<qint64> written = 0;
  SC_TRY(from.each(QStringLiteral("SELECT %1 FROM %2").arg(names, table), {}, [&](const Row& row) {
    for (int i = 0; i < width; ++i)
      values.emplace_back(row.value(i));
    if (values.size() < kRowsPerCopy * size_t(width))
      return true;
    written = to.insertMany(head, width, values, tail);
    values.clear();
    return written.has_value();
  }));
  SC_TRY(written);
  SC_TRY(to.insertMany(head, width, values, tail));
  return {};
}

/// Replaces all data of `to` by those of `from`, in one transaction. `sqlite` is the one of the two that is SQLite.
Result<void> copyData(Connection& from, Connection& to, Connection& sqlite)
{
  return to.transaction([&]() -> Result<void> {
    SC_TRY_ASSIGN(tables, dataTables(sqlite));
    for (const QString& table : tables) {
      SC_TRY_ASSIGN(columns, sqlite.rows(QStringLiteral("SELECT name FROM pragma_table_info(?) ORDER BY cid"), {table},
                                         [](const Row& row) { return row.text(0); }));
      SC_TRY(to.run(QStringLiteral("DELETE FROM ") + table));
      SC_TRY(copyTable(from, to, table, QStringList(columns.begin(), columns.end())));
    }
    if (to.engine() == Engine::Sqlite)
      SC_TRY(to.run(QStringLiteral("INSERT INTO order_search (rowid, words) SELECT order_id, words FROM order_texts")));
    return {};
  });
}

Result<void> vacuumInto(Connection& connection, const QString& file)
{
  // A reader's query_only also forbids writing the copy; the workspace itself stays protected by how it was opened.
  SC_TRY_ASSIGN(guarded, connection.number(QStringLiteral("PRAGMA query_only")));
  SC_TRY(connection.runOnce(QStringLiteral("PRAGMA query_only = 0")));
  const auto made = connection.runOnce(QStringLiteral("VACUUM INTO ") + quoted(file));
  SC_TRY(connection.runOnce(QStringLiteral("PRAGMA query_only = %1").arg(guarded)));
  return made;
}

Result<void> exportInto(Connection& connection, const QString& file)
{
  DatabaseConfig config;
  config.sqliteFile = file;
  SC_TRY_ASSIGN(copy, connectTo(config, false));
  SC_TRY(copyData(connection, *copy, *copy));
  return copy->runOnce(QStringLiteral("PRAGMA journal_mode = DELETE")); // one file, nothing beside it
}

/// Fails when another connection has the file open. Also empties its write-ahead log into it. A file too damaged for
/// that may be replaced: it is why people restore.
Result<void> takeAlone(const QString& file)
{
  auto connection = openSqlite(file, Access::ReadWrite);
  if (!connection)
    return connection.error().kind == ErrorKind::Denied ? Result<void>(fail(connection.error())) : Result<void>();
  Connection& c = **connection;
  SC_TRY(c.runOnce(QStringLiteral("PRAGMA busy_timeout = 200")));
  SC_TRY(c.runOnce(QStringLiteral("PRAGMA locking_mode = EXCLUSIVE")));
  if (auto alone = c.runOnce(QStringLiteral("BEGIN EXCLUSIVE"));
      !alone && alone.error().detail.contains(QLatin1String("locked")))
    return fail(ErrorKind::Conflict, QStringLiteral("the workspace is open in another program"), file);
  return c.runOnce(QStringLiteral("COMMIT"));
}

Result<void> restoreFile(const QString& workspace, const QString& backup)
{
  Draft fresh(workspace + QStringLiteral(".restoring"));
  if (!QFile::copy(backup, fresh.file))
    return fail(ErrorKind::DiskFull, QStringLiteral("the backup cannot be copied"), fresh.file);
  QFile::setPermissions(fresh.file, QFile::ReadOwner | QFile::WriteOwner);
  if (QFile::exists(workspace)) {
    SC_TRY(takeAlone(workspace));
    // With its log files, should they still be there: they belong together.
    for (const QString& part : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
      const QString kept = workspace + QStringLiteral(".before-restore") + part;
      QFile::remove(kept);
      if (QFile::exists(workspace + part) && !QFile::rename(workspace + part, kept))
        return fail(ErrorKind::Denied, QStringLiteral("the present data cannot be set aside"), kept);
    }
  }
  return fresh.keepAs(workspace);
}

Result<void> restoreIntoServer(const DatabaseConfig& config, const QString& backup)
{
  SC_TRY_ASSIGN(server, connectTo(config, false));
  SC_TRY(backupTo(*server, backup + QStringLiteral(".before-restore")));
  // A copy, because an older backup is brought to this version first.
  const QTemporaryDir folder;
  DatabaseConfig copy;
  copy.sqliteFile = folder.filePath(QStringLiteral("copy"));
  if (!QFile::copy(backup, copy.sqliteFile))
    return fail(ErrorKind::DiskFull, QStringLiteral("the backup cannot be copied"), copy.sqliteFile);
  SC_TRY_ASSIGN(source, connectTo(copy, false));
  return copyData(*source, *server, *source);
}

} // namespace

Result<void> backupTo(Connection& connection, const QString& file)
{
  Draft draft(file + QStringLiteral(".part"));
  SC_TRY(connection.engine() == Engine::Sqlite ? vacuumInto(connection, draft.file)
                                               : exportInto(connection, draft.file));
  QFile::setPermissions(draft.file, QFile::ReadOwner | QFile::WriteOwner);
  SC_TRY(checkedVersion(draft.file));
  return draft.keepAs(file);
}

Result<void> restoreFrom(const DatabaseConfig& config, const QString& file)
{
  SC_TRY(checkedVersion(file));
  return config.postgresUrl.isEmpty() ? restoreFile(config.sqliteFile, file) : restoreIntoServer(config, file);
}

} // namespace supercargo
