#pragma once

#include "core/outbox/parcelplans.h"
#include "core/rules/shippingrules.h"

#include <QHash>
#include <QSet>

/// From an order to a parcel: which rule carries it, the booking, its cancelling, its label.
namespace supercargo {

struct Booking {
  AccountId account; ///< the courier's or aggregator's
  QString service, payMethod, remark;
  SenderId sender;
  qint64 weightGrams = 0;
  int parcels = 1;
  std::optional<Money> insured;   ///< the value that the courier shall answer for
  std::optional<ParcelSize> size; ///< nullopt: not measured
};

struct ShippingPlan {
  std::optional<Booking> booking;    ///< nullopt: no rule matches
  QString rule;                      ///< whose it is
  std::optional<Money> collect;      ///< what the courier is to take at the door, whether a rule matches or not
  std::optional<qint64> weightGrams; ///< as weighed, else by its articles, whether a rule matches or not
  bool automatic = false;            ///< it is booked without a person
  bool waitedBefore = false;         ///< it would be, but waited before the rule began or its shop was connected
  std::vector<RuleVerdict> verdicts; ///< why
};

/// What the rules say of this order. `weightGrams`: as weighed; nullopt: nobody has, so the next parcel weighs what its
/// articles do, and if one of them is not known, what the rule says of each order in it.
Result<ShippingPlan> planShipment(Connection& c, OrderId order, std::optional<qint64> weightGrams = std::nullopt);

/// Where orders go that name no country: platforms that deliver at home only leave it out, and their declaration says
/// where that is.
Result<QString> homeOfShop(Connection& c, AccountId shop);

/// Of each shop the last digits of the telephone that its parcels are sent from, as far as the rules say so: couriers
/// want to hear them of parcels that were not booked here.
Result<QHash<AccountId, QString>> senderTails(Connection& c);

/// What keeps a parcel from being asked for.
enum class BookingFault {
  NoOrder,
  NoRule, ///< by the rules, and none matches
  NotWaiting,
  RefundUnderWay,
  BookedAlready,
  PlanUnfit, ///< all parts of a split are booked, or a merge or split no longer fits its orders
  NoCourier, ///< its account is no longer connected
  NoSender,
  NoWeight,
  CourierRefuses, ///< to collect, or to insure, or this amount
  ParcelLacks,    ///< something that the courier wants to know of it, customs' papers for instance
  AddressIncomplete,
  AddressMasked, ///< and its shop cannot be asked for it
  Other
};

/// "no_weight", as timelines keep it.
QString bookingFaultName(BookingFault fault);
std::optional<BookingFault> bookingFaultNamed(QStringView name);

struct BookingObstacle {
  BookingFault fault = BookingFault::Other;
  Error error; ///< what booking fails with
};

/// A parcel as it would be asked for, or what stands against it.
struct BookingDraft {
  OrderDetails order; ///< whose booking it is: of merged orders the head
  AccountId account;
  ParcelLoad load;
  BookParcel parcel;
  std::optional<BookingObstacle> obstacle; ///< then `load` and `parcel` are filled in no farther than that
};

/// All that bookShipment looks at before it asks; writes nothing. `taken`: heads whose parcels are counted as booked
/// already, since they come before this one in the same lot. Errors: NotFound when there is no such order, Database.
Result<BookingDraft> draftBooking(Connection& c, OrderId order, const Booking& booking,
                                  const QSet<OrderId>& taken = {});

/// Asks for the parcel of a draft without obstacle, as long as nothing was written since it was made. Refused bookings
/// of the same goods are taken back.
Result<ActionId> bookDraft(Connection& c, const BookingDraft& draft, const QString& actor, Instant now,
                           ChangeSet& changes);

/// Both at once. Asks the courier for a parcel: of merged orders the one for all, of a split order the next part that
/// has none (core/outbox/parcelplans.h). After a cancelled booking also of an order that its shop calls shipped.
/// Rejected when the order may not be shipped, a refund is under way, or the courier does not collect what is paid on
/// delivery (the first parcel of a split order brings all of it), Conflict when a parcel is booked or being booked
/// already: cancel that one first.
Result<ActionId> bookShipment(Connection& c, OrderId order, const Booking& booking, const QString& actor, Instant now,
                              ChangeSet& changes);

/// Asks what a parcel for this order would cost; the answer is the action's outcome (`rates`). Changes nothing.
Result<ActionId> askRates(Connection& c, OrderId order, const Booking& booking, const QString& actor, Instant now,
                          ChangeSet& changes);

/// Takes a booked parcel back: the compensation of its booking. Rejected once the courier has picked it up.
Result<ActionId> cancelShipment(Connection& c, ShipmentId shipment, const QString& actor, Instant now,
                                ChangeSet& changes);

/// A label as kept. `data` empty: only its address is known.
struct ParcelLabel {
  QString format, url;
  QByteArray data;
};
Result<std::vector<ParcelLabel>> parcelLabels(Connection& c, ShipmentId shipment);
/// Asks the courier for the label again.
Result<ActionId> requestLabel(Connection& c, ShipmentId shipment, const QString& paper, const QString& actor,
                              Instant now, ChangeSet& changes);

} // namespace supercargo
