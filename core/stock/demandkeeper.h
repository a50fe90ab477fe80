#pragma once

#include "core/db/database.h"
#include "core/stock/articledemand.h"

#include <QTimer>

#include <memory>

namespace supercargo {

/// Keeps what is known of demand (articledemand.h) up to date, so that alerts and lists only read it: computed outside
/// the writer, written a piece at a time, and the alerts of each piece with it, which also finds those that come with
/// time alone. Renewed when it is old, earlier when orders or stock changed since, and soon when orders of earlier days
/// came: demand is that of whole days. Needs an event loop; the database outlives it.
class DemandKeeper : public QObject {
  Q_OBJECT
public:
  DemandKeeper(Database& database, Clock clock, const QTimeZone& zone, Currency currency);

  /// Renews it if it is time; ends with `settled`.
  void look();

Q_SIGNALS:
  void settled(); ///< it is as new as it has to be, or cannot be renewed (the log says why)

private:
  using Demand = std::vector<ArticleDemand>;
  /// How old it may be while nothing, something of today or something of earlier days has changed.
  enum class Changed { Nothing, Today, Earlier };

  void note(const ChangeSet& changes);
  void save(std::shared_ptr<const Demand> all, std::size_t from, Instant now);
  void settle(const Error* error = nullptr);

  Database& m_database;
  Clock m_clock;
  QTimeZone m_zone;
  Currency m_currency;
  QTimer m_quiet, m_hourly;
  bool m_isBusy = false;
  Changed m_changed = Changed::Nothing;
};

} // namespace supercargo
