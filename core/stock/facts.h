#pragma once

#include "core/db/connection.h"
#include "core/stock/demand.h"
#include "core/stock/supply.h"

#include <QStringList>

#include <optional>

namespace supercargo {

/// What alerts need to know of an article besides its balances; kept in stock_facts and computed anew when it is older
/// than some hours or its product changed. Demand and lead time are those of suggestions (core/stock/replenishment.h);
/// demand is the one that DemandKeeper keeps, and computed for the article alone only where it has kept none. When it
/// was sold last is never kept: the sale that asks has just changed it.
struct StockFacts {
  DailyDemand demand; ///< a day in stock (kpi 22), by the best forecast
  LeadTime lead = kAssumedLead;
  std::optional<Money> price;
  QStringList categories;
  std::optional<ProductId> product;
  std::optional<Instant> lastSoldAt;
};

/// Of an article, with what sells it: its own SKU, SKUs linked to it, bundles that hold it.
Result<StockFacts> stockFacts(Connection& c, const QString& sku, Instant now);

} // namespace supercargo
