#pragma once

#include "core/base/error.h"
#include "core/base/instant.h"

namespace supercargo {

/// Tells the schedule to leave a provider alone that has failed several times in a row: closed (runs start), open (none
/// do), half-open (one call probes). Each failed probe doubles the pause. What a person asks for, actions among it,
/// goes out regardless, and its outcome counts like any other. Pure: the clock is passed in.
class Breaker {
public:
  static constexpr int kFailuresToOpen = 5;
  static constexpr std::chrono::seconds kFirstPause{30};
  static constexpr std::chrono::seconds kLongestPause{600};

  enum class State { Closed, Open, HalfOpen };

  /// Whether such a failure counts: a provider that answers with a refusal, or asks for patience, is there.
  static bool counts(ErrorKind kind);

  State state(Instant now) const;
  int failures() const { return m_failures; } ///< in a row
  /// Zero: a call may go out now. In the half-open state only one is let through until its outcome is told.
  std::chrono::milliseconds waitBefore(Instant now) const;
  void sending(Instant now); ///< a call goes out
  void abandoned();          ///< its outcome will never be known: somebody cancelled it
  void succeeded();
  void failed(Instant now);

private:
  int m_failures = 0;
  bool m_probing = false;
  std::chrono::seconds m_pause{0};
  Instant m_openUntil{};
};

} // namespace supercargo
