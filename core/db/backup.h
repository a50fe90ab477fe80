#pragma once

#include "core/db/database.h"

namespace supercargo {

/// Writes a consistent copy of the running workspace to `file` (SQLite: VACUUM INTO; PostgreSQL: the same tables
/// written into an SQLite file). The copy is complete or absent: it is made beside and renamed. Secrets stay sealed.
Result<void> backupTo(Connection& connection, const QString& file);

/// Replaces the workspace's data with a backup's after checking that it is one, is whole and not from a newer program.
/// The data replaced are kept beside as "….before-restore". The workspace must not be open elsewhere.
Result<void> restoreFrom(const DatabaseConfig& config, const QString& file);

} // namespace supercargo
