#pragma once

#include <QString>

namespace supercargo {

/// What a piece of an article weighs.
struct PieceWeight {
  QString sku;
  qint64 grams = 0; ///< 1 to kHeaviestPiece
};
constexpr qint64 kHeaviestPiece = 1'000'000; ///< grams

} // namespace supercargo
