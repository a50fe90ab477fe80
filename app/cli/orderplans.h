#pragma once

#include "app/cli/session.h"
#include "core/store/orders.h"

/// Orders that wait for a person, that go out together, and that go out in parts.
namespace supercargo::cli {

std::vector<Command> orderPlanCommands();

QJsonObject rowJson(const OrderRow& row); ///< a line of "orders list"
/// How an order is merged or split; null: neither.
Outcome<QJsonValue> planJson(Connection& c, const OrderDetails& order);

} // namespace supercargo::cli
