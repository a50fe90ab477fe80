#pragma once

#include "core/db/connection.h"

namespace supercargo {

/// Reserves `count` ids of a table, in the caller's transaction (rolled back with it); the first of them. Both engines
/// count the same way, and rows that refer to each other can be inserted many at a time without asking ids back.
Result<qint64> nextIds(Connection& connection, const QString& table, qint64 count = 1);

/// Ids for those of a page's records that turn out to be new, reserved at the first that does: for all that may follow.
class ExpectedIds {
public:
  ExpectedIds(QString table, size_t records) : m_table(std::move(table)), m_records(qint64(records)) {}
  void nextRecord() { --m_records; } ///< the one before is done with; to be called once a record, at its start
  Result<qint64> next(Connection& connection);

private:
  QString m_table;
  qint64 m_records; ///< that follow the present one
  qint64 m_left = 0, m_next = 0;
};

} // namespace supercargo
