#include "core/db/guardedread.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <sqlite3.h>

namespace supercargo {
namespace {

constexpr int kStepsBetweenLooks = 5'000;

Result<sqlite3*> handleOf(Connection& c)
{
  if (c.engine() != Engine::Sqlite)
    return fail(ErrorKind::Config, QStringLiteral("only a local database can be asked freely"));
  if (sqlite3* handle = c.sqlite())
    return handle;
  return fail(ErrorKind::Config, QStringLiteral("this build's SQLite cannot guard its readers"));
}

QString lower(const char* name)
{
  return QString::fromUtf8(name).toLower();
}

/// While it lives, SQLite asks it about everything a statement touches.
class Guard {
public:
  Guard(sqlite3* handle, const ReadableColumns* readable, const std::atomic<bool>* stop)
      : m_handle(handle), m_readable(readable), m_stop(stop)
  {
    sqlite3_set_authorizer(m_handle, &Guard::authorize, this);
    if (m_stop)
      sqlite3_progress_handler(m_handle, kStepsBetweenLooks, &Guard::isStopped, this);
  }
  ~Guard()
  {
    sqlite3_set_authorizer(m_handle, nullptr, nullptr);
    sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
  }
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;

  const ReadableColumns& read() const { return m_read; } ///< what was asked for
  bool hasRefused() const { return m_refused; }

private:
  static int authorize(void* self, int action, const char* first, const char* second, const char*, const char*)
  {
    auto* guard = static_cast<Guard*>(self);
    const bool allowed = guard->allows(action, first, second);
    guard->m_refused |= !allowed;
    return allowed ? SQLITE_OK : SQLITE_DENY;
  }
  static int isStopped(void* self) { return static_cast<Guard*>(self)->m_stop->load() ? 1 : 0; }

  bool allows(int action, const char* first, const char* second)
  {
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
      return true;
    case SQLITE_FUNCTION:
      return lower(second) != QLatin1String("load_extension");
    case SQLITE_READ:
      break;
    default:
      return false;
    }
    const QString table = lower(first), column = lower(second);
    m_read[table].insert(column);
    if (!m_readable)
      return true;
    const auto columns = m_readable->constFind(table);
    // No column: rows are only counted.
    return columns != m_readable->constEnd() && (column.isEmpty() || columns->contains(column));
  }

  sqlite3* m_handle;
  const ReadableColumns* m_readable;
  const std::atomic<bool>* m_stop;
  ReadableColumns m_read;
  bool m_refused = false;
};

tl::unexpected<Error> failure(const QSqlQuery& query, const Guard& guard, const GuardedQuestion& question)
{
  const QString why =
      query.lastError().databaseText().isEmpty() ? query.lastError().driverText() : query.lastError().databaseText();
  if (question.stop && question.stop->load())
    return fail(ErrorKind::Cancelled, QStringLiteral("stopped"));
  return fail(guard.hasRefused() ? ErrorKind::Denied : ErrorKind::Invalid, why);
}

} // namespace

Result<GuardedAnswer> askGuarded(Connection& c, const GuardedQuestion& question)
{
  SC_TRY_ASSIGN(handle, handleOf(c));
  const Guard guard(handle, &question.readable, question.stop.get());
  GuardedAnswer answer;
  QSqlQuery query(c.handle()); // dies before the guard; not kept as a prepared statement
  query.setForwardOnly(true);
  if (!query.exec(question.sql))
    return failure(query, guard, question);
  const QSqlRecord record = query.record();
  for (int i = 0; i < record.count(); ++i)
    answer.columns.append(record.fieldName(i));
  while (query.next()) {
    if (answer.rows.size() == question.mostRows) {
      answer.isCut = true;
      return answer;
    }
    std::vector<QVariant> row;
    for (int i = 0; i < record.count(); ++i)
      row.push_back(query.value(i));
    answer.rows.push_back(std::move(row));
  }
  if (query.lastError().isValid())
    return failure(query, guard, question);
  return answer;
}

Result<ReadableColumns> columnsRead(Connection& c, const QString& sql)
{
  SC_TRY_ASSIGN(handle, handleOf(c));
  const Guard guard(handle, nullptr, nullptr);
  QSqlQuery query(c.handle());
  if (!query.prepare(sql))
    return fail(ErrorKind::Database, query.lastError().databaseText());
  return guard.read();
}

} // namespace supercargo
