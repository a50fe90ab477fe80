#pragma once

#include "core/db/changeset.h"
#include "core/outbox/parcelplans.h"

/// Scan-to-pack: an order is opened by scanning it, its goods are scanned one by one, and only what belongs into the
/// box is let in.
namespace supercargo {

struct PackingLine {
  QString sku, title, options;
  QStringList codes;             ///< what a scanner may read: SKU, bar codes
  qint64 wanted = 0, packed = 0; ///< pieces
  OrderId order;                 ///< whose they are: a box may hold merged orders
  bool isComplete() const { return packed >= wanted; }
};

/// One box: an order, all that are merged with it, or a part of a split one.
struct PackingOrder {
  OrderId id; ///< the order that was opened
  QString number;
  OrderStatus status = OrderStatus::Unknown;
  std::optional<ShipmentId> shipment; ///< the newest parcel that stands
  QString courier, waybill;
  std::optional<Instant> packedAt; ///< by scanning, before
  std::vector<PackingLine> lines;  ///< what is still to be sent
  std::optional<ParcelPlanId> plan;
  int part = 0, parts = 1;     ///< of a split order, from 1; else 0
  std::vector<OrderId> orders; ///< in this box
  QStringList further;         ///< numbers of the other orders in it
};

enum class ScanVerdict {
  Accepted,
  Surplus, ///< it belongs into the box, and all its pieces are in already
  Wrong,   ///< it does not belong into this box
  Empty    ///< nothing was read
};

struct ScanOutcome {
  ScanVerdict verdict = ScanVerdict::Empty;
  std::optional<size_t> line; ///< Accepted, Surplus: which
  bool complete = false;      ///< everything is in the box
};

/// Puts one piece with this code into the box, if it belongs there. Case and blanks around do not matter. Of two lines
/// with the same code the one that is not full yet is taken. Pure but for `order`.
ScanOutcome scanPiece(PackingOrder& order, const QString& code);
bool isComplete(const PackingOrder& order);
/// Takes a piece out again. False: none is in.
bool takeBack(PackingOrder& order, size_t line);

/// The order that was scanned: its number, its waybill, our own id, or the code of a part's slip (parcelCode).
/// NotFound, also when the order has no such part any more; Conflict when several orders bear that number; Rejected
/// when it, or an order merged with it, is not to be shipped (cancelled, unpaid, shipped already) or empty; Invalid
/// when its lines are no longer those that were split. Of a split order exactly the part whose slip or waybill was
/// scanned, else the next that is not packed.
Result<PackingOrder> packingOrder(Connection& c, const QString& scanned);

/// All pieces are in the box. Kept for good and told in the timelines. Invalid when something is missing, Conflict when
/// it was packed before or the split was undone. A split order is packed with its last part.
Result<void> notePacked(Connection& c, const PackingOrder& order, const QString& actor, Instant now,
                        ChangeSet& changes);
Result<std::optional<Instant>> packedAt(Connection& c, OrderId order);

} // namespace supercargo
