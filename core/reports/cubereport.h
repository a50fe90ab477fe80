#pragma once

#include "core/reports/figures.h"

namespace supercargo {

/// A report that is figures over dimensions. Dimensions: day, week, month, shop, channel, product, category, province,
/// city, method, reason, courier, weekday, hour, newness and segment of the buyer; the currency always stands behind
/// them where there is money.
struct CubeReport {
  QStringList dims, figures;
  QString sortBy;      ///< a figure: largest first; empty: by the dimensions
  QString told = {};   ///< a dimension: what has no value of it has no row; it must add nothing to the figures
  QString across = {}; ///< a dimension whose values stand side by side as columns (core/reports/crosstable.h)

  QStringList allDims() const { return across.isEmpty() ? dims : dims + QStringList{across}; }
};

/// Every dimension there is.
const QStringList& reportDimensions();

Result<ReportResult> runCubeReport(Connection& c, const ReportSpec& spec, const CubeReport& report);
Result<std::vector<FigureRow>> cubeReportRows(Connection& c, const ReportSpec& spec, const CubeReport& report,
                                              const QString& columnKey, const Slice& slice);

/// A cell as a number, for sorting and for changes: money in minor units; -infinity where there is none.
double sortNumber(const ReportCell& cell);

/// Options that every such report has: "compare".
std::vector<ReportOption> cubeReportOptions(std::vector<ReportOption> own = {});

} // namespace supercargo
