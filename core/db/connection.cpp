#include "core/db/connection.h"

#include <QSqlResult>

#include <algorithm>

namespace supercargo {
namespace {

/// More prepared statements than this are a sign of SQL made with varying lists: start over rather than grow for ever.
constexpr qsizetype kMaxStatements = 300;
/// SQLite's and PostgreSQL's limits for parameters of one statement are 32766 and 65535.
constexpr int kMaxParameters = 30'000;
constexpr int kMaxRowsPerInsert = 64;

/// QSqlQuery::bindValue makes a placeholder name and looks it up in a hash for every single value, which costs more
/// than SQLite's insert. A derived class may reach the list of positional values directly.
struct BoundValues : QSqlResult {
#if QT_VERSION < QT_VERSION_CHECK(6, 6, 0)
  static QVariantList* of(const QSqlQuery& query)
  {
    return &(query.result()->*(&BoundValues::boundValues))();
  }
#else
  static QVariantList* of(const QSqlQuery&)
  {
    return nullptr;
  }
#endif
};

/// PostgreSQL's text cannot hold NUL.
QVariant withoutNul(const QVariant& value)
{
  if (value.typeId() != QMetaType::QString)
    return value;
  QString text = value.toString();
  return text.contains(QChar(0)) ? QVariant(text.remove(QChar(0))) : value;
}

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
  SC_TRY_ASSIGN(query, execute(sql, values));
  const qint64 changed = query->numRowsAffected();
  SC_TRY(finish(sql, std::move(query)));
  return changed;
}

Result<void> Connection::runOnce(const QString& sql)
{
  if (m_aborted)
    return fail(*m_aborted);
  QSqlQuery query(m_database);
  query.setForwardOnly(m_engine == Engine::Sqlite);
  if (!query.exec(sql))
    return fail(errorOf(query.lastError(), sql));
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
    SC_TRY_ASSIGN(query, prepared(sql));
    for (; left >= chunk; left -= chunk, next += qsizetype(chunk) * columns) {
      bind(*query, next, qsizetype(chunk) * columns);
      SC_TRY_ASSIGN(done, executed(sql, query));
      changed += done->numRowsAffected();
    }
    SC_TRY(finish(sql, std::move(query)));
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

Result<Connection::Query> Connection::execute(const QString& sql, const std::vector<SqlValue>& values)
{
  if (m_aborted)
    return fail(*m_aborted);
  if (m_engine == Engine::PostgreSql && values.empty()) { // it prepares neither BEGIN nor DDL
    auto query = std::make_shared<QSqlQuery>(m_database);
    if (!query->exec(sql))
      return fail(errorOf(query->lastError(), sql));
    return query;
  }
  SC_TRY_ASSIGN(query, prepared(sql));
  bind(*query, values.data(), qsizetype(values.size()));
  return executed(sql, std::move(query));
}

/// Takes the statement out of the cache while it runs, so that the same SQL inside its loop gets another one.
Result<Connection::Query> Connection::prepared(const QString& sql)
{
  if (m_aborted)
    return fail(*m_aborted);
  if (Query query = m_statements.take(sql))
    return query;
  auto query = std::make_shared<QSqlQuery>(m_database);
  // QPSQL loses a forward-only result as soon as another statement runs; QSQLITE would copy every row without it.
  query->setForwardOnly(m_engine == Engine::Sqlite);
  if (!query->prepare(sql))
    return fail(errorOf(query->lastError(), sql));
  return query;
}

Result<Connection::Query> Connection::executed(const QString& sql, Query query)
{
  if (query->exec())
    return query;
  const Error error = errorOf(query->lastError(), sql);
  query->finish();
  m_statements.insert(sql, std::move(query)); // still prepared
  return fail(error);
}

Result<void> Connection::finish(const QString& sql, Query query)
{
  const QSqlError error = query->lastError();
  query->finish(); // no statement left standing on a row: it would hold its read transaction open
  if (m_engine == Engine::Sqlite || !query->boundValues().isEmpty()) {
    if (m_statements.size() >= kMaxStatements)
      m_statements.clear();
    m_statements.insert(sql, std::move(query));
  }
  if (error.isValid())
    return fail(errorOf(error, sql));
  return {};
}

void Connection::bind(QSqlQuery& query, const SqlValue* values, qsizetype count) const
{
  if (QVariantList* bound = BoundValues::of(query)) {
    bound->resize(count);
    if (m_engine == Engine::PostgreSql)
      std::transform(values, values + count, bound->begin(), [](const SqlValue& v) { return withoutNul(v.variant()); });
    else
      std::transform(values, values + count, bound->begin(), [](const SqlValue& v) { return v.variant(); });
    return;
  }
  for (qsizetype i = 0; i < count; ++i)
    query.bindValue(int(i), m_engine == Engine::PostgreSql ? withoutNul(values[i].variant()) : values[i].variant());
}

/// The engine's own words and the head of the statement. Values are never part of it.
Error Connection::errorOf(const QSqlError& error, const QString& sql)
{
  const QString code = error.nativeErrorCode();
  QString text = error.databaseText().section(u'\n', 0, 0).trimmed(); // PostgreSQL's next lines quote values
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
