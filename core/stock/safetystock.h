#pragma once

/// The stock that carries a shop over the days until a delivery. `demand` d and its deviation are per period, the lead
/// time L and its deviation in the same periods. Source: Silver, Pyke and Thomas, Inventory and Production Management;
/// the fill rate's shortage function G is core/stock/distributions.h. Pure functions, any thread.
namespace supercargo {

struct LeadDemand {
  double demand = 0, demandDeviation = 0, leadTime = 0, leadTimeDeviation = 0;
};

double leadDemandMean(const LeadDemand& d);      ///< d·L
double leadDemandDeviation(const LeadDemand& d); ///< √(L·s_d² + d²·s_L²)
double safetyStock(const LeadDemand& d, double z);
double reorderPoint(const LeadDemand& d, double z); ///< d·L + safety stock
/// Checked only every `review` periods: d·(L + R) + z·√((L + R)·s_d² + d²·s_L²).
double orderUpTo(const LeadDemand& d, double z, double review);

double shortPerCycle(const LeadDemand& d, double z); ///< pieces missing between two deliveries, on average
/// Share of demand served at once when `quantity` comes at a time.
double fillRate(const LeadDemand& d, double z, double quantity);
/// z at which that share is `target` (below 1); negative when the lot alone serves more than that.
double zForFillRate(const LeadDemand& d, double target, double quantity);

} // namespace supercargo
