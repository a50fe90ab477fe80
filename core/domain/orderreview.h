#pragma once

#include "core/base/id.h"
#include "core/domain/snapshot.h"

/// Why a person should look at an order before it is shipped. Pure: facts in, reasons out.
namespace supercargo {

enum class ReviewReason {
  OnHold,            ///< its shop holds it back
  UnknownStatus,     ///< its shop says something that we do not know
  Unpaid,            ///< neither paid nor to be paid on delivery
  BuyerNote,         ///< the buyer wrote something
  SellerMemo,        ///< somebody of the shop did
  AddressIncomplete, ///< no courier could deliver there
  AddressMasked,     ///< the platform shows stars where name, telephone or street should be
  RefundUnderWay,    ///< money that was paid is on its way back
  UnusualAmount,     ///< far above what orders of this shop come to, or nothing at all
  StockShort,        ///< more pieces are promised than there are
  MergeCandidate,    ///< another order waits for the same recipient
  PossibleDuplicate, ///< another order has the same content, buyer and day
};
QString reviewReasonName(ReviewReason reason); ///< "buyer_note": what `--json` says

struct ReviewFinding {
  ReviewReason reason;
  QString subject; ///< the SKU that is short, the number of the other order; empty: the order itself
  bool operator==(const ReviewFinding&) const = default;
};

/// An order that is not shipped and goes to the same recipient.
struct ReviewNeighbour {
  OrderId order;
  QString number;
  bool sameContent = false; ///< the same pieces for the same amount
  Instant placedAt{};
  bool operator==(const ReviewNeighbour&) const = default;
};

struct ReviewFacts {
  OrderStatus status = OrderStatus::Unknown;
  PaymentStatus payment = PaymentStatus::Unknown;
  bool cashOnDelivery = false, refundUnderWay = false;
  Money total, paid;
  std::optional<Money> usual; ///< what orders of this shop come to, in the middle; nullopt: too few to tell
  Instant placedAt{};
  AddressSnapshot recipient; ///< with the buyer's telephone when the address has none
  QString buyerNote, sellerMemo;
  QStringList shortOf; ///< SKUs
  std::vector<ReviewNeighbour> neighbours;
};

/// In the order of the enumeration; the same facts give the same findings.
std::vector<ReviewFinding> reviewFindings(const ReviewFacts& facts);

/// Name, telephone, street and a place: without them no courier takes a parcel.
bool isComplete(const AddressSnapshot& address);

} // namespace supercargo
