#pragma once

#include "core/base/error.h"

#include <QString>

#include <optional>

/// Failures of accounts in words for people: what happened, and what to do about it.
namespace supercargo {

QString troubleSentence(ErrorKind kind);
QString remedySentence(ErrorKind kind);

/// The kind that rows keep by name ("rate_limited").
std::optional<ErrorKind> errorKindNamed(const QString& name);

} // namespace supercargo
