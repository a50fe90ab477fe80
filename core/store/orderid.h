#pragma once

#include "core/base/id.h"
#include "core/base/instant.h"

namespace supercargo {

/// An order's key begins with the second it was placed in, so the table's own order is "by date", a span of dates is a
/// span of keys, and neither needs an index. 31 bits of seconds since 2000 and 22 bits of a counter: 53 bits, exact in
/// JSON.
constexpr int kOrderCounterBits = 22;
constexpr qint64 kOrderEpochMs = 946'684'800'000; // 2000-01-01T00:00:00Z

constexpr qint64 firstOrderKeyAt(Instant placedAt)
{
  const qint64 seconds = (toMs(placedAt) - kOrderEpochMs) / 1000;
  return (seconds < 0 ? 0 : seconds) << kOrderCounterBits;
}

/// The second in which it was placed.
constexpr Instant placedAtOf(OrderId id)
{
  return fromMs((id.value() >> kOrderCounterBits) * 1000 + kOrderEpochMs);
}

constexpr OrderId orderIdFor(Instant placedAt, qint64 counter)
{
  return OrderId(firstOrderKeyAt(placedAt) | (counter & ((1LL << kOrderCounterBits) - 1)));
}

} // namespace supercargo
