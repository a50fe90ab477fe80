#pragma once

#include "core/db/database.h"
#include "core/sync/timing.h"

#include <QObject>
#include <QSet>

namespace supercargo {

/// Books orders that an automatic shipping rule matches, soon after they have changed. Costs nothing while there is no
/// such rule. Lives in the sync thread.
class AutoShipping : public QObject {
  Q_OBJECT
public:
  AutoShipping(Database& database, Timing timing);

private:
  void readRules();
  void book();

  Database& m_database;
  Timing m_timing;
  QSet<qint64> m_waiting;
  bool m_hasRules = false, m_isBooking = false;
};

} // namespace supercargo
