#pragma once

#include "core/db/database.h"
#include "core/store/parcels.h"
#include "ui/tables/rowmodel.h"

#include <QTimeZone>

namespace supercargo {

struct ShipmentColumnFacts {
  QTimeZone zone;
  Clock clock;
};

std::vector<Column<ShipmentRow>> shipmentColumns(std::shared_ptr<const ShipmentColumnFacts> facts);
RowSource<ShipmentRow> shipmentSource(Database& db);

} // namespace supercargo
