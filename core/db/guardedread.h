#pragma once

#include "core/db/connection.h"

#include <QMap>
#include <QSet>
#include <QVariant>

#include <atomic>
#include <memory>

namespace supercargo {

/// Table -> columns, lower case.
using ReadableColumns = QMap<QString, QSet<QString>>;

/// A statement of somebody we do not trust with everything.
struct GuardedQuestion {
  QString sql;
  ReadableColumns readable;                ///< all that it may read; writing, attaching and settings are refused
  size_t mostRows = 10'000;                ///< reading stops there
  std::shared_ptr<std::atomic<bool>> stop; ///< set from any thread: the statement ends within milliseconds
};

struct GuardedAnswer {
  QStringList columns;
  std::vector<std::vector<QVariant>> rows;
  bool isCut = false; ///< there were more than `mostRows`
};

/// Runs one statement while SQLite itself checks each thing it touches. For SQLite only. Errors: Denied, it would read
/// or do what it may not; Invalid, it makes no sense or is several statements (the engine's words in `detail`);
/// Cancelled; Config, this database cannot be guarded.
Result<GuardedAnswer> askGuarded(Connection& c, const GuardedQuestion& question);

/// What a statement of our own reads; it is prepared and not run. Errors: Config, Database.
Result<ReadableColumns> columnsRead(Connection& c, const QString& sql);

} // namespace supercargo
