#pragma once

#include "core/base/instant.h"

#include <vector>

namespace supercargo::sandbox {

/// When the orders of the past were placed: quiet nights, busy evenings, weekends above weekdays, some growth.
/// Monotone in the index, so that a time is found by bisection and no order has to be remembered.
class Calendar {
public:
  Calendar(quint64 seed, Instant end, int days, qint64 orders);

  qint64 orders() const { return m_orders; }
  Instant placedAt(qint64 index) const; ///< 0 <= index < orders()

private:
  quint64 m_seed;
  qint64 m_orders;
  Instant m_begin;
  std::vector<double> m_weights; ///< cumulative, one entry an hour
};

} // namespace supercargo::sandbox
