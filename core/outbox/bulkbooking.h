#pragma once

#include "core/outbox/shipping.h"

/// Many orders booked at once, each on its own: one that is refused holds no other back.
namespace supercargo {

/// How they are carried.
struct BulkChoice {
  std::optional<Booking> booking;    ///< nullopt: by the rules
  std::optional<qint64> weightGrams; ///< as weighed; nullopt: the booking's, else the articles', else the rule's
  std::optional<ParcelSize> size;    ///< as measured; nullopt: the booking's
};

/// One order of the lot.
struct BulkBooking {
  OrderId order;
  QString number;                              ///< the order's, for people
  OrderStatus status = OrderStatus::Unknown;   ///< of the order whose parcel it is
  QString courier, service, rule;              ///< what carries it: the account's name; rule: that chose them
  OrderId head;                                ///< whose parcel it goes with: of merged orders the first
  bool foretold = false;                       ///< by previewBookings: nothing was asked yet
  std::optional<ActionId> action = {};         ///< what asks the courier; nullopt: nothing was asked
  std::optional<BookingObstacle> refusal = {}; ///< why not

  ActionState state = ActionState::Waiting; ///< with an action
  QString waybill, error;                   ///< error: the courier's word, or why the last try failed
  std::optional<ShipmentId> shipment = {};
  std::optional<Money> collect = {}; ///< what the courier takes at the door
  qint64 weightGrams = 0;            ///< as it is booked; 0: not known
  std::optional<Instant> nextTryAt = {};

  /// It had its turn, and nothing more happens by itself.
  bool isOver() const
  {
    if (foretold)
      return false;
    return !action || state == ActionState::Done || state == ActionState::Failed || state == ActionState::Cancelled;
  }
  bool isBooked() const { return action && state == ActionState::Done && !waybill.isEmpty(); }
  bool isToBook() const { return foretold && !refusal; }
};

/// What bookOrders would make of them now, by the very same checks; nothing is written. `before`: what was foretold of
/// orders that come before these in the lot: their parcels count as booked. `orders`: each once. Errors only when the
/// database fails.
Result<std::vector<BulkBooking>> previewBookings(Connection& c, const std::vector<OrderId>& orders,
                                                 const BulkChoice& choice, const std::vector<BulkBooking>& before = {});

/// Puts a booking for each order into the outbox. Errors only when the database fails; an order's own trouble is in its
/// row. An order whose parcel is booked already is refused with Conflict, one whose recipient is not complete, or is
/// masked by a shop that cannot be asked, with Invalid.
Result<std::vector<BulkBooking>> bookOrders(Connection& c, const std::vector<OrderId>& orders, const BulkChoice& choice,
                                            const QString& actor, Instant now, ChangeSet& changes);

/// How far they are now: fills in everything below `refusal`.
Result<std::vector<BulkBooking>> bookingStates(Connection& c, std::vector<BulkBooking> bookings);

/// Takes back those that were not sent yet; how many.
Result<int> cancelBookings(Connection& c, const std::vector<BulkBooking>& bookings, Instant now, ChangeSet& changes);

/// Failed ones are sent again, refused ones asked for anew; the others stay as they are, also those only foretold.
Result<std::vector<BulkBooking>> retryBookings(Connection& c, std::vector<BulkBooking> bookings,
                                               const BulkChoice& choice, const QString& actor, Instant now,
                                               ChangeSet& changes);

} // namespace supercargo
