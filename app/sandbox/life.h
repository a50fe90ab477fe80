#pragma once

#include "core/base/instant.h"

#include <optional>

namespace supercargo::sandbox {

enum class Fate : quint8 {
  Kept,
  NeverPaid,     ///< the shop cancels it
  RefundedEarly, ///< whole, before it left
  PartRefunded,  ///< one piece, after delivery
  Returned,      ///< whole, after delivery
};

/// What happens to an order and when. Absent: never, or not yet.
struct Life {
  Fate fate = Fate::Kept;
  Instant placed{};
  std::optional<Instant> paid, cancelled, shipped, delivered, refunded;

  /// What had happened by `now`.
  Life until(Instant now) const;
  /// The first thing after `now`.
  std::optional<Instant> nextAfter(Instant now) const;
};

/// The whole life, from seed and index alone. Orders of the past take days, live ones minutes, so that somebody who
/// watches sees every step; one live order in five waits some minutes for the merchant to send it.
Life wholeLife(quint64 seed, qint64 index, Instant placed, bool live);

/// No refund comes later than this after placing.
constexpr std::chrono::hours kLongestLife = std::chrono::hours(24 * 10 + 12);

} // namespace supercargo::sandbox
