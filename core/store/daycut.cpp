#include "core/store/daycut.h"

#include <QDateTime>

namespace supercargo {
namespace {
constexpr qint64 kQuarterMs = 15 * 60 * 1000, kDayMs = 24 * 3600 * 1000, kHourMs = 3600 * 1000;

/// Rounds down, also before 1970.
constexpr qint64 floored(qint64 value, qint64 step)
{
  return value >= 0 ? value / step : -((-value + step - 1) / step);
}
} // namespace

qint64 DayCut::localMs(Instant instant) const
{
  const qint64 ms = toMs(instant), quarter = floored(ms, kQuarterMs);
  auto found = m_offsets.constFind(quarter);
  if (found == m_offsets.constEnd())
    found = m_offsets.insert(
        quarter, 1000LL * m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(quarter * kQuarterMs, Qt::UTC)));
  return ms + *found;
}

qint64 DayCut::dayOf(Instant instant) const
{
  return floored(localMs(instant), kDayMs);
}

int DayCut::weekHour(Instant instant) const
{
  const qint64 hour = floored(localMs(instant), kHourMs);
  return int(((hour + 3 * 24) % 168 + 168) % 168); // 1970-01-01 was a Thursday
}

Instant DayCut::startOf(qint64 day) const
{
  // startOfDay() answers an invalid time for days that a zone skipped (Apia had no 2011-12-30).
  for (int skipped = 0; skipped < 3; ++skipped)
    if (const QDateTime start = date(day + skipped).startOfDay(m_zone); start.isValid())
      return fromMs(start.toMSecsSinceEpoch());
  return fromMs(day * kDayMs);
}

} // namespace supercargo
