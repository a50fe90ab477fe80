#pragma once

#include "core/db/connection.h"

#include <QStringList>

#include <optional>

namespace supercargo {

/// What alerts need to know of an article besides its balances; kept in stock_facts and computed anew when it is older
/// than some hours.
struct StockFacts {
  std::optional<double> perDay;    ///< units a day in stock over the last four weeks (kpi 22); nullopt: never in stock
  std::optional<double> deviation; ///< of a day's units
  std::optional<Money> price;
  QStringList categories;
  std::optional<ProductId> product;
  std::optional<Instant> lastSoldAt;
};

/// Of an article, with what sells it: its own SKU, SKUs linked to it, bundles that hold it.
Result<StockFacts> stockFacts(Connection& c, const QString& sku, Instant now);

} // namespace supercargo
