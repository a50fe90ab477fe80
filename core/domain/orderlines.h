#pragma once

#include "core/domain/snapshot.h"

namespace supercargo {

/// Lines that are told apart from their order, of which they know the number alone.
struct OrderLines {
  QString order; ///< external id
  std::vector<LineSnapshot> lines;
};

/// For whoever tells of the whole order alone whether it was sent: so were all its lines.
inline void markLinesShipped(OrderSnapshot& order)
{
  if (order.fulfilment == FulfilmentStatus::Shipped || order.fulfilment == FulfilmentStatus::Delivered)
    for (LineSnapshot& line : order.lines)
      line.shippedQuantity = line.quantity;
}

} // namespace supercargo
