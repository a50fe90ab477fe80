#include "ui/connections/accountfacts.h"

#include "ui/accounts/foresighttext.h"
#include "ui/text/format.h"

#include <QCoreApplication>

namespace supercargo {
namespace {

struct Facts {
  Q_DECLARE_TR_FUNCTIONS(AccountFacts)
};

QString dayText(Instant at, const FactTime& time)
{
  return dateText(at, time.zone);
}

Tone urgency(Instant at, Instant now, int daysAhead)
{
  if (at <= now)
    return Tone::Danger;
  return at - now <= std::chrono::days(daysAhead) ? Tone::Warning : Tone::Neutral;
}

/// nullopt: the clocks agree well enough.
std::optional<QString> clockSentence(const AccountRow& account)
{
  const auto offset = worryingClockOffset(account);
  if (!offset)
    return std::nullopt;
  const QString apart = ageText(std::chrono::abs(*offset));
  return offset->count() > 0
             ? Facts::tr("This computer's clock is %1 behind the provider's: set it, or calls may be refused.")
                   .arg(apart)
             : Facts::tr("This computer's clock is %1 ahead of the provider's: set it, or calls may be refused.")
                   .arg(apart);
}

FactText openBreaker(const LinkHealth& health, const FactTime& time)
{
  FactText fact;
  fact.tone = Tone::Danger;
  fact.head = Facts::tr("Open: the schedule rests");
  if (health.opensAt)
    fact.more << Facts::tr("After %n failed calls in a row the schedule leaves the provider alone until %1 (%2); then "
                           "one call tries whether it is back. What you ask for yourself is sent all the same.",
                           nullptr, health.failuresInRow)
                     .arg(timeText(*health.opensAt, time.zone), relativeText(*health.opensAt, time.now, time.zone));
  return fact;
}

FactText wayFact(const AccountRow& account, const std::optional<LinkHealth>& health, const FactTime& time)
{
  FactText fact;
  if (account.state == AccountState::Paused)
    return {Facts::tr("Paused by you"), {Facts::tr("Nothing is sent until you resume it.")}, Tone::Neutral};
  if (account.state == AccountState::NeedsAttention)
    return {Facts::tr("Stopped: it needs you"),
            {Facts::tr("Nothing is sent until what is named above has been put right.")},
            Tone::Danger};
  if (!health)
    return {Facts::tr("Not running here"),
            {Facts::tr("This window does not sync the account at present, so there is no breaker to tell of.")},
            Tone::Neutral};
  switch (health->breaker) {
  case Breaker::State::Open:
    return openBreaker(*health, time);
  case Breaker::State::HalfOpen:
    fact = {Facts::tr("Half open: one call is trying"),
            {Facts::tr("If it is answered, the schedule goes on; if not, the pause doubles, up to ten minutes.")},
            Tone::Warning};
    break;
  case Breaker::State::Closed:
    fact = {Facts::tr("Closed: calls go through"), {}, Tone::Success};
    if (health->failuresInRow > 0) {
      fact.tone = Tone::Warning;
      fact.more << Facts::tr("%n calls in a row have failed; at %1 the breaker opens.", nullptr, health->failuresInRow)
                       .arg(Breaker::kFailuresToOpen);
    } else {
      fact.more << Facts::tr("After %1 failed calls in a row the schedule would leave the provider alone for a while.")
                       .arg(Breaker::kFailuresToOpen);
    }
    break;
  }
  if (health->slowUntil)
    fact.more << Facts::tr("The provider asks us to slow down until %1.").arg(timeText(*health->slowUntil, time.zone));
  return fact;
}

} // namespace

FactText breakerFact(const AccountRow& account, const std::optional<LinkHealth>& health, const FactTime& time)
{
  FactText fact = wayFact(account, health, time);
  if (const auto clock = clockSentence(account)) {
    fact.more << *clock;
    fact.tone = fact.tone == Tone::Danger ? Tone::Danger : Tone::Warning;
  }
  return fact;
}

FactText apiFact(const ApiAge& age, const FactTime& time)
{
  FactText fact;
  fact.head = age.used.isEmpty() ? Facts::tr("No version is named") : age.used;
  if (age.differs) {
    fact.tone = Tone::Warning;
    fact.more << Facts::tr("Answers say they are of %1.").arg(age.answered);
  } else if (!age.answered.isEmpty()) {
    fact.more << Facts::tr("Answers say the same.");
  }
  if (age.endsAt) {
    fact.tone = std::max(fact.tone, urgency(*age.endsAt, time.now, kApiDaysAhead));
    const QString day = dayText(*age.endsAt, time), left = daysText(*age.endsAt, time.now);
    fact.more << (age.announced ? Facts::tr("Its answers announce its end: %1 (%2).").arg(day, left)
                                : Facts::tr("It retires on %1 (%2).").arg(day, left));
  } else {
    fact.more << Facts::tr("No end of it is announced.");
  }
  if (!age.words.isEmpty() && !retirementDate(age.words))
    fact.more << Facts::tr("Answers warn: %1").arg(age.words);
  return fact;
}

FactText credentialFact(const AccountRow& account, const FactTime& time)
{
  FactText fact;
  fact.head = Facts::tr("%1 old").arg(ageText(time.now - account.credentialAt));
  fact.more << Facts::tr("Entered on %1.").arg(dayText(account.credentialAt, time));
  if (account.credentialExpiresAt) {
    fact.tone = urgency(*account.credentialExpiresAt, time.now, kCredentialDaysAhead);
    const QString day = dayText(*account.credentialExpiresAt, time);
    fact.more << (*account.credentialExpiresAt > time.now
                      ? Facts::tr("They end on %1 (%2).").arg(day, daysText(*account.credentialExpiresAt, time.now))
                      : Facts::tr("They ended on %1; renew them.").arg(day));
  } else {
    fact.more << Facts::tr("When they end is not known; note it to be reminded in time.");
  }
  if (account.sessionExpiresAt && *account.sessionExpiresAt > time.now)
    fact.more << Facts::tr("Signed in until %1; that is renewed by itself.")
                     .arg(dateTimeText(*account.sessionExpiresAt, time.zone));
  return fact;
}

QString quotaText(qint64 used, qint64 limit, bool ofADay)
{
  if (limit <= 0)
    return ofADay ? Facts::tr("%1 calls in the last 24 hours; no daily limit is known").arg(numberText(used))
                  : Facts::tr("%1 calls in the last minute; no limit is known").arg(numberText(used));
  return ofADay ? Facts::tr("%1 of %2 calls in the last 24 hours").arg(numberText(used), numberText(limit))
                : Facts::tr("%1 of %2 calls in the last minute").arg(numberText(used), numberText(limit));
}

QString budgetText(const Budget& budget)
{
  return Facts::tr("%1 of %2 points left; %3 come back every second")
      .arg(numberText(qint64(budget.available)), numberText(qint64(budget.most)), numberText(qint64(budget.perSecond)));
}

} // namespace supercargo
