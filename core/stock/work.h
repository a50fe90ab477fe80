#pragma once

#include "core/store/catalogue.h"
#include "core/store/ledger.h"

/// What people do with goods. Every function writes movements in the caller's connection as one transaction (or nothing
/// at all) and brings the alerts of the articles up to date in it. Quantities are pieces and positive; `now` is when it
/// happened. Errors: Denied (the person may not), Invalid (makes no sense), Rejected (more than there is), NotFound,
/// Conflict (done already).
namespace supercargo {

/// Who works, and what he may do.
struct StockWorker {
  QString name;
  bool mayMove = true;    ///< move, receive, scrap, count
  bool mayApprove = true; ///< correct without counting, approve counts, undo movements, set costs, weights and links
};

struct StockPlace {
  QString sku;
  QString warehouse; ///< empty: the one that orders are taken from
  QString lot;       ///< empty: none
};

/// On hand by hand, with a reason.
Result<StockRow> adjustByHand(Connection& c, const StockWorker& worker, const StockPlace& place, qint64 delta,
                              const QString& reason, Instant now, ChangeSet& changes);
/// Broken or expired goods leave; `blocked`: those that were blocked before.
Result<StockRow> scrapStock(Connection& c, const StockWorker& worker, const StockPlace& place, qint64 quantity,
                            const QString& reason, bool blocked, Instant now, ChangeSet& changes);
/// Sets available goods apart, with a reason, or gives them free again.
Result<StockRow> blockStock(Connection& c, const StockWorker& worker, const StockPlace& place, qint64 quantity,
                            const QString& reason, Instant now, ChangeSet& changes);
Result<StockRow> unblockStock(Connection& c, const StockWorker& worker, const StockPlace& place, qint64 quantity,
                              const QString& reason, Instant now, ChangeSet& changes);

/// Goods are on order from a supplier; a negative quantity: fewer will come. `source` names the purchase order.
Result<StockRow> expectStock(Connection& c, const StockWorker& worker, const StockPlace& place, qint64 quantity,
                             const QString& source, Instant now, ChangeSet& changes);

struct StockReceipt {
  StockPlace place;
  qint64 quantity = 0;
  QString source; ///< purchase order or delivery note; empty: none
  QString reason;
  std::optional<Instant> expires; ///< of the lot
  std::optional<Money> cost;      ///< of a piece; becomes the article's cost from now on
};
/// Goods came in, fully or in part: what was on order becomes less by as much, never below zero.
Result<StockRow> receiveStock(Connection& c, const StockWorker& worker, const StockReceipt& receipt, Instant now,
                              ChangeSet& changes);

/// Takes a movement back by one with the opposite sign. Only what people did here: orders and shops correct themselves,
/// a transfer is ended by receiving it. The id of the counter-movement.
Result<qint64> undoMovement(Connection& c, const StockWorker& worker, qint64 movement, const QString& reason,
                            Instant now, ChangeSet& changes);
/// Whether a movement is of those; it may have been taken back already all the same.
bool isTakenBackByHand(const StockMovement& movement);

// ---- holds: reservations of our own -------------------------------------------------------------------------------

struct StockHold {
  qint64 id = 0;
  StockPlace place;
  qint64 quantity = 0;
  QString reason, actor;
  Instant heldAt{};
  std::optional<Instant> until;
};
Result<std::vector<StockHold>> stockHolds(Connection& c); ///< oldest first
/// Sets available pieces aside for somebody, of a bundle all its parts or none. Never more than is
/// available. The ids of the holds, one an article.
Result<std::vector<qint64>> holdStock(Connection& c, const StockWorker& worker, const StockPlace& place,
                                      qint64 quantity, const QString& reason, std::optional<Instant> until, Instant now,
                                      ChangeSet& changes);
Result<void> letGoOfHold(Connection& c, const StockWorker& worker, qint64 hold, Instant now, ChangeSet& changes);
/// Lets go of holds whose time is over; how many.
Result<qint64> letGoOfOldHolds(Connection& c, Instant now, ChangeSet& changes);

// ---- opening stock -------------------------------------------------------------------------------------------------

struct OpeningLine {
  qint64 row = 0; ///< of the file
  StockPlace place;
  qint64 quantity = 0; ///< 0 is a fact too
};
struct OpeningResult {
  qint64 row = 0;
  QString sku;
  QString refused; ///< English; empty: taken
};
/// Opens balances that nobody has opened yet; a row whose balance is known is refused, so the same file twice changes
/// nothing. One result a row.
Result<std::vector<OpeningResult>> openStock(Connection& c, const StockWorker& worker,
                                             const std::vector<OpeningLine>& lines, const QString& source, Instant now,
                                             ChangeSet& changes);

} // namespace supercargo
