#pragma once

#include "core/db/connection.h"
#include "core/labels/templates.h"

/// What our own labels and sheets say, read from the database. Names and addresses are in clear: they are for paper.
namespace supercargo {

/// NotFound: no such parcel. Invalid: it belongs to no order of ours, so nobody here knows the recipient.
Result<WaybillFacts> waybillFacts(Connection& c, ShipmentId shipment);
/// One for every parcel of the order; `part`: only that one of a split order. `shop`: its name as printed. NotFound: no
/// such order or part; Invalid: the order's lines are no longer those that were split.
Result<std::vector<PackingSlipFacts>> packingSlipFacts(Connection& c, OrderId order, const QString& shop, int part = 0);
/// NotFound: no shop sells this SKU.
Result<ProductLabelFacts> productLabelFacts(Connection& c, const QString& sku);

} // namespace supercargo
