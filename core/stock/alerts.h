#pragma once

#include "core/stock/thresholds.h"
#include "core/stock/work.h"

#include <QJsonObject>

/// What is wrong with stock now. An article and a warehouse have at most one alert about how much there is (the worst
/// of the first five kinds) and one of each other kind. Alerts open and heal in the transaction that moves the stock.
namespace supercargo {

enum class StockAlertKind { Oversold, OverReserved, Out, Cover, Low, StaleCount, Expiring, Dead };
QString stockAlertKindName(StockAlertKind kind); ///< "over_reserved"
std::optional<StockAlertKind> stockAlertKindNamed(QStringView name);

struct StockAlert {
  qint64 id = 0;
  StockAlertKind kind = StockAlertKind::Low;
  QString sku, warehouse, lot;
  QString title;          ///< of a product that has the SKU; empty: none has
  bool isSnoozed = false; ///< a snooze that is over counts no more
  std::optional<Instant> snoozedUntil;
  QString owner; ///< empty: nobody's yet
  Instant since{};
  /// What it has in common with others: "call 12", "count 3", "transfer 7", "product 9", "sold".
  QString cause;
  /// Figures behind it: available, projected, threshold, per_day, cover_days, lead_days, expires_at, days, oversold;
  /// and heals: {figure, at_least} or {figure, at_most} — what ends it by itself.
  QJsonObject facts;
  std::optional<Money> lostPerDay; ///< an estimate (kpi 29): demand a day in stock × price; while cover is short, its
                                   ///< average over the lead time
};

/// Looks again at the articles that moved since the last call. Cheap: a handful of look-ups an article. Called in the
/// transaction that wrote the movements.
Result<void> refreshStockAlerts(Connection& c, Instant now, ChangeSet& changes);
/// Looks at a few articles, every ten seconds at most at the next ones: some alerts come with time, though nothing
/// moves.
Result<void> sweepStockAlerts(Connection& c, Instant now, ChangeSet& changes);
/// Looks at every article: after thresholds of many changed.
Result<void> refreshAllStockAlerts(Connection& c, Instant now, ChangeSet& changes);
/// Looks at these articles now.
Result<void> refreshStockAlertsOf(Connection& c, const QStringList& skus, Instant now, ChangeSet& changes);
/// saveStockThreshold for each, then a look at the articles they hold for. Call it inside a transaction.
Result<void> saveStockThresholds(Connection& c, const std::vector<StockThreshold>& thresholds, const QString& actor,
                                 Instant now, ChangeSet& changes);

struct StockAlertQuery {
  bool snoozedToo = false;
  std::optional<StockAlertKind> kind;
  QString sku; ///< empty: all
  int limit = 0;
};
/// Active ones, those that lose most a day first, then the worse kind, then the older.
Result<std::vector<StockAlert>> stockAlerts(Connection& c, Instant now, const StockAlertQuery& query = {});

/// Alerts of one cause and kind, seen as one thing to do.
struct StockAlertGroup {
  QString cause;
  StockAlertKind kind = StockAlertKind::Low;
  std::vector<StockAlert> alerts; ///< the first is the group's worst
  MoneyBag lostPerDay;
};
/// In the order of their first alerts; "sold" has no common cause, so each of its alerts is a group of its own.
std::vector<StockAlertGroup> groupedByCause(const std::vector<StockAlert>& alerts);

/// Alerts about too little stock that opened after `since` and are not silent: for a notice.
struct StockAlertNews {
  qint64 articles = 0;
  QString sku; ///< of one of them
  Instant newest{};
};
Result<StockAlertNews> stockAlertNews(Connection& c, Instant since);

/// Silent until then, unless it becomes another kind. NotFound when no such alert is active.
Result<void> snoozeStockAlert(Connection& c, const StockWorker& worker, qint64 id, Instant until, Instant now,
                              ChangeSet& changes);
Result<void> assignStockAlert(Connection& c, const StockWorker& worker, qint64 id, const QString& owner, Instant now,
                              ChangeSet& changes);

} // namespace supercargo
