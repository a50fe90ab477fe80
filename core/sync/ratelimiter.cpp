#include "core/sync/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace supercargo {

using namespace std::chrono;

RateLimiter::RateLimiter(const RateDeclaration& rate, Instant now, qint64 usedToday)
    : m_rate(rate), m_tokens(std::max(1, rate.burst)), m_filledAt(now), m_dayBegan(now), m_usedToday(usedToday)
{
}

RateLimiter::Admission RateLimiter::admit(Instant now, const QString& operation)
{
  refill(now);
  if (m_rate.perDay > 0 && m_usedToday >= m_rate.perDay)
    return {false, m_dayBegan + hours(24) - now, true};
  if (now < m_pausedUntil)
    return {false, m_pausedUntil - now, false};
  if (m_rate.parallel > 0 && m_running >= m_rate.parallel)
    return {};
  if (m_tokens < 1)
    return {false, milliseconds(static_cast<qint64>(std::ceil((1 - m_tokens) * 1000 / m_rate.perSecond))), false};
  const double points = m_points.priceOf(operation);
  if (const auto wait = m_points.waitFor(points, now); wait.count() > 0)
    return {false, wait, false};
  m_points.setAside(points);
  m_tokens -= 1;
  ++m_running;
  ++m_usedToday;
  return {true, {}, false, points};
}

void RateLimiter::release(double points)
{
  Q_ASSERT(m_running > 0);
  m_points.giveBack(points);
  --m_running;
}

void RateLimiter::pauseUntil(Instant until)
{
  m_pausedUntil = std::max(m_pausedUntil, until);
}

void RateLimiter::refill(Instant now)
{
  // A clock that was set back must not stop the bucket from filling.
  const auto passed = std::max(milliseconds(0), now - m_filledAt);
  m_filledAt = now;
  if (m_rate.perSecond <= 0)
    m_tokens = std::max(1, m_rate.burst);
  else
    m_tokens = std::min(double(std::max(1, m_rate.burst)), m_tokens + m_rate.perSecond * double(passed.count()) / 1000);
  if (now - m_dayBegan >= hours(24)) {
    m_dayBegan = now;
    m_usedToday = 0;
  }
}

} // namespace supercargo
