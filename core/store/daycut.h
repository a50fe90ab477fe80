#pragma once

#include "core/base/instant.h"

#include <QDate>
#include <QHash>
#include <QTimeZone>

namespace supercargo {

/// Cuts time into a shop's days. Offsets are looked up once a quarter of an hour and kept: a time zone is asked a
/// million times a report. Not for several threads.
class DayCut {
public:
  explicit DayCut(const QByteArray& zone) : m_zone(zone) {}

  bool isKnown() const { return m_zone.isValid(); }
  QByteArray id() const { return m_zone.id(); }
  qint64 dayOf(Instant instant) const; ///< days since 1970-01-01 on the shop's calendar
  int weekHour(Instant instant) const; ///< 0: Monday from 0 to 1 o'clock, 167: Sunday from 23 o'clock
  Instant startOf(qint64 day) const;   ///< the first moment of that day; of a day that never was: of the next

  static QDate date(qint64 day) { return QDate(1970, 1, 1).addDays(day); }
  static qint64 number(QDate date) { return QDate(1970, 1, 1).daysTo(date); }

private:
  qint64 localMs(Instant instant) const;

  QTimeZone m_zone;
  mutable QHash<qint64, qint64> m_offsets; ///< quarter of an hour -> ms east of UTC
};

} // namespace supercargo
