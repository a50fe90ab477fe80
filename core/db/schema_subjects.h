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
std::vector<QString> freightSchema();
std::vector<QString> declinesSchema();
std::vector<QString> dayFactsSchema();
std::vector<QString> parcelPlansSchema();
std::vector<QString> erasureSchema();
std::vector<QString> promisesSchema();
std::vector<QString> articleWeightsSchema();
std::vector<QString> goneProductsSchema();
std::vector<QString> keptLinesSchema();

/// Triggers called `name` on `table` that count its changes in data_revisions (`source`; empty: not counted) and mark
/// hours in dirty_hours. `marks` writes the statements for a row, NEW or OLD; `once` is handed to `unlessMarked`.
void appendMarkers(std::vector<QString>& list, const QString& name, const QString& table, const QString& source,
                   const QString& columns, QString (*marks)(const QString& row, bool once));
/// SQLite's table holds a mark once; PostgreSQL's may hold it many times (core/store/dirtyhours.cpp).
QString unlessMarked(bool once, const char* source);

} // namespace supercargo
