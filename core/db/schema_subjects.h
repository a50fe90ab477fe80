#pragma once

#include <QString>

#include <vector>

namespace supercargo {

// Statements of one migration each, beside the list that numbers them (core/db/schema.cpp). The same rules hold: one
// dialect, instants end in _at (ms, UTC), money in _minor.
std::vector<QString> inventorySchema();
std::vector<QString> reportsSchema();
std::vector<QString> shippingDeskSchema();
std::vector<QString> connectionsSchema();
std::vector<QString> channelStockSchema();
std::vector<QString> shipmentMapSchema();
std::vector<QString> reportFiguresSchema();

} // namespace supercargo
