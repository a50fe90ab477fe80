#pragma once

#include "core/db/database.h"
#include "core/store/shipmentlist.h"
#include "ui/tables/rowmodel.h"

#include <QTimeZone>

namespace supercargo {

struct ShipmentColumnFacts {
  QTimeZone zone;
  Clock clock;
};

std::vector<Column<ParcelLine>> shipmentColumns(std::shared_ptr<const ShipmentColumnFacts> facts);
RowSource<ParcelLine> shipmentSource(Database& db, const ShipmentFilter& filter, const Clock& clock);

} // namespace supercargo
