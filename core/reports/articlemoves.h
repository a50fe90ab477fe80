#pragma once

#include "core/reports/report.h"
#include "core/store/daycut.h"

namespace supercargo {

/// A movement of an article, all warehouses together.
struct ArticleMove {
  Instant at{};
  QString kind;
  qint64 onHand = 0, available = 0; ///< by how much they changed
};

/// One article over all warehouses.
struct ArticleMoves {
  qint64 onHand = 0, available = 0; ///< when the span ended
  std::vector<ArticleMove> moves;   ///< in the span, oldest first
  std::optional<Instant> came;      ///< its first movement ever

  /// When the span began: pieces on hand and available.
  std::pair<qint64, qint64> opening() const;
  /// Days [from, before) on which there was something to sell: that began or ended with pieces available, or saw some
  /// come. Days before the article came do not count.
  qint64 daysInStock(const DayCut& cut, qint64 from, qint64 before) const;
};

/// Articles of which somebody has said how many there are, with their movements in [from, end).
Result<QMap<QString, ArticleMoves>> articleMoves(Connection& c, Instant from, Instant end);

} // namespace supercargo
