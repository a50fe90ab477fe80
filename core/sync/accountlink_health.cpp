/// How the way to a provider stands at this moment.
#include "core/sync/accountlink.h"

namespace supercargo {

LinkHealth AccountLink::health() const
{
  const Instant now = m_setup.timing.now();
  LinkHealth health;
  health.account = m_setup.account.id;
  health.breaker = m_breaker.state(now);
  health.failuresInRow = m_breaker.failures();
  if (health.breaker == Breaker::State::Open)
    health.opensAt = now + m_breaker.waitBefore(now);
  if (m_limiter.pausedUntil() > now)
    health.slowUntil = m_limiter.pausedUntil();
  health.restUntil = restUntil();
  health.budget = m_limiter.budget(now);
  return health;
}

std::optional<Instant> AccountLink::restUntil() const
{
  const Instant now = m_setup.timing.now();
  const auto wait = m_breaker.waitBefore(now);
  return wait.count() > 0 ? std::optional<Instant>(now + wait) : std::nullopt;
}

} // namespace supercargo
