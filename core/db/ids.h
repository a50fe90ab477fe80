#pragma once

#include "core/db/connection.h"

namespace supercargo {

/// Reserves `count` ids of a table, in the caller's transaction (rolled back with it); the first of them. Both engines
/// count the same way, and rows that refer to each other can be inserted many at a time without asking ids back.
Result<qint64> nextIds(Connection& connection, const QString& table, qint64 count = 1);

/// Ids for those of a page's records that turn out to be new, reserved at the first that does: for all that may follow.
class ExpectedIds {
public:
  explicit ExpectedIds(QString table) : m_table(std::move(table)) {}
  void expect(qint64 most) { m_expected = most; } ///< how many may be asked for from here on
  Result<qint64> next(Connection& connection);

private:
  QString m_table;
  qint64 m_expected = 1, m_left = 0, m_next = 0;
};

} // namespace supercargo
