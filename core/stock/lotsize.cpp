#include "core/stock/lotsize.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace supercargo {

double lotCost(double quantity, double orderCost, double holdingCost, double demand)
{
  return orderCost * demand / quantity + holdingCost * quantity / 2;
}

LotSize economicLot(double orderCost, double holdingCost, double demand)
{
  return {std::sqrt(2 * orderCost * demand / holdingCost), std::sqrt(2 * orderCost * demand * holdingCost)};
}

BackorderLot economicLotWithBackorders(double orderCost, double holdingCost, double penalty, double demand)
{
  const double share = holdingCost / (holdingCost + penalty);
  const LotSize plain = economicLot(orderCost, holdingCost, demand);
  // Waiting buyers make holding cheaper by the share that never lies in stock.
  const double stretch = std::sqrt((holdingCost + penalty) / penalty);
  return {{plain.quantity * stretch, plain.cost / stretch}, share};
}

namespace {

double endOf(const std::vector<PriceStep>& steps, std::size_t step)
{
  return step + 1 < steps.size() ? steps[step + 1].from : std::numeric_limits<double>::infinity();
}

} // namespace

DiscountLot lotAtAllUnitsDiscount(double orderCost, double interest, double demand, const std::vector<PriceStep>& steps)
{
  DiscountLot best{{0, std::numeric_limits<double>::infinity()}, 0};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const double holding = interest * steps[i].unitCost;
    const double quantity = std::max(economicLot(orderCost, holding, demand).quantity, steps[i].from);
    if (quantity >= endOf(steps, i))
      continue; // the next price holds there
    const double cost = steps[i].unitCost * demand + lotCost(quantity, orderCost, holding, demand);
    if (cost < best.lot.cost)
      best = {{quantity, cost}, int(i)};
  }
  return best;
}

DiscountLot lotAtIncrementalDiscount(double orderCost, double interest, double demand,
                                     const std::vector<PriceStep>& steps)
{
  DiscountLot best{{0, std::numeric_limits<double>::infinity()}, 0};
  double dearer = 0; // what the pieces below this step cost beyond its price, an order
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (i > 0)
      dearer += (steps[i - 1].unitCost - steps[i].unitCost) * steps[i].from;
    const double holding = interest * steps[i].unitCost;
    const double quantity = economicLot(orderCost + dearer, holding, demand).quantity;
    if (quantity < steps[i].from || quantity >= endOf(steps, i))
      continue;
    const double cost =
        steps[i].unitCost * demand + interest * dearer / 2 + lotCost(quantity, orderCost + dearer, holding, demand);
    if (cost < best.lot.cost)
      best = {{quantity, cost}, int(i)};
  }
  return best;
}

LotPlan lotsForKnownDemand(double orderCost, double holdingCost, const std::vector<double>& demand)
{
  const std::size_t periods = demand.size();
  std::vector<double> costFrom(periods + 1, 0);
  std::vector<std::size_t> nextOrder(periods + 1, periods);
  for (std::size_t from = periods; from-- > 0;) {
    costFrom[from] = std::numeric_limits<double>::infinity();
    double held = 0;
    for (std::size_t until = from; until < periods; ++until) {
      held += holdingCost * double(until - from) * demand[until];
      const double cost = orderCost + held + costFrom[until + 1];
      if (cost < costFrom[from]) {
        costFrom[from] = cost;
        nextOrder[from] = until + 1;
      }
    }
  }
  LotPlan plan{std::vector<double>(periods, 0), costFrom[0]};
  for (std::size_t from = 0; from < periods; from = nextOrder[from])
    for (std::size_t i = from; i < nextOrder[from]; ++i)
      plan.orders[from] += demand[i];
  return plan;
}

qint64 roundedToPacks(double wanted, qint64 pack, qint64 minimum)
{
  if (!(wanted > 0))
    return 0;
  const qint64 size = std::max<qint64>(pack, 1);
  // A billionth of a piece is the noise of the sums before, and no reason for another pack.
  const auto pieces = qint64(std::ceil(wanted - 1e-9));
  const qint64 least = std::max({pieces, minimum, qint64(1)});
  return (least + size - 1) / size * size;
}

} // namespace supercargo
