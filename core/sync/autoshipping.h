#pragma once

#include "core/db/database.h"
#include "core/rules/shippingrules.h"
#include "core/sync/timing.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QSet>

namespace supercargo {

/// Books orders that an automatic shipping rule matches, soon after they have changed; all that wait when it begins and
/// when such a rule is switched on or changed, or a field of its courier's account, or what articles weigh. Costs
/// nothing while there is no such rule. Lives in the sync thread.
class AutoShipping : public QObject {
  Q_OBJECT
public:
  /// What decides what is booked, beside the orders.
  struct Ground {
    std::vector<ShippingRule> rules;                 ///< those that are on and automatic
    QHash<AccountId, QMap<QString, QString>> fields; ///< of their couriers' accounts
    bool operator==(const Ground&) const = default;
  };

  AutoShipping(Database& database, Timing timing);

  /// For those without a schedule: one look at all orders that wait. Returns at once.
  static void bookWaiting(Database& database, Instant now);

private:
  void readGround();
  void book();

  Database& m_database;
  Timing m_timing;
  Ground m_ground;
  QSet<qint64> m_waiting;
  bool m_allWait = false, m_isBooking = false;
};

} // namespace supercargo
