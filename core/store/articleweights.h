#pragma once

#include "core/store/ledger.h"

/// What articles weigh, in grams a piece, as the merchant says it (core/stock/articles.h sets it).
namespace supercargo {

/// The word of a person.
struct ArticleWeight {
  QString sku;
  qint64 grams = 0;
  QString actor;
  Instant at{};
};
Result<std::vector<ArticleWeight>> articleWeights(Connection& c); ///< by SKU
Result<std::optional<ArticleWeight>> saidWeight(Connection& c, const QString& sku);

/// What was said of it, else, of a bundle, the sum of its parts; nullopt: not known, nor is a part of the sum.
Result<std::optional<qint64>> articleWeight(Connection& c, const QString& sku);

/// Pieces of an order, under the SKU that its shop calls them.
struct SoldPieces {
  OrderId order;
  AccountId shop;
  QString sku;
  qint64 quantity = 0;
};
/// All of them together, as the articles that their orders claim; nullopt: of one piece at least it is not known, or
/// there is none.
Result<std::optional<qint64>> soldWeight(Connection& c, const std::vector<SoldPieces>& pieces);

} // namespace supercargo
