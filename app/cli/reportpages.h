#pragma once

#include "app/cli/session.h"
#include "core/reports/schedules.h"

namespace supercargo::cli {

/// Draws a report's pages into a PDF. Needs the GUI application that main() makes for it.
Result<void> writePages(const QString& shop, const QString& file, const ReportResult& result);

/// Headings and pages for schedules, in the language of the output.
ScheduleOutput scheduleOutput(Session& session);

} // namespace supercargo::cli
