#pragma once

#include "core/reports/report.h"

namespace supercargo {

/// A report of one's own: figures and dimensions put together, or a ready report with other parameters, under a name.
struct SavedReport {
  qint64 id = 0;
  QString name;
  ReportSpec spec; ///< its days are set anew each time, from `span`
  QString span;    ///< a preset, "all", or "days": those of the spec
};

/// "own.3", as galleries and `report run` know it; nullopt: not of this kind.
QString savedReportKey(qint64 id);
std::optional<qint64> savedReportId(const QString& key);

/// Id 0: a new one; else it replaces that one. Errors: Invalid, no name or parameters that make no sense; NotFound;
/// Conflict, another has this name.
Result<SavedReport> saveReport(Connection& c, SavedReport report, Instant now);
Result<void> renameSavedReport(Connection& c, qint64 id, const QString& name); ///< Invalid, NotFound, Conflict
Result<void> removeSavedReport(Connection& c, qint64 id);                      ///< NotFound
Result<std::vector<SavedReport>> savedReports(Connection& c);                  ///< by name
Result<SavedReport> savedReport(Connection& c, qint64 id);                     ///< NotFound

/// What to run on that local day.
ReportSpec specOn(const SavedReport& report, QDate today);

} // namespace supercargo
