#pragma once

#include "core/base/money.h"
#include "core/outbox/outbox.h"

/// What a person does to one order at its shop or gateway. Every one becomes an entry of the outbox.
namespace supercargo {

Result<ActionId> addOrderNote(Connection& c, OrderId order, const QString& text, bool visibleToBuyer,
                              const QString& actor, Instant now, ChangeSet& changes);

/// Rejected when the order has ended already.
Result<ActionId> closeOrder(Connection& c, OrderId order, const QString& reason, const QString& actor, Instant now,
                            ChangeSet& changes);

/// Tells the shop that a parcel booked elsewhere carries the order.
Result<ActionId> shipOrder(Connection& c, OrderId order, const QString& courier, const QString& number,
                           const QString& actor, Instant now, ChangeSet& changes);

/// What can still be sent back: what was paid, less what was refunded and is being refunded. Never below zero.
Result<Money> refundable(Connection& c, OrderId order);

/// Which of these its shop's interface can do, and for refunds a gateway that has the payment.
struct OrderAbilities {
  bool note = false, close = false, ship = false, refund = false;
};
Result<OrderAbilities> orderAbilities(Connection& c, OrderId order);

/// Sends money back: through the shop where it can, else through the gateway that has the payment. Rejected when that
/// would be more than was paid, with refunds asked for and not refused counted.
Result<ActionId> refundOrder(Connection& c, OrderId order, Money amount, const QString& reason, const QString& actor,
                             Instant now, ChangeSet& changes);

/// Tells the shop how many pieces of a variant may still be sold.
Result<ActionId> pushStockLevel(Connection& c, VariantId variant, qint64 quantity, const QString& actor, Instant now,
                                ChangeSet& changes);

} // namespace supercargo
