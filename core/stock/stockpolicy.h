#pragma once

#include <optional>

/// When to order, and up to what. Symbols as in core/stock/lotsize.h: K a fixed cost an order, h holding and p shortage
/// a piece and unit of time. Pure functions in doubles, any thread; sources at each.
namespace supercargo {

struct Level {
  double level = 0, cost = 0;
};
/// One chance to order (newsvendor): S at the ratio p/(p + h) of a normal demand over L + R periods.
Level newsvendorLevel(double holding, double penalty, double mean, double deviation, double leadTime = 0,
                      double review = 1);
double newsvendorCost(double level, double holding, double penalty, double mean, double deviation);

/// Order up to `upTo` once the position is at `reorderAt` or below.
struct MinMax {
  int reorderAt = 0, upTo = 0;
  double cost = 0; ///< a period
};
struct PoissonDemand {
  double holding = 0, penalty = 0, orderCost = 0, mean = 0; ///< mean: over a period and the lead time before it
};
double minMaxCost(const PoissonDemand& demand, int reorderAt, int upTo);
/// The best (s, S): Zheng and Federgruen, Operations Research 39 (1991).
MinMax bestMinMax(const PoissonDemand& demand);

struct MinMaxLevels {
  double reorderAt = 0, upTo = 0;
};
/// (s, S) from mean and deviation alone: the power approximation of Ehrhardt and Mosier (1984).
MinMaxLevels approximateMinMax(double holding, double penalty, double orderCost, double mean, double deviation);

/// Order `quantity` whenever the position falls to `reorderAt`.
struct ReorderPolicy {
  double reorderAt = 0, quantity = 0, cost = 0;
};
struct LeadTimeDemand {
  double holding = 0, penalty = 0, orderCost = 0;
  double rate = 0, deviation = 0; ///< demand a unit of time, and its deviation in one
  double leadTime = 0;            ///< in the same unit
};
double reorderCost(const LeadTimeDemand& demand, double reorderAt, double quantity); ///< exact, normal demand
double reorderPointFor(const LeadTimeDemand& demand, double quantity);               ///< the best r of this Q
ReorderPolicy reorderByExpectedInventory(const LeadTimeDemand& demand);              ///< Hadley and Whitin, iterated
ReorderPolicy reorderByBackorderLot(const LeadTimeDemand& demand);                   ///< Q: lot with back-orders
ReorderPolicy reorderBySafetyStock(const LeadTimeDemand& demand);                    ///< Q: lot; r at p/(p + h)

struct PoissonReorder {
  int reorderAt = 0, quantity = 0;
  double cost = 0;
};
double poissonReorderCost(const LeadTimeDemand& demand, int reorderAt, int quantity);
PoissonReorder bestPoissonReorder(const LeadTimeDemand& demand); ///< Federgruen and Zheng 1992

} // namespace supercargo
