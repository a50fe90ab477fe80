#include "app/sandbox/calendar.h"

#include "app/sandbox/dice.h"

#include <algorithm>

namespace supercargo::sandbox {
namespace {
constexpr std::array<double, 24> kHours = {0.9, 0.5, 0.3, 0.2, 0.2, 0.3, 0.7, 1.4, 2.2, 3.1, 3.6, 3.3,
                                           3.4, 3.0, 2.9, 3.0, 3.1, 3.0, 3.2, 4.1, 5.2, 5.0, 3.6, 1.8};
constexpr qint64 kHourMs = 3600 * 1000;

double weight(qint64 localHour, double progress)
{
  const qint64 day = localHour / 24;
  const bool weekend = (day + 4) % 7 == 0 || (day + 4) % 7 == 6; // 1 Jan 1970 was a Thursday
  return kHours[std::size_t(localHour % 24)] * (weekend ? 1.25 : 1.0) * (0.85 + 0.3 * progress);
}
} // namespace

Calendar::Calendar(quint64 seed, Instant end, int days, qint64 orders) : m_seed(seed), m_orders(orders)
{
  const qint64 hours = qint64(days) * 24;
  m_begin = end - std::chrono::hours(hours);
  const qint64 firstHour = toMs(m_begin + kChinaOffset) / kHourMs;
  double sum = 0;
  for (qint64 hour = 0; hour < hours; ++hour)
    m_weights.push_back(sum += weight(firstHour + hour, double(hour) / double(hours)));
}

Instant Calendar::placedAt(qint64 index) const
{
  Dice dice(m_seed, Use::Placing, quint64(index));
  const double target = (double(index) + dice.unit()) / double(m_orders) * m_weights.back();
  const auto found = std::upper_bound(m_weights.begin(), m_weights.end() - 1, target);
  const double before = found == m_weights.begin() ? 0 : *(found - 1);
  const double inside = (target - before) / (*found - before);
  const double hours = double(found - m_weights.begin()) + inside;
  return m_begin + std::chrono::milliseconds(qint64(hours * double(kHourMs)));
}

} // namespace supercargo::sandbox
