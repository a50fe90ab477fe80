#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace supercargo::sandbox {

/// A field of a selection, with its arguments as values.
struct GraphField {
  QString alias, name;           ///< alias: the name when there is none
  QString on;                    ///< the type that its fragment is of; empty: it stands in no fragment
  QJsonObject arguments;         ///< those of a directive below its name: "@idempotent"
  std::vector<GraphField> below; ///< what is selected of it; those of fragments as if they stood here
};

/// Reads as much GraphQL as the sandbox needs: the first operation (or the one named), its fields and their arguments,
/// written in place or taken from `variables`. The sandbox answers with everything that it knows of a field.
Result<std::vector<GraphField>> graphFields(const QString& query, const QJsonObject& variables,
                                            const QString& operation = {});

} // namespace supercargo::sandbox
