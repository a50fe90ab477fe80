#pragma once

#include "core/base/instant.h"
#include "core/store/orders.h"
#include "ui/tables/cell.h"

#include <QHash>
#include <QTimeZone>

namespace supercargo {

/// What the columns need besides the row; shared with the page, which keeps it up to date.
struct OrderColumnFacts {
  QHash<AccountId, QString> shops;
  QTimeZone zone;
  Clock clock;
  std::optional<OrderId> revealed; ///< the one order whose buyer is shown in clear
};

std::vector<Column<OrderRow>> orderColumns(std::shared_ptr<const OrderColumnFacts> facts);

} // namespace supercargo
