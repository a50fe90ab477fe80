#pragma once

#include "core/store/dirtyhours.h"
#include "core/store/facts.h"

namespace supercargo {

/// Sums of facts by day and month in the workspace's time zone: what makes a report of ten years as quick as one of a
/// day. Exact always: days whose rows changed since are added up from the rows.
struct Cube {
  QString table;
  FactKind facts;
  QStringList dims;
};
const std::vector<Cube>& cubes();
FactSource sourceOf(FactKind kind);

struct CubeQuery {
  enum class Time { None, Day, Month };
  FactKind facts = FactKind::Order;
  QStringList dims;                   ///< to group by
  Time time = Time::None;             ///< and by this
  QStringList measures;               ///< to add up; empty: all
  QMap<QString, QStringList> filters; ///< dimension -> values that pass
  qint64 from = 0, before = 0;        ///< local days
};

struct CubeRow {
  qint64 period = 0;       ///< day since 1970, or month: year * 12 + month - 1; 0 without time
  QStringList keys;        ///< in the order of the query's dims
  FactMeasures measures{}; ///< in the order of the fact's shape
};

/// The sums, in no particular order. In another zone than the cubes', or where no cube knows all the dimensions, they
/// are added up from the rows: right, and slower.
Result<std::vector<CubeRow>> cubeRows(Connection& c, const DayCut& cut, const CubeQuery& query);

/// The same from the rows alone: what the cubes are checked against.
Result<std::vector<CubeRow>> summedRows(Connection& c, const DayCut& cut, const CubeQuery& query);

/// The facts behind those sums, without scanning days in which there can be none.
Result<void> eachFactIn(Connection& c, const DayCut& cut, const CubeQuery& query,
                        const std::function<void(const Fact&)>& sink);

/// Brings cubes up to date for at most so many days, in the caller's write transaction. True: something is left to do.
Result<bool> rebuildDays(Connection& c, int atMostDays);

/// How many local days wait for `rebuildDays`.
Result<qint64> dirtyDayCount(Connection& c);

/// Recomputes the cubes from the rows and names every difference; empty: all is well.
Result<QStringList> cubeDifferences(Connection& c);

inline qint64 monthOf(QDate date)
{
  return date.year() * 12LL + date.month() - 1;
}
inline QDate monthStart(qint64 month)
{
  return QDate(int(month / 12), int(month % 12) + 1, 1);
}

} // namespace supercargo
