#include "core/sync/retrypolicy.h"

#include <algorithm>

namespace supercargo {
namespace {

std::chrono::milliseconds backOff(int made, double random)
{
  const int doublings = std::clamp(made - 1, 0, 9);
  const double seconds = std::min(double(1 << doublings), 300.0);
  return std::chrono::milliseconds(static_cast<qint64>(seconds * 1000 * (0.8 + 0.4 * random)));
}

RetryDecision waitFor(const Attempts& attempts, const Error& error, double random)
{
  if (attempts.made >= attempts.most)
    return {};
  if (!error.retryAfter)
    return {Remedy::Wait, backOff(attempts.made, random)};
  if (*error.retryAfter > kLongestWait)
    return {};
  return {Remedy::Wait, *error.retryAfter};
}

} // namespace

RetryDecision decideRetry(const Attempts& attempts, const Error& error, double random)
{
  switch (error.kind) {
  case ErrorKind::Network:
  case ErrorKind::Timeout:
  case ErrorKind::RateLimited:
  case ErrorKind::ProviderDown:
    return waitFor(attempts, error, random);
  case ErrorKind::BadResponse:
    return attempts.badResponses < kMostBadResponses ? waitFor(attempts, error, random) : RetryDecision{};
  case ErrorKind::Auth:
    return attempts.signedIn ? RetryDecision{} : RetryDecision{Remedy::SignIn, {}};
  case ErrorKind::Clock:
    return attempts.clockSet ? RetryDecision{} : RetryDecision{Remedy::SetClock, {}};
  case ErrorKind::TooLarge:
    return {Remedy::ShrinkPage, {}};
  default:
    return {};
  }
}

} // namespace supercargo
