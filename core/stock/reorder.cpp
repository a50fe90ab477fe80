#include "core/stock/reorder.h"

#include "core/stock/distributions.h"
#include "core/stock/safetystock.h"

#include <cmath>

namespace supercargo {

ReorderRule reorderRule(const StockThreshold& threshold, const LeadTime& supplied)
{
  ReorderRule rule{supplied, threshold.service.value_or(kDefaultService), threshold.low};
  if (threshold.leadDays)
    rule.lead = {*threshold.leadDays, 0, LeadTimeSource::Set, 0, std::nullopt};
  return rule;
}

std::optional<qint64> reorderLevel(const ReorderRule& rule, const DailyDemand& demand)
{
  if (rule.low)
    return rule.low;
  if (!(demand.perDay > 0))
    return std::nullopt;
  const LeadDemand lead{demand.perDay, demand.deviation, rule.lead.days, rule.lead.deviation};
  constexpr double kRounding = 1e-9; // 40.0000000001 pieces are 40
  return qint64(std::ceil(std::max(0.0, reorderPoint(lead, normalQuantile(rule.service))) - kRounding));
}

} // namespace supercargo
