#pragma once

#include "core/base/instant.h"

#include <QDate>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace supercargo {

/// Whole days of a time zone, the last of them yesterday: today is not over and says too little.
class DemandDays {
public:
  DemandDays(const QTimeZone& zone, Instant now, int days);

  int days() const { return int(m_starts.size()) - 1; }
  Instant begin() const { return fromMs(m_starts.front()); }
  Instant end() const { return fromMs(m_starts.back()); } ///< today's start
  QByteArray zone() const { return m_zone; }
  QDate date(int day) const { return m_first.addDays(day); }
  std::optional<int> dayOf(qint64 ms) const; ///< 0: the oldest; nothing outside

private:
  QByteArray m_zone;
  QDate m_first;
  std::vector<qint64> m_starts; ///< of every day, and of today
};

} // namespace supercargo
