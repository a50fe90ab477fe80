#include "core/stock/stockpolicy.h"

#include "core/stock/distributions.h"
#include "core/stock/lotsize.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace supercargo {

Level newsvendorLevel(double holding, double penalty, double mean, double deviation, double leadTime, double review)
{
  const double periods = leadTime + review, spread = deviation * std::sqrt(periods);
  const double z = normalQuantile(penalty / (penalty + holding));
  return {mean * periods + z * spread, (holding + penalty) * normalDensity(z) * spread};
}

double newsvendorCost(double level, double holding, double penalty, double mean, double deviation)
{
  return holding * (level - mean) + (holding + penalty) * deviation * normalLoss((level - mean) / deviation);
}

namespace {

/// h·E(y − D)+ + p·E(D − y)+ for Poisson demand.
double poissonPeriodCost(double holding, double penalty, double mean, int level)
{
  return holding * (level - mean) + (holding + penalty) * poissonShortage(level, mean);
}

double periodCost(const PoissonDemand& d, int level)
{
  return poissonPeriodCost(d.holding, d.penalty, d.mean, level);
}

/// How often a position of S − j is met between two orders: the renewal of Poisson demand.
std::vector<double> visits(double mean, int until)
{
  std::vector<double> mass(std::size_t(until) + 1), visit(std::size_t(until) + 1);
  for (int j = 0; j <= until; ++j)
    mass[std::size_t(j)] = poissonMass(j, mean);
  for (std::size_t j = 0; j < visit.size(); ++j) {
    double sum = j == 0 ? 1 : 0;
    for (std::size_t l = 1; l <= j; ++l)
      sum += mass[l] * visit[j - l];
    visit[j] = sum / (1 - mass[0]);
  }
  return visit;
}

/// The cost of policies one after the other: the visits are the same for all.
class MinMaxPricer {
public:
  explicit MinMaxPricer(const PoissonDemand& demand) : m_demand(demand) {}

  double operator()(int reorderAt, int upTo)
  {
    const int span = upTo - reorderAt;
    if (int(m_visits.size()) < span)
      m_visits = visits(m_demand.mean, 2 * span + 16);
    double cost = m_demand.orderCost, length = 0;
    for (int j = 0; j < span; ++j) {
      cost += m_visits[std::size_t(j)] * periodCost(m_demand, upTo - j);
      length += m_visits[std::size_t(j)];
    }
    return cost / length;
  }

private:
  PoissonDemand m_demand;
  std::vector<double> m_visits;
};

} // namespace

double minMaxCost(const PoissonDemand& demand, int reorderAt, int upTo)
{
  return MinMaxPricer(demand)(reorderAt, upTo);
}

MinMax bestMinMax(const PoissonDemand& demand)
{
  int cheapest = 0;
  while (periodCost(demand, cheapest + 1) < periodCost(demand, cheapest))
    ++cheapest;
  MinMaxPricer costOf(demand);
  MinMax best{cheapest - 1, cheapest, 0};
  while (costOf(best.reorderAt, best.upTo) > periodCost(demand, best.reorderAt))
    --best.reorderAt;
  best.cost = costOf(best.reorderAt, best.upTo);
  int lowest = best.reorderAt;
  for (int upTo = best.upTo + 1; periodCost(demand, upTo) <= best.cost; ++upTo) {
    if (costOf(lowest, upTo) >= best.cost)
      continue;
    best.upTo = upTo;
    while (costOf(lowest, upTo) <= periodCost(demand, lowest + 1))
      ++lowest;
    best.reorderAt = lowest;
    best.cost = costOf(lowest, upTo);
  }
  return best;
}

MinMaxLevels approximateMinMax(double holding, double penalty, double orderCost, double mean, double deviation)
{
  const double lot = 1.30 * std::pow(mean, 0.494) * std::pow(orderCost / holding, 0.506) *
                     std::pow(1 + deviation * deviation / (mean * mean), 0.116);
  const double z = std::sqrt(lot * holding / (deviation * penalty));
  const double reorderAt = 0.973 * mean + deviation * (0.183 / z + 1.063 - 2.192 * z);
  return {reorderAt, reorderAt + lot};
}

namespace {

struct Spread {
  double mean = 0, deviation = 0;
};

Spread overLeadTime(const LeadTimeDemand& d)
{
  return {d.rate * d.leadTime, d.deviation * std::sqrt(d.leadTime)};
}

double rateCost(const LeadTimeDemand& d, double level)
{
  const Spread lead = overLeadTime(d);
  return newsvendorCost(level, d.holding, d.penalty, lead.mean, lead.deviation);
}

} // namespace

double reorderCost(const LeadTimeDemand& d, double reorderAt, double quantity)
{
  const Spread lead = overLeadTime(d);
  const double low = reorderAt - lead.mean, high = low + quantity;
  const double shortage = lead.deviation * lead.deviation *
                          (normalSecondLoss(low / lead.deviation) - normalSecondLoss(high / lead.deviation));
  const double levels = d.holding * (high * high - low * low) / 2 + (d.holding + d.penalty) * shortage;
  return (d.orderCost * d.rate + levels) / quantity;
}

double reorderPointFor(const LeadTimeDemand& d, double quantity)
{
  // The cost of a level is convex: its ends r and r + Q cost the same at the best r.
  const Spread lead = overLeadTime(d);
  double low = lead.mean - quantity - 40 * lead.deviation, high = lead.mean + 40 * lead.deviation;
  for (int step = 0; step < 200; ++step) {
    const double middle = 0.5 * (low + high);
    (rateCost(d, middle + quantity) < rateCost(d, middle) ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

ReorderPolicy reorderByExpectedInventory(const LeadTimeDemand& d)
{
  const Spread lead = overLeadTime(d);
  ReorderPolicy policy{0, economicLot(d.orderCost, d.holding, d.rate).quantity, 0};
  double missing = 0;
  for (int step = 0; step < 500; ++step) {
    const double z = normalQuantile(1 - policy.quantity * d.holding / (d.penalty * d.rate));
    missing = lead.deviation * normalLoss(z);
    const double quantity = std::sqrt(2 * d.rate * (d.orderCost + d.penalty * missing) / d.holding);
    policy.reorderAt = lead.mean + z * lead.deviation;
    const bool settled = std::abs(quantity - policy.quantity) < 1e-12 * quantity;
    policy.quantity = quantity;
    if (settled)
      break;
  }
  policy.cost = d.holding * (policy.reorderAt - lead.mean + policy.quantity / 2) +
                d.rate * (d.orderCost + d.penalty * missing) / policy.quantity;
  return policy;
}

ReorderPolicy reorderByBackorderLot(const LeadTimeDemand& d)
{
  const double quantity = economicLotWithBackorders(d.orderCost, d.holding, d.penalty, d.rate).lot.quantity;
  const double reorderAt = reorderPointFor(d, quantity);
  return {reorderAt, quantity, reorderCost(d, reorderAt, quantity)};
}

ReorderPolicy reorderBySafetyStock(const LeadTimeDemand& d)
{
  const Spread lead = overLeadTime(d);
  const double quantity = economicLot(d.orderCost, d.holding, d.rate).quantity;
  const double reorderAt = lead.mean + normalQuantile(d.penalty / (d.penalty + d.holding)) * lead.deviation;
  return {reorderAt, quantity, reorderCost(d, reorderAt, quantity)};
}

double poissonReorderCost(const LeadTimeDemand& d, int reorderAt, int quantity)
{
  const double mean = d.rate * d.leadTime;
  double levels = 0;
  for (int level = reorderAt + 1; level <= reorderAt + quantity; ++level)
    levels += poissonPeriodCost(d.holding, d.penalty, mean, level);
  return (d.orderCost * d.rate + levels) / quantity;
}

PoissonReorder bestPoissonReorder(const LeadTimeDemand& d)
{
  const double mean = d.rate * d.leadTime;
  const auto costAt = [&](int level) { return poissonPeriodCost(d.holding, d.penalty, mean, level); };
  int low = 0;
  while (costAt(low + 1) < costAt(low))
    ++low;
  // The levels in use grow by the cheaper neighbour as long as that one costs less than the average does.
  int high = low;
  double levels = costAt(low);
  double average = d.orderCost * d.rate + levels;
  for (;;) {
    const double below = costAt(low - 1), above = costAt(high + 1);
    const double next = std::min(below, above);
    if (next >= average)
      break;
    (below <= above ? --low : ++high);
    levels += next;
    average = (d.orderCost * d.rate + levels) / (high - low + 1);
  }
  return {low - 1, high - low + 1, average};
}

} // namespace supercargo
