#pragma once

#include "core/db/connection.h"
#include "core/stock/articlemap.h"
#include "core/stock/demand.h"
#include "core/stock/demanddays.h"

#include <QHash>
#include <QStringList>

namespace supercargo {

constexpr int kDemandDays = 180; ///< the history that forecasts learn from

/// What was sold and what lay there, for every SKU over some days: kept facts of days and movements, each read once.
///
/// Demand is counted by the day an order was placed, for the articles that its SKUs stand for; drafts, unpaid and
/// cancelled orders are none. A day is in stock when something was available at its beginning or its end, over all
/// warehouses; where nobody has said how many there are, every day is, and before somebody said it first (an opening
/// movement) every day from the first sale on.
class DemandBook {
public:
  /// `skus` (articles) empty: all; `currency`: of the orders whose value is summed. Reads only.
  static Result<DemandBook> read(Connection& c, const DemandDays& cut, const QStringList& skus = {},
                                 Currency currency = {});

  int days() const { return m_days; }
  QStringList skus() const { return m_index.keys(); }
  DemandHistory history(const QString& sku) const; ///< all days without a sale when the SKU is unknown
  /// Pieces sold in the last `days` days of the cut, by day.
  std::vector<double> sold(const QString& sku, int days) const;
  qint64 soldMinor(const QString& sku) const; ///< value of its lines in all days, orders of the one currency
  /// Which part of a SKU's orders a warehouse served in these days; the only warehouse serves all. `places`: how many
  /// warehouses share what no order tells of.
  double shareOf(const QString& sku, const QString& warehouse, int places) const;

private:
  struct Entry {
    int day = 0;
    qint64 pieces = 0;
  };
  struct Claims {
    int warehouse = 0;
    qint64 pieces = 0;
  };
  struct Article {
    std::vector<Entry> sold, moved; ///< moved: what became available, or less so
    std::vector<Claims> claims;
    qint64 available = 0; ///< now, over all warehouses
    qint64 today = 0;     ///< of that, since the cut's end
    qint64 soldMinor = 0;
    int openedDay = 0;    ///< before it nobody knew how many there were; 0: known all the time
    bool isKnown = false; ///< somebody has said how many there are
  };

  Article& articleOf(const QString& sku);
  int warehouseOf(const QString& name);
  /// All that was sold comes from what is kept by day; of a few SKUs, an index of the lines is quicker, and does not
  /// suffer where many days have changed.
  Result<void> readKept(Connection& c, const DemandDays& cut, Currency currency);
  Result<void> readLines(Connection& c, const DemandDays& cut, Currency currency, const QStringList& shopSkus);
  void addSold(int day, qint64 account, const QString& shopSku, qint64 quantity, qint64 value);
  Result<void> readMovements(Connection& c, const DemandDays& cut, const QString& condition,
                             const std::vector<SqlValue>& skus);
  Result<void> readBalances(Connection& c, const QString& condition, const std::vector<SqlValue>& skus);

  int m_days = 0;
  ArticleMap m_map;
  QHash<QString, int> m_index, m_warehouses;
  std::vector<Article> m_articles;
};

} // namespace supercargo
