// Published examples of stock keeping (core/stock/lotsize, stockpolicy, safetystock).
#include "core/stock/distributions.h"
#include "core/stock/lotsize.h"
#include "core/stock/safetystock.h"
#include "core/stock/stockpolicy.h"
#include "tests/vectors/cases.h"
#include "tests/vectors/numbers.h"
#include "tests/vectors/vectors.h"

#include <QJsonArray>

#include <map>

namespace supercargo::vectors {
namespace {

/// A case's input by name.
struct Input {
  QJsonObject json;
  double operator()(const char* name) const { return json.value(QLatin1String(name)).toDouble(); }
};

using Answer = QJsonObject;
using Formula = Answer (*)(const Input&);

Answer lot(const LotSize& l)
{
  return numbers({{"Q", l.quantity}, {"cost", l.cost}});
}
Answer cost(double value)
{
  return numbers({{"cost", value}});
}
Answer discount(const DiscountLot& l)
{
  return numbers({{"Q", l.lot.quantity}, {"region", l.step}, {"cost", l.lot.cost}});
}
std::vector<PriceStep> priceSteps(const Input& in)
{
  const QJsonArray from = in.json.value(QLatin1String("breakpoints")).toArray(),
                   price = in.json.value(QLatin1String("unitCosts")).toArray();
  std::vector<PriceStep> steps;
  for (int i = 0; i < from.size(); ++i)
    steps.push_back({from.at(i).toDouble(), price.at(i).toDouble()});
  return steps;
}
LeadTimeDemand leadTime(const Input& in)
{
  return {in("h"), in("p"), in("K"), in("lambda"), in("tau"), in("L")};
}
PoissonDemand poisson(const Input& in)
{
  return {in("h"), in("p"), in("K"), in("mu")};
}
LeadDemand lead(const Input& in)
{
  return {in("d"), in("sigma_d"), in("L"), in("sigma_L")};
}
Answer reorder(const ReorderPolicy& policy)
{
  return numbers({{"r", policy.reorderAt}, {"Q", policy.quantity}, {"cost", policy.cost}});
}
Answer reorderLevels(const LeadDemand& d, double z)
{
  return numbers(
      {{"sigma_dlt", leadDemandDeviation(d)}, {"safetyStock", safetyStock(d, z)}, {"rop", reorderPoint(d, z)}});
}

Answer wagnerWhitin(const Input& in)
{
  std::vector<double> demand;
  for (const auto& period : in.json.value(QLatin1String("demand")).toArray())
    demand.push_back(period.toDouble());
  const LotPlan plan = lotsForKnownDemand(in("K"), in("h"), demand);
  QJsonArray orders;
  for (const double order : plan.orders)
    orders.append(order);
  return numbers({{"orders", orders}, {"cost", plan.cost}});
}

Answer backorderLot(const Input& in)
{
  const BackorderLot found = economicLotWithBackorders(in("K"), in("h"), in("p"), in("lambda"));
  Answer answer = lot(found.lot);
  answer.insert(QLatin1String("backorderFraction"), found.shareBackordered);
  return answer;
}

Answer safetySuite(const Input& in)
{
  const LeadDemand both = lead(in);
  const double z = normalQuantile(in("cycleServiceLevel")), quantity = in("Q");
  const double forFill = zForFillRate(both, in("targetFillRate"), quantity);
  return numbers({{"z", z},
                  {"ss_demand_only", safetyStock({both.demand, both.demandDeviation, both.leadTime, 0}, z)},
                  {"ss_lead_only", safetyStock({both.demand, 0, both.leadTime, both.leadTimeDeviation}, z)},
                  {"ss_both", safetyStock(both, z)},
                  {"rop_both", reorderPoint(both, z)},
                  {"loss_at_z", normalLoss(z)},
                  {"expectedShortPerCycle", shortPerCycle(both, z)},
                  {"fillRate", fillRate(both, z, quantity)},
                  {"z_for_fillRate", forFill},
                  {"ss_for_fillRate", safetyStock(both, forFill)},
                  {"periodic_S", orderUpTo(both, z, in("reviewPeriod"))}});
}

const std::map<QString, Formula>& formulas()
{
  static const std::map<QString, Formula> list{
      {QStringLiteral("eoq"), [](const Input& in) { return lot(economicLot(in("K"), in("h"), in("lambda"))); }},
      {QStringLiteral("eoq_cost_at_Q"),
       [](const Input& in) { return cost(lotCost(in("Q"), in("K"), in("h"), in("lambda"))); }},
      {QStringLiteral("eoq_backorder"), backorderLot},
      {QStringLiteral("eoq_all_units_discount"),
       [](const Input& in) { return discount(lotAtAllUnitsDiscount(in("K"), in("i"), in("lambda"), priceSteps(in))); }},
      {QStringLiteral("eoq_incremental_discount"),
       [](const Input& in) {
         return discount(lotAtIncrementalDiscount(in("K"), in("i"), in("lambda"), priceSteps(in)));
       }},
      {QStringLiteral("newsvendor_normal"),
       [](const Input& in) {
         const CostedLevel level = newsvendorLevel(in("h"), in("p"), in("mu"), in("sigma"), in("L"), in("R"));
         return numbers({{"S", level.level}, {"cost", level.cost}});
       }},
      {QStringLiteral("newsvendor_normal_cost_at_S"),
       [](const Input& in) { return cost(newsvendorCost(in("S"), in("h"), in("p"), in("mu"), in("sigma"))); }},
      {QStringLiteral("sS_poisson_optimal"),
       [](const Input& in) {
         const MinMax best = bestMinMax(poisson(in));
         return numbers({{"s", best.reorderAt}, {"S", best.upTo}, {"cost", best.cost}});
       }},
      {QStringLiteral("sS_poisson_cost"),
       [](const Input& in) { return cost(minMaxCost(poisson(in), int(in("s")), int(in("S")))); }},
      {QStringLiteral("sS_power_approx"),
       [](const Input& in) {
         const MinMaxLevels levels = approximateMinMax(in("h"), in("p"), in("K"), in("mu"), in("sigma"));
         return numbers({{"s", levels.reorderAt}, {"S", levels.upTo}});
       }},
      {QStringLiteral("rQ_cost_exact_normal"),
       [](const Input& in) { return cost(reorderCost(leadTime(in), in("r"), in("Q"))); }},
      {QStringLiteral("rQ_r_for_Q"),
       [](const Input& in) {
         return numbers({{"r", reorderPointFor(leadTime(in), in("Q"))}});
       }},
      {QStringLiteral("rQ_EIL"), [](const Input& in) { return reorder(reorderByExpectedInventory(leadTime(in))); }},
      {QStringLiteral("rQ_EOQB"), [](const Input& in) { return reorder(reorderByBackorderLot(leadTime(in))); }},
      {QStringLiteral("rQ_EOQ_SS"), [](const Input& in) { return reorder(reorderBySafetyStock(leadTime(in))); }},
      {QStringLiteral("rQ_poisson_optimal"),
       [](const Input& in) {
         const PoissonReorder best = bestPoissonReorder(leadTime(in));
         return numbers({{"r", best.reorderAt}, {"Q", best.quantity}, {"cost", best.cost}});
       }},
      {QStringLiteral("rQ_poisson_cost"),
       [](const Input& in) { return cost(poissonReorderCost(leadTime(in), int(in("r")), int(in("Q")))); }},
      {QStringLiteral("wagner_whitin"), wagnerWhitin},
      {QStringLiteral("rop_demand_var"), [](const Input& in) { return reorderLevels(lead(in), in("z")); }},
      {QStringLiteral("rop_both_var"), [](const Input& in) { return reorderLevels(lead(in), in("z")); }},
      {QStringLiteral("safety_stock_suite"), safetySuite},
  };
  return list;
}

void checkInventory(const QString&, const QJsonObject& file, const Report& report)
{
  forEachCase(file, "cases", [&](const QString& place, const QJsonObject& test) {
    const QString name = test.value(QLatin1String("fn")).toString();
    const QString id = place + QLatin1Char(' ') + name;
    const auto formula = formulas().find(name);
    if (formula == formulas().end()) {
      report.failed(id, QStringLiteral("there is no such formula"));
      return;
    }
    const QString fault = differenceOf(test.value(QLatin1String("expect")).toObject(),
                                       formula->second({test.value(QLatin1String("input")).toObject()}),
                                       test.value(QLatin1String("tolRel")).toDouble());
    fault.isEmpty() ? report.ok(id) : report.failed(id, fault);
  });
}

const Register kInventory({"business/inventory.json", checkInventory});

} // namespace
} // namespace supercargo::vectors
