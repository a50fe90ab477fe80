#include "core/store/cubeparts.h"
#include "core/store/dayfacts.h"

namespace supercargo {
namespace {

using Measures = FactMeasures;

Measures negated(const Measures& measures)
{
  Measures all{};
  std::transform(measures.begin(), measures.end(), all.begin(), std::negate<>());
  return all;
}

Measures measuresOf(const Row& row, int column, const FactShape& shape)
{
  Measures measures{};
  for (qsizetype i = 0; i < shape.measures.size(); ++i)
    measures[size_t(i)] = row.integer(column++);
  return measures;
}

QStringList keysOf(const Row& row, int column, qsizetype count)
{
  QStringList keys;
  for (qsizetype i = 0; i < count; ++i)
    keys.append(row.text(column++));
  return keys;
}

/// Checks one source month by month, so that a large history needs little memory.
class CubeCheck {
public:
  CubeCheck(Connection& c, const DayCut& cut, FactSource source, QStringList& differences)
      : m_connection(c), m_cut(cut), m_source(source), m_differences(differences)
  {
  }

  Result<void> run()
  {
    SC_TRY(dirtyDays(m_connection, m_cut, m_source, m_dirty));
    SC_TRY_ASSIGN(span, sourceSpan(m_connection, m_source, m_cut));
    if (!span)
      return {};
    const qint64 last = monthOf(DayCut::date(span->second)) + 1; // rows where there is nothing are found, too
    for (qint64 month = monthOf(DayCut::date(span->first)) - 1; month <= last; ++month) {
      SC_TRY(checkDays(DayCut::number(monthStart(month)), DayCut::number(monthStart(month + 1))));
      SC_TRY(checkMonth(month));
      SC_TRY(compareKeptDays(m_connection, m_cut, m_source, DayCut::number(monthStart(month)),
                             DayCut::number(monthStart(month + 1)), m_dirty, m_differences));
    }
    return {};
  }

private:
  Result<void> checkDays(qint64 from, qint64 before)
  {
    const auto list = cubesOf(m_source);
    std::vector<CubeSums> sums(list.size());
    std::vector<FactKind> kinds;
    for (const Cube* cube : list)
      if (std::find(kinds.begin(), kinds.end(), cube->facts) == kinds.end())
        kinds.push_back(cube->facts);
    SC_TRY(eachFact(m_connection, kinds, m_cut, from, before, [&](FactKind kind, const Fact& fact) {
      if (m_dirty.contains(fact.origin))
        return;
      for (size_t i = 0; i < list.size(); ++i) {
        if (list[i]->facts != kind)
          continue;
        QStringList keys{QString::number(fact.origin)};
        for (const QString& dim : list[i]->dims)
          keys.append(fact.dims[size_t(factShape(kind).dim(dim))]);
        sums[i].add(fact.day, keys, fact.measures);
      }
    }));
    for (size_t i = 0; i < list.size(); ++i) {
      SC_TRY(subtractKept(*list[i], from, before, sums[i]));
      note(*list[i], QStringLiteral("day"), sums[i]);
    }
    return {};
  }

  Result<void> subtractKept(const Cube& cube, qint64 from, qint64 before, CubeSums& sums)
  {
    const FactShape& shape = factShape(cube.facts);
    const QString origin = shape.isDated ? QStringLiteral("origin") : QStringLiteral("period");
    return m_connection.each(
        QStringLiteral("SELECT period, %1, %2, %3 FROM %4 WHERE grain = 0 AND %1 >= ? AND %1 < ?")
            .arg(origin, cube.dims.join(QStringLiteral(", ")), shape.measures.join(QStringLiteral(", ")), cube.table),
        {from, before}, [&](const Row& row) {
          if (!m_dirty.contains(row.integer(1)))
            sums.add(row.integer(0), keysOf(row, 1, cube.dims.size() + 1),
                     negated(measuresOf(row, 2 + int(cube.dims.size()), shape)));
        });
  }

  Result<void> checkMonth(qint64 month)
  {
    const qint64 from = DayCut::number(monthStart(month)), before = DayCut::number(monthStart(month + 1));
    if (std::any_of(m_dirty.cbegin(), m_dirty.cend(), [&](qint64 day) { return day >= from && day < before; }))
      return {};
    for (const Cube* cube : cubesOf(m_source)) {
      const FactShape& shape = factShape(cube->facts);
      if (shape.isDated)
        continue;
      QStringList added;
      for (const QString& measure : shape.measures)
        added.append(QStringLiteral("CAST(SUM(%1) AS BIGINT)").arg(measure));
      const QString dims = cube->dims.join(QStringLiteral(", "));
      CubeSums sums;
      const auto take = [&](int sign) {
        return [&, sign](const Row& row) {
          const Measures measures = measuresOf(row, int(cube->dims.size()), shape);
          sums.add(month, keysOf(row, 0, cube->dims.size()), sign > 0 ? measures : negated(measures));
        };
      };
      SC_TRY(m_connection.each(QStringLiteral("SELECT %1, %2 FROM %3 WHERE grain = 0 AND period >= ? AND period < ? "
                                              "GROUP BY %1")
                                   .arg(dims, added.join(QStringLiteral(", ")), cube->table),
                               {from, before}, take(1)));
      SC_TRY(m_connection.each(QStringLiteral("SELECT %1, %2 FROM %3 WHERE grain = 1 AND period = ?")
                                   .arg(dims, shape.measures.join(QStringLiteral(", ")), cube->table),
                               {month}, take(-1)));
      note(*cube, QStringLiteral("month"), sums);
    }
    return {};
  }

  void note(const Cube& cube, const QString& grain, const CubeSums& sums)
  {
    for (const CubeRow& row : sums.rows())
      for (size_t i = 0; i < row.measures.size(); ++i)
        if (row.measures[i] != 0 && m_differences.size() < 100)
          m_differences.append(QStringLiteral("%1 %2 %3 %4: %5 off by %6")
                                   .arg(cube.table, grain)
                                   .arg(row.period)
                                   .arg(row.keys.join(u'/'), factShape(cube.facts).measures.value(qsizetype(i)))
                                   .arg(row.measures[i]));
  }

  Connection& m_connection;
  const DayCut& m_cut;
  FactSource m_source;
  QStringList& m_differences;
  QSet<qint64> m_dirty;
};

} // namespace

Result<QStringList> cubeDifferences(Connection& c)
{
  QStringList differences;
  SC_TRY_ASSIGN(zone, cubeZone(c));
  if (zone.isEmpty())
    return differences; // none were made yet: every report counts the rows
  const DayCut cut(zone);
  for (const FactSource source : {FactSource::Orders, FactSource::Payments, FactSource::Parcels})
    SC_TRY(CubeCheck(c, cut, source, differences).run());
  return differences;
}

} // namespace supercargo
