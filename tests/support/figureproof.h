#pragma once

#include "core/reports/report.h"

namespace supercargo::test {

/// What is wrong with a cell of a report: its rows do not add up to it, or it has a value where there is none. Empty:
/// all is well.
QString figureFault(const ReportCell& cell, const ReportColumn& column, const std::vector<FigureRow>& rows);

} // namespace supercargo::test
