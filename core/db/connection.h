#pragma once

#include "core/base/id.h"
#include "core/base/instant.h"
#include "core/base/money.h"
#include "core/base/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace supercargo {

enum class Engine { Sqlite, PostgreSql };

/// One value to bind. Implicit on purpose: these are the only types that reach the database.
class SqlValue {
public:
  SqlValue(qint64 value) : m_value(value) {}
  SqlValue(int value) : m_value(qint64(value)) {}
  SqlValue(double value) : m_value(value) {}
  SqlValue(bool value) : m_value(qint64(value ? 1 : 0)) {}
  SqlValue(const QString& value) : m_value(value.isNull() ? QString::fromLatin1("") : value) {}
  SqlValue(const QByteArray& value) : m_value(value) {}
  SqlValue(Instant value) : m_value(toMs(value)) {}
  SqlValue(std::nullopt_t) : m_value(QVariant(QMetaType(QMetaType::LongLong))) {}
  template <class Tag>
  SqlValue(Id<Tag> id) : m_value(id.value())
  {
  }
  template <class T>
  SqlValue(const std::optional<T>& value) : SqlValue(value ? SqlValue(*value) : SqlValue(std::nullopt))
  {
  }

  explicit SqlValue(QVariant value) : m_value(std::move(value)) {} ///< for copying what was read

  const QVariant& variant() const { return m_value; }

private:
  QVariant m_value;
};

/// The row a query stands on. Columns count from 0, in the order of the SELECT list.
class Row {
public:
  explicit Row(const QSqlQuery& query) : m_query(query) {}
  qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
  QString text(int column) const ///< NULL of any type is empty (QPSQL's NULL number would read "0")
  {
    const QVariant value = m_query.value(column);
    return value.isNull() ? QString() : value.toString();
  }
  QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
  double real(int column) const { return m_query.value(column).toDouble(); }
  QVariant value(int column) const { return m_query.value(column); }
  bool flag(int column) const { return integer(column) != 0; }
  bool isNull(int column) const { return m_query.value(column).isNull(); }
  Instant instant(int column) const { return fromMs(integer(column)); }
  std::optional<Instant> instantIfAny(int column) const
  {
    return isNull(column) ? std::nullopt : std::optional(instant(column));
  }
  std::optional<qint64> integerIfAny(int column) const
  {
    return isNull(column) ? std::nullopt : std::optional(integer(column));
  }
  template <class IdType>
  IdType id(int column) const
  {
    return IdType(integer(column));
  }

private:
  const QSqlQuery& m_query;
};

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
    SC_TRY_ASSIGN(query, execute(sql, values));
    while (query->next()) {
      if constexpr (std::is_same_v<decltype(each(Row(*query))), bool>) {
        if (!each(Row(*query)))
          break;
      } else {
        each(Row(*query));
      }
    }
    return finish(sql, std::move(query));
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

private:
  using Query = std::shared_ptr<QSqlQuery>;

  Result<Query> execute(const QString& sql, const std::vector<SqlValue>& values);
  Result<Query> prepared(const QString& sql);
  Result<Query> executed(const QString& sql, Query query);
  Result<void> finish(const QString& sql, Query query);
  void bind(QSqlQuery& query, const SqlValue* values, qsizetype count) const;
  Error errorOf(const QSqlError& error, const QString& sql);

  QSqlDatabase m_database;
  Engine m_engine;
  Access m_access;
  int m_depth = 0;                ///< open transaction and savepoints in it
  std::optional<Error> m_aborted; ///< why the engine gave the open transaction up
  bool m_alive = true;
  QHash<QString, Query> m_statements; ///< prepared and not running
};

/// Escapes %, _ and \ so that user text can stand inside LIKE '…' ESCAPE '\'.
QString likeEscaped(const QString& text);

} // namespace supercargo
