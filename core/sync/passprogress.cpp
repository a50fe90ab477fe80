#include "core/sync/passprogress.h"

#include <algorithm>

namespace supercargo {
namespace {

using State = RunProgress::State;

/// The provider's word may be old by now: a run is never further than done.
double shareOf(const RunProgress& run)
{
  if (run.state == State::Over)
    return 1;
  return run.total && *run.total > 0 ? std::min(1.0, double(run.done) / double(*run.total)) : 0;
}

} // namespace

int PassProgress::runsOver() const
{
  return int(std::ranges::count(runs, State::Over, &RunProgress::state));
}

qint64 PassProgress::done() const
{
  qint64 sum = 0;
  for (const RunProgress& run : runs)
    sum += run.done;
  return sum;
}

std::optional<qint64> PassProgress::total() const
{
  qint64 sum = 0;
  for (const RunProgress& run : runs) {
    if (run.state != State::Over && !run.total)
      return std::nullopt;
    sum += run.state == State::Over ? run.done : std::max(run.done, *run.total);
  }
  return sum;
}

double PassProgress::fraction() const
{
  double sum = 0;
  for (const RunProgress& run : runs)
    sum += shareOf(run);
  return runs.empty() ? 1 : sum / double(runs.size());
}

} // namespace supercargo
