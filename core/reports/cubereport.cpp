#include "core/reports/cubereport.h"

#include "core/reports/crosstable.h"
#include "core/reports/cubecells.h"

namespace supercargo {
namespace {

constexpr qint64 kMostFilledDays = 4000; ///< a longer time series stays with the days that have something

/// Sums of a span by the report's groups. `shift`: days by which the span lies before the one it is compared with.
Result<Groups> groupsOf(Connection& c, const CubeGrouping& grouping, const ReportSpec& spec, const DaySpan& span,
                        qint64 shift)
{
  const DayCut cut(spec.timeZone);
  const qsizetype told = grouping.report().dims.indexOf(grouping.report().told);
  Groups groups;
  for (const FactKind kind : grouping.kinds()) {
    const CubeQuery query = grouping.query(kind, span, shift != 0);
    const qsizetype state = query.dims.indexOf(QStringLiteral("state"));
    const qsizetype spread = query.dims.indexOf(grouping.spreadOf(kind));
    SC_TRY_ASSIGN(rows, cubeRows(c, cut, query));
    for (const CubeRow& row : rows) {
      const qint64 day =
          query.time == CubeQuery::Time::Month ? DayCut::number(monthStart(row.period)) : row.period + shift;
      const QStringList keys = grouping.keys(day, [&](const QString& dim) {
        const qsizetype place = query.dims.indexOf(dim);
        return place < 0 ? QString() : row.keys[place];
      });
      if (told >= 0 && keys[told].isEmpty())
        continue;
      const int sale = state < 0 ? 0 : saleStateNamed(row.keys[state]);
      FigureSums& sums = groups[keys];
      sums.add(kind, sale, row.measures);
      if (spread >= 0 && !row.keys[spread].isEmpty())
        sums.addSpread(kind, sale, row.keys[spread].toLongLong(), row.measures);
    }
  }
  return groups;
}

/// A day without a sale is a day with nothing sold; it has its row.
void fillDays(Groups& groups, const CubeReport& report, const ReportSpec& spec, bool hasCurrency)
{
  if (report.dims.size() != 1 || groups.isEmpty() || spec.from.daysTo(spec.to) > kMostFilledDays)
    return;
  const QString& dim = report.dims.first();
  if (dim != QLatin1String("day") && dim != QLatin1String("week") && dim != QLatin1String("month"))
    return;
  QSet<QString> currencies;
  for (auto it = groups.cbegin(); it != groups.cend(); ++it)
    currencies.insert(hasCurrency ? it.key().last() : QString());
  for (QDate day = spec.from; day <= spec.to; day = day.addDays(1)) {
    const QString key = periodKey(dim, day);
    for (const QString& currency : currencies)
      groups[hasCurrency ? QStringList{key, currency} : QStringList{key}]; // made where it was missing
  }
}

std::vector<ReportColumn> columnsOf(const CubeReport& report, bool hasCurrency, bool compares)
{
  std::vector<ReportColumn> columns;
  for (const QString& dim : report.dims)
    appendDimension(columns, dim);
  if (hasCurrency)
    appendDimension(columns, QStringLiteral("currency"));
  for (const QString& id : report.figures)
    appendFigure(columns, id, compares);
  return columns;
}

class RowMaker {
public:
  RowMaker(const CubeGrouping& grouping, bool compares) : m_grouping(grouping), m_compares(compares) {}

  ReportRow row(const QStringList& keys, const FigureSums& now, const FigureSums& then) const
  {
    ReportRow row;
    const CubeReport& report = m_grouping.report();
    qsizetype place = 0;
    for (const QString& dim : report.dims) {
      appendDimensionCells(row.cells, dim, keys[place], m_grouping.names());
      row.slice.insert(dim, keys[place++]);
    }
    finish(row, m_grouping.hasCurrency() ? keys.last() : QString(), now, then);
    return row;
  }

  ReportRow total(const QString& currency, const FigureSums& now, const FigureSums& then) const
  {
    ReportRow row;
    for (const QString& dim : m_grouping.report().dims)
      row.cells.resize(row.cells.size() + (dim == QLatin1String("product") ? 2 : 1));
    finish(row, currency, now, then);
    return row;
  }

private:
  void finish(ReportRow& row, const QString& currency, const FigureSums& now, const FigureSums& then) const
  {
    if (m_grouping.hasCurrency()) {
      row.cells.emplace_back(currency);
      row.slice.insert(QStringLiteral("currency"), currency);
    }
    const auto known = Currency::of(currency);
    const auto unit = known ? std::optional(*known) : std::nullopt;
    const FigureRates rates = m_grouping.rates(unit);
    for (const QString& id : m_grouping.report().figures)
      appendFigureCells(row.cells, id, now, m_compares ? &then : nullptr, unit, rates);
  }

  const CubeGrouping& m_grouping;
  bool m_compares;
};

void addTotals(ReportResult& result, const RowMaker& maker, const Groups& now, const Groups& then, bool hasCurrency)
{
  QMap<QString, std::pair<FigureSums, FigureSums>> sums;
  for (auto it = now.cbegin(); it != now.cend(); ++it)
    sums[hasCurrency ? it.key().last() : QString()].first.add(it.value());
  for (auto it = then.cbegin(); it != then.cend(); ++it)
    sums[hasCurrency ? it.key().last() : QString()].second.add(it.value());
  for (auto it = sums.cbegin(); it != sums.cend(); ++it)
    result.totals.push_back(maker.total(it.key(), it->first, it->second));
}

void addNotes(ReportResult& result, const CubeReport& report, const std::optional<DaySpan>& compared)
{
  if (result.totals.size() > 1 && result.totals.front().slice.contains(QStringLiteral("currency")))
    result.notes.append(QStringLiteral("currencies: several currencies are never added; each has rows of its own"));
  if (compared)
    result.notes.append(QStringLiteral("compared: with %1 to %2")
                            .arg(compared->from.toString(Qt::ISODate), compared->to.toString(Qt::ISODate)));
  if (report.figures.contains(QStringLiteral("cost_coverage")) && !result.totals.empty())
    result.notes.append(QStringLiteral("costs: margins have no value where the cost of any unit is unknown"));
  if (result.rows.empty())
    result.notes.append(QStringLiteral("empty: nothing happened in these days"));
}

} // namespace

const QStringList& reportDimensions()
{
  static const QStringList list =
      QStringLiteral("day week month shop channel product category province city method payment_status reason courier "
                     "parcel_status decline_reason weekday hour newness segment")
          .split(u' ');
  return list;
}

std::vector<ReportOption> cubeReportOptions(std::vector<ReportOption> own)
{
  own.push_back({QStringLiteral("compare"), comparisons(), QStringLiteral("none")});
  return own;
}

Result<ReportResult> runCubeReport(Connection& c, const ReportSpec& spec, const CubeReport& report)
{
  SC_TRY_ASSIGN(grouping, groupingOf(c, report, spec));
  SC_TRY_ASSIGN(now, groupsOf(c, grouping, spec, spanOf(spec), 0));
  Groups then;
  const auto compared = comparedTo(spec);
  if (compared) {
    SC_TRY_ASSIGN(before, groupsOf(c, grouping, spec, *compared, compared->from.daysTo(spec.from)));
    then = std::move(before);
    for (auto it = then.cbegin(); it != then.cend(); ++it)
      now[it.key()]; // what is no more has a row, too
  }
  ReportResult result;
  if (!report.across.isEmpty()) {
    result = crossTable(grouping, now, compared ? &then : nullptr);
    addNotes(result, report, compared);
    return result;
  }
  const bool hasCurrency = grouping.hasCurrency();
  fillDays(now, report, spec, hasCurrency);
  result.columns = columnsOf(report, hasCurrency, compared.has_value());
  const RowMaker maker(grouping, compared.has_value());
  for (auto it = now.cbegin(); it != now.cend(); ++it)
    result.rows.push_back(maker.row(it.key(), it.value(), then.value(it.key())));
  sortRows(result, report.sortBy);
  addTotals(result, maker, now, then, hasCurrency);
  addNotes(result, report, compared);
  return result;
}

} // namespace supercargo
