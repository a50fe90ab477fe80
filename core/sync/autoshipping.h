#pragma once

#include "core/db/database.h"
#include "core/rules/shippingrules.h"
#include "core/sync/timing.h"

#include <QObject>
#include <QSet>

namespace supercargo {

/// Books orders that an automatic shipping rule matches, soon after they have changed; all that wait when it begins and
/// when such a rule is switched on or changed, or what articles weigh. Costs nothing while there is no such rule. Lives
/// in the sync thread.
class AutoShipping : public QObject {
  Q_OBJECT
public:
  AutoShipping(Database& database, Timing timing);

  /// For those without a schedule: one look at all orders that wait. Returns at once.
  static void bookWaiting(Database& database, Instant now);

private:
  void readRules();
  void book();

  Database& m_database;
  Timing m_timing;
  std::vector<ShippingRule> m_rules; ///< those that are on and automatic
  QSet<qint64> m_waiting;
  bool m_allWait = false, m_isBooking = false;
};

} // namespace supercargo
