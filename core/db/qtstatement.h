#pragma once

#include "core/db/statement.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace supercargo {

/// A statement through Qt Sql: PostgreSQL's, and SQLite's where the program's own library is another than Qt's.
class QtStatement : public Statement {
public:
  /// `isPrepared`: false for what the engine does not prepare (PostgreSQL: BEGIN, DDL); it takes no values.
  QtStatement(const QSqlDatabase& database, const QString& sql, bool isPrepared);

  bool execute(std::span<const SqlValue> values) override;
  bool next() override { return m_query.next(); }
  void finish() override { m_query.finish(); }
  bool isPrepared() const override { return m_isPrepared; }
  qint64 rowsChanged() const override { return m_query.numRowsAffected(); }
  std::optional<StatementFailure> failure() const override;

  bool isNull(int column) const override { return m_query.value(column).isNull(); }
  qint64 integer(int column) const override { return m_query.value(column).toLongLong(); }
  double real(int column) const override { return m_query.value(column).toDouble(); }
  QString text(int column) const override;
  QByteArray bytes(int column) const override { return m_query.value(column).toByteArray(); }
  SqlValue value(int column) const override;

private:
  QSqlQuery m_query;
  QString m_sql;
  bool m_isPrepared;
  bool m_isPostgres;
};

} // namespace supercargo
