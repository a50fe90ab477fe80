#pragma once

#include "core/db/changeset.h"
#include "core/db/connection.h"
#include "core/labels/templates.h"

namespace supercargo {

/// Where a SKU lies in a warehouse.
struct BinRow {
  QString sku, warehouse, bin;
};

/// Blanks around it are dropped; an empty bin forgets the place. Announces ChangeSet::stock. Invalid without a SKU.
Result<void> setBin(Connection& c, const BinRow& row, ChangeSet& changes);
Result<std::vector<BinRow>> binRows(Connection& c, const QString& warehouse = {}); ///< empty: all; in walking order

/// The order in which a person walks: numbers by their value, so "A-2" comes before "A-10". Unknown places last.
bool binBefore(QStringView a, QStringView b);

/// What is still to be taken from the shelves for these orders: one line a SKU, in walking order. Orders that ended,
/// wait for payment or are packed already are left out. `warehouse` empty: each SKU's first bin wherever it lies.
Result<PickListFacts> picksFor(Connection& c, const std::vector<OrderId>& orders, const QString& warehouse);

} // namespace supercargo
