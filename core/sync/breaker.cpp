#include "core/sync/breaker.h"

#include <algorithm>

namespace supercargo {

bool Breaker::counts(ErrorKind kind)
{
  return isTransient(kind) && kind != ErrorKind::RateLimited;
}

Breaker::State Breaker::state(Instant now) const
{
  if (m_failures < kFailuresToOpen)
    return State::Closed;
  return now < m_openUntil ? State::Open : State::HalfOpen;
}

std::chrono::milliseconds Breaker::waitBefore(Instant now) const
{
  switch (state(now)) {
  case State::Closed:
    return {};
  case State::Open:
    return m_openUntil - now;
  case State::HalfOpen:
    return m_probing ? std::chrono::seconds(1) : std::chrono::seconds(0);
  }
  Q_UNREACHABLE();
}

void Breaker::sending(Instant now)
{
  m_probing = state(now) != State::Closed;
}

void Breaker::abandoned()
{
  m_probing = false;
}

void Breaker::succeeded()
{
  *this = Breaker();
}

void Breaker::failed(Instant now)
{
  m_probing = false;
  // Calls that were under way when the breaker opened do not lengthen the pause.
  const bool probeFailed = state(now) == State::HalfOpen;
  ++m_failures;
  if (m_failures == kFailuresToOpen)
    m_pause = kFirstPause;
  else if (probeFailed)
    m_pause = std::min(kLongestPause, m_pause * 2);
  else
    return;
  m_openUntil = now + m_pause;
}

} // namespace supercargo
