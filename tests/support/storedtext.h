#pragma once

#include "core/db/connection.h"

#include <functional>

namespace supercargo::test {

/// Calls `each` with every value of every table and where it lies ("calls.response"); what the database keeps
/// compressed is opened, so that a search for something planted cannot be blind.
void eachStored(Connection& c, const std::function<void(const QString& place, const QByteArray& value)>& each);

} // namespace supercargo::test
