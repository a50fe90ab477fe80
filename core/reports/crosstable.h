#pragma once

#include "core/reports/cuberun.h"

namespace supercargo {

/// A cross table: rows by the report's dimensions, and for each value of the dimension `across` a column of each
/// figure; behind them the figures over all values. Cells, rows' ends and totals come from the same sums, so that
/// quotients are right everywhere. At most 40 values have columns: of days and hours the last ones, of other things the
/// largest; the ends and totals count all of them. `then`: what it is compared with, at the rows' ends; null: nothing.
/// Without the notes that every report has.
ReportResult crossTable(const CubeGrouping& grouping, const Groups& now, const Groups* then);

/// What a column of a cross table shows, by its key ("net_sales@2026-03").
struct CrossCell {
  QString figure, value;
};
/// nullopt: no column of a single value.
std::optional<CrossCell> crossCell(const QString& columnKey);
QString crossTitle(const QString& figureTitle, const QString& value); ///< "Net sales · 2026-03"

} // namespace supercargo
