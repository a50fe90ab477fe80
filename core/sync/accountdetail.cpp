#include "core/sync/accountdetail.h"

#include "core/providers/provider.h"
#include "core/store/failures.h"
#include "core/sync/clockoffset.h"
#include "core/sync/schedule.h"

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {

using namespace std::chrono;

/// The first of the stream's loops that comes.
std::optional<Instant> nextLook(const StreamDeclaration& declared, const StreamState& state, bool simulated)
{
  std::optional<Instant> next;
  for (const Loop loop : {Loop::Discover, Loop::Revisit, Loop::Audit})
    if (const auto at = dueAt(declared, state, loop, simulated); at && (!next || *at < *next))
      next = at;
  return next;
}

Result<std::vector<StreamDetail>> streamDetails(Connection& c, const AccountRow& account,
                                                const Declaration& declaration, Instant now, bool simulated)
{
  std::vector<StreamDetail> list;
  for (const StreamDeclaration& declared : declaration.streams) {
    SC_TRY_ASSIGN(state, streamState(c, account.id, declared.stream));
    StreamDetail detail{std::move(state), std::nullopt};
    if (account.state == AccountState::Ok)
      if (const auto next = nextLook(declared, detail.state, simulated))
        detail.nextAt = std::max(*next, now);
    list.push_back(std::move(detail));
  }
  std::ranges::stable_sort(list, {}, [](const StreamDetail& d) { return streamRank(d.state.stream); });
  return list;
}

Result<qint64> callsSince(Connection& c, AccountId account, Instant since)
{
  return c.number(QStringLiteral("SELECT COUNT(*) FROM calls WHERE account_id = ? AND at >= ?"), {account, since});
}

} // namespace

Result<AccountDetail> accountDetail(Connection& c, AccountId id, Instant now, bool simulated)
{
  AccountDetail detail;
  SC_TRY_ASSIGN(account, accountRow(c, id));
  const Provider* provider = account ? findProvider(account->provider) : nullptr;
  if (!provider)
    return fail(ErrorKind::NotFound, QStringLiteral("no such account"), QString::number(id.value()));
  const Declaration& declaration = provider->declaration;
  detail.account = std::move(*account);
  SC_TRY_ASSIGN(streams, streamDetails(c, detail.account, declaration, now, simulated));
  detail.streams = std::move(streams);
  detail.quota.perMinute = std::llround(declaration.rate.perSecond * 60);
  detail.quota.perDay = declaration.rate.perDay;
  SC_TRY_ASSIGN(minute, callsSince(c, id, now - minutes(1)));
  detail.quota.lastMinute = minute;
  SC_TRY_ASSIGN(day, callTotal(c, id, now - hours(24)));
  detail.day = day;
  detail.quota.lastDay = day.calls;
  detail.api = apiAge(declaration, detail.account);
  SC_TRY_ASSIGN(failures, failureCount(c, id));
  detail.failures = failures;
  SC_TRY_ASSIGN(causes, changeCauses(c, id));
  detail.notices = qint64(causes.size());
  return detail;
}

std::optional<milliseconds> worryingClockOffset(const AccountRow& account)
{
  return abs(account.clockOffset) > kWorryingClockOffset ? std::optional(account.clockOffset) : std::nullopt;
}

void applyRest(AccountDetail& detail, const LinkHealth& health)
{
  for (StreamDetail& stream : detail.streams)
    if (stream.nextAt && health.restUntil)
      stream.nextAt = std::max(*stream.nextAt, *health.restUntil);
}

milliseconds bucketWidth(HistorySpan span)
{
  return span == HistorySpan::Day ? milliseconds(minutes(30)) : milliseconds(hours(3));
}

Result<std::vector<CallBucket>> accountHistory(Connection& c, AccountId account, Instant now, HistorySpan span)
{
  return callHistory(c, account, now, bucketWidth(span), span == HistorySpan::Day ? 48 : 56);
}

} // namespace supercargo
