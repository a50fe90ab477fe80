#pragma once

#include "core/db/database.h"
#include "core/sync/fileimport.h"

#include <QSet>

#include <memory>

namespace supercargo {

/// What a person wants read from a file, and what is known of it already.
struct ImportQuestion {
  QString path, account; ///< account: the name it goes into
  ImportKind kind = ImportKind::Orders;
  ImportDefaults defaults;
  std::shared_ptr<const Sheet> sheet; ///< null: the file is read first
  /// Field -> heading, as chosen by the person; empty headings: no column. nullopt: as remembered and guessed.
  std::optional<QMap<QString, QString>> chosen;
};

/// A file as it would be taken. A value.
struct ImportReading {
  std::shared_ptr<const Sheet> sheet;
  Mapping mapping;                                ///< as far as it is known when `trouble` says what is missing
  std::shared_ptr<const ImportedRecords> records; ///< null: there is trouble
  std::optional<Error> trouble;                   ///< of the columns; the person can mend it

  qint64 count(RowResult::Kind kind) const;
};

/// Errors are those of the file: it is not there, too large, no table. To be run in a reader.
Result<ImportReading> readImport(Connection& c, const ImportQuestion& question);

/// Stores what was read, and remembers the columns.
QFuture<Result<FileImportDone>> storeReading(Database& db, const ImportQuestion& question, const ImportReading& reading,
                                             Instant now);

} // namespace supercargo
