#pragma once

#include "core/db/connection.h"
#include "core/domain/action.h"
#include "core/store/orders.h"

/// Money that a courier takes in at the door, and the value that it answers for.
namespace supercargo {

/// Whether the buyer pays the courier.
bool isPaidAtTheDoor(const OrderDetails& order);
bool isPaidAtTheDoor(PaymentStatus payment, QStringView method); ///< method: the shop's words

/// What the next parcel of an order brings home: all that it and the orders sharing its parcel still owe, without what
/// parcels on their way collect already. nullopt: nothing.
Result<std::optional<Money>> moneyToCollect(Connection& c, const OrderDetails& order, const MoneyBag& underWay);

/// Rejected, saying why, when the courier does not collect or insure, or not this amount: goods must not leave
/// uncollected because a courier overlooks what it does not know. Read from the declaration: the capabilities
/// "parcel.collect" and "parcel.insure", and in `extra` "collect" and "insure" {currency, from, to}.
Result<void> checkCourierTakes(Connection& c, AccountId courier, const BookParcel& parcel);

} // namespace supercargo
