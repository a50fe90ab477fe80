#pragma once

#include "core/stock/demand.h"
#include "core/stock/supply.h"
#include "core/stock/thresholds.h"

/// When it is time to order an article anew: the one rule by which alerts warn and suggestions order.
namespace supercargo {

struct ReorderRule {
  LeadTime lead;
  double service = kDefaultService;
  std::optional<qint64> low; ///< set by hand, in place of the computed level
};

/// Days that a person set go before the supplier's measured ones, those before agreed ones, those before assumed ones
/// (`supplied`, from SupplyBook, has chosen among the last three).
ReorderRule reorderRule(const StockThreshold& threshold, const LeadTime& supplied);

/// Whole pieces: projected stock at this level or below is to be ordered. The level set by hand, else the reorder point
/// d·L + z·√(L·s_d² + d²·s_L²) rounded up (figures 35 and 36, core/stock/safetystock.h); nullopt: no demand, so no
/// level.
std::optional<qint64> reorderLevel(const ReorderRule& rule, const DailyDemand& demand);

} // namespace supercargo
