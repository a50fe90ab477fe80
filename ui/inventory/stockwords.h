#pragma once

#include "core/stock/demandforecast.h"
#include "core/stock/supply.h"
#include "core/store/catalogue.h"
#include "ui/text/alertwords.h"

/// Words of the stock, in the interface's language. GUI thread.
namespace supercargo {

QString movementWord(const QString& kind);              ///< a kind without a word of its own shows as it is
QString movementChanges(const StockMovement& movement); ///< "on hand +3, reserved −3"
QString workFault(const Error& error);                  ///< why a piece of work was not done
QString warehouseWord(const QString& warehouse);
QString forecastMethodWord(const DemandForecast& forecast);
QString leadSourceWord(LeadTimeSource source);

} // namespace supercargo
