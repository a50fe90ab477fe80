#pragma once

#include "core/db/database.h"
#include "core/store/orders.h"
#include "ui/tables/rowmodel.h"

namespace supercargo {

/// Counting stops here, so that it is always quick.
constexpr qint64 kOrderCountLimit = 10'000;

/// How many orders fit: exact from the rollups where they can tell, else counted up to kOrderCountLimit.
Result<qint64> expectedOrders(Connection& c, const OrderFilter& filter);

/// A place at or a little before this row of the whole list by date, found in the quarter hours of the rollups.
Result<RowAnchor<OrderRow>> seekPlaced(Connection& c, int row, bool descending);

/// The list of these orders.
RowSource<OrderRow> orderSource(Database& db, const OrderFilter& filter, OrderSort sort);

} // namespace supercargo
