#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace supercargo::sandbox {

/// A field of the outermost selection, with its arguments as values.
struct GraphField {
  QString alias, name;   ///< alias: the name when there is none
  QJsonObject arguments; ///< those of a directive below its name: "@idempotent"
};

/// Reads as much GraphQL as the sandbox needs: the first operation (or the one named), its outermost fields and their
/// arguments, written in place or taken from `variables`. What is selected below is not looked at: the sandbox answers
/// with everything that it knows.
Result<std::vector<GraphField>> graphFields(const QString& query, const QJsonObject& variables,
                                            const QString& operation = {});

} // namespace supercargo::sandbox
