#pragma once

#include "core/base/money.h"
#include "core/base/result.h"
#include "core/db/statement.h"

#include <QSqlDatabase>
#include <QString>

#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

struct sqlite3;

namespace supercargo {

enum class Engine { Sqlite, PostgreSql };

enum class Access { ReadWrite, ReadOnly };

/// One connection, usable only in the thread that made it. Statements are prepared once and kept; all are forward only.
/// SQL is one dialect for SQLite and PostgreSQL (core/ARCHITECTURE.md, section 6); `?` marks parameters.
///
/// Rows may be read while other statements run inside `each`, also the same one. When the engine gives up a transaction
/// (disk full, read error, on PostgreSQL any error outside a nested `transaction`), every later statement fails with
/// that error until the transaction's end.
class Connection {
public:
  /// Owns a database whose connection name is unique in the process (core/db/open.h), and removes it in the end.
  Connection(QSqlDatabase database, Engine engine, Access access = Access::ReadWrite);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  Engine engine() const { return m_engine; }

  /// Runs a statement that returns no rows; the number of rows changed.
  Result<qint64> run(const QString& sql, const std::vector<SqlValue>& values = {});

  /// Runs a statement that is not worth keeping: DDL, PRAGMA, SET.
  Result<void> runOnce(const QString& sql);

  /// Calls `each(Row)` for every row. `each` returns void, or bool: false stops.
  template <class Each>
  Result<void> each(const QString& sql, const std::vector<SqlValue>& values, Each each)
  {
    SC_TRY_ASSIGN(statement, execute(sql, values));
    const Row row(*statement);
    while (statement->next()) {
      if constexpr (std::is_same_v<decltype(each(row)), bool>) {
        if (!each(row))
          break;
      } else {
        each(row);
      }
    }
    return finish(sql, std::move(statement));
  }

  /// All rows, each made into a value by `make(Row)`.
  template <class Make>
  auto rows(const QString& sql, const std::vector<SqlValue>& values, Make make)
      -> Result<std::vector<decltype(make(std::declval<Row>()))>>
  {
    std::vector<decltype(make(std::declval<Row>()))> list;
    SC_TRY(each(sql, values, [&](const Row& row) { list.push_back(make(row)); }));
    return list;
  }

  /// The first row, if there is one.
  template <class Make>
  auto row(const QString& sql, const std::vector<SqlValue>& values, Make make)
      -> Result<std::optional<decltype(make(std::declval<Row>()))>>
  {
    std::optional<decltype(make(std::declval<Row>()))> found;
    SC_TRY(each(sql, values, [&](const Row& row) {
      found.emplace(make(row));
      return false;
    }));
    return found;
  }

  /// The first column of the first row as a number; 0 when there is no row.
  Result<qint64> number(const QString& sql, const std::vector<SqlValue>& values = {});

  /// Inserts many rows with few statements: `head` is "INSERT INTO t (a, b) VALUES", `tail` what follows ("ON CONFLICT
  /// …"). `values` holds `columns` values a row, rows one after the other.
  Result<qint64> insertMany(const QString& head, int columns, const std::vector<SqlValue>& values,
                            const QString& tail = {});

  /// Runs `body`, a callable returning Result<T>, between BEGIN and COMMIT (or a savepoint when one is open);
  /// an error rolls back.
  template <class Body>
  auto transaction(Body body) -> decltype(body())
  {
    SC_TRY(begin());
    auto result = body();
    if (!result) {
      rollback();
      return result;
    }
    if (auto committed = commit(); !committed) {
      rollback();
      return fail(std::move(committed).error());
    }
    return result;
  }

  Result<void> begin();
  Result<void> commit();
  void rollback();

  bool isInTransaction() const { return m_depth > 0; }

  /// False once the server has dropped the connection: open another.
  bool isAlive() const { return m_alive; }

  QSqlDatabase& handle() { return m_database; }

  /// SQLite itself, as far as this program may use it (sqliteHandle); null: it may not, or this is PostgreSQL.
  sqlite3* sqlite();

private:
  using StatementPtr = std::unique_ptr<Statement>;

  Result<StatementPtr> execute(const QString& sql, const std::vector<SqlValue>& values);
  Result<StatementPtr> prepared(const QString& sql);
  StatementPtr newStatement(const QString& sql);
  Result<void> executed(const QString& sql, StatementPtr& statement, std::span<const SqlValue> values);
  Result<void> finish(const QString& sql, StatementPtr statement);
  Error errorOf(const StatementFailure& failure, const QString& sql);

  QSqlDatabase m_database;
  Engine m_engine;
  Access m_access;
  std::optional<sqlite3*> m_sqlite; ///< once asked for
  int m_depth = 0;                  ///< open transaction and savepoints in it
  std::optional<Error> m_aborted;   ///< why the engine gave the open transaction up
  bool m_alive = true;
  std::unordered_map<QString, StatementPtr> m_statements; ///< prepared; null: it runs
};

/// Escapes %, _ and \ so that user text can stand inside LIKE '…' ESCAPE '\'.
QString likeEscaped(const QString& text);

} // namespace supercargo
