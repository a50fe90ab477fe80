#pragma once

#include "core/db/statement.h"

class QSqlDatabase;
struct sqlite3;
struct sqlite3_stmt;

namespace supercargo {

/// SQLite's handle of an open database; null where Qt carries another build of SQLite inside than the one this program
/// is linked with: a library may only be asked about handles that it made itself.
sqlite3* sqliteHandle(const QSqlDatabase& database);

/// A statement straight on SQLite. Qt Sql describes the columns of a SELECT anew each time and carries every value
/// through UTF-16 and a QVariant: a quarter of what writing costs.
class SqliteStatement : public Statement {
public:
  /// A statement that cannot be prepared tells why in `failure`.
  SqliteStatement(sqlite3* handle, const QString& sql);
  ~SqliteStatement() override;

  bool execute(std::span<const SqlValue> values) override;
  bool next() override;
  void finish() override;
  bool isPrepared() const override { return m_statement; }
  qint64 rowsChanged() const override;
  std::optional<StatementFailure> failure() const override { return m_failure; }

  bool isNull(int column) const override;
  qint64 integer(int column) const override;
  double real(int column) const override;
  QString text(int column) const override;
  QByteArray bytes(int column) const override;
  SqlValue value(int column) const override;

private:
  enum class Place { BeforeRow, OnRow, AtEnd };

  bool bind(std::span<const SqlValue> values);
  bool step();
  void keepFailure();

  sqlite3* m_handle;
  sqlite3_stmt* m_statement = nullptr;
  Place m_place = Place::AtEnd;
  std::optional<StatementFailure> m_failure;
  QByteArray m_texts; ///< the bound texts, as UTF-8 one after the other
};

} // namespace supercargo
