#pragma once

#include "core/db/connection.h"

namespace supercargo {

/// Opens connections as this program wants them, whatever the schema's version. Others use `connectTo` or `Database`.

/// ReadWrite makes a missing file (only its owner may read it); ReadOnly: NotFound.
Result<std::unique_ptr<Connection>> openSqlite(const QString& file, Access access);
/// `address`: "postgresql://user:password@host:port/name?sslmode=require".
Result<std::unique_ptr<Connection>> openPostgres(const QString& address, Access access);

/// Invalid when the open SQLite file is not one of this program's.
Result<void> requireWorkspace(Connection& connection, const QString& file);

} // namespace supercargo
