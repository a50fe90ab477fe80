#pragma once

#include "core/db/connection.h"

#include <algorithm>
#include <array>

namespace supercargo {

/// Calls `each(marks, values)` for keys in pieces: "?, ?, …" to stand in IN (…), and `before` followed by the piece's
/// keys. Pieces have few sizes, filled up with their last key, so that a handful of prepared statements serves every
/// page.
template <class Each>
Result<void> inPieces(const std::vector<QString>& keys, const std::vector<SqlValue>& before, Each each)
{
  static constexpr std::array<size_t, 3> kSizes{4, 20, 100};
  for (size_t at = 0; at < keys.size();) {
    const size_t left = keys.size() - at;
    const auto fits = std::ranges::find_if(kSizes, [left](size_t size) { return size >= left; });
    const size_t size = fits == kSizes.end() ? kSizes.back() : *fits;
    std::vector<SqlValue> values = before;
    for (size_t i = 0; i < size; ++i)
      values.emplace_back(keys[std::min(at + i, keys.size() - 1)]);
    SC_TRY(each(QStringLiteral("?") + QStringLiteral(", ?").repeated(qsizetype(size) - 1), values));
    at += size;
  }
  return {};
}

} // namespace supercargo
