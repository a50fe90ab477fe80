#pragma once

#include "core/domain/pieceweight.h"
#include "core/stock/work.h"

#include <QHash>

/// Articles: what lies in the warehouse. One article may be sold under several SKUs of several shops (links), several
/// articles as one (bundles), and each has a cost with a history and a weight.
namespace supercargo {

// ---- bundles -------------------------------------------------------------------------------------------------------

/// From now on orders of `bundle` claim its parts; orders that claimed it before go on as they were. Parts are
/// articles, never bundles themselves. No parts: it is no bundle any more. Invalid: a part twice, a bundle in a bundle,
/// itself.
Result<void> defineBundle(Connection& c, const StockWorker& worker, const QString& bundle,
                          const std::vector<ArticlePart>& parts, Instant now, ChangeSet& changes);
/// How many bundles its parts would make; nullopt: not a bundle.
Result<std::optional<qint64>> availableBundles(Connection& c, const QString& bundle, const QString& warehouse);

// ---- cost ----------------------------------------------------------------------------------------------------------

struct ArticleCost {
  Instant from{};
  Money cost; ///< of a piece
  QString reason, actor;
};
/// What a piece costs from a moment on. Lines sold since then (until the next step of the history) whose cost was not
/// known get it; a cost that was frozen on a line stays.
Result<void> setCost(Connection& c, const StockWorker& worker, const QString& sku, Money cost, Instant from,
                     const QString& reason, Instant now);
Result<std::vector<ArticleCost>> costHistory(Connection& c, const QString& sku); ///< newest first
/// What a piece of each article cost at this moment; articles without a cost are missing.
Result<QHash<QString, Money>> costsAt(Connection& c, Instant at);

// ---- weight --------------------------------------------------------------------------------------------------------

/// What a piece weighs, from 1 gram to kHeaviestPiece; nullopt: it is not known any more. Parcels that are planned from
/// now on weigh what their articles do (core/store/articleweights.h). Invalid: no SKU, or another weight.
Result<void> setWeight(Connection& c, const StockWorker& worker, const QString& sku, std::optional<qint64> grams,
                       Instant now, ChangeSet& changes);

// ---- links ---------------------------------------------------------------------------------------------------------

struct ArticleLink {
  AccountId account;
  QString sku;     ///< as the shop calls it
  QString article; ///< as the warehouse calls it
  QString reason, actor;
  Instant at{};
};
Result<std::vector<ArticleLink>> articleLinks(Connection& c);
/// From now on what this shop sells as `sku` is `article`; its open orders go on with what they claimed. A SKU without
/// a link is the article of the same name, in every shop.
Result<void> linkArticle(Connection& c, const StockWorker& worker, AccountId account, const QString& sku,
                         const QString& article, const QString& reason, Instant now, ChangeSet& changes);
/// Takes a link away. Without one, the shop's SKU becomes an article of its own ("SKU@account"): another shop uses the
/// same SKU for something else.
Result<void> unlinkArticle(Connection& c, const StockWorker& worker, AccountId account, const QString& sku, Instant now,
                           ChangeSet& changes);

/// SKUs that may be one article under two names.
struct LinkProposal {
  AccountId account;
  QString sku, title; ///< what would be linked
  QString article;    ///< to what
  QString articleTitle;
  int score = 0;       ///< 0 … 100; 100: the same valid barcode, and nothing else has it
  QStringList reasons; ///< "barcode", "sku", "title", "options", "price"
};
/// The best proposal for each SKU of a shop that no other shop has, best first. Reads only.
Result<std::vector<LinkProposal>> linkProposals(Connection& c, int limit = 0);
/// Links what has a score of 100; what was linked.
Result<std::vector<ArticleLink>> linkByBarcode(Connection& c, const StockWorker& worker, Instant now,
                                               ChangeSet& changes);

} // namespace supercargo
