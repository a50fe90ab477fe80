#pragma once

#include "core/db/changeset.h"
#include "core/db/connection.h"

#include <QHash>
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
  std::optional<double> leadDays;   ///< from ordering to receipt; not set: as the supplier takes (core/stock/supply.h)
  std::optional<double> service;    ///< probability of no stock-out while waiting for goods, 0 < x < 1
  std::optional<qint64> deadDays;   ///< without a sale
  std::optional<qint64> countDays;  ///< without a count; not set: never stale
  std::optional<qint64> expiryDays; ///< before a lot's end

  bool operator==(const StockThreshold&) const = default;
};

constexpr double kDefaultService = 0.95;
constexpr qint64 kDefaultDeadDays = 90, kDefaultExpiryDays = 30;

Result<std::vector<StockThreshold>> stockThresholds(Connection& c);
Result<std::vector<StockThreshold>> generalThresholds(Connection& c); ///< not those of single SKUs
Result<std::vector<StockThreshold>> thresholdsOfSku(Connection& c, const QString& sku);
/// Invalid: a negative number of pieces or days, or a service level that is no probability. One without any value is
/// removed. Alerts follow at the next refresh of the articles concerned.
Result<void> saveStockThreshold(Connection& c, const StockThreshold& threshold, const QString& actor, Instant now,
                                ChangeSet& changes);
/// What a threshold may hold for, to be chosen from.
struct ThresholdSubjects {
  QStringList categories, warehouses;
};
Result<ThresholdSubjects> thresholdSubjects(Connection& c);
/// What counts for an article in a warehouse; `low` and `leadDays` stay empty where nobody set them.
StockThreshold effectiveThreshold(const std::vector<StockThreshold>& all, const QString& sku, const QString& warehouse,
                                  const QStringList& categories);

/// All thresholds, read once; then asked article by article.
class ThresholdBook {
public:
  static Result<ThresholdBook> read(Connection& c);
  /// Those that may concern an article: for effectiveThreshold.
  std::vector<StockThreshold> of(const QString& sku) const;
  bool usesCategories() const;

private:
  std::vector<StockThreshold> m_general;
  QHash<QString, std::vector<StockThreshold>> m_bySku;
};

} // namespace supercargo
