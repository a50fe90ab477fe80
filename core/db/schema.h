#pragma once

#include <QString>

#include <vector>

namespace supercargo {

/// One step of the schema. Append only: a step that has shipped is never edited.
/// Tokens: $PK (64-bit key that we allot ourselves), $CLUSTERED, $BLOB, $REAL differ by engine; a statement that begins
/// with "sqlite:" or "postgresql:" runs only there.
struct Migration {
  int version;
  const char* name;
  std::vector<QString> statements;
};

/// All steps, oldest first.
const std::vector<Migration>& migrations();

} // namespace supercargo
