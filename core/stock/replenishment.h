#pragma once

#include "core/stock/demandbook.h"
#include "core/stock/demandforecast.h"
#include "core/stock/suggestion.h"

#include <QTimeZone>

namespace supercargo {

struct ReplenishmentOptions {
  ReplenishmentPolicy policy;    ///< its service level counts where no threshold sets one
  std::optional<double> service; ///< another service level for everything: what if?
  int windowDays = kDemandDays;
  QStringList skus;    ///< empty: all
  QString warehouse;   ///< empty: all
  bool dueOnly = true; ///< only what should be ordered now
};

/// One SKU in one warehouse, with every figure that led to the suggestion.
struct ReplenishmentRow {
  QString sku, warehouse;
  std::optional<SupplyTerms> supply;
  DemandForecast forecast; ///< of the SKU over all warehouses
  double share = 1;        ///< of it that this warehouse serves
  qint64 daysInStock = 0, days = 0;
  ReplenishmentTerms terms;
  ReplenishmentPolicy policy; ///< with the service level that counts here
  Suggestion suggestion;
  std::optional<Money> unitCost; ///< the article's cost now (core/stock/articles.h), else what the supplier asks
  std::optional<Money> cost;     ///< of the suggested pieces; when the unit's cost is known
};

struct ReplenishmentRun {
  std::vector<ReplenishmentRow> rows; ///< the shortest cover first
  qint64 examined = 0;                ///< SKUs × warehouses
  MoneyBag cost;                      ///< of all suggestions with a known cost
  bool hasUnknownCost = false;
};
/// Suggestions for all stock that somebody has counted or told: order lines, movements, balances, terms, thresholds and
/// costs are read once each. Due is what alerts call low (core/stock/reorder.h). Reads only.
Result<ReplenishmentRun> replenishment(Connection& c, const QTimeZone& zone, const ReplenishmentOptions& options,
                                       Instant now);

} // namespace supercargo
