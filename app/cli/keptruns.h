#pragma once

#include "app/cli/session.h"
#include "core/reports/report.h"

namespace supercargo::cli {

/// Keeps what the figures of a report are made of now, for `report why`; the run's number.
Outcome<qint64> keepReport(Session& session, const ReportSpec& spec);

} // namespace supercargo::cli
