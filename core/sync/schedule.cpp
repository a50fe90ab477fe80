#include "core/sync/schedule.h"

#include <algorithm>
#include <array>

namespace supercargo {

using namespace std::chrono;

namespace {

constexpr seconds kSimulatedDiscover{5}, kSimulatedRevisit{10};
constexpr hours kAuditEvery{24};
/// How often to look whether something is due. What a provider declares is how often one record may be asked for, and
/// the store keeps that for each of them.
constexpr seconds kRevisitLook{60};

seconds every(seconds declared, seconds simulated, bool isSimulated)
{
  return isSimulated ? std::min(declared, simulated) : declared;
}

/// Orders are counted and compared. Of products the whole list is read, since what a shop deletes it tells nobody; who
/// has no filter by time is read whole anyhow.
bool hasAudit(const StreamDeclaration& stream)
{
  if (!stream.discoverByTime)
    return false;
  if (stream.stream == Stream::Products)
    return stream.maxWindow.count() == 0 && stream.historyDays == 0;
  return stream.stream == Stream::Orders;
}

} // namespace

int streamRank(Stream stream)
{
  static constexpr std::array kOrder{Stream::Orders,   Stream::Products, Stream::Customers, Stream::Stock,
                                     Stream::Payments, Stream::Bills,    Stream::Tracking};
  return static_cast<int>(std::ranges::find(kOrder, stream) - kOrder.begin());
}

namespace {

std::optional<Instant> plannedAt(const StreamDeclaration& stream, const StreamState& state, Loop loop, bool simulated)
{
  switch (loop) {
  case Loop::Discover:
    if (stream.stream == Stream::Tracking)
      return std::nullopt;
    return state.lastTryAt ? *state.lastTryAt + every(stream.discoverEvery, kSimulatedDiscover, simulated) : Instant{};
  case Loop::Revisit:
    if (!stream.isRevisited())
      return std::nullopt;
    return state.lastRevisitAt
               ? *state.lastRevisitAt + every(std::min(stream.revisitEvery, kRevisitLook), kSimulatedRevisit, simulated)
               : Instant{};
  case Loop::Audit:
    if (!hasAudit(stream) || !state.coveredTo)
      return std::nullopt;
    return state.lastAuditAt ? *state.lastAuditAt + kAuditEvery : *state.coveredTo;
  }
  Q_UNREACHABLE();
}

} // namespace

std::optional<Instant> dueAt(const StreamDeclaration& stream, const StreamState& state, Loop loop, bool simulated)
{
  const auto planned = plannedAt(stream, state, loop, simulated);
  if (!planned || state.lastErrorKind != errorKindName(ErrorKind::Config))
    return planned;
  const auto refusedAt = std::max({state.lastTryAt, state.lastRevisitAt, state.lastAuditAt});
  return refusedAt ? std::max(*planned, *refusedAt + kRefusedRest) : planned;
}

std::vector<DueRun> dueRuns(const std::vector<ScheduledAccount>& accounts, Instant now, bool simulated)
{
  std::vector<DueRun> due;
  for (const ScheduledAccount& account : accounts) {
    if (account.state != AccountState::Ok || (account.notBefore && now < *account.notBefore))
      continue;
    for (const StreamDeclaration& stream : account.declaration->streams) {
      const auto known = std::ranges::find(account.streams, stream.stream, &StreamState::stream);
      const StreamState state = known == account.streams.end() ? StreamState{} : *known;
      for (const Loop loop : {Loop::Discover, Loop::Revisit, Loop::Audit})
        if (const auto at = dueAt(stream, state, loop, simulated); at && *at <= now)
          due.push_back({account.id, stream.stream, loop, *at});
    }
  }
  std::ranges::stable_sort(due, [](const DueRun& a, const DueRun& b) {
    return std::pair(a.since, streamRank(a.stream)) < std::pair(b.since, streamRank(b.stream));
  });
  return due;
}

TrackingTurn trackingTurn(const RateDeclaration& rate, const StreamDeclaration& stream)
{
  constexpr double kMostParcels = 5000;
  const int inACall = std::max(1, stream.pageSize);
  const double calls = rate.perSecond * double(kRevisitLook.count());
  const double ofTheDay = double(rate.perDay) / 2 / double(hours(24) / kRevisitLook);
  const double again = rate.perDay > 0 ? std::min(calls, ofTheDay) : calls;
  const auto parcels = [&](double count) { return int(std::clamp(count * inACall, 1.0, kMostParcels)); };
  return {parcels(calls), parcels(again)};
}

} // namespace supercargo
