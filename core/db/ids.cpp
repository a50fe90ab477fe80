#include "core/db/ids.h"

namespace supercargo {

Result<qint64> nextIds(Connection& connection, const QString& table, qint64 count)
{
  Q_ASSERT(count > 0);
  if (!connection.isInTransaction())
    return connection.transaction([&] { return nextIds(connection, table, count); });
  // RETURNING would do with one statement, but SQLite makes a temporary table for it, at three times the price.
  SC_TRY_ASSIGN(counted,
                connection.run(QStringLiteral("UPDATE id_blocks SET next = next + ? WHERE name = ?"), {count, table}));
  if (counted == 0)
    SC_TRY(connection.run(QStringLiteral("INSERT INTO id_blocks (name, next) VALUES (?, ?) ON CONFLICT (name) DO "
                                         "UPDATE SET next = id_blocks.next + ?"),
                          {table, count + 1, count}));
  SC_TRY_ASSIGN(next, connection.number(QStringLiteral("SELECT next FROM id_blocks WHERE name = ?"), {table}));
  return next - count;
}

Result<qint64> ExpectedIds::next(Connection& connection)
{
  if (m_left == 0) {
    const qint64 count = std::max<qint64>(0, m_records) + 1;
    SC_TRY_ASSIGN(first, nextIds(connection, m_table, count));
    m_next = first;
    m_left = count;
  }
  --m_left;
  return m_next++;
}

} // namespace supercargo
