#pragma once

#include "core/base/id.h"
#include "core/domain/snapshot.h"

/// Whether orders may go out as one parcel, and whether an order's lines are rightly shared out over several. Pure.
namespace supercargo {

enum class MergeObstacle {
  TooFew,    ///< one order alone is no group
  State,     ///< not waiting to be shipped, or something of it has left already
  Unpaid,    ///< neither paid nor to be paid on delivery
  Planned,   ///< merged with others or split already
  Booked,    ///< a parcel is booked for it or being booked
  Masked,    ///< nobody can tell whether the recipient is the same
  Recipient, ///< another name
  Phone,
  Address,
  CashOnDelivery, ///< some are paid at the door and some are not
  Currency
};
QString mergeObstacleName(MergeObstacle obstacle); ///< "phone"

struct MergeFinding {
  MergeObstacle obstacle;
  QString number; ///< of the order that does not fit; empty: all of them
  bool operator==(const MergeFinding&) const = default;
};

struct MergeFacts {
  OrderId order;
  QString number;
  bool waits = false; ///< to be shipped, and nothing of it has left
  bool paid = false;  ///< or to be paid on delivery
  bool planned = false, booked = false, cashOnDelivery = false;
  Currency currency;
  AddressSnapshot recipient; ///< with the buyer's telephone when the address has none
};

/// What keeps these orders from sharing a parcel; empty: nothing. Every order is compared with the first one.
std::vector<MergeFinding> mergeFindings(const std::vector<MergeFacts>& orders);

/// Blanks, case, width and the way a telephone is grouped do not make another recipient. A district, a postal code or a
/// country that one of the two leaves out is no difference.
bool isSameAddress(const AddressSnapshot& a, const AddressSnapshot& b);
bool isSameName(const AddressSnapshot& a, const AddressSnapshot& b);
bool isSamePhone(const AddressSnapshot& a, const AddressSnapshot& b);

/// Pieces of one line: `line` counts from 0 in the order's own order.
struct ParcelPiece {
  qint64 line = 0, quantity = 0;
  bool operator==(const ParcelPiece&) const = default;
};
using ParcelPieces = std::vector<ParcelPiece>;

enum class SplitFault { TooFewParcels, EmptyParcel, NoSuchLine, NoPieces, TooMany, TooFew };
QString splitFaultText(SplitFault fault); ///< English, for errors

/// The same pieces in one form: lines rising, each once, none empty.
ParcelPieces sortedPieces(ParcelPieces pieces);

/// Every piece of every line lies in exactly one parcel; nullopt: so it is. `quantities`: pieces of each line.
std::optional<SplitFault> splitFault(const std::vector<qint64>& quantities, const std::vector<ParcelPieces>& parcels);

} // namespace supercargo
