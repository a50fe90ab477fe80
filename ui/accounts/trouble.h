#pragma once

#include "core/base/error.h"

#include <QString>

#include <optional>

namespace supercargo {

struct AccountRow;

/// What happened and what to do, as running text.
QString troubleText(ErrorKind kind);

/// Why the account waits for a person, as running text; empty when its row names no error.
QString troubleText(const AccountRow& account);

/// The kind that rows keep by name ("rate_limited").
std::optional<ErrorKind> errorKindNamed(const QString& name);

} // namespace supercargo
