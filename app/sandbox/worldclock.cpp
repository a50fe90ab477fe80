#include "app/sandbox/worldclock.h"

namespace supercargo::sandbox {

WorldClock::WorldClock(Clock machine, Instant start, double speed)
    : m_machine(std::move(machine)), m_machineStart(m_machine()), m_start(start), m_speed(speed)
{
}

Instant WorldClock::server() const
{
  const double elapsed = double((m_machine() - m_machineStart).count());
  return m_start + std::chrono::milliseconds(qint64(elapsed * m_speed));
}

Instant WorldClock::world() const
{
  return m_frozen ? m_frozenAt : server() - m_lost;
}

void WorldClock::freeze(bool on)
{
  if (on == m_frozen)
    return;
  if (on) {
    m_frozenAt = world();
  } else {
    const auto length = server() - m_lost - m_frozenAt;
    m_pauses.emplace_back(m_frozenAt, length);
    m_lost += length;
  }
  m_frozen = on;
}

void WorldClock::nudge()
{
  if (!m_frozen)
    return;
  freeze(false);
  freeze(true);
  m_frozenAt += std::chrono::milliseconds(1);
}

Instant WorldClock::shown(Instant world) const
{
  Instant result = world;
  for (const auto& [at, length] : m_pauses)
    if (world > at)
      result += length;
  return result;
}

} // namespace supercargo::sandbox
