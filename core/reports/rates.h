#pragma once

#include "core/reports/report.h"

namespace supercargo {

/// What the reader states about costs that no provider tells: by name, minor units for each, or of a percentage
/// hundredths of a per cent. A rate that is not stated has no entry, and figures that need it have no value.
using FigureRates = QMap<QString, qint64>;

QStringList rateNames();

/// The options that ask for them: "freight" = "3.50", "commission" = "5" (per cent).
std::vector<ReportOption> rateOptions();

/// Rates for amounts in `currency`. They are stated in the currency of the spec, or else of the workspace; others have
/// only the percentages. Errors: Invalid, naming the option.
Result<FigureRates> ratesOf(const ReportSpec& spec, Currency currency, Currency stated);

/// The currency in which rates are stated.
Result<Currency> rateCurrency(Connection& c, const ReportSpec& spec);

} // namespace supercargo
