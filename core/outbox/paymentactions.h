#pragma once

#include "core/outbox/outbox.h"

/// What a person does to one payment at its gateway. Every one becomes an entry of the outbox.
namespace supercargo {

/// Takes all of a payment back on the day it was made, before it is settled. Rejected when a part of it has gone back
/// already or the gateway knows no voids; the gateway itself decides whether the day is still the same.
Result<ActionId> voidPayment(Connection& c, PaymentId payment, const QString& actor, Instant now, ChangeSet& changes);

/// Ends the payment that a gateway still awaits for an order, so that nobody can pay it any more. Rejected when the
/// order has been paid.
Result<ActionId> closePayment(Connection& c, OrderId order, AccountId gateway, const QString& actor, Instant now,
                              ChangeSet& changes);

} // namespace supercargo
