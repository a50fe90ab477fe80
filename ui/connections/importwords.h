#pragma once

#include "core/files/records.h"

#include <QCoreApplication>

namespace supercargo {

/// Words for what stands in files; all in the present language.
class ImportWords {
  Q_DECLARE_TR_FUNCTIONS(ImportWords)
public:
  static QString kind(ImportKind kind);        ///< "Orders"
  static QString field(const QString& field);  ///< "Order number"; a field without a word is shown by its name
  static QString result(RowResult::Kind kind); ///< "Read"
  static QString columnTrouble(const Error& error, ImportKind kind); ///< of the columns: a person can mend it
  static QString fileTrouble(const Error& error);                    ///< of the file itself
};

} // namespace supercargo
