#pragma once

#include "core/db/changeset.h"
#include "core/db/connection.h"

#include <QStringList>

#include <optional>

/// When stock is too little, too old, too long uncounted. A value that is not set at one place is looked for at the
/// next: the SKU in that warehouse, the SKU, its category, the warehouse, everything; then the defaults below.
namespace supercargo {

enum class ThresholdScope { Sku, Category, Warehouse, All };

struct StockThreshold {
  ThresholdScope scope = ThresholdScope::All;
  QString subject;                  ///< the SKU or the category; empty for the other scopes
  QString warehouse;                ///< empty: all warehouses
  std::optional<qint64> low;        ///< pieces; not set: computed from demand, lead time and service level
  std::optional<double> leadDays;   ///< from ordering to receipt
  std::optional<double> service;    ///< probability of no stock-out while waiting for goods, 0 < x < 1
  std::optional<qint64> deadDays;   ///< without a sale
  std::optional<qint64> countDays;  ///< without a count; not set: never stale
  std::optional<qint64> expiryDays; ///< before a lot's end
};

constexpr double kDefaultLeadDays = 7, kDefaultService = 0.95;
constexpr qint64 kDefaultDeadDays = 90, kDefaultExpiryDays = 30;

Result<std::vector<StockThreshold>> stockThresholds(Connection& c);
Result<std::vector<StockThreshold>> generalThresholds(Connection& c); ///< not those of single SKUs
Result<std::vector<StockThreshold>> thresholdsOfSku(Connection& c, const QString& sku);
/// Invalid: a negative number of pieces or days, or a service level that is no probability. One without any value is
/// removed. Alerts follow at the next refresh of the articles concerned.
Result<void> saveStockThreshold(Connection& c, const StockThreshold& threshold, const QString& actor, Instant now,
                                ChangeSet& changes);
/// What counts for an article in a warehouse; `low` stays empty when it is to be computed.
StockThreshold effectiveThreshold(const std::vector<StockThreshold>& all, const QString& sku, const QString& warehouse,
                                  const QStringList& categories);

/// Reorder point d·L + z·s·√L (continuous review, constant lead time; Silver, Pyke and Thomas, "Inventory and
/// Production Management in Supply Chains", ch. 6), rounded up to whole pieces. `perDay` and `deviation` are of one
/// day.
qint64 reorderPoint(double perDay, double deviation, double leadDays, double service);

} // namespace supercargo
