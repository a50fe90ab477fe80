#pragma once

#include "core/db/connection.h"

#include <set>

namespace supercargo {

/// Whose rows a day cube is made of.
enum class FactSource { Orders, Payments, Parcels };
QString factSourceName(FactSource source); ///< "orders"

/// Hours (UTC) in which something changed since the day cubes were made of them. Marks are written in the transaction
/// that changes the rows, so sums and rows never disagree: a day with a mark is counted from its rows.
class DirtyHours {
public:
  void add(FactSource source, Instant at);
  void add(FactSource source, const std::optional<Instant>& at)
  {
    if (at)
      add(source, *at);
  }
  void addOrder(OrderId order); ///< its key says when it was placed
  Result<void> write(Connection& c);

private:
  std::set<std::pair<FactSource, qint64>> m_hours;
};

constexpr qint64 kHourMs = 60 * 60 * 1000;

} // namespace supercargo
