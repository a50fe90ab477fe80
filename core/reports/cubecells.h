#pragma once

#include "core/reports/cuberun.h"

namespace supercargo {

/// Columns of a dimension: of a product also its title.
void appendDimension(std::vector<ReportColumn>& columns, const QString& dim);
/// The cells in them.
void appendDimensionCells(std::vector<ReportCell>& cells, const QString& dim, const QString& key,
                          const ReportNames& names);

/// Rows of each currency by a figure, largest first; equal ones in the order of their dimensions. Without such a column
/// the order stays.
void sortRows(ReportResult& result, const QString& figure);

} // namespace supercargo
