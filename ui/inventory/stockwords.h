#pragma once

#include "core/stock/demandforecast.h"
#include "core/stock/supply.h"
#include "ui/text/alertwords.h"

/// Words of the stock, in the interface's language. GUI thread.
namespace supercargo {

QString movementWord(const QString& kind); ///< a kind without a word of its own shows as it is
QString warehouseWord(const QString& warehouse);
QString forecastMethodWord(const DemandForecast& forecast);
QString leadSourceWord(LeadTimeSource source);

} // namespace supercargo
