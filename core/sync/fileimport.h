#pragma once

#include "core/files/records.h"
#include "core/store/orders.h"

/// Files are an account of their own ("files"), so that what they said stands beside what shops say.
namespace supercargo {

constexpr char kFilesProvider[] = "files";

struct FileImport {
  ImportKind kind = ImportKind::Orders;
  QString account; ///< name of the account that it goes into; made when it is not there
  Mapping mapping; ///< remembered for the next file of that account
  ImportedRecords records;
};

struct FileImportDone {
  AccountId account;
  UpsertCount count;
  qint64 weights = 0;  ///< of articles that weigh something else now
  QStringList waiting; ///< orders of which a file told the lines, and none the order yet
};

/// Stores the records like an answer of a shop, in the caller's transaction. Idempotent: the same file twice changes
/// nothing the second time.
Result<FileImportDone> storeImport(Connection& c, const FileImport& import, Instant now, ChangeSet& changes);

/// The columns chosen for that account's last file of this kind, as far as `header` has them; empty: none.
Result<QMap<QString, QString>> rememberedMapping(Connection& c, const QString& account, ImportKind kind,
                                                 const QStringList& header);

} // namespace supercargo
