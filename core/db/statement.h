#pragma once

#include "core/db/sqlvalue.h"

#include <memory>
#include <span>

namespace supercargo {

/// The engine's own words.
struct StatementFailure {
  QString code; ///< SQLite's number or PostgreSQL's SQLSTATE; empty: the driver's own, or the connection is gone
  QString text;
};

/// A statement of one connection, forward only; belongs to Connection. It may run again after `finish`.
class Statement {
public:
  Statement() = default;
  virtual ~Statement() = default;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// Runs it up to before its first row, or to the end. `values` must live until `finish`. False: see `failure`.
  virtual bool execute(std::span<const SqlValue> values) = 0;
  virtual bool next() = 0; ///< stands on the next row; false at the end, or after a failure
  virtual void finish() = 0;
  virtual bool isPrepared() const = 0; ///< worth keeping
  virtual qint64 rowsChanged() const = 0;
  virtual std::optional<StatementFailure> failure() const = 0;

  // Columns of the row it stands on.
  virtual bool isNull(int column) const = 0;
  virtual qint64 integer(int column) const = 0;
  virtual double real(int column) const = 0;
  virtual QString text(int column) const = 0;
  virtual QByteArray bytes(int column) const = 0;
  virtual SqlValue value(int column) const = 0;
};

/// The row a statement stands on. Columns count from 0, in the order of the SELECT list. What is asked for as another
/// type than it is stored in is converted; NULL is 0 or empty.
class Row {
public:
  explicit Row(const Statement& statement) : m_statement(statement) {}
  qint64 integer(int column) const { return m_statement.integer(column); }
  QString text(int column) const { return m_statement.text(column); }
  QByteArray bytes(int column) const { return m_statement.bytes(column); }
  double real(int column) const { return m_statement.real(column); }
  SqlValue value(int column) const { return m_statement.value(column); }
  bool flag(int column) const { return integer(column) != 0; }
  bool isNull(int column) const { return m_statement.isNull(column); }
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
  const Statement& m_statement;
};

} // namespace supercargo
