#pragma once

#include <QString>

namespace supercargo {

/// What core/reports/sqlviews.h says in English, in the interface's language.
QString sqlWord(const char* english);

} // namespace supercargo
