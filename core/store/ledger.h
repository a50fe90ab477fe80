#pragma once

#include "core/db/changeset.h"
#include "core/db/connection.h"

#include <QStringList>

#include <optional>
#include <vector>

/// The stock ledger: the only way to change a balance is to write a movement. Orders' claims are movements too, written
/// many at a time by applyClaims (core/store/orderfacts.h).
///
/// Kinds: opening, correction (a shop's figure), adjustment, receipt, expected, scrap, transfer_out, transfer_in,
/// transfer_lost, count, block, unblock, held, let_go, and of orders reserved, released, shipped, returned.
namespace supercargo {

/// One signed change of a SKU in a warehouse: who, why, from what, when. Pieces.
struct Movement {
  QString sku, warehouse, kind;
  QString reason, actor;
  QString source; ///< "transfer 7", "count 3", "PO-1": what it belongs to; empty: nothing
  QString lot;    ///< empty: none
  Instant at{};
  qint64 onHand = 0, reserved = 0, blocked = 0, incoming = 0, inTransfer = 0;
  std::optional<OrderId> order;
  std::optional<CallId> call;
  std::optional<qint64> undoes; ///< the movement that this one takes back
};

/// What a movement may not do. No movement makes blocked, incoming or in transfer negative.
enum class StockGuard {
  Told,      ///< a shop's word: taken as it is, also below zero
  OnHand,    ///< a fact seen by people: at least 0 on hand, though less than is promised
  Available, ///< our own decision: never promises or moves what is promised already
};

/// More than any warehouse holds, and far from where sums of pieces would overflow.
constexpr qint64 kMostPieces = 1'000'000'000'000;

/// Writes a movement and its balance with one guarded statement; the movement's id. Rejected: the guard, with what
/// there is; Invalid: no SKU, nothing changed or more than kMostPieces; NotFound: the lot. A lot that is named is
/// created by goods coming in.
Result<qint64> writeMovement(Connection& c, const Movement& movement, StockGuard guard,
                             std::optional<Instant> lotExpires = std::nullopt);

/// Pieces of a lot to be taken.
struct LotShare {
  QString lot; ///< empty: pieces that belong to no lot
  qint64 quantity = 0;
};
/// Takes pieces from an article's lots, the one that expires first before the others, and lowers them; what the lots
/// do not hold is taken without lot.
Result<std::vector<LotShare>> takeFromLots(Connection& c, const QString& sku, const QString& warehouse,
                                           qint64 quantity);
Result<bool> hasLots(Connection& c); ///< whether any article has

// ---- what an order's SKU stands for --------------------------------------------------------------------------------

struct ArticlePart {
  QString sku;
  qint64 quantity = 1; ///< of one piece sold
  bool operator==(const ArticlePart&) const = default;
};
/// The article that an account's SKU is linked to; its own SKU when there is no link.
Result<QString> articleOf(Connection& c, AccountId account, const QString& sku);
/// A bundle's components; empty: not a bundle.
Result<std::vector<ArticlePart>> bundleParts(Connection& c, const QString& sku);

/// Makes orders that already claim this SKU go on with what they claimed; called before a link or bundle changes.
Result<void> keepOldClaims(Connection& c, const QString& sku, std::optional<AccountId> account);

// ---- cost ----------------------------------------------------------------------------------------------------------

/// Cost of a piece at that time, of a bundle the sum of its parts; nullopt: not known (also when parts' currencies
/// differ).
Result<std::optional<Money>> costAt(Connection& c, const QString& sku, Instant at);
Result<bool> hasCosts(Connection& c);

} // namespace supercargo
