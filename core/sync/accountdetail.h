#pragma once

#include "core/store/callhistory.h"
#include "core/store/calls.h"
#include "core/store/changenotices.h"
#include "core/sync/apiage.h"
#include "core/sync/linkhealth.h"

namespace supercargo {

/// One stream as the detail page of an account shows it.
struct StreamDetail {
  StreamState state;
  std::optional<Instant> nextAt; ///< when it is looked at next; nullopt: the account stands still
  /// Share of the records that the last audit compared and that were wrong here; nullopt: nothing was compared.
  std::optional<double> drift() const
  {
    return state.auditCompared > 0 ? std::optional(double(state.auditWrong) / double(state.auditCompared))
                                   : std::nullopt;
  }
};

/// How much of what a provider allows has been used. Limits of 0: none is known.
struct QuotaUse {
  qint64 lastMinute = 0, perMinute = 0;
  qint64 lastDay = 0, perDay = 0;
};

struct AccountDetail {
  AccountRow account;
  std::vector<StreamDetail> streams; ///< all that the provider declares, the important ones first
  QuotaUse quota;
  ApiAge api;
  CallBucket day; ///< the last 24 h as one
  qint64 failures = 0, notices = 0;
};

/// NotFound when the account is gone, or no provider is known for it. `simulated`: the workspace's.
Result<AccountDetail> accountDetail(Connection& c, AccountId account, Instant now, bool simulated);

/// The provider's clock minus ours where calls may be refused for it, so that a person should set this computer's
/// clock; nullopt: near enough.
std::optional<std::chrono::milliseconds> worryingClockOffset(const AccountRow& account);

/// The next look at each stream, put off by what the engine says of the way there.
void applyRest(AccountDetail& detail, const LinkHealth& health);

/// The spans that the chart of an account may show.
enum class HistorySpan { Day, Week };
Result<std::vector<CallBucket>> accountHistory(Connection& c, AccountId account, Instant now, HistorySpan span);
std::chrono::milliseconds bucketWidth(HistorySpan span);

} // namespace supercargo
