#pragma once

#include "core/db/connection.h"
#include "core/stock/abcxyz.h"

#include <QString>

#include <optional>
#include <vector>

/// The list of what lies where, as the Inventory page shows it.
namespace supercargo {

/// How a balance stands, the worst that is true. Low: what is available is used up before a delivery could come.
enum class StockHealth { Fine, Idle, Low, Out, Oversold, Unknown };
QString stockHealthName(StockHealth health); ///< "low"
std::optional<StockHealth> stockHealthNamed(QStringView name);

enum class StockSort { Sku, AvailableAscending, AvailableDescending, CoverAscending, DemandDescending };

struct StockListFilter {
  QString text; ///< in SKU or title, any case
  QString warehouse;
  std::optional<StockHealth> health;
  std::optional<ValueClass> valueClass;
  std::optional<SteadinessClass> steadiness;
  bool operator==(const StockListFilter&) const = default;
};

struct StockListRow {
  QString sku, warehouse, title;
  qint64 onHand = 0, reserved = 0, blocked = 0, incoming = 0;
  std::optional<double> perDay;           ///< of the article over all warehouses; nullopt: not computed yet
  QString valueClass, steadiness, recent; ///< as article_demand keeps them
  StockHealth health = StockHealth::Fine;
  double sortKey = 0; ///< for keyset paging

  qint64 id() const; ///< a fingerprint of SKU and warehouse, for selection
  qint64 available() const { return onHand - reserved - blocked; }
  std::optional<double> daysOfCover() const;
};

struct StockListQuery {
  StockListFilter filter;
  StockSort sort = StockSort::Sku;
  std::optional<StockListRow> after; ///< the last row seen
  int limit = 200;
  double leadDays = 14; ///< cover below it is Low
};
Result<std::vector<StockListRow>> stockListRows(Connection& c, const StockListQuery& query);
Result<qint64> stockListCount(Connection& c, const StockListFilter& filter, double leadDays);
Result<QStringList> stockWarehouses(Connection& c);

/// How many balances stand how, for the counters above the list.
struct StockHealthCounts {
  qint64 all = 0, oversold = 0, out = 0, low = 0, idle = 0;
};
Result<StockHealthCounts> stockHealthCounts(Connection& c, double leadDays);

} // namespace supercargo
