#pragma once

#include "core/base/error.h"

#include <QString>

#include <optional>

namespace supercargo {

/// What happened and what to do, as running text.
QString troubleText(ErrorKind kind);

/// The kind that rows keep by name ("rate_limited").
std::optional<ErrorKind> errorKindNamed(const QString& name);

} // namespace supercargo
