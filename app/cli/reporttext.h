#pragma once

#include "core/reports/render.h"

namespace supercargo::cli {

/// Words for reports in the language of the output: what core calls by id.
QString reportTitle(const ReportDefinition& definition);
QString columnTitle(const ReportColumn& column);
ReportTitles columnTitles(const std::vector<ReportColumn>& columns);
QString noteText(const QString& note);

/// A cell for a terminal.
QString cellWords(const ReportCell& cell, const ReportColumn& column, const QTimeZone& zone);

} // namespace supercargo::cli
