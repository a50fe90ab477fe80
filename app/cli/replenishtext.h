#pragma once

#include "app/cli/output.h"
#include "core/stock/replenishment.h"

/// Suggestions and suppliers' terms as rows, JSON and sentences.
namespace supercargo::cli {

QStringList suggestionHeadings();
QStringList suggestionCells(const ReplenishmentRow& row);
QJsonObject runJson(const ReplenishmentRun& run, const std::vector<ReplenishmentRow>& rows,
                    const ReplenishmentOptions& options);
/// How a suggestion came about, and what would change it: some lines of text.
QString explanation(const ReplenishmentRow& row);

QStringList termsHeadings();
QStringList termsCells(const SupplyTerms& terms);
QJsonObject termsJson(const SupplyTerms& terms);
QJsonObject leadJson(const LeadTime& lead);

} // namespace supercargo::cli
