#pragma once

#include "core/store/dirtyhours.h"
#include "core/store/orders.h"

namespace supercargo {

/// What one order contributes to the rollups. The difference of two of them is what a change adds.
struct RollupShare {
  AccountId account;
  QString stage, status, currency;
  qint64 slot = 0; ///< quarter of an hour since 1970 in which it was placed
  qint64 orders = 1, cancelled = 0, units = 0, placedMinor = 0, paidMinor = 0, refundedMinor = 0;
};

/// Collects the changes of many orders and writes them with few statements. Also marks the hours they were placed in,
/// so that the day cubes are made anew (core/store/daycubes.h).
class RollupBatch {
public:
  void add(const RollupShare& share) { apply(share, 1); }
  void remove(const RollupShare& share) { apply(share, -1); }
  Result<void> write(Connection& c);

private:
  void apply(const RollupShare& share, qint64 sign);

  struct Sales {
    qint64 orders = 0, cancelled = 0, units = 0, placed = 0, paid = 0, refunded = 0;
    bool operator==(const Sales&) const = default;
  };
  QMap<std::tuple<qint64, QString, QString>, qint64> m_stages; ///< account, stage, status -> orders
  QMap<std::tuple<qint64, qint64, QString>, Sales> m_slots;    ///< slot, account, currency -> sums
  DirtyHours m_dirty;
};

constexpr qint64 kSlotMs = 15 * 60 * 1000;

/// Recomputes the rollups from the orders and names every difference; empty: all is well.
Result<QStringList> rollupDifferences(Connection& c);

} // namespace supercargo
