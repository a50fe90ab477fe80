#pragma once

#include "core/rules/shippingrules.h"

/// Orders that wait to be shipped and that nobody has touched: what rules may book by themselves.
namespace supercargo {

/// SQL: the row `o` of orders waits, nothing was booked of it or told to its shop, and no person has merged or split
/// it. What was booked and taken back does not come back by itself.
QString isWaiting();

/// Since when an order may be shipped: when it was paid, else placed, or approved by a person after that. NotFound.
Result<Instant> mayBeShippedSince(Connection& c, OrderId order);

/// The oldest first; only those that may be shipped since then.
Result<std::vector<OrderId>> waitingOrders(Connection& c, std::optional<Instant> since);

/// What rules look at of each; nothing is known of weights unless asked for, which takes longer.
struct WaitingFacts {
  OrderId order;
  Instant since{};     ///< may be shipped
  Instant connected{}; ///< its shop
  ShippingFacts facts;
};
Result<std::vector<WaitingFacts>> waitingFacts(Connection& c, bool withWeights);

} // namespace supercargo
