#include "core/stock/safetystock.h"

#include "core/stock/distributions.h"

#include <cmath>

namespace supercargo {
namespace {

double deviationOver(const LeadDemand& d, double periods)
{
  return std::sqrt(periods * d.demandDeviation * d.demandDeviation +
                   d.demand * d.demand * d.leadTimeDeviation * d.leadTimeDeviation);
}

} // namespace

double leadDemandMean(const LeadDemand& d)
{
  return d.demand * d.leadTime;
}

double leadDemandDeviation(const LeadDemand& d)
{
  return deviationOver(d, d.leadTime);
}

double safetyStock(const LeadDemand& d, double z)
{
  return z * leadDemandDeviation(d);
}

double reorderPoint(const LeadDemand& d, double z)
{
  return leadDemandMean(d) + safetyStock(d, z);
}

double orderUpTo(const LeadDemand& d, double z, double review)
{
  const double periods = d.leadTime + review;
  return d.demand * periods + z * deviationOver(d, periods);
}

double shortPerCycle(const LeadDemand& d, double z)
{
  return leadDemandDeviation(d) * normalLoss(z);
}

double fillRate(const LeadDemand& d, double z, double quantity)
{
  return 1 - shortPerCycle(d, z) / quantity;
}

double zForFillRate(const LeadDemand& d, double target, double quantity)
{
  return normalLossQuantile((1 - target) * quantity / leadDemandDeviation(d));
}

} // namespace supercargo
