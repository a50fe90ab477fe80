#pragma once

#include "core/domain/orderlines.h"
#include "core/store/orders.h"

/// Lines that are told apart from their orders: kept, so that it does not matter what is told first, and in place of
/// the goods that the order itself names.
namespace supercargo {

struct LinesDone {
  UpsertCount count;   ///< of the orders that are known
  QStringList waiting; ///< orders that nobody has told of yet
};
/// Keeps the lines, and gives them to the orders that are known; nothing else of these changes. Idempotent.
Result<LinesDone> upsertOrderLines(Connection& c, const Origin& origin, const std::vector<OrderLines>& told,
                                   ChangeSet& changes);

/// Gives what is kept to orders that are about to be stored.
Result<void> joinKeptLines(Connection& c, AccountId account, PreparedOrders& page);

} // namespace supercargo
