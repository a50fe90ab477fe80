#pragma once

#include "core/db/connection.h"

namespace supercargo {

/// Columns of a SELECT that `netSalesOf` reads, for orders `o` joined with their details `d`.
extern const QString kNetSalesColumns;
constexpr int kNetSalesColumnCount = 3;

/// Net sales of one order as the day cubes count them (core/store/orderscan.cpp): what the lines cost, less discounts
/// and whichever is more of what shop and refunds say went back. Minor units of the order's currency.
qint64 netSalesOf(const Row& row, int firstColumn);

} // namespace supercargo
