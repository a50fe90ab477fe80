#pragma once

#include "core/reports/cuberun.h"

namespace supercargo {

/// Columns of a dimension: of a product also its title.
void appendDimension(std::vector<ReportColumn>& columns, const QString& dim);
/// The cells in them.
void appendDimensionCells(std::vector<ReportCell>& cells, const QString& dim, const QString& key,
                          const ReportNames& names);

/// Columns of a figure; where a report compares, also of what it was before and of the change.
void appendFigure(std::vector<ReportColumn>& columns, const QString& id, bool compares);
/// The cells in them.
void appendFigureCells(std::vector<ReportCell>& cells, const QString& id, const FigureSums& now, const FigureSums* then,
                       const std::optional<Currency>& unit, const FigureRates& rates);

/// Rows of each currency by a figure, largest first; equal ones in the order of their dimensions. Without such a column
/// the order stays.
void sortRows(ReportResult& result, const QString& figure);

} // namespace supercargo
