#pragma once

#include "core/providers/declaration.h"

namespace supercargo {

/// The text of a declaration in the language the window speaks now; English when there is no Chinese.
QString localText(const LocalText& text);

} // namespace supercargo
