#pragma once

#include "core/db/database.h"
#include "core/geo/geocoder.h"

#include <QObject>
#include <QTimeZone>

#include <memory>

namespace supercargo {

/// Keeps the ways of parcels (ways.h) up to date: they are read as soon as couriers' answers were stored, a place was
/// taught or a promise changed, a piece at a time, so that nobody waits and others can write in between. Needs an event
/// loop; the database outlives it.
class WayKeeper : public QObject {
  Q_OBJECT
public:
  WayKeeper(Database& database, Clock clock, QTimeZone zone);

  /// Looks whether there is something to read, and reads it; ends with `settled`.
  void look();

Q_SIGNALS:
  void settled(); ///< all that was stored is read, or cannot be (the log says why)

private:
  void readWays();
  void settle();

  Database& m_database;
  Clock m_clock;
  QTimeZone m_zone;
  std::shared_ptr<const Geocoder> m_geocoder; ///< made when first needed, with what was taught by then
  PlaceAliases m_taught;
  bool m_isBusy = false, m_again = false;
};

} // namespace supercargo
