#include "core/stock/demanddays.h"

#include <QDateTime>

#include <algorithm>

namespace supercargo {

DemandDays::DemandDays(const QTimeZone& zone, Instant now, int days) : m_zone(zone.id())
{
  const QDate today = QDateTime::fromMSecsSinceEpoch(toMs(now), zone).date();
  m_first = today.addDays(-std::max(days, 1));
  for (QDate day = m_first; day <= today; day = day.addDays(1))
    m_starts.push_back(day.startOfDay(zone).toMSecsSinceEpoch());
}

std::optional<int> DemandDays::dayOf(qint64 ms) const
{
  if (ms < m_starts.front() || ms >= m_starts.back())
    return std::nullopt;
  // Summer time moves a day's start by an hour or so: the guess is off by one at most.
  constexpr qint64 kDayMs = 86'400'000;
  auto day = std::size_t(std::min<qint64>((ms - m_starts.front()) / kDayMs, qint64(m_starts.size()) - 2));
  while (ms < m_starts[day])
    --day;
  while (ms >= m_starts[day + 1])
    ++day;
  return int(day);
}

} // namespace supercargo
