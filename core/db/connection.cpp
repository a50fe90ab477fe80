#include "core/db/connection.h"

#include "core/db/qtstatement.h"
#include "core/db/sqlitestatement.h"

#include <algorithm>

namespace supercargo {
namespace {

/// More prepared statements than this are a sign of SQL made with varying lists: start over rather than grow for ever.
constexpr size_t kMaxStatements = 300;
/// SQLite's and PostgreSQL's limits for parameters of one statement are 32766 and 65535.
constexpr int kMaxParameters = 30'000;
constexpr int kMaxRowsPerInsert = 64;

QString savepoint(int depth)
{
  return QStringLiteral("level%1").arg(depth);
}

/// A reader sees one state from first to last. A writer of SQLite takes the lock at once: a transaction that begins
/// with reading cannot wait for it later without a dead end.
QString outermostBegin(Engine engine, Access access)
{
  if (engine == Engine::Sqlite)
    return access == Access::ReadWrite ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN");
  return access == Access::ReadWrite ? QStringLiteral("BEGIN")
                                     : QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ");
}

/// SQLite result codes, https://www.sqlite.org/rescode.html; the low byte is the primary code.
ErrorKind sqliteKind(int code, const QString& text)
{
  switch (code & 0xff) {
  case 13: // SQLITE_FULL
    return ErrorKind::DiskFull;
  case 3:  // SQLITE_PERM
  case 8:  // SQLITE_READONLY
  case 14: // SQLITE_CANTOPEN
  case 23: // SQLITE_AUTH
    return ErrorKind::Denied;
  case 19: // SQLITE_CONSTRAINT
    return text.contains(QLatin1String("UNIQUE constraint failed")) ? ErrorKind::Conflict : ErrorKind::Database;
  default:
    return ErrorKind::Database;
  }
}

/// Codes after which SQLite may have rolled back on its own (https://www.sqlite.org/lang_transaction.html).
bool sqliteGivesUp(int code)
{
  const int primary = code & 0xff;
  return primary == 13 || primary == 10 || primary == 7 || primary == 11; // FULL, IOERR, NOMEM, CORRUPT
}

/// PostgreSQL's SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html
ErrorKind postgresKind(const QString& state)
{
  if (state == QLatin1String("23505"))
    return ErrorKind::Conflict;
  if (state == QLatin1String("53100"))
    return ErrorKind::DiskFull;
  if (state == QLatin1String("42501") || state == QLatin1String("25006"))
    return ErrorKind::Denied;
  return ErrorKind::Database;
}

/// So that the tests can run as with a Qt that has another SQLite inside (CONTRIBUTING.md).
bool isQtAsked()
{
  static const bool kIsAsked = qEnvironmentVariableIntValue("SUPERCARGO_QT_STATEMENTS") == 1;
  return kIsAsked;
}

} // namespace

Connection::Connection(QSqlDatabase database, Engine engine, Access access)
    : m_database(std::move(database)), m_engine(engine), m_access(access)
{
}

Connection::~Connection()
{
  const QString name = m_database.connectionName();
  m_statements.clear();
  m_database.close();
  m_database = QSqlDatabase(); // removeDatabase wants no copy left
  QSqlDatabase::removeDatabase(name);
}

Result<qint64> Connection::run(const QString& sql, const std::vector<SqlValue>& values)
{
  SC_TRY_ASSIGN(statement, execute(sql, values));
  const qint64 changed = statement->rowsChanged();
  SC_TRY(finish(sql, std::move(statement)));
  return changed;
}

Result<void> Connection::runOnce(const QString& sql)
{
  if (m_aborted)
    return fail(*m_aborted);
  QtStatement statement(m_database, sql, false);
  if (!statement.execute({}))
    return fail(errorOf(statement.failure().value_or(StatementFailure()), sql));
  return {};
}

Result<qint64> Connection::number(const QString& sql, const std::vector<SqlValue>& values)
{
  SC_TRY_ASSIGN(found, row(sql, values, [](const Row& row) { return row.integer(0); }));
  return found.value_or(0);
}

Result<qint64> Connection::insertMany(const QString& head, int columns, const std::vector<SqlValue>& values,
                                      const QString& tail)
{
  Q_ASSERT(columns > 0 && values.size() % size_t(columns) == 0);
  const QString row = u'(' + QStringList(columns, QStringLiteral("?")).join(u',') + u')';
  qint64 changed = 0;
  // Chunks are powers of two, so that pages of any size share a handful of prepared statements.
  int chunk = 1;
  while (chunk * 2 <= std::min(kMaxRowsPerInsert, kMaxParameters / columns))
    chunk *= 2;
  auto left = qsizetype(values.size()) / columns;
  for (const SqlValue* next = values.data(); chunk > 0; chunk /= 2) {
    if (left < chunk)
      continue;
    const QString sql = head + u' ' + QStringList(chunk, row).join(u',') + u' ' + tail;
    SC_TRY_ASSIGN(statement, prepared(sql));
    const size_t count = size_t(chunk) * size_t(columns);
    for (; left >= chunk; left -= chunk, next += count) {
      SC_TRY(executed(sql, statement, {next, count}));
      changed += statement->rowsChanged();
      statement->finish();
    }
    SC_TRY(finish(sql, std::move(statement)));
  }
  return changed;
}

Result<void> Connection::begin()
{
  if (m_aborted)
    return fail(*m_aborted);
  SC_TRY(run(m_depth > 0 ? QLatin1String("SAVEPOINT ") + savepoint(m_depth) : outermostBegin(m_engine, m_access)));
  ++m_depth;
  if (m_depth > 1 || m_engine != Engine::PostgreSql || m_access != Access::ReadWrite)
    return {};
  // Two seats whose transactions take the same rows in another order would end in a dead lock, so they take turns.
  if (auto locked = number(QStringLiteral("SELECT 1 FROM (SELECT pg_advisory_xact_lock(5701)) AS turn")); !locked) {
    rollback();
    return fail(locked.error());
  }
  return {};
}

Result<void> Connection::commit()
{
  Q_ASSERT(m_depth > 0);
  if (m_aborted)
    return fail(*m_aborted);
  SC_TRY(run(m_depth > 1 ? QLatin1String("RELEASE SAVEPOINT ") + savepoint(m_depth - 1) : QStringLiteral("COMMIT")));
  --m_depth;
  return {};
}

void Connection::rollback()
{
  Q_ASSERT(m_depth > 0);
  --m_depth;
  if (m_depth == 0) {
    // Fails when SQLite has already rolled back, which is just as well.
    m_aborted.reset();
    (void)runOnce(QStringLiteral("ROLLBACK"));
    m_aborted.reset();
    return;
  }
  if (m_aborted)
    return; // the outermost rollback undoes everything
  const QString name = savepoint(m_depth);
  auto undone = run(QLatin1String("ROLLBACK TO SAVEPOINT ") + name);
  if (undone)
    undone = run(QLatin1String("RELEASE SAVEPOINT ") + name);
  if (!undone)
    m_aborted = undone.error();
}

Result<Connection::StatementPtr> Connection::execute(const QString& sql, const std::vector<SqlValue>& values)
{
  if (m_engine != Engine::PostgreSql || !values.empty()) {
    SC_TRY_ASSIGN(statement, prepared(sql));
    SC_TRY(executed(sql, statement, values));
    return statement;
  }
  if (m_aborted)
    return fail(*m_aborted);
  StatementPtr statement = std::make_unique<QtStatement>(m_database, sql, false); // it prepares neither BEGIN nor DDL
  SC_TRY(executed(sql, statement, values));
  return statement;
}

/// Takes the statement out of the cache while it runs, so that the same SQL inside its loop gets another one.
Result<Connection::StatementPtr> Connection::prepared(const QString& sql)
{
  if (m_aborted)
    return fail(*m_aborted);
  if (const auto kept = m_statements.find(sql); kept != m_statements.end() && kept->second)
    return std::move(kept->second);
  StatementPtr statement = newStatement(sql);
  if (const auto failure = statement->failure())
    return fail(errorOf(*failure, sql));
  return statement;
}

sqlite3* Connection::sqlite()
{
  if (!m_sqlite)
    m_sqlite = m_engine == Engine::Sqlite ? sqliteHandle(m_database) : nullptr;
  return *m_sqlite;
}

Connection::StatementPtr Connection::newStatement(const QString& sql)
{
  if (sqlite3* straight = isQtAsked() ? nullptr : sqlite())
    return std::make_unique<SqliteStatement>(straight, sql);
  return std::make_unique<QtStatement>(m_database, sql, true);
}

/// A statement that fails goes back to the cache: it is still prepared.
Result<void> Connection::executed(const QString& sql, StatementPtr& statement, std::span<const SqlValue> values)
{
  if (statement->execute(values))
    return {};
  const Error error = errorOf(statement->failure().value_or(StatementFailure()), sql);
  (void)finish(sql, std::move(statement));
  return fail(error);
}

Result<void> Connection::finish(const QString& sql, StatementPtr statement)
{
  const std::optional<StatementFailure> failure = statement->failure();
  statement->finish(); // no statement left standing on a row: it would hold its read transaction open
  if (statement->isPrepared()) {
    if (m_statements.size() >= kMaxStatements)
      m_statements.clear();
    m_statements[sql] = std::move(statement);
  }
  if (failure)
    return fail(errorOf(*failure, sql));
  return {};
}

/// The engine's own words and the head of the statement. Values are never part of it.
Error Connection::errorOf(const StatementFailure& failure, const QString& sql)
{
  const QString& code = failure.code;
  QString text = failure.text.section(u'\n', 0, 0).trimmed(); // PostgreSQL's next lines quote values
  ErrorKind kind;
  bool givesUp;
  if (m_engine == Engine::Sqlite) {
    kind = sqliteKind(code.toInt(), text);
    givesUp = sqliteGivesUp(code.toInt());
  } else {
    kind = postgresKind(code);
    if (code.startsWith(QLatin1String("22"))) // data exceptions quote the value in their first line, too
      text = QStringLiteral("invalid data, SQLSTATE ") + code;
    // 08: connection, 57P: shut down; nothing at all: the socket is gone
    m_alive =
        m_alive && !(code.isEmpty() || code.startsWith(QLatin1String("08")) || code.startsWith(QLatin1String("57P")));
    givesUp = !m_alive || m_depth == 1; // COMMIT would undo all of it without a word
  }
  Error result{kind, text + QLatin1String(" [") + sql.left(80).simplified() + u']', {}, std::nullopt};
  if (givesUp && m_depth > 0)
    m_aborted = result;
  return result;
}

QString likeEscaped(const QString& text)
{
  QString escaped = text;
  escaped.replace(u'\\', QLatin1String("\\\\")).replace(u'%', QLatin1String("\\%")).replace(u'_', QLatin1String("\\_"));
  return escaped;
}

} // namespace supercargo
