#pragma once

#include "core/outbox/parcelplans.h"

/// What lies in which parcel: boxes are packed, goods picked and slips written by it.
namespace supercargo {

/// Pieces of one line of one of the parcel's orders.
struct PackedPiece {
  size_t order = 0, line = 0;
  qint64 quantity = 0;
};

/// An order, all orders that were merged into one parcel, or a part of a split order.
struct ParcelContents {
  std::optional<ParcelPlanId> plan;
  int part = 0, parts = 1;          ///< of a split order, from 1; else 0
  std::vector<OrderDetails> orders; ///< the head first: the parcel is addressed and booked by it
  std::vector<PackedPiece> pieces;
  QStringList waybills;            ///< of a part: all that couriers gave for it
  std::optional<Instant> packedAt; ///< by scanning

  /// The newest parcel at a courier that stands for it.
  const OrderShipment* shipment() const;
};

/// All parcels that an order goes out in, one at least. NotFound; Invalid when its lines are no longer those that were
/// split.
Result<std::vector<ParcelContents>> parcelsOf(Connection& c, OrderId order);
/// The order as if it was neither merged nor split.
Result<ParcelContents> wholeOrder(Connection& c, OrderId order);

/// The one with this waybill; nullptr: none. An order that is not split has only one, whatever its waybills.
const ParcelContents* parcelWith(const std::vector<ParcelContents>& parcels, const QString& waybill);

/// What a document of a parcel is called, "1001" or "1001-2" for the second part of a split; and the part back, 0:
/// none.
QString parcelSubject(const QString& orderNumber, int part);
int partOfSubject(const QString& subject, const QString& orderNumber);

/// What the slip of a parcel is scanned by: the order's number, and for a part of a split "1001//2". No shop writes two
/// strokes into its numbers.
QString parcelCode(const QString& orderNumber, int part);
struct PartCode {
  QString orderNumber;
  int part = 0; ///< from 1
};
std::optional<PartCode> partOfCode(const QString& code); ///< nullopt: it names no part

} // namespace supercargo
