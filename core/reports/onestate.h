#pragma once

#include "core/db/connection.h"

namespace supercargo {

/// Runs `body` so that all its statements see one state of the data. The level is set for the session and put back,
/// since a transaction may have asked something (a lock) before we could set it there.
template <class Body>
auto inOneState(Connection& c, Body body) -> decltype(body())
{
  const bool isPostgres = c.engine() == Engine::PostgreSql; // SQLite's transactions are of this kind anyhow
  const QString level = QStringLiteral("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL ");
  if (isPostgres)
    SC_TRY(c.runOnce(level + QStringLiteral("REPEATABLE READ")));
  auto result = c.transaction(body);
  if (isPostgres)
    SC_TRY(c.runOnce(level + QStringLiteral("READ COMMITTED")));
  return result;
}

} // namespace supercargo
