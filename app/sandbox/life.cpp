#include "app/sandbox/life.h"

#include "app/sandbox/dice.h"

#include <algorithm>
#include <array>

namespace supercargo::sandbox {
namespace {
struct Span {
  qint64 low, high; ///< seconds
};

struct Pace {
  Span pay, cancel, refundEarly, ship, carry, refundLate;
};

constexpr qint64 kHour = 3600;
constexpr Pace kPast = {{5, 900},
                        {1800, 2400},
                        {600, 2 * kHour},
                        {3 * kHour, 30 * kHour},
                        {20 * kHour, 84 * kHour},
                        {6 * kHour, 120 * kHour}};
constexpr Pace kLive = {{2, 12}, {60, 120}, {8, 20}, {10, 40}, {80, 180}, {20, 60}};
constexpr Span kWaiting = {300, 900};

Fate drawFate(Dice& dice)
{
  const double draw = dice.unit();
  if (draw < 0.04)
    return Fate::NeverPaid;
  if (draw < 0.06)
    return Fate::RefundedEarly;
  if (draw < 0.09)
    return Fate::PartRefunded;
  return draw < 0.105 ? Fate::Returned : Fate::Kept;
}

std::chrono::milliseconds draw(Dice& dice, Span span)
{
  return std::chrono::milliseconds(dice.between(span.low * 1000, span.high * 1000));
}

template <class Self>
auto steps(Self& life)
{
  return std::array{&life.paid, &life.cancelled, &life.shipped, &life.delivered, &life.refunded};
}
} // namespace

Life Life::until(Instant now) const
{
  Life result = *this;
  for (auto* step : steps(result))
    if (*step && **step > now)
      step->reset();
  return result;
}

std::optional<Instant> Life::nextAfter(Instant now) const
{
  std::optional<Instant> next;
  for (const auto* step : steps(*this))
    if (*step && **step > now && (!next || **step < *next))
      next = *step;
  return next;
}

Life wholeLife(quint64 seed, qint64 index, Instant placed, bool live)
{
  Dice dice(seed, Use::Life, quint64(index));
  const Pace& pace = live ? kLive : kPast;
  Life life;
  life.placed = placed;
  life.fate = drawFate(dice);
  if (life.fate == Fate::NeverPaid) {
    life.cancelled = placed + draw(dice, pace.cancel);
    return life;
  }
  life.paid = placed + draw(dice, pace.pay);
  if (life.fate == Fate::RefundedEarly) {
    life.refunded = *life.paid + draw(dice, pace.refundEarly);
    return life;
  }
  const bool waits = live && dice.chance(0.2);
  life.shipped = *life.paid + draw(dice, waits ? kWaiting : pace.ship);
  life.delivered = *life.shipped + draw(dice, pace.carry);
  if (life.fate != Fate::Kept)
    life.refunded = *life.delivered + draw(dice, pace.refundLate);
  return life;
}

} // namespace supercargo::sandbox
