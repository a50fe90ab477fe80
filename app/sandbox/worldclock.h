#pragma once

#include "core/base/instant.h"

#include <utility>
#include <vector>

namespace supercargo::sandbox {

/// Two clocks. The server's, which all see, always runs. The world's, by which orders live, can be stopped; `shown`
/// turns its times into the server's, so that nothing ever happens at a time that callers have already read past.
class WorldClock {
public:
  WorldClock(Clock machine, Instant start, double speed);

  Instant machine() const { return m_machine(); }
  Instant server() const;
  Instant world() const;
  bool isFrozen() const { return m_frozen; }
  void freeze(bool on);
  /// Moves a frozen world to the server's present, by one of its own milliseconds: what happens then is newer than
  /// anything read before, and nothing else happens.
  void nudge();
  Instant shown(Instant world) const;

private:
  Clock m_machine;
  Instant m_machineStart, m_start;
  double m_speed;
  bool m_frozen = false;
  Instant m_frozenAt{}; ///< on the world's clock
  std::chrono::milliseconds m_lost{0};
  std::vector<std::pair<Instant, std::chrono::milliseconds>> m_pauses; ///< world time, length
};

} // namespace supercargo::sandbox
