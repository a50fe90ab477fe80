#pragma once

#include "core/base/instant.h"
#include "core/providers/declaration.h"
#include "core/sync/pointbucket.h"

namespace supercargo {

/// Keeps one account within what its provider allows: so many calls a second (token bucket), at once, and a day;
/// and within the points that its answers tell of. Pure: the clock is passed in.
class RateLimiter {
public:
  /// `usedToday`: calls already made in the running day, from the flight recorder.
  RateLimiter(const RateDeclaration& rate, Instant now, qint64 usedToday = 0);

  struct Admission {
    bool granted = false;
    std::chrono::milliseconds wait{0}; ///< ask again after this; zero: when a running call ends
    bool quotaUsedUp = false;          ///< the day's calls are spent; `wait` lasts until the next day
    double points = 0;                 ///< set aside for the call
  };
  /// Takes a place when it grants one; every granted place is given back with `release`, and its points.
  Admission admit(Instant now, const QString& operation = {});
  void release(double points = 0);

  /// What the answer to such a call told, after its place was given back.
  void learn(const Budget& told, const QString& operation, Instant now) { m_points.learn(told, operation, now); }
  std::optional<Budget> budget(Instant now) const { return m_points.at(now); } ///< nullopt: no answer told of points

  /// The provider asked us to slow down: nothing goes out before `until`.
  void pauseUntil(Instant until);
  int running() const { return m_running; }
  const RateDeclaration& rate() const { return m_rate; }
  Instant pausedUntil() const { return m_pausedUntil; } ///< in the past: it is not

private:
  void refill(Instant now);

  RateDeclaration m_rate;
  PointBucket m_points;
  double m_tokens;
  Instant m_filledAt, m_dayBegan, m_pausedUntil{};
  qint64 m_usedToday;
  int m_running = 0;
};

} // namespace supercargo
