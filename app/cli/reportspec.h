#pragma once

#include "app/cli/session.h"
#include "core/reports/report.h"

namespace supercargo::cli {

/// What the report commands have in common: the report that the arguments ask for, ready or one's own ("own.3").
Outcome<ReportSpec> reportSpec(Session& session, Instant now);
/// One `--set NAME=VALUE`.
Outcome<void> setParameter(Session& session, ReportSpec& spec, const QString& assignment);

/// After a large import nothing is added up yet. Another program may be writing; then the rows are counted instead.
void prepareCubes(Session& session);

Option setOption();
Option spanOption();
Option formatOption();

/// `report run --due`: writes the files of all schedules whose time has come.
Outcome<Exit> runDueSchedules(Session& session, Instant now);

} // namespace supercargo::cli
