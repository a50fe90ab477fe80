#pragma once

#include "core/stock/alerts.h"
#include "core/stock/demandforecast.h"
#include "core/stock/supply.h"
#include "ui/text/format.h"

/// Words of the stock, in the interface's language. GUI thread.
namespace supercargo {

StatusWord alertWord(StockAlertKind kind);
QString movementWord(const QString& kind); ///< a kind without a word of its own shows as it is
QString warehouseWord(const QString& warehouse);
QString forecastMethodWord(const DemandForecast& forecast);
QString leadSourceWord(LeadTimeSource source);
/// What an alert says of itself, from its facts.
QString alertSentence(const StockAlert& alert);
QString decimalText(double value, int digits = 1); ///< "1,234.5"

} // namespace supercargo
