#pragma once

#include "core/db/connection.h"

#include <vector>

namespace supercargo::cli {

struct ExportedTable {
  QString name;
  qint64 rows = 0;
};

/// Writes every table that holds data of the owner's as NAME.csv and NAME.jsonl (UTF-8) into the empty folder `dir`,
/// with a README.txt that explains them; all from one moment. Instants become ISO 8601 with Z, amounts stay integer
/// minor units beside their currency. Left out: secrets and their key, and what is computed from the rest.
Result<std::vector<ExportedTable>> exportTables(Connection& connection, const QString& dir);

} // namespace supercargo::cli
