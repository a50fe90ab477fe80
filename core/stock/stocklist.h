#pragma once

#include "core/db/connection.h"
#include "core/stock/abcxyz.h"
#include "core/stock/alerts.h"

#include <QString>

#include <optional>
#include <vector>

/// The list of what lies where, as the Inventory page shows it.
namespace supercargo {

enum class StockSort { Sku, AvailableAscending, AvailableDescending, CoverAscending, DemandDescending };

struct StockListFilter {
  QString text; ///< in SKU or title, any case
  QString warehouse;
  std::optional<StockAlertKind> alert; ///< with an active alert of this kind
  std::optional<ValueClass> valueClass;
  std::optional<SteadinessClass> steadiness;
  bool hasNoSteadiness = false; ///< only those with too little history to tell X, Y or Z
  bool operator==(const StockListFilter&) const = default;
};

struct StockListRow {
  QString sku, warehouse, title;
  QString picture; ///< address as a shop told it; empty: none has one
  qint64 onHand = 0, reserved = 0, blocked = 0, incoming = 0, inTransfer = 0;
  bool known = true;                      ///< somebody has said how many there are
  std::optional<double> perDay;           ///< of the article over all warehouses; nullopt: not computed yet
  QString valueClass, steadiness, recent; ///< as article_demand keeps them
  std::optional<StockAlertKind> alert;    ///< the worst that is active
  double sortKey = 0;                     ///< for keyset paging

  qint64 id() const; ///< a fingerprint of SKU and warehouse, for selection
  qint64 available() const { return onHand - reserved - blocked; }
  std::optional<double> daysOfCover() const;
};

struct StockListQuery {
  StockListFilter filter;
  StockSort sort = StockSort::Sku;
  std::optional<StockListRow> after; ///< the last row seen
  int limit = 200;                   ///< 0: all
};
Result<std::vector<StockListRow>> stockListRows(Connection& c, const StockListQuery& query);
Result<qint64> stockListCount(Connection& c, const StockListFilter& filter);
Result<QStringList> stockWarehouses(Connection& c);

struct StockAlertCount {
  StockAlertKind kind = StockAlertKind::Low;
  qint64 places = 0; ///< articles × warehouses with such an alert
};
Result<std::vector<StockAlertCount>> stockAlertCounts(Connection& c); ///< the worst kind first; not the snoozed ones

} // namespace supercargo
