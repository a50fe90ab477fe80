#pragma once

#include <QtGlobal>

#include <vector>

/// How much to order at a time when demand is steady. `orderCost` K is paid an order, `holdingCost` h a piece and unit
/// of time, `demand` λ are pieces a unit of time; the unit of time is the caller's, one for all. Costs are statistics
/// in doubles, and never become amounts of a document. Sources: Harris 1913; Snyder and Shen, Fundamentals of Supply
/// Chain Theory, chapter 3. Pure functions, any thread.
namespace supercargo {

struct LotSize {
  double quantity = 0;
  double cost = 0; ///< a unit of time
};

double lotCost(double quantity, double orderCost, double holdingCost, double demand); ///< K·λ/Q + h·Q/2
LotSize economicLot(double orderCost, double holdingCost, double demand);             ///< Q = √(2Kλ/h)

struct BackorderLot {
  LotSize lot;
  double shareBackordered = 0; ///< h/(h + p)
};
/// `penalty` p is paid for a piece that a buyer waits for, a unit of time.
BackorderLot economicLotWithBackorders(double orderCost, double holdingCost, double penalty, double demand);

/// A supplier's price list: from `from` pieces on, one costs `unitCost`. Rising, the first from 0.
struct PriceStep {
  double from = 0, unitCost = 0;
};
struct DiscountLot {
  LotSize lot;  ///< cost with the goods themselves
  int step = 0; ///< which price is paid
};
/// The step's price holds for all pieces of the order. `interest` i: holding cost as a share of the unit's cost.
DiscountLot lotAtAllUnitsDiscount(double orderCost, double interest, double demand,
                                  const std::vector<PriceStep>& steps);
/// Only pieces above a step cost its price.
DiscountLot lotAtIncrementalDiscount(double orderCost, double interest, double demand,
                                     const std::vector<PriceStep>& steps);

struct LotPlan {
  std::vector<double> orders; ///< for each period, 0 where nothing is ordered
  double cost = 0;
};
/// The cheapest orders for demand known by period (Wagner and Whitin 1958); held pieces cost h at each period's end.
LotPlan lotsForKnownDemand(double orderCost, double holdingCost, const std::vector<double>& demand);

/// What can be ordered of what is wanted: not below the supplier's minimum, whole packs, never less than wanted.
/// `pack` and `minimum` below 1 count as 1; nothing wanted stays nothing.
qint64 roundedToPacks(double wanted, qint64 pack, qint64 minimum);

} // namespace supercargo
