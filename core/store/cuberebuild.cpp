#include "core/store/cubeparts.h"
#include "core/store/dayfacts.h"
#include "core/store/orderid.h"

namespace supercargo {
namespace {

/// Sums of one cube by day and, where the day is not the row's own, by origin.
using DaySums = QMap<std::pair<qint64, qint64>, CubeSums>;

Result<void> insertSums(Connection& c, const Cube& cube, const DaySums& sums)
{
  const FactShape& shape = factShape(cube.facts);
  const QStringList columns = QStringList{QStringLiteral("grain"), QStringLiteral("period")} +
                              (shape.isDated ? QStringList{QStringLiteral("origin")} : QStringList()) + cube.dims +
                              shape.measures;
  std::vector<SqlValue> values;
  for (auto day = sums.cbegin(); day != sums.cend(); ++day)
    for (const CubeRow& row : day->rows()) {
      values.insert(values.end(), {SqlValue(kDayGrain), SqlValue(day.key().second)});
      if (shape.isDated)
        values.emplace_back(day.key().first);
      for (const QString& key : row.keys)
        values.emplace_back(key);
      for (qsizetype i = 0; i < shape.measures.size(); ++i)
        values.emplace_back(row.measures[size_t(i)]);
    }
  SC_TRY(c.insertMany(QStringLiteral("INSERT INTO %1 (%2) VALUES").arg(cube.table, columns.join(QStringLiteral(", "))),
                      int(columns.size()), values));
  return {};
}

/// Facts of orders that are kept beside the cubes, from the one pass over their rows.
struct OrderDays {
  DayFactsBuilder<SaleFact> sales;
  SoldBuilder sold;
  void add(FactKind kind, const Fact& fact)
  {
    if (kind == FactKind::Order)
      addSale(sales, fact);
    else if (kind == FactKind::Sold)
      sold.add(fact);
  }
};

/// Keeps the facts of a source's days beside the cubes.
Result<void> keepStretch(Connection& c, const DayCut& cut, FactSource source, qint64 from, qint64 before,
                         OrderDays& orders)
{
  if (source == FactSource::Orders) {
    SC_TRY(keepDays(c, from, before, orders.sales.take()));
    return keepDays(c, from, before, orders.sold.take());
  }
  if (source == FactSource::Payments) {
    SC_TRY_ASSIGN(days, dayFactsFromRows<SettledFact>(c, cut, from, before));
    return keepDays(c, from, before, days);
  }
  SC_TRY_ASSIGN(days, dayFactsFromRows<WayFact>(c, cut, from, before));
  return keepDays(c, from, before, days);
}

/// Makes the days [from, before) of all cubes of a source anew.
Result<void> rebuildStretch(Connection& c, const DayCut& cut, FactSource source, qint64 from, qint64 before)
{
  const auto list = cubesOf(source);
  std::vector<DaySums> sums(list.size());
  std::vector<std::vector<size_t>> places;
  std::vector<FactKind> kinds;
  for (const Cube* cube : list) {
    std::vector<size_t>& own = places.emplace_back();
    for (const QString& dim : cube->dims)
      own.push_back(size_t(factShape(cube->facts).dim(dim)));
    if (std::find(kinds.begin(), kinds.end(), cube->facts) == kinds.end())
      kinds.push_back(cube->facts);
    SC_TRY(c.run(
        QStringLiteral("DELETE FROM %1 WHERE grain = 0 AND %2 >= ? AND %2 < ?")
            .arg(cube->table, factShape(cube->facts).isDated ? QStringLiteral("origin") : QStringLiteral("period")),
        {from, before}));
  }
  QMap<QString, QString> titles;
  if (source == FactSource::Orders)
    kinds.push_back(FactKind::Sold);
  OrderDays orders;
  SC_TRY(eachFact(c, kinds, cut, from, before, [&](FactKind kind, const Fact& fact) {
    orders.add(kind, fact);
    if (kind == FactKind::Line && !fact.detail.isEmpty())
      titles.insert(fact.dims[3], fact.detail);
    for (size_t i = 0; i < list.size(); ++i) {
      if (list[i]->facts != kind)
        continue;
      QStringList keys;
      for (const size_t place : places[i])
        keys.append(fact.dims[place].isNull() ? QString::fromLatin1("") : fact.dims[place]);
      sums[i][{fact.origin, fact.day}].add(0, keys, fact.measures);
    }
  }));
  for (size_t i = 0; i < list.size(); ++i)
    SC_TRY(insertSums(c, *list[i], sums[i]));
  std::vector<SqlValue> values;
  for (auto title = titles.cbegin(); title != titles.cend(); ++title)
    values.insert(values.end(), {SqlValue(title.key()), SqlValue(title.value())});
  SC_TRY(c.insertMany(QStringLiteral("INSERT INTO cube_titles (article, title) VALUES"), 2, values,
                      QStringLiteral("ON CONFLICT (article) DO NOTHING")));
  return keepStretch(c, cut, source, from, before, orders);
}

Result<void> rebuildMonth(Connection& c, FactSource source, qint64 month)
{
  for (const Cube* cube : cubesOf(source)) {
    const FactShape& shape = factShape(cube->facts);
    if (shape.isDated)
      continue;
    QStringList sums;
    for (const QString& measure : shape.measures)
      sums.append(QStringLiteral("CAST(SUM(%1) AS BIGINT)").arg(measure));
    const QString dims = cube->dims.join(QStringLiteral(", "));
    SC_TRY(c.run(QStringLiteral("DELETE FROM %1 WHERE grain = 1 AND period = ?").arg(cube->table), {month}));
    SC_TRY(
        c.run(QStringLiteral("INSERT INTO %1 (grain, period, %2, %3) SELECT 1, CAST(? AS BIGINT), %2, %4 FROM %1 "
                             "WHERE grain = 0 AND period >= ? AND period < ? GROUP BY %2")
                  .arg(cube->table, dims, shape.measures.join(QStringLiteral(", ")), sums.join(QStringLiteral(", "))),
              {month, DayCut::number(monthStart(month)), DayCut::number(monthStart(month + 1))}));
  }
  return {};
}

/// The workspace moved to another zone, or the cubes are new: all of it is to be made.
Result<void> startAnew(Connection& c, const QByteArray& zone)
{
  for (const Cube& cube : cubes())
    SC_TRY(c.run(QStringLiteral("DELETE FROM %1").arg(cube.table)));
  SC_TRY(c.run(QStringLiteral("DELETE FROM fact_days")));
  const QString mark = QStringLiteral("INSERT INTO dirty_hours (source, hour) SELECT '%1', h FROM (%2) AS hours "
                                      "WHERE TRUE ON CONFLICT DO NOTHING");
  const qint64 first = kOrderEpochMs / kHourMs;
  const QString hourOf = QStringLiteral("CASE WHEN %1 / %2 < %3 THEN %3 ELSE %1 / %2 END");
  const auto hours = [&](const QString& column, const QString& from) {
    return QStringLiteral("SELECT DISTINCT %1 AS h FROM %2")
        .arg(hourOf.arg(column, QString::number(kHourMs), QString::number(first)), from);
  };
  SC_TRY(c.run(mark.arg(QStringLiteral("orders"), hours(QStringLiteral("placed_at"), QStringLiteral("orders")))));
  SC_TRY(c.run(mark.arg(QStringLiteral("payments"),
                        hours(QStringLiteral("paid_at"), QStringLiteral("payments WHERE paid_at IS NOT NULL")))));
  SC_TRY(
      c.run(mark.arg(QStringLiteral("payments"),
                     hours(QStringLiteral("o.placed_at"),
                           QStringLiteral("payments p JOIN orders o ON o.id = p.order_id WHERE p.paid_at IS NULL")))));
  SC_TRY(c.run(mark.arg(QStringLiteral("parcels"),
                        hours(QStringLiteral("COALESCE(shipped_at, created_at)"), QStringLiteral("shipments")))));
  SC_TRY(c.run(QStringLiteral("INSERT INTO cube_state (id, zone) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET zone = "
                              "excluded.zone"),
               {QString::fromLatin1(zone)}));
  return {};
}

Result<QByteArray> workspaceZone(Connection& c)
{
  SC_TRY_ASSIGN(zone, c.row(QStringLiteral("SELECT time_zone FROM workspace WHERE id = 1"), {},
                            [](const Row& row) { return row.text(0).toLatin1(); }));
  return zone.value_or(QByteArrayLiteral("UTC"));
}

/// Takes the marks of the newest dirty days away and says which days they are of. The marks go first: whoever adds one
/// meanwhile waits for our commit, and what was committed before is seen by the statements that follow.
Result<QSet<qint64>> takeDays(Connection& c, const DayCut& cut, FactSource source, int atMost)
{
  QSet<qint64> seen, days;
  std::optional<qint64> oldest;
  SC_TRY(c.each(QStringLiteral("SELECT hour FROM dirty_hours WHERE source = ? ORDER BY hour DESC"),
                {factSourceName(source)}, [&](const Row& row) {
                  const qint64 day = cut.dayOf(fromMs(row.integer(0) * kHourMs));
                  if (!seen.contains(day) && seen.size() >= atMost)
                    return false;
                  seen.insert(day);
                  oldest = row.integer(0);
                  return true;
                }));
  if (oldest)
    SC_TRY(c.each(QStringLiteral("DELETE FROM dirty_hours WHERE source = ? AND hour >= ? RETURNING hour"),
                  {factSourceName(source), *oldest}, [&](const Row& row) {
                    const qint64 start = row.integer(0) * kHourMs;
                    days.insert(cut.dayOf(fromMs(start)));
                    days.insert(cut.dayOf(fromMs(start + kHourMs - 1))); // days may change within the hour
                  }));
  return days;
}

Result<qint64> rebuildSource(Connection& c, const DayCut& cut, FactSource source, int atMost)
{
  SC_TRY_ASSIGN(days, takeDays(c, cut, source, atMost));
  for (const auto& [from, before] : runsOf(days))
    SC_TRY(rebuildStretch(c, cut, source, from, before));
  QSet<qint64> left, waiting, months;
  SC_TRY(dirtyDays(c, cut, source, left));
  for (const qint64 day : std::as_const(left))
    waiting.insert(monthOf(DayCut::date(day)));
  for (const qint64 day : std::as_const(days))
    months.insert(monthOf(DayCut::date(day)));
  // A month is read only when none of its days is dirty, so it is made when the last of them is clean.
  for (const qint64 month : std::as_const(months))
    if (!waiting.contains(month))
      SC_TRY(rebuildMonth(c, source, month));
  return days.size();
}

} // namespace

std::vector<const Cube*> cubesOf(FactSource source)
{
  std::vector<const Cube*> list;
  for (const Cube& cube : cubes())
    if (sourceOf(cube.facts) == source)
      list.push_back(&cube);
  return list;
}

Result<bool> rebuildDays(Connection& c, int atMostDays)
{
  SC_TRY_ASSIGN(zone, workspaceZone(c));
  SC_TRY_ASSIGN(known, cubeZone(c));
  if (zone != known)
    SC_TRY(startAnew(c, zone));
  const DayCut cut(zone);
  if (!cut.isKnown())
    return fail(ErrorKind::Invalid, QStringLiteral("unknown time zone"), QString::fromLatin1(zone));
  qint64 left = atMostDays;
  for (const FactSource source : {FactSource::Orders, FactSource::Payments, FactSource::Parcels}) {
    if (left <= 0)
      break;
    SC_TRY_ASSIGN(done, rebuildSource(c, cut, source, int(left)));
    left -= done;
  }
  SC_TRY_ASSIGN(marks,
                c.number(QStringLiteral("SELECT COUNT(*) FROM (SELECT 1 FROM dirty_hours LIMIT 1) AS any_mark")));
  return marks > 0;
}

Result<qint64> dirtyDayCount(Connection& c)
{
  SC_TRY_ASSIGN(zone, cubeZone(c));
  const DayCut cut(zone.isEmpty() ? QByteArrayLiteral("UTC") : zone);
  qint64 count = 0;
  for (const FactSource source : {FactSource::Orders, FactSource::Payments, FactSource::Parcels}) {
    QSet<qint64> days;
    SC_TRY_ASSIGN(usable, dirtyDays(c, cut, source, days));
    if (!usable) { // nothing was made yet
      SC_TRY_ASSIGN(span, sourceSpan(c, source, cut));
      count += span ? span->second - span->first + 1 : 0;
      continue;
    }
    count += days.size();
  }
  return count;
}

} // namespace supercargo
