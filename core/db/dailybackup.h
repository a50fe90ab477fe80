#pragma once

#include "core/db/connection.h"

#include <QDate>

namespace supercargo {

/// Automatic backups of a workspace: one file a day in a person's folder, "supercargo_2026-11-24_daily.db". Writes
/// today's unless it is there already, then removes the oldest of these until `keep` are left (0 or less: all stay).
/// Never touches any other file. True: a backup was written. Errors as `backupTo`, and Denied when the folder cannot
/// be made or an old file not be removed.
Result<bool> backUpDaily(Connection& connection, const QString& folder, QDate today, int keep);

} // namespace supercargo
