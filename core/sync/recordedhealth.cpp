#include "core/sync/recordedhealth.h"

#include <ranges>

namespace supercargo {
namespace {

/// After so many failed probes the pause is the longest, so that older calls change nothing.
constexpr int kCallsThatMatter = 64;

struct EndedCall {
  Instant endedAt{};
  QString errorKind;
};

bool countsAsFailure(const QString& errorKind)
{
  for (int kind = 0; kind <= int(ErrorKind::Invalid); ++kind)
    if (errorKindName(ErrorKind(kind)) == errorKind)
      return Breaker::counts(ErrorKind(kind));
  return false;
}

} // namespace

Result<LinkHealth> recordedHealth(Connection& c, AccountId account, Instant now)
{
  SC_TRY_ASSIGN(
      calls,
      c.rows(QStringLiteral("SELECT at, ms, error_kind FROM calls WHERE account_id = ? ORDER BY id DESC LIMIT ?"),
             {account, kCallsThatMatter}, [](const Row& row) {
               return EndedCall{row.instant(0) + std::chrono::milliseconds(row.integer(1)), row.text(2)};
             }));
  std::ranges::reverse(calls); // the oldest first
  Breaker breaker;
  for (const EndedCall& call : calls) {
    if (countsAsFailure(call.errorKind))
      breaker.failed(call.endedAt);
    else
      breaker.succeeded();
  }
  LinkHealth health;
  health.account = account;
  health.breaker = breaker.state(now);
  health.failuresInRow = breaker.failures();
  if (health.breaker == Breaker::State::Open)
    health.opensAt = health.restUntil = now + breaker.waitBefore(now);
  return health;
}

QString breakerStateName(Breaker::State state)
{
  switch (state) {
  case Breaker::State::Open:
    return QStringLiteral("open");
  case Breaker::State::HalfOpen:
    return QStringLiteral("half_open");
  case Breaker::State::Closed:
    break;
  }
  return QStringLiteral("closed");
}

} // namespace supercargo
