#include "core/store/cubeparts.h"

namespace supercargo {
namespace {

QStringList words(const char* text)
{
  return QString::fromLatin1(text).split(u' ');
}

/// A stretch of days or months that one statement reads.
struct Stretch {
  int grain = kDayGrain;
  qint64 from = 0, before = 0;
};

/// Whole clean months as months where the query allows, other clean days as days; dirty days are left out.
std::vector<Stretch> stretches(const CubeQuery& query, const QSet<qint64>& dirty)
{
  std::vector<Stretch> list;
  const auto append = [&](int grain, qint64 from, qint64 before) {
    if (!list.empty() && list.back().grain == grain && list.back().before == from)
      list.back().before = before;
    else
      list.push_back({grain, from, before});
  };
  QSet<qint64> dirtyMonths;
  for (const qint64 day : dirty)
    dirtyMonths.insert(monthOf(DayCut::date(day)));
  for (qint64 day = query.from; day < query.before;) {
    const qint64 month = monthOf(DayCut::date(day)), next = DayCut::number(monthStart(month + 1));
    const bool whole = DayCut::number(monthStart(month)) == day && next <= query.before;
    if (whole && query.time != CubeQuery::Time::Day && !dirtyMonths.contains(month)) {
      append(kMonthGrain, month, month + 1);
      day = next;
      continue;
    }
    if (!dirty.contains(day))
      append(kDayGrain, day, day + 1);
    ++day;
  }
  return list;
}

/// Period of the result for a day or month of a cube.
qint64 periodFor(CubeQuery::Time time, int grain, qint64 period)
{
  if (time == CubeQuery::Time::None)
    return 0;
  if (time == CubeQuery::Time::Day || grain == kMonthGrain)
    return period;
  return monthOf(DayCut::date(period));
}

bool passes(const CubeQuery& query, const FactShape& shape, const Fact& fact)
{
  for (auto filter = query.filters.cbegin(); filter != query.filters.cend(); ++filter)
    if (!filter.value().contains(fact.dims[size_t(shape.dim(filter.key()))]))
      return false;
  return true;
}

/// Adds up what lies in the query's days, from the rows of the days [from, before).
Result<void> addFacts(Connection& c, const DayCut& cut, const CubeQuery& query, qint64 from, qint64 before,
                      CubeSums& sums)
{
  const FactShape& shape = factShape(query.facts);
  std::vector<size_t> places;
  for (const QString& dim : query.dims)
    places.push_back(size_t(shape.dim(dim)));
  return eachFact(c, query.facts, cut, from, before, BuyerDims::areIn(query.dims), [&](const Fact& fact) {
    if (fact.day < query.from || fact.day >= query.before || !passes(query, shape, fact))
      return;
    QStringList keys;
    for (const size_t place : places)
      keys.append(fact.dims[place]);
    sums.add(periodFor(query.time, kDayGrain, fact.day), keys, fact.measures);
  });
}

struct CubeSelect {
  QString head, tail;
  std::vector<SqlValue> values; ///< of the filters
  std::vector<size_t> measures; ///< places in the shape
  bool byPeriod = false, byOrigin = false;
};

CubeSelect selectFor(const Cube& cube, const CubeQuery& query, bool byPeriod, bool byOrigin)
{
  const FactShape& shape = factShape(cube.facts);
  CubeSelect select;
  select.byPeriod = byPeriod;
  select.byOrigin = byOrigin;
  QStringList groups;
  if (byPeriod)
    groups.append(QStringLiteral("period"));
  if (byOrigin)
    groups.append(QStringLiteral("origin"));
  groups += query.dims;
  QStringList columns = groups;
  for (const QString& measure : query.measures.isEmpty() ? shape.measures : query.measures) {
    select.measures.push_back(size_t(shape.measure(measure)));
    columns.append(QStringLiteral("CAST(SUM(%1) AS BIGINT)").arg(measure));
  }
  select.head = QStringLiteral("SELECT %1 FROM %2 WHERE grain = ? AND period >= ? AND period < ?")
                    .arg(columns.join(QStringLiteral(", ")), cube.table);
  for (auto filter = query.filters.cbegin(); filter != query.filters.cend(); ++filter) {
    QStringList marks;
    for (const QString& value : filter.value()) {
      marks.append(QStringLiteral("?"));
      select.values.emplace_back(value);
    }
    select.tail += QStringLiteral(" AND %1 IN (%2)").arg(filter.key(), marks.join(QStringLiteral(", ")));
  }
  if (!groups.isEmpty())
    select.tail += QStringLiteral(" GROUP BY ") + groups.join(QStringLiteral(", "));
  return select;
}

Result<void> addStretch(Connection& c, const CubeSelect& select, const CubeQuery& query, const Stretch& stretch,
                        const QSet<qint64>& dirtyOrigins, CubeSums& sums)
{
  std::vector<SqlValue> values{stretch.grain, stretch.from, stretch.before};
  values.insert(values.end(), select.values.begin(), select.values.end());
  return c.each(select.head + select.tail, values, [&](const Row& row) {
    int column = 0;
    const qint64 period = select.byPeriod ? row.integer(column++) : 0;
    if (select.byOrigin && dirtyOrigins.contains(row.integer(column++)))
      return;
    QStringList keys;
    for (qsizetype i = 0; i < query.dims.size(); ++i)
      keys.append(row.text(column++));
    if (row.isNull(column)) // nothing at all and no GROUP BY
      return;
    FactMeasures measures{};
    for (const size_t place : select.measures)
      measures[place] = row.integer(column++);
    sums.add(select.byPeriod ? periodFor(query.time, stretch.grain, period) : 0, keys, measures);
  });
}

Result<void> addDirtyDays(Connection& c, const DayCut& cut, const CubeQuery& query, const QSet<qint64>& days,
                          CubeSums& sums)
{
  for (const auto& [from, before] : runsOf(days))
    SC_TRY(addFacts(c, cut, query, from, before, sums));
  return {};
}

} // namespace

const std::vector<Cube>& cubes()
{
  static const std::vector<Cube> list{
      {QStringLiteral("cube_sales"), FactKind::Order, words("account currency state")},
      {QStringLiteral("cube_hours"), FactKind::Order, words("account currency state weekhour")},
      {QStringLiteral("cube_methods"), FactKind::Order, words("account currency state method")},
      {QStringLiteral("cube_places"), FactKind::Order, words("account currency state province city")},
      {QStringLiteral("cube_ship_hours"), FactKind::Order, words("account currency state ship_hours")},
      {QStringLiteral("cube_articles"), FactKind::Line, words("account currency state article")},
      {QStringLiteral("cube_refunds"), FactKind::Refund, words("account currency state reason goods article")},
      {QStringLiteral("cube_paid"), FactKind::Paid, words("account currency state method")},
      {QStringLiteral("cube_tries"), FactKind::Tries, words("account method")},
      {QStringLiteral("cube_gateway"), FactKind::Gateway, words("account currency method status decline")},
      {QStringLiteral("cube_parcels"), FactKind::Parcel, words("account courier status")},
      {QStringLiteral("cube_transit"), FactKind::Parcel, words("account courier status hours")},
  };
  return list;
}

FactSource sourceOf(FactKind kind)
{
  switch (kind) {
  case FactKind::Gateway:
    return FactSource::Payments;
  case FactKind::Parcel:
    return FactSource::Parcels;
  default:
    return FactSource::Orders;
  }
}

void CubeSums::add(qint64 period, const QStringList& keys, const FactMeasures& measures)
{
  const QString key = QString::number(period) + u'\x1f' + keys.join(u'\x1f');
  auto place = m_places.constFind(key);
  if (place == m_places.constEnd()) {
    place = m_places.insert(key, qsizetype(m_rows.size()));
    m_rows.push_back({period, keys, measures});
    return;
  }
  CubeRow& row = m_rows[size_t(*place)];
  for (size_t i = 0; i < measures.size(); ++i)
    row.measures[i] += measures[i];
}

const Cube* smallestCube(FactKind kind, const QStringList& dims)
{
  const Cube* best = nullptr;
  for (const Cube& cube : cubes()) {
    const bool knowsAll =
        std::all_of(dims.begin(), dims.end(), [&](const QString& dim) { return cube.dims.contains(dim); });
    if (cube.facts == kind && knowsAll && (!best || cube.dims.size() < best->dims.size()))
      best = &cube;
  }
  return best;
}

Result<QByteArray> cubeZone(Connection& c)
{
  SC_TRY_ASSIGN(zone, c.row(QStringLiteral("SELECT zone FROM cube_state WHERE id = 1"), {},
                            [](const Row& row) { return row.text(0).toLatin1(); }));
  return zone.value_or(QByteArray());
}

Result<bool> dirtyDays(Connection& c, const DayCut& cut, FactSource source, QSet<qint64>& days)
{
  SC_TRY_ASSIGN(zone, cubeZone(c));
  if (zone.isEmpty() || zone != cut.id())
    return false;
  SC_TRY(c.each(QStringLiteral("SELECT hour FROM dirty_hours WHERE source = ?"), {factSourceName(source)},
                [&](const Row& row) {
                  const qint64 start = row.integer(0) * kHourMs;
                  days.insert(cut.dayOf(fromMs(start)));
                  days.insert(cut.dayOf(fromMs(start + kHourMs - 1))); // days may change within the hour
                }));
  return true;
}

std::vector<std::pair<qint64, qint64>> runsOf(const QSet<qint64>& days)
{
  std::vector<qint64> sorted(days.cbegin(), days.cend());
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::pair<qint64, qint64>> runs;
  for (const qint64 day : sorted)
    if (!runs.empty() && runs.back().second == day)
      ++runs.back().second;
    else
      runs.emplace_back(day, day + 1);
  return runs;
}

Result<void> eachFactIn(Connection& c, const DayCut& cut, const CubeQuery& query,
                        const std::function<void(const Fact&)>& sink)
{
  const FactShape& shape = factShape(query.facts);
  SC_TRY_ASSIGN(span, sourceSpan(c, sourceOf(query.facts), cut));
  if (!span)
    return {};
  QSet<qint64> origins;
  std::vector<std::pair<qint64, qint64>> runs{
      {std::max(query.from, span->first), std::min(query.before, span->second + 1)}};
  if (shape.isDated) {
    SC_TRY_ASSIGN(usable, dirtyDays(c, cut, sourceOf(query.facts), origins));
    runs = {{span->first, span->second + 1}};
    if (usable) { // the cube knows on which days the orders were placed that count now
      SC_TRY(c.each(QStringLiteral("SELECT DISTINCT origin FROM %1 WHERE grain = 0 AND period >= ? AND period < ?")
                        .arg(smallestCube(query.facts, {})->table),
                    {query.from, query.before}, [&](const Row& row) { origins.insert(row.integer(0)); }));
      runs = runsOf(origins);
    }
  }
  for (const auto& [from, before] : runs)
    SC_TRY(eachFact(c, query.facts, cut, from, before, BuyerDims::areIn(query.dims), [&](const Fact& fact) {
      if (fact.day >= query.from && fact.day < query.before && passes(query, shape, fact))
        sink(fact);
    }));
  return {};
}

Result<std::vector<CubeRow>> summedRows(Connection& c, const DayCut& cut, const CubeQuery& query)
{
  CubeSums sums;
  qint64 from = query.from, before = query.before;
  SC_TRY_ASSIGN(span, sourceSpan(c, sourceOf(query.facts), cut));
  if (!span)
    return std::vector<CubeRow>();
  if (factShape(query.facts).isDated) { // their own day lies anywhere
    from = span->first;
    before = span->second + 1;
  }
  SC_TRY(addFacts(c, cut, query, std::max(from, span->first), std::min(before, span->second + 1), sums));
  return sums.take();
}

Result<std::vector<CubeRow>> cubeRows(Connection& c, const DayCut& cut, const CubeQuery& query)
{
  const Cube* cube = smallestCube(query.facts, query.dims + QStringList(query.filters.keys()));
  QSet<qint64> dirty;
  SC_TRY_ASSIGN(usable, dirtyDays(c, cut, sourceOf(query.facts), dirty));
  if (!cube || !usable)
    return summedRows(c, cut, query);
  CubeSums sums;
  if (factShape(query.facts).isDated) {
    const auto select = selectFor(*cube, query, query.time != CubeQuery::Time::None, !dirty.isEmpty());
    SC_TRY(addStretch(c, select, query, {kDayGrain, query.from, query.before}, dirty, sums));
    SC_TRY(addDirtyDays(c, cut, query, dirty, sums));
    return sums.take();
  }
  const auto select = selectFor(*cube, query, query.time != CubeQuery::Time::None, false);
  for (const Stretch& stretch : stretches(query, dirty))
    SC_TRY(addStretch(c, select, query, stretch, {}, sums));
  dirty.removeIf([&](qint64 day) { return day < query.from || day >= query.before; });
  SC_TRY(addDirtyDays(c, cut, query, dirty, sums));
  return sums.take();
}

} // namespace supercargo
