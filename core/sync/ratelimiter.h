#pragma once

#include "core/base/instant.h"
#include "core/providers/declaration.h"

namespace supercargo {

/// Keeps one account within what its provider allows: so many calls a second (token bucket), at once, and a day.
/// Pure: the clock is passed in.
class RateLimiter {
public:
  /// `usedToday`: calls already made in the running day, from the flight recorder.
  RateLimiter(const RateDeclaration& rate, Instant now, qint64 usedToday = 0);

  struct Admission {
    bool granted = false;
    std::chrono::milliseconds wait{0}; ///< ask again after this; zero: when a running call ends
    bool quotaUsedUp = false;          ///< the day's calls are spent; `wait` lasts until the next day
  };
  /// Takes a place when it grants one; every granted place is given back with `release`.
  Admission admit(Instant now);
  void release();

  /// The provider asked us to slow down: nothing goes out before `until`.
  void pauseUntil(Instant until);
  int running() const { return m_running; }
  const RateDeclaration& rate() const { return m_rate; }
  Instant pausedUntil() const { return m_pausedUntil; } ///< in the past: it is not

private:
  void refill(Instant now);

  RateDeclaration m_rate;
  double m_tokens;
  Instant m_filledAt, m_dayBegan, m_pausedUntil{};
  qint64 m_usedToday;
  int m_running = 0;
};

} // namespace supercargo
