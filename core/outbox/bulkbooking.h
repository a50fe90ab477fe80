#pragma once

#include "core/outbox/shipping.h"

/// Many orders booked at once, each on its own: one that is refused holds no other back.
namespace supercargo {

/// How they are carried.
struct BulkChoice {
  std::optional<Booking> booking;    ///< nullopt: by the rules
  std::optional<qint64> weightGrams; ///< as weighed; nullopt: the booking's, else the articles', else the rule's
};

/// One order of the lot.
struct BulkBooking {
  OrderId order;
  QString number;                 ///< the order's, for people
  std::optional<ActionId> action; ///< what asks the courier; nullopt: nothing was asked
  std::optional<Error> refusal;   ///< why not

  ActionState state = ActionState::Waiting; ///< with an action
  QString rule, waybill, error;             ///< error: the courier's word, or why the last try failed
  std::optional<ShipmentId> shipment;
  std::optional<Money> collect; ///< what the courier takes at the door
  qint64 weightGrams = 0;       ///< as it is booked; 0: not known
  std::optional<Instant> nextTryAt;

  /// Nothing more happens by itself.
  bool isOver() const
  {
    return !action || state == ActionState::Done || state == ActionState::Failed || state == ActionState::Cancelled;
  }
  bool isBooked() const { return action && state == ActionState::Done && !waybill.isEmpty(); }
};

/// Puts a booking for each order into the outbox. Errors only when the database fails; an order's own trouble is in its
/// row. An order whose parcel is booked already is refused with Conflict.
Result<std::vector<BulkBooking>> bookOrders(Connection& c, const std::vector<OrderId>& orders, const BulkChoice& choice,
                                            const QString& actor, Instant now, ChangeSet& changes);

/// How far they are now: fills in everything below `refusal`.
Result<std::vector<BulkBooking>> bookingStates(Connection& c, std::vector<BulkBooking> bookings);

/// Takes back those that were not sent yet; how many.
Result<int> cancelBookings(Connection& c, const std::vector<BulkBooking>& bookings, Instant now, ChangeSet& changes);

/// Failed ones are sent again, refused ones asked for anew; the others stay as they are.
Result<std::vector<BulkBooking>> retryBookings(Connection& c, std::vector<BulkBooking> bookings,
                                               const BulkChoice& choice, const QString& actor, Instant now,
                                               ChangeSet& changes);

} // namespace supercargo
