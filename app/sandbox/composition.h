#pragma once

#include "app/sandbox/order.h"

namespace supercargo::sandbox {

/// What was ordered by whom: the part of an order that never changes, from seed and index alone. The result points into
/// `catalogue`. `customers`: how many people there are.
Order composedOrder(quint64 seed, const Catalogue& catalogue, qint64 customers, Shop shop, qint64 index);

/// What is paid back by fate: everything, or one piece of the first line.
qint64 fatedRefund(const Order& order);

Courier courierOf(quint64 seed, qint64 index, bool chinese);

} // namespace supercargo::sandbox
