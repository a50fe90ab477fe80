#pragma once

#include "core/stock/alerts.h"
#include "ui/text/format.h"

/// Words of stock alerts, in the interface's language. GUI thread.
namespace supercargo {

StatusWord alertWord(StockAlertKind kind);
/// What an alert says of itself, from its facts.
QString alertSentence(const StockAlert& alert);
/// "Heals itself when 12 are available."
QString healingSentence(const StockAlert& alert);
QString decimalText(double value, int digits = 1); ///< "1,234.5"

} // namespace supercargo
