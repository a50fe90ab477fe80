#pragma once

#include "core/store/daycubes.h"

#include <QSet>

namespace supercargo {

constexpr int kDayGrain = 0, kMonthGrain = 1;

/// Adds facts and rows of cubes up by key.
class CubeSums {
public:
  void add(qint64 period, const QStringList& keys, const FactMeasures& measures);
  std::vector<CubeRow> take() { return std::move(m_rows); }
  const std::vector<CubeRow>& rows() const { return m_rows; }

private:
  std::vector<CubeRow> m_rows;
  QHash<QString, qsizetype> m_places;
};

/// Local days of a source that have a mark; false: the cubes are of another zone and of no use.
Result<bool> dirtyDays(Connection& c, const DayCut& cut, FactSource source, QSet<qint64>& days);

/// Days as few runs [from, before) as possible, so that facts are scanned in few passes.
std::vector<std::pair<qint64, qint64>> runsOf(const QSet<qint64>& days);

/// The cube with the fewest dimensions among those that know all of these; null: none.
const Cube* smallestCube(FactKind kind, const QStringList& dims);

std::vector<const Cube*> cubesOf(FactSource source);

/// Zone of the cubes; empty: none were made yet.
Result<QByteArray> cubeZone(Connection& c);

/// First and last local day of any source row.
Result<std::optional<std::pair<qint64, qint64>>> sourceSpan(Connection& c, FactSource source, const DayCut& cut);

} // namespace supercargo
