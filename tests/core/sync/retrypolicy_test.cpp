#include "core/sync/retrypolicy.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace std::chrono_literals;

namespace {
Error errorOf(ErrorKind kind, std::optional<std::chrono::milliseconds> after = std::nullopt)
{
  return Error{kind, QStringLiteral("x"), {}, after};
}
} // namespace

class RetryPolicyTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void transientErrors_waitExponentially();
  void jitter_staysWithinTwentyPercent();
  void retryAfter_wins();
  void longRetryAfter_endsTheRun();
  void attempts_areLimited();
  void badResponse_isRepeatedTwice();
  void auth_signsInOnce();
  void clock_isMeasuredOnce();
  void tooLarge_shrinksThePage();
  void refusals_areFinal();
};

void RetryPolicyTest::transientErrors_waitExponentially()
{
  const std::array expected{1000ms, 2000ms, 4000ms, 8000ms};
  for (int made = 1; made <= 4; ++made)
    for (const ErrorKind kind :
         {ErrorKind::Network, ErrorKind::Timeout, ErrorKind::ProviderDown, ErrorKind::RateLimited}) {
      const auto decision = decideRetry({.made = made}, errorOf(kind), 0.5);
      QCOMPARE(decision.remedy, Remedy::Wait);
      QCOMPARE(decision.delay, expected[static_cast<size_t>(made - 1)]);
    }
  QCOMPARE(decideRetry({.made = 40, .most = 100}, errorOf(ErrorKind::Network), 0.5).delay, 300'000ms);
}

void RetryPolicyTest::jitter_staysWithinTwentyPercent()
{
  QCOMPARE(decideRetry({.made = 3}, errorOf(ErrorKind::Network), 0.0).delay, 3200ms);
  const auto most = decideRetry({.made = 3}, errorOf(ErrorKind::Network), 0.9999).delay;
  QVERIFY(most > 4790ms && most <= 4800ms);
}

void RetryPolicyTest::retryAfter_wins()
{
  const auto decision = decideRetry({.made = 4}, errorOf(ErrorKind::RateLimited, 700ms), 0.9);
  QCOMPARE(decision, (RetryDecision{Remedy::Wait, 700ms}));
}

void RetryPolicyTest::longRetryAfter_endsTheRun()
{
  QCOMPARE(decideRetry({}, errorOf(ErrorKind::RateLimited, 3h), 0).remedy, Remedy::GiveUp);
  QCOMPARE(decideRetry({}, errorOf(ErrorKind::RateLimited, 5min), 0).remedy, Remedy::Wait);
}

void RetryPolicyTest::attempts_areLimited()
{
  QCOMPARE(decideRetry({.made = 5}, errorOf(ErrorKind::Network), 0).remedy, Remedy::GiveUp);
  QCOMPARE(decideRetry({.made = 1, .most = 1}, errorOf(ErrorKind::Timeout), 0).remedy, Remedy::GiveUp);
}

void RetryPolicyTest::badResponse_isRepeatedTwice()
{
  QCOMPARE(decideRetry({.made = 1, .badResponses = 1}, errorOf(ErrorKind::BadResponse), 0).remedy, Remedy::Wait);
  QCOMPARE(decideRetry({.made = 2, .badResponses = 2}, errorOf(ErrorKind::BadResponse), 0).remedy, Remedy::Wait);
  QCOMPARE(decideRetry({.made = 3, .badResponses = 3}, errorOf(ErrorKind::BadResponse), 0).remedy, Remedy::GiveUp);
}

void RetryPolicyTest::auth_signsInOnce()
{
  QCOMPARE(decideRetry({}, errorOf(ErrorKind::Auth), 0).remedy, Remedy::SignIn);
  QCOMPARE(decideRetry({.signedIn = true}, errorOf(ErrorKind::Auth), 0).remedy, Remedy::GiveUp);
}

void RetryPolicyTest::clock_isMeasuredOnce()
{
  QCOMPARE(decideRetry({}, errorOf(ErrorKind::Clock), 0).remedy, Remedy::SetClock);
  QCOMPARE(decideRetry({.clockSet = true}, errorOf(ErrorKind::Clock), 0).remedy, Remedy::GiveUp);
}

void RetryPolicyTest::tooLarge_shrinksThePage()
{
  QCOMPARE(decideRetry({}, errorOf(ErrorKind::TooLarge), 0).remedy, Remedy::ShrinkPage);
}

void RetryPolicyTest::refusals_areFinal()
{
  for (const ErrorKind kind : {ErrorKind::Config, ErrorKind::Rejected, ErrorKind::DiskFull, ErrorKind::Cancelled,
                               ErrorKind::Invalid, ErrorKind::Conflict, ErrorKind::Locked})
    QCOMPARE(decideRetry({}, errorOf(kind, 1s), 0).remedy, Remedy::GiveUp);
}

SC_TEST(RetryPolicyTest)
#include "retrypolicy_test.moc"
