#pragma once

#include "core/base/money.h"

#include <QString>

namespace supercargo {

/// "¥1,234.50", "-$3.00", "KWD 1.250": exact, grouped by the locale.
QString amountText(const Money& amount);

} // namespace supercargo
