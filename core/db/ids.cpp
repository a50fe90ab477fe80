#include "core/db/ids.h"

namespace supercargo {

Result<qint64> nextIds(Connection& connection, const QString& table, qint64 count)
{
  Q_ASSERT(count > 0);
  SC_TRY_ASSIGN(next,
                connection.number(QStringLiteral("INSERT INTO id_blocks (name, next) VALUES (?, ?) ON CONFLICT (name) "
                                                 "DO UPDATE SET next = id_blocks.next + ? RETURNING next"),
                                  {table, count + 1, count}));
  return next - count;
}

} // namespace supercargo
