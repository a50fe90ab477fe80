#pragma once

#include "core/db/database.h"
#include "core/stock/stocklist.h"
#include "ui/tables/rowmodel.h"

namespace supercargo {

extern const char* const kSparkColumn;   ///< key of the column that SparkDelegate paints
extern const char* const kPictureColumn; ///< … and of the one that PictureDelegate paints
std::vector<Column<StockListRow>> stockColumns();
RowSource<StockListRow> stockSource(Database& db, const StockListFilter& filter, StockSort sort);

} // namespace supercargo
