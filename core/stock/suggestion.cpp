#include "core/stock/suggestion.h"

#include "core/stock/distributions.h"
#include "core/stock/lotsize.h"
#include "core/stock/safetystock.h"

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {

constexpr double kDaysOfYear = 365;

LeadDemand leadDemand(const ReplenishmentTerms& terms)
{
  return {terms.demand.perDay, terms.demand.deviation, terms.lead.days, terms.lead.deviation};
}

/// Both costs by the cost of a piece: the currency cancels.
std::optional<double> economicLotOf(const ReplenishmentTerms& terms, const ReplenishmentPolicy& policy)
{
  if (!terms.orderCostInPieces || !(policy.holdingRate > 0))
    return std::nullopt;
  return economicLot(*terms.orderCostInPieces, policy.holdingRate, terms.demand.perDay * kDaysOfYear).quantity;
}

double cycleLot(const ReplenishmentTerms& terms, const ReplenishmentPolicy& policy)
{
  const double lot = std::max(economicLotOf(terms, policy).value_or(0), terms.demand.perDay * policy.reviewDays);
  return double(roundedToPacks(lot, terms.pack, terms.minimum));
}

} // namespace

Suggestion suggestOrder(const ReplenishmentTerms& terms, const ReplenishmentPolicy& policy)
{
  Suggestion s;
  s.z = normalQuantile(policy.serviceLevel);
  const double perDay = terms.demand.perDay;
  s.daysOfCover = daysOfCover(double(terms.available()), perDay);
  const auto level = reorderLevel({terms.lead, policy.serviceLevel, terms.low}, terms.demand);
  if (!level)
    return s;
  const LeadDemand lead = leadDemand(terms);
  s.safetyStock = safetyStock(lead, s.z);
  s.reorderPoint = terms.low ? double(*terms.low) : reorderPoint(lead, s.z);
  s.orderUpTo = orderUpTo(lead, s.z, policy.reviewDays);
  if (terms.low) // above the level set by hand, or it would be due again at once
    s.orderUpTo = std::max(s.orderUpTo, double(*terms.low) + std::max(1.0, perDay * policy.reviewDays));
  s.economicLot = economicLotOf(terms, policy);
  const auto projected = terms.projected();
  s.isDue = projected <= *level;
  if (perDay > 0 || s.isDue)
    s.dueInDays = s.isDue ? 0 : std::max(0.0, (double(projected) - s.reorderPoint) / perDay);
  if (!s.isDue)
    return s;
  s.wanted = std::max(s.orderUpTo - double(projected), s.economicLot.value_or(0));
  s.quantity = roundedToPacks(s.wanted, terms.pack, terms.minimum);
  return s;
}

std::vector<OtherCase> otherCases(const ReplenishmentTerms& terms, const ReplenishmentPolicy& policy)
{
  std::vector<OtherCase> cases;
  const auto add = [&](const char* change, double from, double to, const ReplenishmentTerms& t,
                       const ReplenishmentPolicy& p) {
    cases.push_back({QLatin1String(change), from, to, suggestOrder(t, p).quantity});
  };
  ReplenishmentTerms slower = terms;
  slower.lead.days += 7;
  add("lead_longer", terms.lead.days, slower.lead.days, slower, policy);
  for (const auto& [name, factor] : {std::pair("demand_higher", 1.2), std::pair("demand_lower", 0.8)}) {
    ReplenishmentTerms other = terms;
    other.demand.perDay *= factor;
    other.demand.deviation *= factor;
    add(name, terms.demand.perDay, other.demand.perDay, other, policy);
  }
  // Half of the stock-outs that are left today.
  ReplenishmentPolicy safer = policy;
  safer.serviceLevel = 1 - (1 - policy.serviceLevel) / 2;
  add("service_higher", policy.serviceLevel, safer.serviceLevel, terms, safer);
  if (terms.pack > 1 || terms.minimum > 1) {
    ReplenishmentTerms loose = terms;
    loose.pack = 1;
    loose.minimum = 0;
    add("without_pack", double(terms.pack), 1, loose, policy);
  }
  return cases;
}

ServicePoint servicePoint(const ReplenishmentTerms& terms, const ReplenishmentPolicy& policy, double serviceLevel)
{
  ServicePoint point{serviceLevel, 0, 0, 0, 1};
  const double perDay = terms.demand.perDay;
  if (!(perDay > 0))
    return point;
  const LeadDemand lead = leadDemand(terms);
  const double z = normalQuantile(serviceLevel), lot = cycleLot(terms, policy);
  point.safetyStock = safetyStock(lead, z);
  point.reorderPoint = reorderPoint(lead, z);
  const double missing = shortPerCycle(lead, z);
  point.shortPerYear = missing * perDay * kDaysOfYear / lot;
  point.fillRate = std::clamp(1 - missing / lot, 0.0, 1.0);
  return point;
}

} // namespace supercargo
