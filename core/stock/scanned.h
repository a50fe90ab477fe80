#pragma once

#include "core/db/connection.h"

namespace supercargo {

/// The article that a scanner or a person means by a SKU or a bar code. NotFound; Conflict: several share the bar code.
Result<QString> articleScanned(Connection& c, const QString& code);

} // namespace supercargo
