#pragma once

#include "core/outbox/outbox.h"

/// Booking by the automatic rules (core/rules/shippingrules.h), without a person.
namespace supercargo {

/// Books every one of these orders that an automatic rule matches and that never had a parcel, each on its own; how
/// many. Why an order was not booked stands in its timeline, once a cause. Errors only when the database fails.
Result<int> bookAutomatically(Connection& c, const std::vector<OrderId>& orders, Instant now, ChangeSet& changes);

/// Orders that wait to be shipped and for which nothing was booked or told to their shop, the oldest first, as far back
/// as an automatic rule books: what rules that have changed have to look at. None without such a rule.
Result<std::vector<OrderId>> ordersToBook(Connection& c);

} // namespace supercargo
