#include "core/sync/window.h"

#include <algorithm>

namespace supercargo {

using namespace std::chrono;

namespace {

/// A provider that limits the window but declares no history would be asked about decades of nothing.
constexpr days kLongestHistoryInPieces{3 * 365};

Instant beginning(const StreamDeclaration& stream, Instant to, int historyDays)
{
  int reach = historyDays;
  if (stream.historyDays > 0)
    reach = reach > 0 ? std::min(reach, stream.historyDays) : stream.historyDays;
  if (reach > 0)
    return to - days(reach);
  return stream.maxWindow.count() > 0 ? to - kLongestHistoryInPieces : Instant{};
}

} // namespace

std::vector<Window> planWindows(const StreamDeclaration& stream, std::optional<Instant> coveredTo, Instant providerNow,
                                int historyDays)
{
  const Instant end = providerNow - stream.lag;
  if (!stream.discoverByTime)
    return {Window{Instant{}, end}};
  // A covered time in the future comes from a clock that was wrong: start where it is right again.
  Instant from = coveredTo ? std::min(*coveredTo, end) - stream.overlap : beginning(stream, end, historyDays);
  if (stream.maxWindow.count() <= 0)
    return {Window{from, end}};
  std::vector<Window> windows;
  for (; from < end; from += stream.maxWindow)
    windows.push_back({from, std::min<Instant>(from + stream.maxWindow, end)});
  return windows;
}

} // namespace supercargo
