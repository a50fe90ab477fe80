#pragma once

#include "core/store/orders.h"

namespace supercargo {

/// NotFound when there is no such order.
Result<OrderDetails> orderThatIs(Connection& c, OrderId id);

} // namespace supercargo
